"""The guide to claim files names every key and every word that may be written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shanhai.claims.checking import RESERVED
from shanhai.claims.claim_records import BREAKDOWNS, PREDICATES, RELATIONS
from shanhai.claims.entity_records import ENTITY_TYPES, PRECISIONS
from shanhai.claims.fields import LICENCES, Decoder
from shanhai.vocabulary import terms
from shanhai.vocabulary.labels import LABELS
from shanhai.workspace.project import open_project, read

TOP = Path(__file__).parents[2]
GUIDES = ("claim-files.md", "claim-files.zh.md")
WRITTEN = (
    "field", "formality", "status", "role", "measure", "unit", "bound", "accumulation", "nature",
    "outletKind", "outletLevel",
)  # fmt: skip


@pytest.fixture(scope="module")
def keys() -> set[str]:
    """Every key that the decoder knows, seen while it reads the shipped data."""
    found: set[str] = set()
    record = Decoder.record

    def spy(self, node, required, optional):
        if "County" not in optional and "health" not in optional:  # names counted by assertions
            found.update(required, optional)
        return record(self, node, required, optional)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Decoder, "record", spy)
        read(open_project(None))
    assert {"parties", "outlet", "lat", "fold", "breakdown"} <= found
    return found


@pytest.mark.parametrize("guide", GUIDES)
def test_every_key_and_word_is_there(guide: str, keys: set[str]) -> None:
    text = (TOP / "docs" / guide).read_text(encoding="utf-8")
    coded = " ".join(re.findall(r"`([^`]*)`", text)) + " ".join(re.findall(r"\{[^}]*\}", text))
    told = set(re.findall(r"[A-Za-z0-9-]+", coded))
    words = {word for scheme in WRITTEN for word in terms.CONCEPTS[scheme]}
    missing = (keys | words | {*PREDICATES, *ENTITY_TYPES, *BREAKDOWNS, *PRECISIONS}) - told
    assert not missing
    assert all(f"`{word}`" in text for word in (*LICENCES, *RESERVED))


@pytest.mark.parametrize("guide", GUIDES)
def test_every_key_it_names_is_one(guide: str, keys: set[str]) -> None:
    text = (TOP / "docs" / guide).read_text(encoding="utf-8")
    first = re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE)
    named = {key for cell in first for key in re.findall(r"`([^`.]*)`", cell)}
    assert len(named) > 40 and named <= keys


def test_both_say_the_same() -> None:
    one, other = ((TOP / "docs" / guide).read_text(encoding="utf-8") for guide in GUIDES)
    codes = [re.findall(r"^\| (?:\*\*)?`(\w+)`", text, re.MULTILINE) for text in (one, other)]
    assert codes[0] == codes[1] and len(codes[0]) > 40


def test_the_chinese_guide_calls_terms_as_the_ontology_does() -> None:
    text = (TOP / "docs" / GUIDES[1]).read_text(encoding="utf-8")
    lists = [[(name, name) for name in names] for names in (RELATIONS, terms.STATEMENTS)]
    lists.append([(name, name) for name in ENTITY_TYPES])
    lists += [[(word, f"{scheme}-{word}") for word in terms.CONCEPTS[scheme]] for scheme in WRITTEN]
    for each in lists:
        assert "、".join(f"`{word}` {LABELS[name][0]}" for word, name in each) in text
