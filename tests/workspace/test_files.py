"""A folder is replaced as a whole or stays as it was; nobody else's folder is ever removed."""

import json
import os
from pathlib import Path

import pytest

import shanhai
from shanhai.errors import EnvironmentFault, InputError
from shanhai.files import replacing_folder, write_bytes
from shanhai.workspace import project
from shanhai.workspace.building import is_build

posix = pytest.mark.skipif(os.name != "posix", reason="needs links of POSIX")


def ours(folder: Path) -> bool:
    return (folder / "mark").is_file()


def made(folder: Path, word: str) -> None:
    with replacing_folder(folder, ours) as new:
        (new / "mark").write_text(word)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_new_folder_takes_the_place_of_the_old(tmp_path):
    made(tmp_path / "a" / "build", "one")
    made(tmp_path / "a" / "build", "two")
    assert (tmp_path / "a" / "build" / "mark").read_text() == "two"
    assert left(tmp_path / "a") == ["build"]


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_the_old_folder_stays_where_something_goes_wrong(tmp_path, fault):
    made(tmp_path / "build", "one")
    with pytest.raises(fault), replacing_folder(tmp_path / "build", ours) as new:
        (new / "mark").write_text("half")
        raise fault
    assert (tmp_path / "build" / "mark").read_text() == "one"
    assert left(tmp_path) == ["build"]


def test_a_replacement_that_was_cut_short_is_undone_by_the_next(tmp_path):
    made(tmp_path / "build", "one")
    (tmp_path / "build").rename(tmp_path / ".build.old")
    (tmp_path / ".build.new-x").mkdir()
    with pytest.raises(RuntimeError), replacing_folder(tmp_path / "build", ours):
        raise RuntimeError
    assert (tmp_path / "build" / "mark").read_text() == "one"
    assert left(tmp_path) == ["build"]


def test_a_replacement_cut_short_at_its_end_is_finished_by_the_next(tmp_path):
    made(tmp_path / ".build.old", "one")
    made(tmp_path / "build", "two")
    with pytest.raises(RuntimeError), replacing_folder(tmp_path / "build", ours):
        raise RuntimeError
    assert (tmp_path / "build" / "mark").read_text() == "two"
    assert left(tmp_path) == ["build"]


def test_a_foreign_folder_is_not_touched(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "a.jpg").write_text("mine")
    with pytest.raises(InputError, match="what shanhai did not make"):
        made(folder, "x")
    assert left(tmp_path) == ["photos"] and left(folder) == ["a.jpg"]


def test_an_empty_folder_may_be_taken(tmp_path):
    (tmp_path / "build").mkdir()
    made(tmp_path / "build", "one")
    assert left(tmp_path / "build") == ["mark"]


@pytest.mark.parametrize(
    "manifest",
    ['{"name": "my extension"}', "not json", "[]", '{"outputs": 1}', "\ufeff{}", "[" * 100_000],
)
def test_a_manifest_of_something_else_does_not_make_it_ours(tmp_path, manifest):
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    assert not is_build(tmp_path)


def test_a_build_is_known_by_its_manifest(tmp_path):
    project.init(tmp_path / "p", [])
    shanhai.open(tmp_path / "p").build(tmp_path / "b", pages=False)
    assert is_build(tmp_path / "b")
    assert json.loads((tmp_path / "b" / "manifest.json").read_bytes())["outputs"]


def test_neither_the_current_folder_nor_one_above_it(tmp_path, monkeypatch):
    (tmp_path / "here" / "in").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "in")
    for name in (".", "..", "../..", "/", str(tmp_path)):
        with pytest.raises(InputError, match="the current folder"):
            made(Path(name), "x")
    assert left(tmp_path) == ["here"] and left(tmp_path / "here") == ["in"]


@posix
def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "elsewhere")
    made(tmp_path / "build", "one")
    made(tmp_path / "build", "two")
    assert (tmp_path / "build").is_symlink()
    assert (tmp_path / "elsewhere" / "mark").read_text() == "two"
    assert left(tmp_path) == ["build", "elsewhere"]


@posix
def test_a_link_to_itself_is_said(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "a")
    with pytest.raises((InputError, EnvironmentFault), match=r"/a: "):
        made(tmp_path / "a", "x")


@pytest.mark.parametrize(
    ("name", "said"),
    [("file/x", "file"), ("file", "did not make"), ("x" * 300, "too long")],
)
def test_what_is_in_the_way_is_said(tmp_path, name, said):
    (tmp_path / "file").write_text("mine")
    with pytest.raises((InputError, EnvironmentFault), match=said):
        made(tmp_path / name, "x")
    with pytest.raises((InputError, EnvironmentFault), match="cannot be written"):
        write_bytes(tmp_path / name / "y", b"x")
    assert left(tmp_path) == ["file"] and (tmp_path / "file").read_text() == "mine"


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(EnvironmentFault, match="folder"):
        write_bytes(tmp_path / "folder", b"x")
    assert left(tmp_path) == ["folder"]
