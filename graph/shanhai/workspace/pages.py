"""What the pages of a build show, gathered from the records."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from shanhai.errors import Text
from shanhai.exchange.citation import english_entry, gbt7714_entry, references
from shanhai.model.claim import Claim, mentions
from shanhai.model.entity import Entity
from shanhai.network.projection import NAMES
from shanhai.views import index_page as view
from shanhai.views.network_page import ClaimText, network_page
from shanhai.views.wording import term
from shanhai.vocabulary import terms
from shanhai.workspace import networks, wording

if TYPE_CHECKING:
    from shanhai.workspace.opened import OpenedProject

FILES = {
    "index.html": Text("本页", "this page"),
    "network.html": Text(
        "关系网络图：区域、机构、平台；点开看依据",
        "picture of the network: regions, bodies, platforms; click for what it rests on",
    ),
    "dataset.nq": Text(
        "数据集，N-Quads（规范形式）；RDF 工具可读",
        "the dataset as canonical N-Quads, for RDF tools",
    ),
    "dataset.trig": Text("数据集，TriG；便于阅读", "the dataset as TriG, easier to read"),
    "void.ttl": Text(
        "数据集说明：数量、许可、校验和、哈希",
        "description of the dataset: counts, licence, checksums, hash",
    ),
    "validation.txt": Text("校验报告", "validation report"),
    "validation.json": Text("校验报告，供程序读取", "validation report for programs"),
    "validation.ttl": Text("校验报告，RDF", "validation report as RDF"),
    "network.txt": Text("网络摘要", "network summary"),
    "network.json": Text("网络摘要，供程序读取", "network summary for programs"),
    "network.csv": Text("网络摘要，长表；Excel、R 可读", "network summary as a long table"),
    "manifest.json": Text("输入和输出的校验和", "checksums of what went in and came out"),
}
_ROWS = Text("投影的行，numpy 可读", "rows of the projection, for numpy")


def network(hall: OpenedProject) -> str:
    """Return ``network.html``."""
    iris, title = _iris(hall), hall.dataset.facts.title
    claims = {
        iris[claim.id]: ClaimText(
            claim.ground.say.zh,
            claim.ground.say.en,
            wording.where(claim, hall.records).zh,
            wording.where(claim, hall.records).en,
            claim.ground.certain,
            claim.ground.why,
            wording.about(claim),
            wording.time_of(claim),
        )
        for claim in hall.records.claims()
    }
    return network_page(
        networks.ties(hall, NAMES),
        networks.nodes(hall),
        claims,
        title=Text(f"关系网络：{title.zh}", f"Network of ties: {title.en}"),
        note=Text(
            "区域、机构和平台之间所报道的联系：每条联系列出它所依据的论断和在报道中的位置。",
            "The ties reported between regions, bodies and platforms: each lists the claims that "
            "it rests on and their place in the report.",
        ),
        foot=_foot(hall),
        home="index.html",
    )


def index(hall: OpenedProject, names: list[str], sizes: dict[str, int]) -> str:
    """Return ``index.html``.

    Args:
        hall: The project.
        names: The files of the build.
        sizes: Sizes of those that are known, in bytes.
    """
    facts = hall.dataset.facts
    order = [*FILES, *sorted(name for name in names if name not in FILES)]
    return view.index_page(
        view.Index(
            title=facts.title,
            intro=facts.description,
            files=tuple(
                view.FileLine(name, FILES.get(name, _ROWS), sizes.get(name))
                for name in order
                if name in names
            ),
            counts=_counts(hall),
            groups=_groups(hall),
            claims=_claims(hall),
            summaries=networks.summaries(hall),
            sources=_sources(hall),
            citation=_citation(hall),
            licence=_licence(facts.licence),
            licence_link=facts.licence,
            hash=hall.dataset.hash,
        )
    )


def _iris(hall: OpenedProject) -> dict[str, str]:
    return {c.id: s.base + c.id for s in hall.records.sets for c in s.claims()}


def _names(hall: OpenedProject) -> dict[str, Text]:
    return {entity.id: entity.name for entity in hall.records.entities()}


def _foot(hall: OpenedProject) -> Text:
    titles = [source.title for source in hall.records.sources()]
    zh, en = "、".join(f"《{t.zh}》" for t in titles), ", ".join(f"“{t.en}”" for t in titles)
    licence = _licence(hall.dataset.facts.licence)
    return Text(
        f"来源：{zh}。论断为编者自己的话，许可：{licence.zh}。",
        f"Sources: {en}. Claims in the editors’ own words; licence: {licence.en}.",
    )


def _licence(address: str) -> Text:
    if address.endswith("/licenses/by/4.0/"):
        return Text("知识共享 署名 4.0（CC BY 4.0）", "Creative Commons BY 4.0")
    return Text(address, address)


def _counts(hall: OpenedProject) -> tuple[view.Count, ...]:
    entities = Counter(
        kind
        for entity in hall.own_entities()
        for kind in (entity.type, *terms.CLASSES[entity.type])
    )
    records = hall.records
    return (
        *(
            view.Count(_many(kind, entities[kind]), entities[kind])
            for kind in _COUNTED
            if entities[kind]
        ),
        *(
            view.Count(_many(kind, number), number)
            for kind, number in (
                ("Cooperation", sum(len(s.cooperations) for s in records.sets)),
                ("RelationClaim", sum(len(s.relations) for s in records.sets)),
                ("Observation", sum(len(s.observations) for s in records.sets)),
                ("Source", sum(len(s.sources) for s in records.sets)),
            )
        ),
    )


_COUNTED = (
    *("Region", "Body", "Platform", "Project", "Event", "Policy", "Product"),
    *("Place", "TransportLine", "Person"),
)


def _many(kind: str, number: int) -> Text:
    """Return the label of a class as it stands beside a number.

    >>> _many("Body", 2).en, _many("Body", 1).en, _many("Policy", 19).en
    ('bodies', 'body', 'policies')
    """
    its = term(kind)
    if number == 1:
        return its
    return Text(its.zh, f"{its.en[:-1]}ies" if its.en.endswith("y") else f"{its.en}s")


def _groups(hall: OpenedProject) -> tuple[view.EntityGroup, ...]:
    used = Counter(slug for claim in hall.records.claims() for slug in mentions(claim))
    by_type: dict[str, list[Entity]] = defaultdict(list)
    for entity in hall.own_entities():
        by_type[entity.type].append(entity)
    rank = {name: number for number, name in enumerate(_ORDER)}
    kinds = sorted(by_type, key=lambda k: (_rank(k, rank), k))
    return tuple(
        view.EntityGroup(
            term(kind),
            tuple(
                view.EntityLine(
                    entity.id,
                    entity.name,
                    (*entity.aliases_zh, *entity.aliases_en),
                    entity.description or (Text(entity.code, entity.code) if entity.code else None),
                    entity.english_is_ours,
                    used[entity.id],
                )
                for entity in sorted(by_type[kind], key=lambda e: (-used[e.id], e.id))
            ),
        )
        for kind in kinds
    )


_ORDER = (
    *("Country", "MacroRegion", "Province", "Prefecture", "County", "Township", "Region"),
    *("Body", "Platform", "Project", "Event", "Place", "TransportLine", "Product"),
)


def _rank(kind: str, rank: dict[str, int]) -> int:
    found = [rank[k] for k in (kind, *terms.CLASSES[kind]) if k in rank]
    return min(found, default=len(rank))


def _claims(hall: OpenedProject) -> tuple[view.ClaimGroup, ...]:
    names = _names(hall)

    def line(claim: Claim) -> view.ClaimLine:
        return view.ClaimLine(
            claim.id,
            claim.ground.say,
            wording.where(claim, hall.records),
            wording.about(claim),
            wording.time_of(claim),
            wording.parties(claim, names),
            claim.ground.certain,
            claim.ground.why,
        )

    kinds = (
        (
            "Cooperation",
            Text("领域 · 形式 · 状态", "Field · form · status"),
            [c for s in hall.records.sets for c in s.cooperations],
        ),
        (
            "RelationClaim",
            Text("关系 · 领域", "Relation · field"),
            [c for s in hall.records.sets for c in s.relations],
        ),
        (
            "Observation",
            Text("数值 · 领域", "Figure · field"),
            [c for s in hall.records.sets for c in s.observations],
        ),
    )
    return tuple(
        view.ClaimGroup(term(kind), tuple(line(claim) for claim in claims), heading)
        for kind, heading, claims in kinds
        if claims
    )


def _sources(hall: OpenedProject) -> tuple[view.SourceLine, ...]:
    lines = []
    by_id = {reference.id: reference for reference in references(hall.records)}
    for source in hall.records.sources():
        text = gbt7714_entry(by_id[source.id])
        why = source.published_why or Text("", "")
        outlet = source.outlet.name
        note = Text(f"{outlet.zh}。{why.zh}", f"{outlet.en}. {why.en}")
        lines.append(view.SourceLine(source.id, Text(text, text), note))
    return tuple(lines)


def _citation(hall: OpenedProject) -> Text:
    sets = [each for each in references(hall.records) if each.kind == "dataset"]
    short = hall.dataset.hash[:16]
    return Text(
        " ".join(map(gbt7714_entry, sets)) + f" RDFC-1.0 哈希 {short}……",
        " ".join(map(english_entry, sets)) + f" RDFC-1.0 hash {short}…",
    )
