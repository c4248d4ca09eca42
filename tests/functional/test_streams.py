"""Pipes that close early, full disks below them, streams that are not there."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

SHANHAI = [sys.executable, "-m", "shanhai.cli.main"]
posix = pytest.mark.skipif(os.name != "posix", reason="needs the streams of POSIX")
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")
LONG_ANSWERS = [
    ("export", "--format", "nquads", "--output", "-"),
    ("query", "all.rq", "--format", "csv"),
    ("network",),
    ("find", "示例"),
    ("--help",),
]


@pytest.fixture(scope="module", autouse=True)
def query_file(small):
    (small / "all.rq").write_text("SELECT * { ?s ?p ?o }", encoding="utf-8")


@posix
@pytest.mark.parametrize("words", LONG_ANSWERS, ids=lambda words: words[0])
def test_a_reader_that_leaves_is_no_fault(shared, small, words):
    process = shared.start(*words, cwd=small)
    process.stdout.read(1)
    process.stdout.close()
    err = process.stderr.read().decode()
    assert (process.wait(60), err) == (0, "")


@needs_full
@pytest.mark.parametrize(
    ("words", "lang"), list(zip(LONG_ANSWERS[:-1], ["en", "zh", "en", "zh"], strict=True))
)
def test_a_full_disk_below_the_output_is_said(shared, small, words, lang):
    with FULL.open("wb") as full:
        ran = shared(*words, "--lang", lang, cwd=small, stdout=full, code=2)
    assert {"en": "the disk is full", "zh": "磁盘已满"}[lang] in ran.err


@needs_full
def test_a_full_disk_below_the_messages(command):
    with FULL.open("wb") as full:
        command("find", "缙云", stdout=full, stderr=full, code=2)
        command("build", "--nothing", stderr=full, code=2)


@posix
@pytest.mark.parametrize("closed", ["0", "1", "2", "0 1 2"])
@pytest.mark.parametrize("words", ["find 示例", "query -", "cite", "--help", "nonsense"])
def test_streams_that_are_not_there(shared, small, closed, words):
    script = (
        "import os, sys\n"
        "for fd in sys.argv[1].split(): os.close(int(fd))\n"
        "os.execv(sys.argv[2], sys.argv[2:])"
    )
    process = subprocess.run(
        [sys.executable, "-c", script, closed, *SHANHAI, *words.split()],
        cwd=small, env=shared.env, input=b"ASK {}", capture_output=True, timeout=60,
    )  # fmt: skip
    assert b"Traceback" not in process.stderr
    wanted = 2 if words == "nonsense" or (words == "query -" and "0" in closed) else 0
    assert process.returncode == wanted, process.stderr
    if words == "query -" and closed == "0":
        assert b"standard input is closed" in process.stderr


def test_text_and_quote_from_standard_input(command):
    ran = command("locate", "-", "桥通车", "--as", "river", stdin="# 题\n\n新桥通车了。".encode())
    assert "source: river" in ran.out and "  section: 1\n  paragraph: 2\n" in ran.out


@posix
def test_output_into_a_pipe_leaves_the_pipe_a_pipe(command):
    pipe = command.home / "管 pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    try:
        command("cite", "--output", pipe)
        assert pipe.is_fifo()
    finally:
        if pipe.is_fifo():  # let the reader go, whatever happened
            os.close(os.open(pipe, os.O_RDWR | os.O_NONBLOCK))
        reader.join(1)
    assert b"@" in got[0]


@posix
def test_output_through_a_link_keeps_the_link(command):
    link, file = command.home / "link.txt", command.home / "real.txt"
    link.symlink_to(file)
    command("cite", "--output", link)
    assert link.is_symlink() and b"@" in file.read_bytes()
