"""All records as tidy tables with a data dictionary.

Every coded value stands as its code and its label in both languages, every reference to an
entity as its id and its names, so that a table can be read by itself and joined by ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from shanhai.errors import Text
from shanhai.exchange import claim_tables, record_tables
from shanhai.exchange.network_files import NetworkNode, NetworkTie
from shanhai.exchange.table import Cell, Column, Table, code_cells, coded, dictionary, joined, table
from shanhai.model.records import Records
from shanhai.rdf.mapping import Mapper

_READINGS = {"certain": Text("确定", "certain"), "uncertain": Text("存疑", "uncertain")}


def tables(
    records: Records, nodes: Iterable[NetworkNode] = (), ties: Iterable[NetworkTie] = ()
) -> tuple[Table, ...]:
    """Return all tables; first what they are and what their columns mean.

    Args:
        records: All records of a project.
        nodes: The ends of the ties.
        ties: The ties of the named projections; none leaves the table out.
    """
    mapper, names = Mapper(records), record_tables.Names(records)
    found = [
        record_tables.entities(records, mapper, names),
        claim_tables.cooperations(records, mapper, names),
        claim_tables.parties(records, names),
        claim_tables.statuses(records),
        claim_tables.relations(records, mapper, names),
        claim_tables.observations(records, mapper, names),
        claim_tables.evidence(records),
        record_tables.sources(records, mapper),
    ]
    drawn = list(ties)
    if drawn:
        found.insert(4, tie_table(nodes, drawn))
    return (record_tables.about(records), dictionary(found), *found)


def _slug(iri: str) -> str:
    """Return the id of a record, by which all tables refer to it."""
    return re.split("[/#]", iri)[-1]


def tie_table(nodes: Iterable[NetworkNode], ties: Iterable[NetworkTie]) -> Table:
    """Return the table of ties: one row for each pair of each projection."""
    known = {node.id: node for node in nodes}
    columns = (
        Column("projection", Text("网络", "projection"), "code"),
        *(
            column
            for end, zh, en in (("a", "一端", "one end"), ("b", "另一端", "the other end"))
            for column in (
                Column(end, Text(f"{zh}的编号", f"id of {en}"), "id"),
                Column(f"{end}_zh", Text(f"{zh}（中文）", f"{en} (Chinese)")),
                Column(f"{end}_en", Text(f"{zh}（英文）", f"{en} (English)")),
                Column(f"{end}_kind", Text(f"{zh}的种类", f"kind of {en}"), "code"),
            )
        ),
        Column("claims", Text("论断数", "number of claims"), "integer"),
        *coded("field", "领域", "the fields", "field", many=True),
        *coded("formality", "最高正式程度", "the strongest formality", "formality"),
        Column(
            "reading",
            Text(
                "读法；所有论断都存疑时为 uncertain",
                "the reading; uncertain if that of all its claims is",
            ),
            "code",
            tuple(_READINGS),
        ),
        *coded("reading", "读法", "the reading")[1:],
        Column("earliest", Text("最早日", "first day any claim may cover"), "date"),
        Column("latest", Text("最晚日", "last day any claim may cover"), "date"),
        Column("claim", Text("论断的编号", "ids of the claims"), "id", many=True),
    )
    rows: list[tuple[Cell, ...]] = []
    for tie in sorted(ties, key=lambda tie: (tie.projection, tie.a, tie.b)):
        ends: list[Cell] = []
        for iri in (tie.a, tie.b):
            node = known.get(iri, NetworkNode(iri, iri, iri, "other"))
            ends += [_slug(iri), node.zh, node.en, node.kind]
        rows.append(
            (
                tie.projection,
                *ends,
                len(tie.claims),
                *code_cells("field", *tie.fields),
                *code_cells("formality", tie.formality),
                tie.reading,
                _READINGS[tie.reading].zh,
                _READINGS[tie.reading].en,
                tie.earliest,
                tie.latest,
                joined(map(_slug, tie.claims)),
            )
        )
    return table("ties", Text("联系", "Ties"), columns, rows)
