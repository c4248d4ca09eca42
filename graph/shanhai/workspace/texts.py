"""The texts of sources, where the user has them: found by checksum, never exported."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from shanhai.errors import InputError, Text
from shanhai.files import read_bytes, sha256_bytes, write_bytes
from shanhai.model.locator import Copy, decode
from shanhai.model.records import Records
from shanhai.model.source import Evidence, Located
from shanhai.workspace.inspection import checks_of_file


def shelf(folder: Path | None) -> Path:
    """Return where attached texts stand: the project's ``sources/``, else the user's data."""
    if folder is not None:
        return folder / "sources"
    return Path(platformdirs.user_data_dir("shanhai", appauthor=False)) / "sources"


@dataclass(frozen=True, slots=True)
class Attached:
    """A text put on the shelf, and the sources whose checksum it has."""

    folder: Path
    sha256: str
    sources: tuple[str, ...]


def attach(file: Path, folder: Path | None, records: Records) -> Attached:
    """Put a text on the shelf under its checksum.

    Raises:
        InputError: If it is not UTF-8 or is not the text of any source.
    """
    data = read_bytes(file)
    text = decode(data, str(file))
    digest = sha256_bytes(data)
    sources = tuple(source.id for source in records.sources() if source.sha256 == digest)
    if not sources:
        wanted = [s.id for s in records.sources() if s.sha256]
        raise InputError(
            Text(
                f"{file}：校验和 {digest[:16]}… 与任何来源都不符"
                f"（登记的有 {'、'.join(wanted) or '无'}）；"
                f'新来源：shanhai locate "{file}" 给出要写入 sources.yml 的几行；'
                "另一份副本：用 shanhai check --source 核对",
                f"{file}: its checksum {digest[:16]}… is that of no source (registered: "
                f'{", ".join(wanted) or "none"}); for a new source shanhai locate "{file}" prints '
                "the lines to write into sources.yml; another copy is verified with "
                "shanhai check --source",
            )
        )
    target = shelf(folder) / digest[:16]
    about = {"schema": 1, "sha256": digest, "sources": list(sources), "chars": len(text)}
    write_bytes(target / "raw.txt", data)
    write_bytes(target / "text.txt", text.encode("utf-8"))
    note = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_bytes(target / "source.json", note.encode("utf-8"))
    write_bytes(target / ".gitignore", b"*\n")
    return Attached(target, digest, sources)


class Texts:
    """Gives quotes of the sources whose text is there."""

    def __init__(self, copies: Mapping[str, Copy]) -> None:
        self.copies = dict(copies)

    def quote(self, evidence: Evidence) -> str | None:
        """Return the quote behind a piece of evidence; None where no text is attached."""
        copy = self.copies.get(evidence.source)
        if copy is None or not isinstance(evidence, Located):
            return None
        return copy.quote(evidence)


def find_texts(records: Records, folder: Path | None, file: Path | None = None) -> Texts:
    """Find the texts of the sources on the shelf, and in a file named for this run.

    The file stands for the sources whose checksum it has, else for those whose evidence it
    holds.

    Raises:
        InputError: If the file is not UTF-8, or the text of no source.
    """
    copies: dict[str, Copy] = {}
    for source in records.sources():
        path = shelf(folder) / source.sha256[:16] / "raw.txt"
        if not source.sha256 or not path.is_file():
            continue
        data = read_bytes(path)
        if sha256_bytes(data) == source.sha256:
            copies[source.id] = Copy(decode(data, str(path)))
    if file is not None:
        copy, checks = checks_of_file(records, str(file), read_bytes(file))
        for check in checks:
            # What is on the shelf is the registered text; another copy is not better.
            if check.same_file or check.source.id not in copies:
                copies[check.source.id] = copy
    return Texts(copies)
