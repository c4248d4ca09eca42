"""Observations as an RDF Data Cube (W3C Recommendation, 2014): the part of the ``w3c`` profile.

The structure is ``shanhai:ObservationStructure`` of the ontology, which travels with the
dataset. Its dimensions have one value each on every observation, a node where the plain
dataset has texts in two languages; equal texts share a node. The figures of each report are
a data set of their own: reports that differ coexist, and within one report no two
observations have all dimensions alike (integrity constraint 12) unless it contradicts itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shanhai.errors import Text
from shanhai.model.claim import Observation
from shanhai.model.entity import Entity
from shanhai.model.period import Period
from shanhai.model.source import Source, sha256_text
from shanhai.rdf import namespaces as ns
from shanhai.rdf.mapping import Mapper, term
from shanhai.rdf.terms import LANG_STRING, Iri, Literal
from shanhai.rdf.turtle import Statement
from shanhai.vocabulary import terms

QB: Final = ns.PREFIXES["qb"]
FOAF: Final = ns.PREFIXES["foaf"]
SDMX_ATTRIBUTE: Final = "http://purl.org/linked-data/sdmx/2009/attribute#"
QUDT_UNIT: Final = "http://qudt.org/vocab/unit/"
# The exact and close matches that ontology.ttl states of the units; a test compares them.
UNITS: Final = {
    "yuan": "CCY_CNY",
    "percent": "PERCENT",
    "person": "PERSON",
    "count": "NUM",
    "hectare": "HA",
    "squareKilometre": "KiloM2",
    "kilometre": "KiloM",
    "tonne": "TONNE",
    "hour": "HR",
    "year": "YR",
    "month": "MO",
    "day": "DAY",
}
# The dimensions that are nodes made here, and all components; a test compares them with the
# structure in ontology.ttl.
NODES: Final = (
    "indicatorConcept",
    "refPeriod",
    "breakdownConcept",
    "shareConcept",
    "basisConcept",
)
COMPONENTS: Final = (
    *("subject", "measure", *NODES, "nature"),
    "value",
    *("unit", "bound", "accumulation", "reading", "indicator", "timeText", "precision"),
    *("earliest", "latest", "breakdownKind", "breakdown", "breakdownEntity", "basis"),
    *("shareOf", "shareOfEntity", "ofCooperation"),
)

_TYPE = Iri(ns.RDF + "type")
_SHOWN = frozenset(term(name) for name in COMPONENTS)
_LISTS = {
    "indicator": Text("指标", "indicators"),
    "breakdown": Text("分组", "breakdowns"),
    "share": Text("占比和排名所相对的整体", "wholes of shares and ranks"),
    "basis": Text("比较的基准", "bases of comparison"),
}
_TOTAL = Text("总计", "total")
_NOT_APPLICABLE = Text("不适用", "not applicable")
_NOT_SAID = Text("未说明", "not said")


def period_node(base: str, period: Period) -> Iri:
    """Return the node that all observations of a base with this period share.

    >>> period_node("https://example.org/id/", Period("2022-08/..", None, None, "open")).value
    'https://example.org/id/w3c/period/2022-08_open'
    """
    # Neither a slash nor two dots: software that resolves IRIs would cut them away.
    return Iri(f"{base}w3c/period/{period.text.replace('..', 'open').replace('/', '_')}")


def observation(
    mapper: Mapper,
    claim: Observation,
    base: str,
    entities: dict[str, Entity],
    sources: dict[str, Source],
) -> Iterator[Statement]:
    """Yield an observation with its data set and the nodes of its dimensions.

    Args:
        mapper: Knows the IRI of every slug.
        claim: The observation.
        base: Base of the set that it was born in; the nodes stand below it.
        entities: All entities by slug.
        sources: All sources by slug.
    """
    me = mapper.iri(claim.id)
    yield me, _TYPE, Iri(QB + "Observation")
    yield from _data_set(mapper, me, sources[claim.ground.evidence[0].source], base)
    for subject, predicate, value in mapper.claim(claim):
        if subject == me and predicate in _SHOWN:
            yield subject, predicate, value
    if claim.unit in UNITS:
        yield me, Iri(SDMX_ATTRIBUTE + "unitMeasure"), Iri(QUDT_UNIT + UNITS[claim.unit])
    yield me, term("refPeriod"), period_node(base, claim.period)
    named = _hashed(claim.indicator)
    yield from _concept(me, base, "indicator", named, claim.indicator)
    part = claim.breakdown
    if part is None:
        yield from _concept(me, base, "breakdown", "total", _TOTAL)
    else:
        yield from _part(
            mapper, me, base, "breakdown", f"{part.kind}-", part.name, entities.get(part.entity)
        )
    share = claim.share_of
    if share is None:
        yield from _concept(me, base, "share", "none", _NOT_APPLICABLE)
    else:
        yield from _part(mapper, me, base, "share", "", share.name, entities.get(share.entity))
    if claim.basis is None:
        yield from _concept(me, base, "basis", "none", _NOT_SAID)
    else:
        yield from _concept(me, base, "basis", _hashed(claim.basis), claim.basis)


def _hashed(text: Text) -> str:
    return sha256_text(f"{text.zh}\n{text.en}")[:16]


def _data_set(mapper: Mapper, me: Iri, source: Source, base: str) -> Iterator[Statement]:
    """Yield the data set of the report that an observation cites first."""
    data = Iri(f"{base}w3c/observations/{source.id}")
    title = Text(f"《{source.title.zh}》中的数字", f"Figures in “{source.title.en}”")
    yield me, Iri(QB + "dataSet"), data
    yield data, _TYPE, Iri(QB + "DataSet")
    yield from _named(data, title)
    yield data, Iri(QB + "structure"), Iri(terms.OBSERVATION_STRUCTURE)
    yield data, Iri(ns.PROV + "wasDerivedFrom"), mapper.iri(source.id)


def _part(
    mapper: Mapper,
    me: Iri,
    base: str,
    kind: str,
    head: str,
    name: Text | None,
    entity: Entity | None,
) -> Iterator[Statement]:
    """Yield the node of what is an entity, a name, or an entity called otherwise."""
    slug = "-".join([*([entity.id] if entity else []), *([_hashed(name)] if name else [])])
    label = name or (entity.name if entity else _NOT_SAID)
    yield from _concept(me, base, kind, head + slug, label)
    if entity:
        node = Iri(f"{base}w3c/{kind}/{head}{slug}")
        yield node, Iri(FOAF + "focus"), mapper.iri(entity.id)


def _concept(me: Iri, base: str, kind: str, slug: str, label: Text) -> Iterator[Statement]:
    scheme, node = Iri(f"{base}w3c/{kind}"), Iri(f"{base}w3c/{kind}/{slug}")
    yield me, term(f"{kind}Concept"), node
    yield node, _TYPE, Iri(ns.SKOS + "Concept")
    yield from _named(node, label)
    yield node, Iri(ns.SKOS + "inScheme"), scheme
    yield node, Iri(ns.SKOS + "topConceptOf"), scheme
    yield scheme, _TYPE, Iri(ns.SKOS + "ConceptScheme")
    yield from _named(scheme, _LISTS[kind])


def _named(me: Iri, name: Text) -> Iterator[Statement]:
    for predicate in (ns.SKOS + "prefLabel", ns.RDFS + "label"):
        yield me, Iri(predicate), Literal(name.zh, LANG_STRING, "zh")
        yield me, Iri(predicate), Literal(name.en, LANG_STRING, "en")
