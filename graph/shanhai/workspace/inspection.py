"""What ``check`` finds: claim files, shapes, and evidence against a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from shanhai.claims.checking import report_limit
from shanhai.errors import InputError, Problem, Text
from shanhai.files import sha256_bytes
from shanhai.model.claim import all_evidence
from shanhai.model.entity import Position
from shanhai.model.locator import Copy, Verdict, decode, place
from shanhai.model.records import Records
from shanhai.model.source import Located, Source


@dataclass(frozen=True, slots=True)
class Locator:
    """One piece of located evidence with the claim that rests on it."""

    claim: str
    evidence: Located
    position: Position


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """How the locators of one source fare in one text.

    Attributes:
        same_file: True if the text has the checksum that the source registers.
        counts: Number of locators by verdict.
        problems: One for each that is lost and, where the text is the registered one, for each
            found elsewhere and each size that the source tells wrongly; a warning where the
            source registers no checksum. After twenty a count by file.
    """

    source: Source
    same_file: bool
    counts: Counter[Verdict]
    problems: tuple[Problem, ...]

    @property
    def total(self) -> int:
        """Return the number of locators."""
        return sum(self.counts.values())

    @property
    def found(self) -> int:
        """Return the number of locators whose quote is in the text, at its place or elsewhere."""
        return self.total - self.counts["lost"]


def located(records: Records, source: str) -> Iterator[Locator]:
    """Yield the located evidence of a source, claim by claim."""
    for claim in records.claims():
        for evidence in all_evidence(claim):
            if isinstance(evidence, Located) and evidence.source == source:
                yield Locator(claim.id, evidence, claim.ground.position)


def check_evidence(records: Records, source: Source, copy: Copy, same: bool) -> EvidenceCheck:
    """Look every locator of a source up in a text.

    Args:
        records: All records.
        source: The source whose locators are meant.
        copy: The text.
        same: True if the text has the source's registered checksum.
    """
    counts: Counter[Verdict] = Counter()
    problems: list[Problem] = _sizes(source, copy.text) if same else []
    if not source.sha256:
        text = Text(
            f"来源“{source.id}”没有登记校验和；shanhai locate 文件 会给出要写入 sources.yml 的几行",
            f"the source '{source.id}' has no checksum registered: shanhai locate FILE prints the "
            "lines for sources.yml",
        )
        problems.append(Problem(text, source.position.file, source.position.line, warning=True))
    for each in located(records, source.id):
        verdict = copy.verdict(each.evidence)
        counts[verdict] += 1
        at = f"{each.evidence.start}–{each.evidence.end}"
        if verdict == "lost":
            text = Text(
                f"“{each.claim}”的证据（{at}）在此文本中找不到",
                f"the evidence of '{each.claim}' ({at}) is not in this text",
            )
            problems.append(Problem(text, each.position.file, each.position.line))
        elif verdict == "elsewhere" and same:
            text = Text(
                f"“{each.claim}”的证据不在所写的位置（{at}、第 {each.evidence.paragraph} 段）",
                f"the evidence of '{each.claim}' does not stand where it says ({at}, paragraph "
                f"{each.evidence.paragraph})",
            )
            problems.append(Problem(text, each.position.file, each.position.line))
    return EvidenceCheck(source, same, counts, tuple(report_limit(problems)))


def _sizes(source: Source, text: str) -> list[Problem]:
    """Return a problem for each size of its text that a source registers wrongly."""
    end = place(text, len(text))
    return [
        Problem(
            Text(
                f"来源“{source.id}”登记的 {key} 是 {told}，文本实有 {true}",
                f"the source '{source.id}' registers {key}: {told}; the text has {true}",
            ),
            source.position.file,
            source.position.line,
        )
        for key, told, true in (
            ("chars", source.chars, len(text)),
            ("sections", source.sections, end.section),
            ("paragraphs", source.paragraphs, end.paragraph),
        )
        if told and told != true
    ]


def checks_of_file(records: Records, name: str, data: bytes) -> tuple[Copy, list[EvidenceCheck]]:
    """Find the sources that a text is of, and look up their locators.

    By its checksum, a text is that of the sources that register it; any other is taken as
    another copy of the sources whose evidence it holds: at least half of it, or what there is
    where no source has as much. (Reports of one outlet share their notices and phrases.)

    Args:
        records: All records.
        name: The text's file name, for messages.
        data: Its bytes.

    Raises:
        InputError: If it is not UTF-8, or the text of no source.
    """
    copy, digest = Copy(decode(data, name)), sha256_bytes(data)
    sources = tuple(records.sources())
    same = [source for source in sources if source.sha256 == digest]
    if same:
        return copy, [check_evidence(records, source, copy, True) for source in same]
    cited = {
        evidence.source
        for claim in records.claims()
        for evidence in all_evidence(claim)
        if isinstance(evidence, Located)
    }
    tried = [check_evidence(records, s, copy, False) for s in sources if s.id in cited]
    checks = [check for check in tried if 2 * check.found >= check.total]
    checks = checks or [check for check in tried if check.found]
    if not checks:
        registered = [f"{s.id} {s.sha256[:16]}…" for s in sources if s.sha256]
        zh, en = "、".join(registered) or "无", ", ".join(registered) or "none"
        raise InputError(
            Text(
                f"{name}：校验和 {digest[:16]}… 与任何来源都不符（登记的有 {zh}），"
                "也找不到任何一处证据",
                f"{name}: its checksum {digest[:16]}… is that of no source (registered: {en}), "
                "and none of the evidence is in it",
            )
        )
    return copy, checks
