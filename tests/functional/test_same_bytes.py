"""No built byte depends on clock, zone, locale, hash seed, folder or user."""

from __future__ import annotations

import hashlib
import json
import time

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "zh_CN.GBK",
    "LC_ALL": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4242",
    "PYTHONIOENCODING": "gbk",
    "USER": "别人",
    "LOGNAME": "别人",
    "COLUMNS": "20",
    "SOURCE_DATE_EPOCH": "1",
    "PYTHONUTF8": "0",
}


def test_two_builds_are_one_file_by_file(command, tree):
    folder = command.home / "第二 second"
    folder.mkdir()
    command("build", env={"PYTHONHASHSEED": "1"})
    command("build", cwd=folder, env=ELSEWHERE)
    one, two = tree(command.home / "build"), tree(folder / "build")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    manifest = json.loads(one["manifest.json"])
    assert manifest["outputs"] == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in one.items()
        if name != "manifest.json"
    }
    for word in (str(command.home), "/home", "/root", time.strftime("%H:%M")[:2] + ":"):
        assert word.encode() not in one["manifest.json"]


def test_a_project_moved_is_the_same_build(command, project, tree):
    command("build", project)
    before = tree(project / "build")
    other = command.home / "moved"
    project.rename(other)
    command("build", other, env=ELSEWHERE)
    assert tree(other / "build") == before


def test_exports_are_the_same_bytes(command, project):
    for form in ("xlsx", "csv", "gexf", "rdfxml"):
        words = ("export", "--project", project, "--format", form, "--output", "-")
        name = f"x.{form}" if form != "csv" else "x.zip"
        one = command(*words, env={"PYTHONHASHSEED": "1"}).bytes
        command(*words[:-1], name, env=ELSEWHERE)
        assert (command.home / name).read_bytes() == one, form
