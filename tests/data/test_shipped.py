"""What the shipped data promises."""

import re
from pathlib import Path

import pytest

import shanhai
from shanhai.model.claim import all_evidence, mentions
from shanhai.model.source import Located

ROOT = Path(__file__).resolve().parents[2]
LINES = 55


@pytest.fixture(scope="module")
def hall():
    return shanhai.open()


@pytest.fixture(scope="module")
def coverage():
    text = (ROOT / "docs/seed-coverage.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| *(\d+) *\|([^|]*)\|(.*)\|$", text, re.MULTILINE)
    return {int(number): last for number, _, last in rows}


def test_nothing_is_wrong_with_it(hall):
    assert [p.say("en") for p in hall.reading.problems] == []


def test_every_line_of_the_report_is_covered(coverage):
    assert sorted(coverage) == list(range(1, LINES + 1))
    for number, last in coverage.items():
        assert re.search(r"`[a-z0-9-]+`", last) or len(last.strip()) > 10, number


def test_every_claim_that_is_named_exists_and_every_claim_is_named(hall, coverage):
    named = {slug for last in coverage.values() for slug in re.findall(r"`([a-z0-9-]+)`", last)}
    claims = {claim.id for each in hall.claim_sets() for claim in each.claims()}
    sources = {source.id for source in hall.records.sources()}
    assert named <= claims | sources
    assert claims <= named


def test_the_line_of_a_claim_is_where_its_evidence_stands(hall, coverage):
    for each in hall.claim_sets():
        for claim in each.claims():
            for evidence in claim.ground.evidence:
                if isinstance(evidence, Located):
                    assert f"`{claim.id}`" in coverage[evidence.paragraph], claim.id


def test_every_claim_is_said_in_both_languages(hall):
    for claim in hall.records.claims():
        say = claim.ground.say
        assert re.search("[一-鿿]", say.zh) and not re.search("[一-鿿]", say.en), claim.id
        assert say.zh.endswith("。") and say.en.endswith("."), claim.id


def test_every_evidence_has_its_place(hall):
    found = [e for claim in hall.records.claims() for e in all_evidence(claim)]
    assert len(found) > 300
    assert all(isinstance(e, Located) and 1 <= e.paragraph <= LINES for e in found)


def test_regions_have_codes_parents_and_points_with_origin(hall):
    regions = [e for e in hall.records.entities() if e.code]
    assert {"cn-331122", "cn-310112", "cn-310000"} <= {e.id for e in regions}
    for region in regions:
        assert region.parent
        assert region.point is not None
        if region.point.precision != "notPlaced":
            assert region.point.licence.startswith("https://")
            # Mainland China, WGS-84: a swapped pair would fall outside.
            assert 18 <= region.point.lat <= 54
            assert 73 <= region.point.long <= 135


def test_an_unnamed_party_stays_unnamed(hall):
    unnamed = [e for e in hall.records.entities() if not e.named]
    assert unnamed
    for each in unnamed:
        assert each.description is not None, each.id


def test_what_is_mentioned_is_known(hall):
    known = {entity.id for entity in hall.records.entities()}
    for claim in hall.records.claims():
        assert set(mentions(claim)) <= known
