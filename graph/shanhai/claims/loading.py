"""A folder of claim files as one set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from shanhai.claims import claim_records, entity_records
from shanhai.claims.fields import SLUG, Decoder, Reference
from shanhai.claims.nodes import Mapping, read_mapping
from shanhai.errors import InputError, Problem, Text
from shanhai.files import read_bytes
from shanhai.model.records import ClaimSet

FILES = (
    "dataset.yml",
    "entities.yml",
    "sources.yml",
    "cooperations.yml",
    "relations.yml",
    "observations.yml",
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A set as read: not to be used where there are problems (warnings apart).

    Attributes:
        whole: False if a file could not be read at all, so that its records are not known.
    """

    set: ClaimSet
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]
    whole: bool = True


def load_set(folder: Path, shown_as: str, base: str) -> Loaded:
    """Read the claim files of one folder.

    Args:
        folder: A folder with ``dataset.yml`` and any of the other files.
        shown_as: The folder's name in messages.
        base: The base IRI of what is born in the set.
    """
    name = shown_as
    problems: list[Problem] = []

    def read(file: str) -> tuple[Decoder, Mapping]:
        path = folder / file
        decoder = Decoder(f"{name}/{file}")
        if not path.exists() and file != "dataset.yml":
            return decoder, Mapping(1)
        try:
            data = read_bytes(path)
        except InputError as error:
            problems.append(Problem(error.text))
            return decoder, Mapping(1)
        top, found = read_mapping(data, decoder.file)
        decoder.problems.extend(found)
        return decoder, top

    opened = {file: read(file) for file in FILES}
    decoder, top = opened["dataset.yml"]
    if decoder.problems and not top.items:
        manifest = entity_records.manifest(Decoder("dataset.yml"), Mapping(1))
    else:
        manifest = entity_records.manifest(decoder, top)
        if manifest.created and not entity_records.is_date(manifest.created):
            decoder.fault(
                top.lines.get("created", 1),
                "created 应是日期，如 2026-11-24",
                "created must be a date, as 2026-11-24",
            )
        if not SLUG.fullmatch(folder.name):
            decoder.fault(
                top.lines.get("name", 1),
                f"数据集的文件夹名“{folder.name}”只能用小写字母、数字和连字符",
                f"a set's folder is named with a-z, 0-9 and hyphens, not '{folder.name}'",
            )
        elif manifest.name and manifest.name != folder.name:
            decoder.fault(
                top.lines.get("name", 1),
                f"name 应与文件夹同名：“{folder.name}”，不是“{manifest.name}”",
                f"the name is that of the folder, '{folder.name}', not '{manifest.name}'",
            )
    entities = entity_records.records(*opened["entities.yml"], entity_records.entity)
    sources = entity_records.records(*opened["sources.yml"], entity_records.source)
    cooperations = entity_records.records(*opened["cooperations.yml"], claim_records.cooperation)
    relations = entity_records.records(*opened["relations.yml"], claim_records.relation)
    observations = entity_records.records(*opened["observations.yml"], claim_records.observation)
    for each, _ in opened.values():
        problems.extend(each.problems)
    known = {*FILES, "README.md", "LICENSE", "LICENSE.md"}
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in known:
            problems.append(
                Problem(
                    Text(
                        f"不认识的文件；可用：{'、'.join(FILES)}",
                        f"unknown file; allowed: {', '.join(FILES)}",
                    ),
                    f"{name}/{path.name}",
                )
            )
    found = ClaimSet(base, manifest, entities, sources, cooperations, relations, observations)
    whole = all(top.items or not decoder.problems for decoder, top in opened.values())
    references = tuple(r for each, _ in opened.values() for r in each.references)
    return Loaded(found, tuple(problems), references, whole)
