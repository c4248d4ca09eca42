"""``query`` and ``ask``: questions to the dataset, answers with their evidence."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from shanhai.errors import InputError, Lang, Text
from shanhai.query.guard import check
from shanhai.rdf.namespaces import PREFIXES
from shanhai.rdf.terms import Iri
from shanhai.store import worker
from shanhai.store.embedded import write_triples
from shanhai.store.reference import ReferenceStore
from shanhai.store.result_formats import write
from shanhai.store.results import Result, Triples
from shanhai.store.table import table

if TYPE_CHECKING:
    from shanhai.store.protocol import Store
    from shanhai.workspace.dataset import Dataset
    from shanhai.workspace.hall import Workspace

ENGINES = ("pyoxigraph", "rdflib")


def engine_of(dataset: Dataset, engine: str) -> Store:
    """Return the dataset in an engine.

    Raises:
        InputError: If there is no such engine.
    """
    if engine == "pyoxigraph":
        return dataset.store
    if engine == "rdflib":
        return ReferenceStore.from_nquads(dataset.nquads)
    raise InputError(
        Text(
            f"没有引擎“{engine}”；可用：{'、'.join(ENGINES)}",
            f"no engine '{engine}'; there are: {', '.join(ENGINES)}",
        )
    )


def run(dataset: Dataset, text: str, engine: str, timeout: float | None) -> Result:
    """Answer a query that a user wrote; see :meth:`shanhai.workspace.hall.Workspace.query`."""
    check(text, graphs=dataset.store.graphs())
    graphs = dataset.default_graphs
    if timeout is None:
        store = engine_of(dataset, engine)
        return store.query(text, default_graph=graphs, prefixes=PREFIXES)
    if engine not in ENGINES:
        engine_of(dataset, engine)
    return worker.query(
        dataset.nquads,
        text,
        seconds=timeout,
        default_graph=graphs,
        prefixes=PREFIXES,
        engine=engine,
    )


def render(hall: Workspace, result: Result, form: str, lang: Lang, to_file: bool) -> bytes:
    """Return an answer in a format.

    Args:
        hall: The project, for labels.
        result: The answer.
        form: ``table csv tsv json xml turtle``.
        lang: Language of labels in a table.
        to_file: CSV then gets a byte order mark, so that spreadsheets read Chinese.
    """
    if isinstance(result, Triples) and form != "table":
        if form != "turtle":
            raise InputError(
                Text(
                    f"CONSTRUCT 和 DESCRIBE 的结果是图，请用 --format turtle，不能用 {form}",
                    f"CONSTRUCT and DESCRIBE give a graph: use --format turtle, not {form}",
                )
            )
        return write_triples(result, "turtle", PREFIXES)
    if form == "turtle":
        raise InputError(
            Text(
                "turtle 只用于 CONSTRUCT 和 DESCRIBE；请用 table、csv、tsv、json 或 xml",
                "turtle is for CONSTRUCT and DESCRIBE; use table, csv, tsv, json or xml",
            )
        )
    if form != "table":
        return write(result, form, bom=to_file and form == "csv")

    def label(iri: Iri) -> str | None:
        return hall.label(iri.value, lang)

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() and not to_file else 0
    text = table(result, lang=lang, prefixes=PREFIXES, columns=width, label=label)
    return text.encode("utf-8")
