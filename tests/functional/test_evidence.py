"""Evidence against texts: the registered one, another copy, a cut one, a wrong one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import river

from shanhai.workspace.foreign import repeated


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
    assert "is there 2 times" in ran.err
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


def unregistered(project):
    """Take checksum and sizes out of the source's record, as where nobody wrote them yet."""
    file = project / "data" / "river" / "sources.yml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = ("  sha256", "  chars", "  sections", "  paragraphs")
    file.write_text("".join(x for x in lines if not x.startswith(gone)), encoding="utf-8")


def test_a_source_without_checksum_is_verified_all_the_same(command, project, report):
    unregistered(project)
    ran = command("check", "--project", project, "--source", report)
    assert "9 locators, 9 exact" in ran.out
    assert (
        "warning: data/river/sources.yml:2: the source 'river-report' has no checksum registered: "
        "shanhai locate FILE prints the lines for sources.yml\n"
    ) in ran.err
    ask = ("ask", "about", "x=测流站", "--footnotes", "--project", project, "--source", report)
    assert "一年要测三百六十五次" in command(*ask).out
    report.write_bytes(river.TEXT.replace("一年要测三百六十五次。", "").encode())
    assert "3 lost" in command("check", "--project", project, "--source", report, code=2).out


def test_a_file_that_is_no_source_gives_no_quotes(command, project, report):
    report.write_text("# 别的\n\n这里说的是另一件事，与那条河没有关系。\n", encoding="utf-8")
    words = ("ask", "about", "x=测流站", "--footnotes", "--project", project, "--source", report)
    assert "is that of no source (registered: river-report" in command(*words, code=2).err
    assert "与任何来源都不符" in command(*words, "--lang", "zh", code=2).err


def test_a_notice_in_common_does_not_make_a_copy(command, project, report):
    """Two reports of one outlet share a line; a copy of the one is none of the other."""
    source = """\
second-report:
  title: {zh: 第二篇, en: Second}
  outlet: {id: river-report-outlet, name: {zh: 河边报, en: Riverside Paper}, kind: newspaper,
    level: county}
  published: 2024-07
"""
    text = "# 第二篇\n\n另有一事，两岸都不提。\n\n还有一事，只有一岸提起。\n\n转载请注明出处\n"
    blocks = [
        river.block(quote, text).replace("river-report", "second-report")
        for quote in ("另有一事", "两岸都不提", "只有一岸提起", "转载请注明出处")
    ]
    claim = river.FILES["observations.yml"].replace("gaugings:", "others:")
    claim = claim.replace("测流次数", "别的次数").replace("EVIDENCE:count", ", ".join(blocks))
    data = project / "data" / "river"
    with (data / "sources.yml").open("a", encoding="utf-8") as file:
        file.write(source)
    with (data / "observations.yml").open("a", encoding="utf-8") as file:
        file.write(claim)
    report.write_bytes(river.rewrapped().encode())
    ran = command("check", "--project", project, "--source", report)
    assert "river-report: 9 locators" in ran.out and "second-report" not in ran.out
    report.write_text(text, encoding="utf-8")
    ran = command("check", "--project", project, "--source", report)
    assert "second-report: 4 locators, 4 exact" in ran.out and "river-report" not in ran.out


@pytest.mark.parametrize(("key", "true"), [("chars", 0), ("sections", 3), ("paragraphs", 9)])
def test_sizes_that_the_text_does_not_have(command, project, report, key, true):
    true = true or len(river.TEXT)
    file = project / "data" / "river" / "sources.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"  {key}: {true}", f"  {key}: {true + 3}"), encoding="utf-8")
    ran = command("check", "--project", project, "--source", report, code=2)
    told = f"data/river/sources.yml:2: the source 'river-report' registers {key}: {true + 3}"
    assert f"{told}; the text has {true}" in ran.err
    command("attach", report, "--project", project)
    assert told in command("check", "--project", project, code=2).err
    # A size that is too small for the evidence is told by its key, without the text.
    file.write_text(text.replace(f"  {key}: {true}", f"  {key}: 1"), encoding="utf-8")
    assert f"({key})" in command("check", "--project", project, code=2).err


def test_many_lost_pieces_are_counted_by_file(command, project, report):
    file = project / "data" / "river" / "observations.yml"
    one = file.read_text(encoding="utf-8")
    file.write_text(
        "".join(
            one.replace("gaugings:", f"gaugings-{n}:").replace("测流次数", f"第{n}种次数")
            for n in range(30)
        ),
        encoding="utf-8",
    )
    report.write_bytes(river.TEXT.replace("一年要测三百六十五次。", "").encode())
    ran = command("check", "--project", project, "--source", report, code=2)
    assert "32 lost" in ran.out
    assert len(ran.err.splitlines()) == 21
    assert ran.err.endswith("data/river/observations.yml: 12 more problems\n")


def test_a_quote_that_is_there_several_times():
    data = river.TEXT.encode()
    notice = repeated("report.txt", data, "转载请注明出处")
    assert notice is not None
    assert "is there 2 times and the first is cited" in notice.en and "出现 2 次" in notice.zh
    assert repeated("report.txt", data, "一年要测三百六十五次") is None
    assert repeated("report.txt", data, "") is None
