"""The ``w3c`` profile: the plain dataset once more in the richer forms of W3C and OGC.

The dataset itself stays flat. Here evidence is a Web Annotation (W3C 2017), an observation a
``qb:Observation`` of a data set with its structure (RDF Data Cube, 2014), a body an
``org:Organization`` (ORG, 2014), a source a ``prov:Entity`` (PROV-O, 2013), a period a
``time:Interval`` (OWL-Time, 2022), a point a WKT literal (GeoSPARQL 1.1), a unit one of QUDT
where QUDT has it. All nodes have IRIs: below that of the record they explain, or, where
several records share one, below the base of their set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from shanhai.errors import Text
from shanhai.exchange import data_cube
from shanhai.exchange.data_cube import QUDT_UNIT, SDMX_ATTRIBUTE
from shanhai.model.claim import Cooperation, Observation, Relation
from shanhai.model.entity import Entity
from shanhai.model.period import Period
from shanhai.model.records import Records
from shanhai.model.source import Evidence, Located, Source
from shanhai.rdf import namespaces as ns
from shanhai.rdf.mapping import Mapper, concept
from shanhai.rdf.terms import LANG_STRING, Iri, Literal, Quad
from shanhai.rdf.turtle import Statement
from shanhai.vocabulary import terms

OA: Final = ns.PREFIXES["oa"]
ORG: Final = ns.PREFIXES["org"]
TIME: Final = ns.PREFIXES["time"]
GEOSPARQL: Final = ns.PREFIXES["gsp"]
SIMPLE_FEATURES: Final = "http://www.opengis.net/ont/sf#"
PREFIXES: Final = {
    **ns.PREFIXES,
    "sf": SIMPLE_FEATURES,
    "sdmx-attribute": SDMX_ATTRIBUTE,
    "unit": QUDT_UNIT,
}

Quotes = Callable[[Evidence], str | None]

_TYPE = Iri(ns.RDF + "type")
_LABEL = Iri(ns.RDFS + "label")
_DERIVED = Iri(ns.PROV + "wasDerivedFrom")
# Bodies that stand by themselves in law or administration; teams and other bodies do not.
_FORMAL = (
    "GovernmentBody",
    "Company",
    "University",
    "School",
    "Hospital",
    "ResearchInstitute",
    "Association",
)
_NOT_FACTS = ("intended", "planned")


def w3c_profile(
    records: Records, quotes: Quotes | None = None, base: str = ns.ID
) -> Iterator[Quad]:
    """Yield the quads of the profile, all in the graph ``<base>graph/w3c``.

    Args:
        records: All records of a project.
        quotes: Gives the quote behind a piece of evidence, or None; without it the profile
            holds positions only.
        base: Base of the project: its graph stands below it. Nodes that explain a record
            stand below that record, those that records share below the base of their set.
    """
    graph = Iri(base + "graph/w3c")
    for statement in _statements(Mapper(records), quotes or (lambda _evidence: None)):
        yield Quad(*statement, graph)


def _statements(mapper: Mapper, quotes: Quotes) -> Iterator[Statement]:
    records = mapper.records
    entities = {entity.id: entity for entity in records.entities()}
    sources = {source.id: source for source in records.sources()}
    classes = {entity.id: entity.type for entity in records.entities()}
    for entity in records.entities():
        yield from _entity(mapper.iri(entity.id), entity)
    for source in records.sources():
        yield from _source(mapper, source)
    for each in records.sets:
        for claim in each.claims():
            me = mapper.iri(claim.id)
            yield me, _TYPE, Iri(ns.PROV + "Entity")
            for slug in dict.fromkeys(one.source for one in claim.ground.evidence):
                yield me, _DERIVED, mapper.iri(slug)
            yield from _annotations(mapper, me, claim.ground.evidence, quotes)
            if isinstance(claim, Observation):
                yield from _time(me, claim.period, data_cube.period_node(each.base, claim.period))
                yield from data_cube.observation(mapper, claim, each.base, entities, sources)
            else:
                yield from _time(me, claim.time, Iri(me.value + "/time"))
                yield from _claim(mapper, me, claim, classes, quotes)


def _claim(
    mapper: Mapper, me: Iri, claim: Cooperation | Relation, classes: dict[str, str], quotes: Quotes
) -> Iterator[Statement]:
    match claim:
        case Cooperation():
            yield from _cooperation(mapper, me, claim, classes)
            for number, status in enumerate(claim.statuses, 1):
                node = Iri(f"{me.value}/status/{number}")
                yield from _time(node, status.time, Iri(node.value + "/time"))
                yield from _annotations(mapper, node, status.evidence, quotes)
        case Relation():
            yield from _relation(mapper, me, claim, classes)


def _both(subject: Iri, predicate: Iri, text: Text) -> Iterator[Statement]:
    yield subject, predicate, Literal(text.zh, LANG_STRING, "zh")
    yield subject, predicate, Literal(text.en, LANG_STRING, "en")


# Bodies and places --------------------------------------------------------------------------


def _is_body(kind: str) -> bool:
    return kind == "Body" or "Body" in terms.CLASSES[kind]


def _entity(me: Iri, entity: Entity) -> Iterator[Statement]:
    if _is_body(entity.type):
        formal = entity.type in _FORMAL
        yield me, _TYPE, Iri(ORG + ("FormalOrganization" if formal else "Organization"))
        yield me, _TYPE, Iri(ns.PROV + "Agent")
        yield from _both(me, Iri(ns.SKOS + "prefLabel"), entity.name)
    point = entity.point
    if point is not None and point.lat is not None and point.long is not None:
        node = Iri(me.value + "/geometry")
        yield me, _TYPE, Iri(GEOSPARQL + "Feature")
        yield me, Iri(GEOSPARQL + "hasGeometry"), node
        yield node, _TYPE, Iri(SIMPLE_FEATURES + "Point")
        # WKT has longitude first in the default reference system, CRS84.
        wkt = Literal(f"POINT({point.long:f} {point.lat:f})", GEOSPARQL + "wktLiteral")
        yield node, Iri(GEOSPARQL + "asWKT"), wkt
        if point.origin:
            yield node, Iri(ns.DCTERMS + "source"), Literal(point.origin)
        if point.licence:
            yield node, Iri(ns.DCTERMS + "license"), Iri(point.licence)


def _cooperation(
    mapper: Mapper, me: Iri, claim: Cooperation, classes: dict[str, str]
) -> Iterator[Statement]:
    if not claim.ground.certain or all(s.status in _NOT_FACTS for s in claim.statuses):
        return
    yield me, _TYPE, Iri(ORG + "OrganizationalCollaboration")
    yield from _both(me, Iri(ns.SKOS + "prefLabel"), claim.ground.say)
    for number, part in enumerate(claim.participations, 1):
        party = mapper.iri(part.party)
        if not _is_body(classes[part.party]):
            # A region is no agent: its cooperation is told as the area that is covered.
            yield me, Iri(ns.DCTERMS + "spatial"), party
            continue
        node = Iri(f"{me.value}/party/{number}")
        yield node, _TYPE, Iri(ORG + "Membership")
        yield node, Iri(ORG + "member"), party
        yield node, Iri(ORG + "organization"), me
        yield node, Iri(ORG + "role"), concept("role", part.role)
        yield node, Iri(ORG + "memberDuring"), Iri(me.value + "/time")


def _relation(
    mapper: Mapper, me: Iri, claim: Relation, classes: dict[str, str]
) -> Iterator[Statement]:
    ends = (claim.subject, claim.object)
    bodies = all(slug and _is_body(classes[slug]) for slug in ends)
    if not bodies or not claim.ground.certain or claim.status in _NOT_FACTS:
        return
    subject, value = mapper.iri(claim.subject), mapper.iri(claim.object)
    if claim.predicate == "memberOf":
        node = Iri(me.value + "/membership")
        yield subject, Iri(ORG + "memberOf"), value
        yield node, _TYPE, Iri(ORG + "Membership")
        yield node, Iri(ORG + "member"), subject
        yield node, Iri(ORG + "organization"), value
        yield node, Iri(ORG + "memberDuring"), Iri(me.value + "/time")
    elif claim.predicate == "partOf":
        yield subject, Iri(ORG + "subOrganizationOf"), value


# Sources, evidence, time --------------------------------------------------------------------


def _source(mapper: Mapper, source: Source) -> Iterator[Statement]:
    me, outlet = mapper.iri(source.id), mapper.iri(source.outlet.id)
    yield me, _TYPE, Iri(ns.PROV + "Entity")
    yield from _both(me, Iri(ns.DCTERMS + "title"), source.title)
    yield me, Iri(ns.PROV + "wasAttributedTo"), outlet
    yield outlet, _TYPE, Iri(ns.PROV + "Agent")
    yield from _both(outlet, _LABEL, source.outlet.name)
    yield from _time(me, source.published, Iri(me.value + "/time"))


def _annotations(
    mapper: Mapper, owner: Iri, evidence: tuple[Evidence, ...], quotes: Quotes
) -> Iterator[Statement]:
    for number, each in enumerate(evidence, 1):
        node = Iri(f"{owner.value}/evidence/{number}")
        source = mapper.iri(each.source)
        yield node, _TYPE, Iri(OA + "Annotation")
        yield node, Iri(OA + "motivatedBy"), Iri(OA + "linking")
        yield node, Iri(OA + "hasBody"), owner
        if not isinstance(each, Located):
            yield node, Iri(OA + "hasTarget"), source
            continue
        target = Iri(node.value + "/target")
        yield node, Iri(OA + "hasTarget"), target
        yield target, _TYPE, Iri(OA + "SpecificResource")
        yield target, _TYPE, Iri(ns.PROV + "Entity")
        yield target, Iri(OA + "hasSource"), source
        yield target, Iri(ns.PROV + "wasQuotedFrom"), source
        position = Iri(node.value + "/position")
        yield target, Iri(OA + "hasSelector"), position
        yield position, _TYPE, Iri(OA + "TextPositionSelector")
        for name, offset in (("start", each.start), ("end", each.end)):
            yield position, Iri(OA + name), Literal(str(offset), ns.XSD + "nonNegativeInteger")
        quote = quotes(each)
        if quote is not None:
            words = Iri(node.value + "/quote")
            yield target, Iri(OA + "hasSelector"), words
            yield words, _TYPE, Iri(OA + "TextQuoteSelector")
            yield words, Iri(OA + "exact"), Literal(quote)


def _time(owner: Iri, period: Period, node: Iri) -> Iterator[Statement]:
    yield owner, Iri(TIME + "hasTime"), node
    yield node, _TYPE, Iri(TIME + "Interval")
    # The precision stays with the record; the ends are the outermost days that it leaves open.
    yield node, _LABEL, Literal(period.text)
    ends = (("hasBeginning", "beginning", period.earliest), ("hasEnd", "end", period.latest))
    for name, below, day in ends:
        if day is None:
            continue
        instant = Iri(f"{node.value}/{below}")
        yield node, Iri(TIME + name), instant
        yield instant, _TYPE, Iri(TIME + "Instant")
        yield instant, Iri(TIME + "inXSDDate"), Literal(day.isoformat(), ns.XSD + "date")
