"""What ``check`` finds: claim files, shapes, and evidence against a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from shanhai.errors import Problem, Text
from shanhai.model.claim import all_evidence
from shanhai.model.entity import Position
from shanhai.model.locator import Copy, Verdict
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
        problems: One for each that is lost; a warning for each found elsewhere, though only
            where the text claims to be the registered one.
    """

    source: Source
    same_file: bool
    counts: Counter[Verdict]
    problems: tuple[Problem, ...]

    @property
    def total(self) -> int:
        """Return the number of locators."""
        return sum(self.counts.values())


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
    problems: list[Problem] = []
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
    return EvidenceCheck(source, same, counts, tuple(problems))
