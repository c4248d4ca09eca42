"""Projections of a project: rows, ties, what is known of the nodes, summaries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from shanhai.model.claim import Cooperation
from shanhai.network.arrays import as_npz
from shanhai.network.layout import sides_of
from shanhai.network.projection import (
    NAMES,
    NodeInfo,
    Row,
    Tie,
    fold,
    kind_of,
    projection,
    rows_from,
)
from shanhai.network.reports import as_csv, as_json, as_text
from shanhai.network.summary import Summary, summarise
from shanhai.store.results import Rows

if TYPE_CHECKING:
    from shanhai.workspace.opened import OpenedProject


def rows(hall: OpenedProject, name: str) -> tuple[Row, ...]:
    """Return the rows of a projection, asked for once.

    Raises:
        InputError: If there is none of that name.
    """
    known = hall.projected.get(name)
    if known is None:
        its = projection(name)
        # Without the dataset's description, which no projection asks for: it takes time to make.
        store, graphs = hall.dataset.begun, hall.dataset.default_graphs
        answer = store.query(its.sparql, default_graph=graphs)
        assert isinstance(answer, Rows)
        known = hall.projected[name] = rows_from(answer)
    return known


def ties(hall: OpenedProject, names: Sequence[str]) -> tuple[Tie, ...]:
    """Return the ties of several projections together."""
    return fold(row for name in names for row in rows(hall, name))


def nodes(hall: OpenedProject) -> dict[str, NodeInfo]:
    """Return names, kind and side of every entity by IRI."""
    sides = _sides(hall)
    found = {}
    for each in hall.records.sets:
        for entity in each.entities:
            iri = each.base + entity.id
            found[iri] = NodeInfo(
                entity.name.zh,
                entity.name.en,
                kind_of(entity.type),
                sides.get(iri, 0),
                entity.type,
            )
    return found


def _sides(hall: OpenedProject) -> dict[str, int]:
    """Return the side of each entity in a picture.

    The two sides are the province-level regions in whose areas the most parties of
    cooperations lie; for the shipped report those are Zhejiang and Shanghai.
    """
    iris = {e.id: s.base + e.id for s in hall.records.sets for e in s.entities}
    parents: dict[str, list[str]] = defaultdict(list)
    for entity in hall.records.entities():
        if entity.parent:
            parents[iris[entity.id]].append(iris[entity.parent])
    for each in hall.records.sets:
        for relation in each.relations:
            if relation.predicate in ("locatedIn", "partOf") and relation.object:
                parents[iris[relation.subject]].append(iris[relation.object])
    provinces = sorted(iris[e.id] for e in hall.records.entities() if e.type == "Province")
    members = {p: set(sides_of(parents, p, "")) for p in provinces}
    counts: Counter[str] = Counter()
    for claim in hall.records.claims():
        if isinstance(claim, Cooperation):
            for part in claim.participations:
                counts.update(p for p in provinces if iris[part.party] in members[p])
    best = sorted(counts, key=lambda p: (-counts[p], p))[:2]
    if len(best) < 2:
        return {}
    # The one with the larger share of the report stands left.
    return sides_of(parents, best[0], best[1])


def summaries(hall: OpenedProject, names: Sequence[str] | None = None) -> tuple[Summary, ...]:
    """Return the summaries of the named projections (all by default), each made once."""
    found = []
    for name in names or NAMES:
        if name not in hall.summarised:
            its = summarise(projection(name), rows(hall, name), nodes(hall))
            hall.summarised[name] = its
        found.append(hall.summarised[name])
    return tuple(found)


def report(hall: OpenedProject, form: str, lang: str, names: Sequence[str] | None) -> str:
    """Return the summaries as text, JSON or CSV."""
    found = summaries(hall, names)
    if form == "json":
        return as_json(found)
    if form == "csv":
        return as_csv(found)
    return as_text(found, "zh" if lang == "zh" else "en")


def files(hall: OpenedProject) -> dict[str, bytes]:
    """Return the network files of a build."""
    found = summaries(hall)
    made = {
        "network.txt": (as_text(found, "zh") + "\n" + as_text(found, "en")).encode("utf-8"),
        "network.json": as_json(found).encode("utf-8"),
        "network.csv": as_csv(found).encode("utf-8-sig"),
    }
    for name in NAMES:
        made[f"projections/{name}.npz"] = as_npz(rows(hall, name))
    return made
