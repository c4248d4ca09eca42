"""``build``: the whole folder at once, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shanhai.errors import InputError, Text
from shanhai.files import read_bytes, replacing_folder, sha256_bytes
from shanhai.model.records import SCHEMA
from shanhai.rdf.report import report_json, report_text, report_turtle
from shanhai.rdf.validation import SHAPES
from shanhai.resources import VERSION
from shanhai.vocabulary import terms
from shanhai.workspace import exporting, networks, project

if TYPE_CHECKING:
    from shanhai.rdf.validation import Report
    from shanhai.workspace.opened import OpenedProject

MANIFEST = "manifest.json"
STEPS = 6
Step = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        folder: Where it stands.
        files: Names of the files, sorted.
        counts: Number of records by class.
        uncertain: Number of claims whose reading is uncertain.
        triples: Number of statements of the dataset.
        hash: RDFC-1.0 hash of the dataset.
        warnings: Number of warnings of the check.
    """

    folder: Path
    files: tuple[str, ...]
    counts: dict[str, int]
    uncertain: int
    triples: int
    hash: str
    warnings: int


def build(hall: OpenedProject, target: Path, *, with_pages: bool, step: Step) -> Built:
    """Build everything into a folder that replaces ``target`` as a whole.

    Raises:
        InputError: If the data is wrong; nothing is written then.
        EnvironmentFault: If the folder cannot be written; the old one stays.
    """
    step("读取论断", "reading claims")
    dataset = hall.dataset
    step("校验", "validating")
    report = hall.validate()
    if not report.valid:
        raise InputError(
            Text(
                "数据不符合形状约束，未生成任何东西",
                "the data breaks its shapes; nothing was written",
            ),
            hall.shape_problems(report),
        )
    step("序列化", "serialising")
    files: dict[str, bytes] = {
        "dataset.nq": dataset.nquads,
        "dataset.trig": exporting.export(hall, "trig"),
        "validation.txt": _validation(hall, report),
        "validation.json": report_json(report),
        "validation.ttl": report_turtle(report),
    }
    step("网络", "network")
    files |= networks.files(hall)
    if with_pages:
        step("网页", "pages")
        from shanhai.workspace import pages

        files["network.html"] = pages.network(hall).encode("utf-8")
        sizes = {name: len(data) for name, data in files.items()}
        names = sorted([*files, "index.html", "void.ttl", MANIFEST])
        files["index.html"] = pages.index(hall, names, sizes).encode("utf-8")
    # Pages hold computed positions, which may differ in the last bit between machines; the
    # dataset's description must not.
    lasting = {name: data for name, data in files.items() if not name.endswith(".html")}
    files["void.ttl"] = exporting.void(hall, lasting)
    files[MANIFEST] = _manifest(hall, files)
    step("写入", "writing")
    with replacing_folder(target, is_build) as folder:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    kinds = ("Region", "Body", "Platform")
    counts = dict.fromkeys((*kinds, "Cooperation", "RelationClaim", "Observation"), 0)
    for entity in hall.own_entities():
        for kind in {entity.type, *terms.CLASSES[entity.type]} & set(kinds):
            counts[kind] += 1
    for each in hall.records.sets:
        counts["Cooperation"] += len(each.cooperations)
        counts["RelationClaim"] += len(each.relations)
        counts["Observation"] += len(each.observations)
    return Built(
        folder=target,
        files=tuple(sorted(files)),
        counts=counts,
        uncertain=sum(1 for claim in hall.records.claims() if not claim.ground.certain),
        triples=len(dataset.statements),
        hash=dataset.hash,
        warnings=len(hall.reading.problems),
    )


def _manifest(hall: OpenedProject, files: dict[str, bytes]) -> bytes:
    """Return what went in and what came out, by checksum: no time, no path, no user."""
    about = {
        "schema": SCHEMA,
        "dataset": hall.dataset.hash,
        "inputs": project.input_checksums(hall.project),
        "outputs": {name: sha256_bytes(data) for name, data in sorted(files.items())},
    }
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def is_build(folder: Path) -> bool:
    """Return whether a folder was made by a build: its manifest says so in our way."""
    try:
        about = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(about, dict) and {"schema", "dataset", "inputs", "outputs"} <= about.keys()


def _validation(hall: OpenedProject, report: Report) -> bytes:
    """Return ``validation.txt``: what was checked against what, and what was found."""
    dataset, shapes = hall.dataset, sha256_bytes(read_bytes(SHAPES))
    count = len(dataset.statements)
    head = (
        f"{dataset.facts.title.zh}\n核对的是：{count} 条三元组，RDFC-1.0 哈希 {dataset.hash}。\n"
        f"依据的是：shanhai-graph {VERSION} 的 SHACL 形状（SHA-256 {shapes}）。\n"
        f"{report_text(report, 'zh')}\n"
        f"{dataset.facts.title.en}\nChecked: {count} triples, RDFC-1.0 hash {dataset.hash}.\n"
        f"Against: the SHACL shapes of shanhai-graph {VERSION} (SHA-256 {shapes}).\n"
        f"{report_text(report, 'en')}"
    )
    return head.encode("utf-8")


def ten_lines(built: Built, shown: str, lang: str) -> Sequence[str]:
    """Return the summary that the command prints."""
    c = built.counts
    pages_zh = "请打开 " + str(Path(shown) / "index.html") if "index.html" in built.files else ""
    pages_en = "open " + str(Path(shown) / "index.html") if "index.html" in built.files else ""
    if lang == "zh":
        return (
            f"已生成 {shown}",
            f"区域 {c['Region']}，机构 {c['Body']}，平台 {c['Platform']}",
            f"合作 {c['Cooperation']}，关系 {c['RelationClaim']}，观测值 {c['Observation']}",
            f"数据集 {built.triples} 条陈述（不含自身说明），RDFC-1.0 哈希 {built.hash[:16]}…",
            "形状校验：通过" + (f"；警告 {built.warnings} 条" if built.warnings else ""),
            f"读法存疑的论断 {built.uncertain} 条：shanhai ask uncertain",
            "提问：shanhai ask 列出问题；shanhai find 名称",
            "网络摘要：network.txt、network.json、network.csv",
            "每条论断的出处：shanhai ask … --footnotes",
            pages_zh or "未生成网页（--no-pages）",
        )
    return (
        f"built {shown}",
        f"{c['Region']} regions, {c['Body']} bodies, {c['Platform']} platforms",
        f"{c['Cooperation']} cooperations, {c['RelationClaim']} relations, "
        f"{c['Observation']} observations",
        f"dataset of {built.triples} statements (its own description apart), "
        f"RDFC-1.0 hash {built.hash[:16]}…",
        "shapes: all hold" + (f"; {built.warnings} warnings" if built.warnings else ""),
        f"{built.uncertain} claim{'' if built.uncertain == 1 else 's'} of uncertain reading: "
        "shanhai ask uncertain",
        "ask: shanhai ask lists the questions; shanhai find NAME",
        "network summary: network.txt, network.json, network.csv",
        "where a claim comes from: shanhai ask ... --footnotes",
        pages_en or "no pages were asked for (--no-pages)",
    )
