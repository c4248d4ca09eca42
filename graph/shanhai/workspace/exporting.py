"""``export`` and ``cite``: the dataset, its tables and its networks for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shanhai.errors import InputError, Text
from shanhai.exchange import citation, csv_files, network_files, tables
from shanhai.exchange.network_files import NetworkNode, NetworkTie
from shanhai.exchange.table import Table
from shanhai.exchange.void import void_turtle
from shanhai.exchange.w3c_profile import w3c_profile
from shanhai.network.projection import NAMES, Tie
from shanhai.rdf.namespaces import PREFIXES
from shanhai.rdf.terms import merged, nquads
from shanhai.store.embedded import write_rdf
from shanhai.workspace import networks

if TYPE_CHECKING:
    from shanhai.workspace.opened import OpenedProject

RDF = ("nquads", "trig", "turtle", "jsonld", "rdfxml")
STYLES = ("bibtex", "ris", "gbt7714")


def export(hall: OpenedProject, form: str, profile: str = "plain", projection: str = "") -> bytes:
    """Return the project in one format.

    Args:
        hall: The project.
        form: ``nquads trig turtle jsonld rdfxml csv xlsx graphml gexf``; ``csv`` is a zip.
        profile: ``plain`` or ``w3c`` (RDF formats only).
        projection: For GraphML and GEXF: one projection; all together if empty.

    Raises:
        InputError: If there is no such format, or the profile does not fit it.
    """
    _fits(form, profile, projection)
    if form in RDF:
        return _rdf(hall, form, profile)
    if form in ("graphml", "gexf"):
        nodes, ties = network(hall, (projection,) if projection else NAMES)
        write = network_files.graphml if form == "graphml" else network_files.gexf
        return write(nodes, ties)
    if form == "csv":
        return csv_files.csv_zip(_tables(hall))
    if form == "xlsx":
        from shanhai.exchange.workbook import workbook

        return workbook(_tables(hall))
    raise InputError(Text(f"没有“{form}”这种格式", f"no format '{form}'"))


def _fits(form: str, profile: str, projection: str) -> None:
    """Refuse an option that the format would leave without effect."""
    if form not in RDF and profile != "plain":
        raise InputError(
            Text(
                f"profile w3c 只用于 RDF 格式（{'、'.join(RDF)}），不能用于 {form}",
                f"profile w3c is for RDF formats ({', '.join(RDF)}), not for {form}",
            )
        )
    if form not in ("graphml", "gexf") and projection:
        raise InputError(
            Text(
                f"projection 只用于 graphml 和 gexf，不能用于 {form}",
                f"a projection is for graphml and gexf, not for {form}",
            )
        )


def _rdf(hall: OpenedProject, form: str, profile: str) -> bytes:
    data = hall.dataset.nquads
    if profile == "w3c":
        data = merged(hall.dataset.core, nquads(w3c_profile(hall.records, base=hall.dataset.base)))
    elif profile != "plain":
        raise InputError(
            Text(f"没有“{profile}”；可用：plain、w3c", f"no profile '{profile}'; use plain or w3c")
        )
    return data if form == "nquads" else write_rdf(data, form, PREFIXES)


def csv_folder(
    hall: OpenedProject, folder: Path, profile: str = "plain", projection: str = ""
) -> tuple[str, ...]:
    """Write the tables as CSV files into a folder; returns their names.

    Raises:
        InputError: If a profile or a projection is asked for.
    """
    _fits("csv", profile, projection)
    return tuple(path.name for path in csv_files.write_csv(_tables(hall), folder))


def _tables(hall: OpenedProject) -> tuple[Table, ...]:
    return tables.tables(hall.records, *network(hall, NAMES))


def network(
    hall: OpenedProject, names: tuple[str, ...]
) -> tuple[tuple[NetworkNode, ...], tuple[NetworkTie, ...]]:
    """Return nodes and ties of projections as the exchange files need them."""
    known = networks.nodes(hall)
    ties = tuple(_tie(name, tie) for name in names for tie in networks.ties(hall, (name,)))
    ends = sorted({end for tie in ties for end in (tie.a, tie.b)})
    nodes = tuple(NetworkNode(e, known[e].zh, known[e].en, known[e].kind) for e in ends)
    return nodes, ties


def _tie(name: str, tie: Tie) -> NetworkTie:
    return NetworkTie(
        a=tie.a,
        b=tie.b,
        projection=name,
        claims=tie.claims,
        fields=tuple(field.rpartition("field-")[2] for field in tie.fields),
        formality=tie.formality.rpartition("formality-")[2],
        earliest=tie.earliest.isoformat() if tie.earliest else "",
        latest=tie.latest.isoformat() if tie.latest else "",
        certain=tie.certain,
    )


def cite(hall: OpenedProject, style: str = "all") -> str:
    """Return the sources as citations: one style, or all three under headings."""
    if style != "all":
        return citation.cite(hall.records, style)
    titles = {"bibtex": "% BibTeX", "ris": "% RIS", "gbt7714": "% GB/T 7714—2015"}
    return "\n".join(f"{titles[s]}\n{citation.cite(hall.records, s)}" for s in STYLES)


def void(hall: OpenedProject, files: dict[str, bytes]) -> bytes:
    """Return ``void.ttl``: the dataset's description with its files and their checksums."""
    return void_turtle(hall.dataset.description, hall.dataset.facts, files)
