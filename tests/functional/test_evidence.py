"""Evidence against texts: the registered one, another copy, a cut one, a wrong one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import river


@pytest.fixture
def report(command, project):
    """A project with claims on a report, and the report's text beside it."""
    shutil.rmtree(next(project.glob("data/*")))
    river.write_project(project)
    file = command.home / "报道 report.txt"
    file.write_bytes(river.TEXT.encode())
    return file


def test_every_locator_matches_its_text(command, project, report):
    said = command("check", "--project", project, "--source", report).out
    total = river.LOCATORS
    assert f"river-report: {total} locators, {total} exact, 0 found elsewhere, 0 lost" in said
    assert "(100.0 %)" in said
    assert "位置吻合 9" in command("check", "--lang", "zh", "--source", report, cwd=project).out


def test_a_rewrapped_copy_holds_every_quote_elsewhere(command, project, report):
    report.write_bytes(("\ufeff" + river.rewrapped()).encode())
    ran = command("check", "--project", project, "--source", report)
    assert "0 exact, 9 found elsewhere, 0 lost (100.0 %)" in ran.out
    assert "checked as another copy" in ran.out
    assert ran.err == ""


def test_a_copy_that_lacks_a_sentence(command, project, report):
    report.write_bytes(river.TEXT.replace("一年要测三百六十五次。", "").encode())
    ran = command("check", "--project", project, "--source", report, code=2)
    assert "4 exact, 2 found elsewhere, 3 lost (66.7 %)" in ran.out
    assert "data/river/observations.yml:2: the evidence of 'gaugings'" in ran.err
    assert "data/river/relations.yml:2: the evidence of 'station-operator'" in ran.err


def test_another_text_altogether(command, project, report):
    report.write_text("# 别的\n\n这里说的是另一件事，与那条河没有关系。\n", encoding="utf-8")
    refused = command("check", "--project", project, "--source", report, code=2)
    assert "is that of no source (registered: river-report" in refused.err
    assert "none of the evidence is in it" in refused.err


def test_a_text_in_another_encoding(command, project, report):
    report.write_bytes(river.TEXT.encode("gb18030"))
    for words in (("check", "--source"), ("attach",)):
        refused = command(*words, report, "--project", project, code=2)
        assert "save it as UTF-8" in refused.err


def test_a_locator_that_is_off_by_one(command, project, report):
    file = project / "data" / "river" / "observations.yml"
    text = file.read_text(encoding="utf-8")
    start = river.TEXT.index("一年要测三百六十五次")
    file.write_text(text.replace(f"start: {start},", f"start: {start + 1},"), encoding="utf-8")
    ran = command("check", "--project", project, "--source", report, code=2)
    assert "8 exact, 1 found elsewhere, 0 lost" in ran.out
    assert "observations.yml:2: the evidence of 'gaugings' does not stand where it says" in ran.err


def test_an_attached_text_is_found_by_its_checksum(command, project, report, tree):
    command("build", project)
    before = tree(project / "build")
    assert "locators" not in command("check", "--project", project).out
    said = command("attach", report, "--project", project).out
    assert "river-report" in said and "never exported" in said
    report.unlink()
    assert "9 exact" in command("check", "--project", project).out
    # Not one byte of the text gets into what is built or exported, and git does not see it.
    command("build", project)
    assert tree(project / "build") == before
    for form in ("nquads", "csv"):
        data = command("export", "--format", form, "--output", "-", cwd=project).bytes
        assert "谁发现涨水".encode() not in data and "去年三月".encode() not in data
    (shelf,) = [path for path in (project / "sources").iterdir() if path.is_dir()]
    assert (shelf / ".gitignore").read_text() == "*\n"
    assert (shelf / "text.txt").read_bytes() == river.TEXT.encode()


def test_a_text_of_another_checksum_is_not_attached(command, project, report):
    report.write_bytes(river.rewrapped().encode())
    refused = command("attach", report, "--project", project, code=2)
    assert "is that of no source (registered: river-report)" in refused.err
    assert "check --source" in refused.err
    refused = command("attach", report, code=2)
    assert "jinyun-2024" in refused.err


def test_an_attached_text_that_was_changed_is_not_used(command, project, report):
    command("attach", report, "--project", project)
    raw = next((project / "sources").glob("*/raw.txt"))
    raw.write_bytes(raw.read_bytes() + b"x")
    assert "exact" not in command("check", "--project", project).out


def test_quotes_are_shown_where_the_text_is(command, project, report):
    ask = ("ask", "about", "x=测流站", "--footnotes", "--project", project)
    without = command(*ask).out
    assert "section 2, paragraph 4" in without and "三百六十五" not in without
    assert "一年要测三百六十五次" in command(*ask, "--source", report).out
    assert "三百六十五" not in command(*ask).out
    report.write_bytes(river.rewrapped().encode())
    folded = "".join(command(*ask, "--source", report).out.split())
    assert "一年要测三百六十五次" in folded
    report.write_bytes(river.TEXT.encode())
    command("attach", report, "--project", project)
    assert "一年要测三百六十五次" in command(*ask).out
    assert "第2节，全文第5段" in command(*ask, "--lang", "zh").out


def test_locate_gives_a_block_for_a_claim_file(command, project, report):
    ran = command("locate", report, "转载请注明出处", "--as", "river-report")
    # Of repeated paragraphs the first is cited.
    assert ran.out.splitlines()[:3] == [
        "- source: river-report",
        "  section: 2",
        "  paragraph: 6",
    ]
    refused = command("locate", report, "文中没有的话", code=2)
    assert "a quote is exact to the character" in refused.err
    command("locate", report, "", code=2)


def test_locate_without_a_quote_tells_what_identifies_a_text(command, project, report):
    block = command("locate", report).out
    stands = (project / "data" / "river" / "sources.yml").read_text(encoding="utf-8")
    for line in block.splitlines():
        assert line.strip() in stands
    assert [line.split(":")[0].strip() for line in block.splitlines()] == [
        "sha256", "chars", "sections", "paragraphs",
    ]  # fmt: skip
    other = command.home / "other.txt"
    other.write_text("另一份报道", encoding="utf-8")
    assert f'shanhai locate "{other}"' in command("attach", other, "--project", project, code=2).err
