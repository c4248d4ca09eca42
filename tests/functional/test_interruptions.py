"""A build that is stopped: by Ctrl-C, kill -9 or a full disk; the old build is never harmed."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the signals and limits of POSIX")
MOMENTS = 150 if os.environ.get("SHANHAI_LONG") == "1" else 12
# Before the command has begun, Python itself answers a signal, in its own words.
BEGUN = """
import sys
from shanhai.cli.main import main
print("begun", flush=True)
raise SystemExit(main(sys.argv[1:]))
"""


def whole(folder: Path) -> str:
    """Return the dataset's hash of a build, every file of which is as its manifest says."""
    about = json.loads((folder / "manifest.json").read_bytes())
    for name, checksum in about["outputs"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum, name
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert there == {*about["outputs"], "manifest.json"}
    assert isinstance(about["dataset"], str)
    return about["dataset"]


@pytest.fixture(scope="module")
def two_builds(shared, small):
    """The builds of a project and of one that differs in a name; how long one takes."""
    other = shared.home / "other"
    shutil.copytree(small, other)
    file = next(other.glob("data/*/entities.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("示例中学", "范例中学"), encoding="utf-8")
    shared("build", other, "--no-pages", "--output", shared.home / "old build")
    begun = time.monotonic()
    shared("build", small, "--no-pages", "--output", shared.home / "new build")
    return shared.home / "old build", shared.home / "new build", time.monotonic() - begun


@pytest.fixture
def changed(project, two_builds):
    """A built project whose claims have changed since: the hashes of the old and the new build."""
    old, new, took = two_builds
    shutil.copytree(old, project / "build")
    assert whole(old) != whole(new)
    return whole(old), whole(new), took


def leftovers(project: Path) -> list[str]:
    return sorted(path.name for path in project.iterdir() if path.name.startswith("."))


def test_ctrl_c_at_any_moment(command, project, changed):
    old, new, took = changed
    chance = random.Random(3)
    stopped = 0
    for number in range(MOMENTS):
        process = subprocess.Popen(
            [sys.executable, "-c", BEGUN, "build", str(project), "--lang", "en"],
            env=command.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip
        assert process.stdout is not None and process.stdout.readline() == b"begun\n"
        time.sleep(chance.random() * took)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert b"Traceback" not in err, (number, err)
        # Where the signal meets Python as it ends, or some code that it runs from a string,
        # Python ends by the signal itself; a shell shows 130 for both.
        assert process.returncode in (0, 130, -signal.SIGINT), (number, err)
        if process.returncode == 130:
            stopped += 1
            assert err.endswith(b"interrupted\n") and out == b""
        assert whole(project / "build") in ((new,) if process.returncode == 0 else (old, new))
        assert leftovers(project) == []
    assert stopped


def test_kill_at_any_moment(command, project, changed):
    old, new, took = changed
    chance = random.Random(5)
    for _ in range(MOMENTS):
        process = command.start("build", project)
        time.sleep(chance.random() * took * 1.1)
        process.kill()
        process.communicate(timeout=60)
        assert whole(project / "build") in (old, new)
    command("build", project)
    assert whole(project / "build") == new
    assert leftovers(project) == []


@pytest.mark.parametrize("moment", ["half-written", "renamed"])
def test_kill_while_the_folders_change_places(command, project, changed, moment):
    """The few microseconds that chance does not meet: stop right there, then go on."""
    old, _, _ = changed
    script = """
import os, signal, sys
from pathlib import Path
rename, write = Path.rename, Path.write_bytes
def stop(*_): os.kill(os.getpid(), signal.SIGKILL)
def renamed(self, target):
    made = rename(self, target)
    if self.name == "build": stop()
    return made
def written(self, data):
    write(self, data[: len(data) // 2])
    if self.name == "dataset.trig": stop()
    return write(self, data)
if sys.argv[1] == "renamed": Path.rename = renamed
else: Path.write_bytes = written
from shanhai.cli.main import main
main(["build", sys.argv[2]])
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, moment, str(project)],
        cwd=command.home, env=command.env, capture_output=True,
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL
    assert leftovers(project) != []
    if moment == "half-written":
        assert whole(project / "build") == old
    # The next build finds broken claims: it puts back what was there and changes nothing.
    file = next(project.glob("data/*/entities.yml"))
    text = file.read_text(encoding="utf-8")
    command("build", project, "--no-pages")
    assert whole(project / "build") != old
    assert leftovers(project) == []
    assert text == file.read_text(encoding="utf-8")


def test_ctrl_c_during_a_query(command, project):
    endless = b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    (command.home / "endless.rq").write_bytes(endless)
    process = command.start(
        "query", "endless.rq", "--project", project, "--lang", "zh", start_new_session=True
    )
    time.sleep(1.5)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (130, "已中断\n")
    # The process that asked the engine is gone as well: its group is empty.
    for _ in range(50):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        pytest.fail("a process is left")


def limited(size: int):
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("size", [0, 1000, 300_000])
def test_a_full_disk(command, project, changed, size):
    old, _, _ = changed
    lang = "zh" if size else "en"
    ran = command("build", project, "--lang", lang, code=2, preexec_fn=limited(size))
    assert {"en": "what was there is untouched", "zh": "原有文件没有改动"}[lang] in ran.err
    assert whole(project / "build") == old
    assert leftovers(project) == []


def test_a_full_disk_below_an_export(command, project):
    file = command.home / "x.nq"
    words = ("export", "--project", project, "--format", "nquads", "--output", "x.nq")
    file.write_text("before")
    ran = command(*words, code=2, preexec_fn=limited(10_000))
    assert "cannot be written" in ran.err
    assert file.read_text() == "before"
    assert {path.name for path in command.home.iterdir()} == {"x.nq", project.name}
    words = ("export", "--project", project, "--format", "csv", "--output", "表")
    command(*words, code=2, preexec_fn=limited(100))
    with (command.home / "out").open("wb") as out:
        ran = command(*words[:-1], "-", stdout=out, code=2, preexec_fn=limited(10_000))
    assert "larger than is allowed" in ran.err


def test_two_builds_at_once(command, project, changed):
    _, new, _ = changed
    ran = [command.start("build", project) for _ in range(3)]
    for process in ran:
        _, err = process.communicate(timeout=120)
        assert b"Traceback" not in err
        assert process.returncode in (0, 2)
    command("build", project)
    assert whole(project / "build") == new
    assert leftovers(project) == []
