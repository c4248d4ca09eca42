"""A project folder: where it is, what it holds, how one is begun."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from shanhai import resources
from shanhai.claims import checking, loading
from shanhai.claims.checking import SHIPPED
from shanhai.claims.fields import Decoder, is_address
from shanhai.claims.nodes import read_mapping
from shanhai.errors import InputError, Problem, Text
from shanhai.files import read_bytes, sha256_bytes, write_bytes, writing
from shanhai.model.records import Records
from shanhai.rdf.namespaces import ID, SITE

MARKER = "shanhai.yml"
_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Project:
    """Where the records come from.

    Attributes:
        folder: The project's folder; None for the shipped data.
        name: Name for messages and titles.
        base: Base IRI of what is born in the project.
        licence: Address of the licence of the dataset as a whole; empty if it does not say.
    """

    folder: Path | None
    name: str
    base: str
    licence: str = ""

    def sets(self) -> tuple[tuple[Path, str, str], ...]:
        """Return the folders of all sets with their name in messages and base IRI.

        A project sees its own sets and the package's reference data; a set that it copied
        from the package keeps the package's identities.
        """
        shipped = {path.name: path for path in resources.shipped_sets()}
        if self.folder is None:
            return tuple((path, f"data/{name}", ID) for name, path in shipped.items())
        own = {p.parent.name: p.parent for p in sorted(self.folder.glob("data/*/dataset.yml"))}
        found = [
            (path, f"{SHIPPED}data/{name}", ID)
            for name, path in shipped.items()
            if name not in own and _is_reference(path)
        ]
        found += [
            (path, f"data/{name}", ID if name in shipped else self.base)
            for name, path in own.items()
        ]
        return tuple(found)


def _is_reference(path: Path) -> bool:
    top, _ = read_mapping(read_bytes(path / "dataset.yml"), "dataset.yml")
    return getattr(top.items.get("kind"), "value", "") == "reference"


def find(start: Path) -> Path | None:
    """Return the nearest folder upwards that holds ``shanhai.yml``."""
    start = start.resolve()
    return next((p for p in (start, *start.parents) if (p / MARKER).is_file()), None)


def open_project(folder: Path | None) -> Project:
    """Open a project folder; None opens the shipped data.

    Raises:
        InputError: If the folder is no project or its ``shanhai.yml`` is wrong.
    """
    if folder is None:
        return Project(None, "shanhai", ID)
    path = folder / MARKER
    if not path.is_file():
        raise InputError(
            Text(
                f"{folder}：不是项目文件夹（没有 {MARKER}）；先运行 shanhai init {folder}",
                f"{folder}: not a project folder (no {MARKER}); run shanhai init {folder} first",
            )
        )
    top, problems = read_mapping(read_bytes(path), str(path))
    decoder = Decoder(str(path), list(problems))
    record = decoder.record(top, ("schema", "name"), ("base", "languages", "licence"))
    record.schema()
    name = record.slug("name")
    for language in record.words("languages"):
        if language not in _LANGUAGES:
            decoder.fault(
                record.line("languages"),
                f"没有“{language}”这种语言；可用：zh、en",
                f"no language '{language}'; allowed: zh, en",
            )
    base = record.string("base") or f"{ID}x-{name}/"
    if not base.endswith(("/", "#")) or not is_address(base):
        decoder.fault(
            record.line("base"),
            f"base 应是以 / 或 # 结尾、合乎规范的 http(s) 地址，不能是“{base}”",
            f"base must be an http(s) address that is well-formed and ends in / or #, not '{base}'",
        )
    elif base.startswith(SITE) and not base.startswith(f"{ID}x-"):
        decoder.fault(
            record.line("base"),
            f"base 不能用山海自己的地址 {base}；可用 {ID}x-{name}/ 或您自己的地址",
            f"the base cannot be Shanhai's own {base}; use {ID}x-{name}/ or an address of yours",
        )
    licence = record.licence("licence")
    if decoder.problems:
        raise InputError(Text(f"{path} 有误", f"{path} is not right"), tuple(decoder.problems))
    return Project(folder, name, base, licence)


@dataclass(frozen=True, slots=True)
class Reading:
    """All records of a project as read, with every problem found."""

    records: Records
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that forbid a build."""
        return tuple(p for p in self.problems if not p.warning)

    def require(self) -> Records:
        """Return the records.

        Raises:
            InputError: If there are errors; it carries them, at most twenty in full.
        """
        if not self.errors:
            return self.records
        count = len(self.errors)
        raise InputError(
            Text(
                f"数据有 {count} 处错误，未生成任何东西",
                f"{count} error{'' if count == 1 else 's'}; nothing was written",
            ),
            tuple(checking.report_limit(self.errors)),
        )


def read(project: Project) -> Reading:
    """Read and check all sets of a project."""
    sets = project.sets()
    loaded = [loading.load_set(path, shown, base) for path, shown, base in sets]
    loaded.sort(key=lambda each: (each.set.manifest.kind != "reference", each.set.manifest.name))
    problems = [problem for each in loaded for problem in each.problems]
    found = checking.check(loaded)
    # Beside a broken record, counts and warnings say little; what is wrong is still said.
    broken = any(not p.warning for p in problems)
    problems += [p for p in found if not p.warning] if broken else found
    if project.folder is not None:
        problems += _without_manifest(project.folder)
    return Reading(Records(tuple(each.set for each in loaded)), tuple(problems))


def _without_manifest(folder: Path) -> list[Problem]:
    """Return a problem for each place of claim files that is no set: they would go unread."""
    missing = Text(
        "缺少 dataset.yml，这个文件夹里的论断不会被读入",
        "dataset.yml is missing; the claims in this folder would not be read",
    )
    astray = Text(
        "论断文件要放在 data/ 下的一个文件夹里，与 dataset.yml 一起",
        "claim files belong in a folder of data/, beside their dataset.yml",
    )
    found = [
        Problem(missing, f"data/{path.name}")
        for path in sorted(folder.glob("data/*/"))
        if not (path / "dataset.yml").is_file() and any(path.glob("*.y*ml"))
    ]
    found += [Problem(astray, f"data/{path.name}") for path in sorted(folder.glob("data/*.y*ml"))]
    if not found and not any(folder.glob("data/*/dataset.yml")):
        none = Text(
            "没有数据集；每个数据集是 data/ 下的一个文件夹，里面有 dataset.yml",
            "no data set; each is a folder of data/ with a dataset.yml in it",
        )
        found.append(Problem(none, "data"))
    return found


def input_checksums(project: Project) -> dict[str, str]:
    """Return the SHA-256 of every input file, by its name in messages."""
    found = {"ontology.ttl": sha256_bytes(read_bytes(resources.ontology()))}
    for path, shown, _ in project.sets():
        for file in loading.FILES:
            if (path / file).is_file():
                found[f"{shown}/{file}"] = sha256_bytes(read_bytes(path / file))
    return dict(sorted(found.items()))


def init(folder: Path, with_sets: Sequence[str]) -> Project:
    """Begin a project folder.

    Args:
        folder: The folder to make; it may exist if it is empty.
        with_sets: Shipped sets to copy into it.

    Raises:
        InputError: If the folder is not empty or a set is not shipped.
    """
    shipped = {path.name: path for path in resources.shipped_sets()}
    for name in with_sets:
        if name not in shipped:
            raise InputError(
                Text(
                    f"没有随附的数据集“{name}”；可用：{'、'.join(shipped)}",
                    f"no shipped set '{name}'; there are: {', '.join(shipped)}",
                )
            )
    with writing(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise InputError(
                Text(
                    f"{folder}：已存在且不是空文件夹",
                    f"{folder}: exists and is not an empty folder",
                )
            )
    slug = _slug(folder.resolve().name, shipped)
    settings = f"schema: 1\nname: {slug}\nlanguages: [zh, en]\nlicence: CC-BY-4.0\n"
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in with_sets:
            shutil.copytree(shipped[name], folder / "data" / name)
        if not with_sets:
            _example(folder / "data" / slug, slug)
        sources = folder / "sources"
        sources.mkdir()
        write_bytes(sources / ".gitignore", b"*\n!.gitignore\n")
    write_bytes(folder / MARKER, settings.encode("utf-8"))
    return open_project(folder)


def _slug(name: str, taken: Collection[str]) -> str:
    """Return a name for a new set that is like its folder's and like no shipped one."""
    from shanhai.workspace.names import pinyin

    slug = re.sub(r"[^a-z0-9]+", "-", pinyin(name).lower())[:60].strip("-") or "project"
    return f"my-{slug}" if slug in taken else slug


def _example(folder: Path, name: str) -> None:
    """Write a set with one small, true-to-form example, to be replaced by the user's own."""
    folder.mkdir(parents=True)
    for file, text in EXAMPLE.items():
        write_bytes(folder / file, text.replace("NAME", name).encode("utf-8"))


EXAMPLE = {
    "dataset.yml": """\
# A data set: its files beside this one hold entities, sources and claims.
schema: 1
name: NAME
kind: claims
title: {zh: 我的数据集, en: My data set}
description: {zh: 用自己的话写下的论断, en: Claims in our own words}
licence: https://creativecommons.org/licenses/by/4.0/
created: 2026-01-01
assertions:
  classes: {Cooperation: 1.., Source: 1..}
""",
    "entities.yml": """\
# id: record. Regions of the reference data (cn-331122 ...) need not be repeated.
example-school:
  type: School
  name: {zh: 示例中学, en: Example Middle School}
  english: ours
example-hospital-school:
  type: School
  name: {zh: 示例卫生学校, en: Example Health School}
  english: ours
""",
    "sources.yml": """\
# A report. Without its text, evidence says class: sourceOnly; with it, shanhai locate helps.
example-report:
  title: {zh: 示例报道, en: Example report}
  outlet: {name: {zh: 示例报, en: Example Daily}, kind: newspaper, level: county}
  published: 2024-05
""",
    "cooperations.yml": """\
example-exchange:
  parties:
    - {party: example-school, role: partner}
    - {party: example-hospital-school, role: partner}
  field: education
  formality: exchange
  status: operating
  time: 2024
  say:
    zh: 示例中学与示例卫生学校在2024年互派教师。
    en: Example Middle School and Example Health School exchange teachers in 2024.
  evidence:
    - {source: example-report, class: sourceOnly}
""",
    "relations.yml": """\
example-school-place:
  subject: example-school
  predicate: locatedIn
  object: cn-331122
  say: {zh: 示例中学在缙云县。, en: Example Middle School is in Jinyun.}
  evidence:
    - {source: example-report, class: sourceOnly}
""",
    "observations.yml": """\
example-teachers:
  subject: example-school
  measure: headcount
  indicator: {zh: 互派教师, en: teachers exchanged}
  value: 12
  unit: person
  period: 2024
  breakdown: total
  bound: exact
  accumulation: flow
  nature: actual
  say: {zh: 2024年互派教师12人。, en: Twelve teachers were exchanged in 2024.}
  evidence:
    - {source: example-report, class: sourceOnly}
""",
}
