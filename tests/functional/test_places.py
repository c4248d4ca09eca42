"""Which project a command means, and paths and languages of every kind."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def citations(command, *words, **more):
    return command("cite", "--format", "bibtex", *words, **more).out


def test_the_nearest_project_upwards(command, project):
    deep = project / "data" / "深 deep" / "er"
    deep.mkdir(parents=True)
    assert "示例报道" in citations(command, cwd=deep)
    assert "示例报道" not in citations(command)


def test_a_project_inside_a_project(command, project):
    inner = project / "inner"
    command("init", inner)
    next(inner.glob("data/*/relations.yml")).write_text("a: [", encoding="utf-8")
    assert "relations.yml" in command("check", cwd=inner, code=2).err
    assert command("check", cwd=project).err == ""


def test_named_projects(command, project):
    for named in (str(project), str(project) + os.sep, os.path.relpath(project, command.home)):
        assert "示例报道" in citations(command, "--project", named)
    refused = command("cite", "--project", command.home, code=2)
    assert "not a project folder" in refused.err and "shanhai init" in refused.err
    refused = command("build", "--lang", "zh", command.home / "没有", code=2)
    assert "不是项目文件夹" in refused.err


def test_a_build_goes_into_the_project_wherever_one_stands(command, project):
    command("build", "--no-pages", cwd=project / "data")
    assert (project / "build" / "dataset.nq").is_file()
    command("build", "--no-pages", "--output", "别处 elsewhere", cwd=project / "data")
    assert (project / "data" / "别处 elsewhere" / "dataset.nq").is_file()


@pytest.mark.parametrize(
    "name", ["缙云 与 闵行", "-dash", "a'b\"c", "emoji🦊", "x" * 200, "%20$HOME"]
)
def test_folders_of_any_name(command, name):
    command("init", "--", name)
    command("build", "--no-pages", "--", name)
    assert (command.home / name / "build" / "manifest.json").is_file()


def test_the_language_is_that_of_the_locale_unless_asked(command):
    zh = {"LANG": "zh_CN.UTF-8"}
    assert "例：shanhai build" in command("--help", env=zh).out
    assert "example: shanhai build" in command("--help", env=zh | {"LC_ALL": "C.UTF-8"}).out
    assert "example: " in command("--lang", "en", "--help", env=zh).out
    assert "没有找到" in command("find", "zzzz", "--lang=zh", code=1).out
    assert "nothing found" in command("find", "zzzz", "--lang", "en", env=zh, code=1).out
    refused = command("find", "zzzz", "--lang", "fr", code=2)
    assert "invalid choice: 'fr'" in refused.err


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the folder where one stands")
def test_a_current_folder_that_is_gone(command):
    gone = command.home / "gone"
    gone.mkdir()
    script = 'rmdir "$1"; shift; exec "$@"'
    ran = subprocess.run(
        ["sh", "-c", script, "sh", str(gone), sys.executable, "-m", "shanhai.cli.main", "cite"],
        cwd=gone, env=command.env, capture_output=True,
    )  # fmt: skip
    assert ran.returncode == 2
    assert b"no longer there" in ran.stderr and b"Traceback" not in ran.stderr


@pytest.mark.parametrize("name", ["divisions", "jinyun-2024", "x" * 100, "缙云", "-", "9"])
def test_init_names_its_set_like_no_shipped_one(command, name):
    command("init", "--", name)
    assert "3 claims; shapes hold" in command("check", cwd=command.home / name).out
