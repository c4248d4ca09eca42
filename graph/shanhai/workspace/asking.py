"""``query`` and ``ask``: questions to the dataset, answers with their evidence."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shanhai.errors import InputError, Lang, Text
from shanhai.query.answers import for_people
from shanhai.query.catalogue import Question, bind, catalogue, question
from shanhai.query.footnotes import Footnotes, footnotes
from shanhai.query.guard import check
from shanhai.rdf.namespaces import PREFIXES
from shanhai.rdf.terms import Iri, Literal, Term
from shanhai.store import worker
from shanhai.store.embedded import write_triples
from shanhai.store.reference import ReferenceStore
from shanhai.store.result_formats import write
from shanhai.store.results import Result, Rows, Triples
from shanhai.store.table import show, table
from shanhai.vocabulary.labels import LABELS

if TYPE_CHECKING:
    from shanhai.store.protocol import Store
    from shanhai.workspace.dataset import Dataset
    from shanhai.workspace.opened import OpenedProject

ENGINES = ("pyoxigraph", "rdflib")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a named question.

    Attributes:
        question: What was asked.
        rows: Every column, both languages, IRIs included.
        footnotes: The evidence of each row; quotes where a text is attached.
        uncertain: For each row whether it rests on a claim whose reading is uncertain.
    """

    question: Question
    rows: Rows
    footnotes: Footnotes
    uncertain: tuple[bool, ...]

    def text(self, lang: Lang, *, footnotes: bool = True, columns: int = 0) -> str:
        """Return the answer as a table in one language, with numbered evidence below.

        Args:
            lang: The language.
            footnotes: False to leave the evidence out.
            columns: Width of the terminal; 0 cuts nothing.
        """
        rows, headings = self._for_people(lang)
        marks = self.footnotes.marks
        if footnotes and any(marks):
            cells = [" ".join(f"[{n}]" for n in each) for each in marks]
            rows = _with_column(rows, "evidence", cells)
            headings = (*headings, Text("证据", "evidence").pick(lang))
        shown = table(rows, lang=lang, prefixes=PREFIXES, columns=columns, headers=headings)
        if footnotes and self.footnotes.notes:
            shown += "\n" + "\n".join(note.say(lang) for note in self.footnotes.notes) + "\n"
        if footnotes and self.question.unproven and not all(marks):
            shown += f"\n{self.question.unproven.pick(lang)}\n"
        return shown

    def with_evidence(self, lang: Lang) -> Rows:
        """Return every column, and last the evidence of each row: footnotes in one language."""
        said = {note.number: note.say(lang) for note in self.footnotes.notes}
        cells = [" | ".join(said[n] for n in numbers) for numbers in self.footnotes.marks]
        return _with_column(self.rows, "evidence", cells)

    def _for_people(self, lang: Lang, *, plain: bool = False) -> tuple[Rows, tuple[str, ...]]:
        """Return the rows in one language; uncertain ones are marked, whatever was asked."""
        rows, headings = for_people(self.rows, self.question.columns, lang, plain=plain)
        if any(self.uncertain) and "reading" not in {n.removesuffix("Zh") for n in rows.variables}:
            doubt = LABELS["reading"][0 if lang == "zh" else 1]
            word = Text("存疑", "uncertain").pick(lang)
            rows = _with_column(rows, "reading", [word if each else "" for each in self.uncertain])
            headings = (*headings, doubt)
        return rows, headings

    def records(self, lang: Lang) -> list[dict[str, str]]:
        """Return the rows as dictionaries of texts: heading to value, evidence numbers last.

        Ready for a data frame: ``pandas.DataFrame(answer.records("zh"))``; figures stay plain
        numbers and times are in their text form.
        """
        rows, headings = self._for_people(lang, plain=True)
        mark = Text("证据", "evidence").pick(lang)
        return [
            {
                **{h: show(term, PREFIXES) for h, term in zip(headings, row, strict=True)},
                mark: " ".join(f"[{n}]" for n in numbers),
            }
            for row, numbers in zip(rows.rows, self.footnotes.marks, strict=True)
        ]


def ask(hall: OpenedProject, name: str, values: Mapping[str, str], engine: str) -> Answer:
    """Answer a named question; see :meth:`shanhai.workspace.hall.Workspace.ask`."""
    asked = question(name)

    sources = {source.id for source in hall.records.sources()}

    def resolve(given: str) -> str:
        return hall.iri(given if given in sources else hall.names.resolve(given))

    text = bind(asked, values, resolve)
    store = engine_of(hall.dataset, engine, described=False)
    rows = store.query(text, default_graph=hall.dataset.default_graphs, prefixes=PREFIXES)
    assert isinstance(rows, Rows)
    # Evidence is looked up in the embedded store, whichever engine answered.
    notes = footnotes(rows, hall.dataset.begun, hall.quote)
    doubtful = tuple(bool(claims_of(rows, row) & hall.uncertain) for row in rows.rows)
    return Answer(asked, rows, notes, doubtful)


def claims_of(rows: Rows, row: tuple[Term | None, ...]) -> set[str]:
    """Return the IRIs of the claims that a row names in ``claim`` or ``claims``."""
    found: set[str] = set()
    for name, term in zip(rows.variables, row, strict=True):
        if name in ("claim", "claims") and isinstance(term, Iri | Literal):
            found |= set(term.value.split())
    return found


def _with_column(rows: Rows, name: str, cells: list[str]) -> Rows:
    return Rows(
        (*rows.variables, name),
        tuple((*row, Literal(cell)) for row, cell in zip(rows.rows, cells, strict=True)),
    )


def listing(lang: Lang) -> list[str]:
    """Return the named questions as lines: name, parameters, the question in words."""
    lines = []
    for each in catalogue():
        given = " ".join(f"{p.name}=…" if p.required else f"[{p.name}=…]" for p in each.parameters)
        lines.append(f"{each.name} {given}".rstrip())
        lines.append(f"    {each.text.pick(lang)}")
        if each.example:
            words = " ".join(f"{key}={value}" for key, value in each.example.items())
            lines.append(f"    shanhai ask {each.name} {words}")
    return lines


def engine_of(dataset: Dataset, engine: str, *, described: bool = True) -> Store:
    """Return the dataset in an engine.

    Args:
        dataset: The dataset.
        engine: One of ``ENGINES``.
        described: False where what the dataset says of itself is not needed: for a large one
            it takes seconds to make.

    Raises:
        InputError: If there is no such engine.
    """
    if engine == "pyoxigraph":
        return dataset.store if described else dataset.begun
    if engine == "rdflib":
        return ReferenceStore.from_nquads(dataset.nquads if described else dataset.core)
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


def render(hall: OpenedProject, result: Result, form: str, lang: Lang, to_file: bool) -> bytes:
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
