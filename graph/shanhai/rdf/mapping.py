"""Records as quads: the one place that knows the shape of the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from shanhai.errors import Text
from shanhai.model.claim import Claim, Cooperation, Observation, Relation, StatusRecord, mentions
from shanhai.model.entity import Entity
from shanhai.model.period import Period, parse_period
from shanhai.model.records import ClaimSet, Records
from shanhai.model.source import Evidence, Located, Outlet, Source
from shanhai.rdf import namespaces as ns
from shanhai.rdf.terms import LANG_STRING, Iri, Literal, Quad
from shanhai.vocabulary import terms

_TYPE = Iri(ns.RDF + "type")
_LABEL = Iri(ns.RDFS + "label")
_PREF = Iri(ns.SKOS + "prefLabel")
_ALT = Iri(ns.SKOS + "altLabel")
# Relations that are only said to be wanted, or that the text leaves open, are no facts.
_NOT_FACTS = ("intended", "planned")
_LEVELS = {
    "Country": "national",
    "Province": "province",
    "Prefecture": "city",
    "County": "county",
    "Township": "township",
}

Statement = tuple[Iri, Iri, Iri | Literal]


@cache
def term(name: str) -> Iri:
    """Return the IRI of an ontology term."""
    return Iri(ns.SHANHAI + name)


@cache
def concept(scheme: str, name: str) -> Iri:
    """Return the IRI of a concept of a scheme."""
    return Iri(f"{ns.SHANHAI}{scheme}-{name}")


def _integer(value: int) -> Literal:
    return Literal(str(value), ns.XSD + "integer")


def _decimal(value: Decimal) -> Literal:
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal(text or "0", ns.XSD + "decimal")


def _date(value: date) -> Literal:
    return Literal(value.isoformat(), ns.XSD + "date")


def _flag(value: bool) -> Literal:
    return Literal("true" if value else "false", ns.XSD + "boolean")


def _both(subject: Iri, predicate: Iri, text: Text) -> Iterator[Statement]:
    yield subject, predicate, Literal(text.zh, LANG_STRING, "zh")
    yield subject, predicate, Literal(text.en, LANG_STRING, "en")


class Mapper:
    """Maps the records of a project; knows the IRI of every slug.

    A slug born in a set gets that set's base, so that shipped things keep their IRIs
    wherever they are copied.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self._iris: dict[str, Iri] = {}
        self._types = {entity.id: entity.type for entity in records.entities()}
        for each in records.sets:
            for entity in each.entities:
                self._iris[entity.id] = Iri(each.base + entity.id)
            for source in each.sources:
                self._iris[source.id] = Iri(each.base + source.id)
                self._iris.setdefault(source.outlet.id, Iri(each.base + source.outlet.id))
            for claim in each.claims():
                self._iris[claim.id] = Iri(each.base + claim.id)

    def iri(self, slug: str) -> Iri:
        """Return the IRI of a record of any set."""
        return self._iris[slug]

    def quads(self) -> Iterator[Quad]:
        """Yield the reference, facts and claims graphs of all sets."""
        facts = Iri(ns.GRAPH_FACTS)
        for each in self.records.sets:
            home = facts if each.manifest.kind == "claims" else Iri(ns.GRAPH_REFERENCE)
            for entity in each.entities:
                for statement in self.entity(entity, each.base):
                    yield Quad(*statement, home)
            claims = Iri(ns.graph_claims(each.base, each.manifest.name))
            for statement in self._set_graph(each, claims):
                yield Quad(*statement, claims)
            for claim in each.claims():
                for statement in self.claim(claim):
                    yield Quad(*statement, facts)
                    yield Quad(*statement, claims)
                for statement in self.derived(claim):
                    yield Quad(*statement, facts)
                for statement in self.grounds(claim):
                    yield Quad(*statement, claims)

    def _set_graph(self, each: ClaimSet, graph: Iri) -> Iterator[Statement]:
        if not each.sources and not any(True for _ in each.claims()):
            return
        yield from _both(graph, _LABEL, each.manifest.title)
        for source in each.sources:
            yield from self.source(source)

    # Entities ------------------------------------------------------------------------

    def entity(self, entity: Entity, base: str) -> Iterator[Statement]:
        """Yield the statements of one entity."""
        me = self.iri(entity.id)
        for name in (entity.type, *terms.CLASSES[entity.type]):
            yield me, _TYPE, term(name)
        yield from _both(me, _PREF, entity.name)
        yield from _both(me, _LABEL, entity.name)
        for alias in entity.aliases_zh:
            yield me, _ALT, Literal(alias, LANG_STRING, "zh")
        for alias in entity.aliases_en:
            yield me, _ALT, Literal(alias, LANG_STRING, "en")
        yield me, term("named"), _flag(entity.named)
        yield me, term("englishIsOurs"), _flag(entity.english_is_ours)
        if entity.description:
            yield from _both(me, Iri(ns.DCTERMS + "description"), entity.description)
        if entity.address:
            yield from _both(me, term("address"), entity.address)
        if entity.code:
            yield me, term("code"), Literal(entity.code)
        if entity.pinyin:
            yield me, term("pinyin"), Literal(entity.pinyin)
        if entity.parent:
            yield me, term("parent"), self.iri(entity.parent)
        if entity.valid_from and (day := parse_period(entity.valid_from).earliest):
            yield me, term("validFrom"), _date(day)
        if entity.valid_to and (day := parse_period(entity.valid_to).latest):
            yield me, term("validTo"), _date(day)
        for slug in entity.predecessors:
            yield me, term("predecessor"), self.iri(slug)
        for slug in entity.successors:
            yield me, term("successor"), self.iri(slug)
        for slug in entity.formerly:
            old = Iri(base + slug)
            yield old, Iri(ns.OWL + "deprecated"), _flag(True)
            yield old, Iri(ns.DCTERMS + "isReplacedBy"), me
        yield from self._point(me, entity)

    @staticmethod
    def _point(me: Iri, entity: Entity) -> Iterator[Statement]:
        point = entity.point
        if point is None:
            return
        yield me, term("pointPrecision"), Literal(point.precision)
        if point.lat is not None and point.long is not None:
            yield me, Iri(ns.WGS84 + "lat"), _decimal(point.lat)
            yield me, Iri(ns.WGS84 + "long"), _decimal(point.long)
        if point.origin:
            yield me, term("pointOrigin"), Literal(point.origin)
        if point.licence:
            yield me, term("pointLicence"), Iri(point.licence)

    # Sources -------------------------------------------------------------------------

    def source(self, source: Source) -> Iterator[Statement]:
        """Yield the statements of one source and its outlet."""
        me = self.iri(source.id)
        yield me, _TYPE, term("Source")
        yield from _both(me, _PREF, source.title)
        yield from _both(me, _LABEL, source.title)
        yield me, term("outlet"), self.iri(source.outlet.id)
        for author in source.authors:
            yield me, term("author"), Literal(author)
        yield from _period(me, source.published)
        if source.published_why:
            yield from _both(me, term("readingReason"), source.published_why)
        if source.note:
            yield from _both(me, Iri(ns.SKOS + "note"), source.note)
        if source.sha256:
            yield me, term("fileSha256"), Literal(source.sha256)
        if source.chars:
            yield me, term("charCount"), _integer(source.chars)
        if source.url:
            yield me, Iri(ns.DCTERMS + "source"), Literal(source.url)
        if source.page:
            yield me, term("page"), Literal(source.page)
        if source.rights:
            yield from _both(me, Iri(ns.DCTERMS + "rights"), source.rights)
        yield from self._outlet(source.outlet)

    def _outlet(self, outlet: Outlet) -> Iterator[Statement]:
        me = self.iri(outlet.id)
        yield me, _TYPE, term("Outlet")
        yield from _both(me, _PREF, outlet.name)
        yield from _both(me, _LABEL, outlet.name)
        yield me, term("outletKind"), concept("outletKind", outlet.kind)
        yield me, term("outletLevel"), concept("outletLevel", outlet.level)

    # Claims --------------------------------------------------------------------------

    def claim(self, claim: Claim) -> Iterator[Statement]:
        """Yield what a claim says, evidence apart."""
        me = self.iri(claim.id)
        yield me, _TYPE, term("Claim")
        yield from _both(me, _LABEL, claim.ground.say)
        yield me, term("reading"), Literal("certain" if claim.ground.certain else "uncertain")
        if claim.ground.why:
            yield from _both(me, term("readingReason"), claim.ground.why)
        for field in claim.fields:
            yield me, term("field"), concept("field", field)
        match claim:
            case Cooperation():
                yield from self._cooperation(me, claim)
            case Relation():
                yield from self._relation(me, claim)
            case Observation():
                yield from self._observation(me, claim)

    def _cooperation(self, me: Iri, claim: Cooperation) -> Iterator[Statement]:
        yield me, _TYPE, term("Cooperation")
        yield me, term("formality"), concept("formality", claim.formality)
        yield me, term("level"), concept("level", self.level(claim))
        yield me, term("status"), concept("status", current_status(claim.statuses))
        yield from _period(me, claim.time)
        for slug in claim.concerns:
            yield me, term("concerns"), self.iri(slug)
        for number, part in enumerate(claim.participations, 1):
            node = Iri(f"{me.value}/party/{number}")
            yield me, term("participation"), node
            yield node, _TYPE, term("Participation")
            yield node, term("party"), self.iri(part.party)
            yield node, term("role"), concept("role", part.role)
            yield node, term("order"), _integer(number)
            if part.through:
                yield node, term("through"), self.iri(part.through)
        for number, status in enumerate(claim.statuses, 1):
            node = Iri(f"{me.value}/status/{number}")
            yield me, term("statusRecord"), node
            yield node, _TYPE, term("StatusRecord")
            yield node, term("status"), concept("status", status.status)
            yield node, term("order"), _integer(number)
            yield from _period(node, status.time)

    def _relation(self, me: Iri, claim: Relation) -> Iterator[Statement]:
        yield me, _TYPE, term("RelationClaim")
        yield me, term("subject"), self.iri(claim.subject)
        yield me, term("predicate"), term(claim.predicate)
        if claim.text:
            yield from _both(me, term("text"), claim.text)
        else:
            yield me, term("object"), self.iri(claim.object)
        if claim.status:
            yield me, term("status"), concept("status", claim.status)
        yield from _period(me, claim.time)

    def _observation(self, me: Iri, claim: Observation) -> Iterator[Statement]:
        yield me, _TYPE, term("Observation")
        yield me, term("subject"), self.iri(claim.subject)
        yield me, term("measure"), concept("measure", claim.measure)
        yield from _both(me, term("indicator"), claim.indicator)
        yield me, term("value"), _decimal(claim.value)
        yield me, term("unit"), concept("unit", claim.unit)
        yield me, term("bound"), concept("bound", claim.bound)
        yield me, term("accumulation"), concept("accumulation", claim.accumulation)
        yield me, term("nature"), concept("nature", claim.nature)
        yield from _period(me, claim.period)
        part = claim.breakdown
        if part is None:
            yield from _both(me, term("breakdown"), Text("总计", "total"))
        else:
            yield me, term("breakdownKind"), Literal(part.kind)
            if part.entity:
                yield me, term("breakdownEntity"), self.iri(part.entity)
            if part.name:
                yield from _both(me, term("breakdown"), part.name)
        if claim.basis:
            yield from _both(me, term("basis"), claim.basis)
        if claim.share_of and claim.share_of.entity:
            yield me, term("shareOfEntity"), self.iri(claim.share_of.entity)
        if claim.share_of and claim.share_of.name:
            yield from _both(me, term("shareOf"), claim.share_of.name)
        if claim.cooperation:
            yield me, term("ofCooperation"), self.iri(claim.cooperation)

    def derived(self, claim: Claim) -> Iterator[Statement]:
        """Yield what follows from a claim: whom it mentions, parties, the direct triple."""
        me = self.iri(claim.id)
        for slug in mentions(claim):
            yield me, term("mentions"), self.iri(slug)
        if isinstance(claim, Cooperation):
            for part in claim.participations:
                yield me, term("hasParty"), self.iri(part.party)
        if isinstance(claim, Relation) and claim.ground.certain and claim.status not in _NOT_FACTS:
            subject, predicate = self.iri(claim.subject), term(claim.predicate)
            if claim.text:
                yield from _both(subject, predicate, claim.text)
            else:
                yield subject, predicate, self.iri(claim.object)

    def grounds(self, claim: Claim) -> Iterator[Statement]:
        """Yield the evidence of a claim and of its status records."""
        me = self.iri(claim.id)
        if claim.ground.confidence:
            yield me, term("confidence"), Literal(claim.ground.confidence)
        for slug in dict.fromkeys(e.source for e in claim.ground.evidence):
            yield me, Iri(ns.PROV + "wasDerivedFrom"), self.iri(slug)
        yield from self._evidence(me, claim.ground.evidence)
        if isinstance(claim, Cooperation):
            for number, status in enumerate(claim.statuses, 1):
                yield from self._evidence(Iri(f"{me.value}/status/{number}"), status.evidence)

    def _evidence(self, owner: Iri, evidence: tuple[Evidence, ...]) -> Iterator[Statement]:
        for number, each in enumerate(evidence, 1):
            node = Iri(f"{owner.value}/evidence/{number}")
            yield owner, term("evidence"), node
            yield node, _TYPE, term("Evidence")
            yield node, term("order"), _integer(number)
            yield node, term("ofSource"), self.iri(each.source)
            if isinstance(each, Located):
                yield node, term("evidenceClass"), Literal("located")
                yield node, term("section"), _integer(each.section)
                yield node, term("paragraph"), _integer(each.paragraph)
                yield node, term("start"), _integer(each.start)
                yield node, term("end"), _integer(each.end)
                yield node, term("sha256"), Literal(each.sha256)
                yield node, term("fold"), Literal(each.fold)
            else:
                yield node, term("evidenceClass"), Literal("sourceOnly")
                if each.page:
                    yield node, term("page"), Literal(each.page)

    def level(self, claim: Cooperation) -> str:
        """Return the level of a cooperation, derived from its parties.

        Regions of one kind give that kind's level; bodies and platforms alone give
        ``body``; anything else is ``mixed``.
        """
        found = set()
        for part in claim.participations:
            kind = self._types[part.party]
            supers = terms.CLASSES[kind]
            if kind == "Region" or "Region" in supers:
                found.add(_LEVELS.get(kind, "mixed"))
            else:
                found.add("body")
        return found.pop() if len(found) == 1 else "mixed"


def current_status(statuses: tuple[StatusRecord, ...]) -> str:
    """Return the status of the latest dated record; without dates the last one listed."""
    dated = [(s.time.earliest, number) for number, s in enumerate(statuses) if s.time.earliest]
    return statuses[max(dated)[1] if dated else -1].status


def _period(subject: Iri, period: Period) -> Iterator[Statement]:
    yield subject, term("timeText"), Literal(period.text)
    yield subject, term("precision"), concept("precision", period.precision)
    if period.earliest:
        yield subject, term("earliest"), _date(period.earliest)
    if period.latest:
        yield subject, term("latest"), _date(period.latest)
