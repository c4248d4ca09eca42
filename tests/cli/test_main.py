"""The command line in whatever encoding the terminal has.

The automatic check runs these tests once more with PYTHONIOENCODING=gbk and with LC_ALL=C.
"""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from shanhai.cli.main import COMMANDS, PROJECTIONS, main, parser
from shanhai.network.projection import NAMES

ROOT = Path(__file__).resolve().parents[2]
ENCODINGS = {
    "as here": {},
    "code page 936": {"PYTHONIOENCODING": "gbk"},
    "C locale": {"LC_ALL": "C", "LANG": "C"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
}


def run(*words, stdin=b"", **env):
    its = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), **env}
    return subprocess.run(
        [sys.executable, "-m", "shanhai.cli.main", *words],
        input=stdin,
        capture_output=True,
        env=its,
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", [*COMMANDS, ""])
def test_every_command_has_help_with_an_example(name, lang, capsys):
    words = [name, "--help", "--lang", lang] if name else ["--help", "--lang", lang]
    with pytest.raises(SystemExit) as ended:
        main(words)
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert ("例：" if lang == "zh" else "example: ") in said.replace("?", "：")
    assert f"shanhai {name}".strip() in said


@pytest.mark.parametrize("env", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ["find", "闵行"],
        ["ask"],
        ["ask", "ties-between", "a=缙云", "b=minhang", "--footnotes"],
        ["network", "--projection", "region-region"],
        ["cite"],
        ["check"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_prose_never_breaks_on_the_encoding(words, lang, env):
    ran = run(*words, "--lang", lang, **env)
    assert ran.returncode == 0, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert len(ran.stdout) > 10


@pytest.mark.parametrize("env", ENCODINGS.values(), ids=ENCODINGS)
def test_data_for_programs_is_the_same_bytes_in_every_encoding(env):
    book = run("export", "--format", "xlsx", "--output", "-", **env).stdout
    assert zipfile.ZipFile(io.BytesIO(book)).testzip() is None
    quads = run("export", "--format", "nquads", "--output", "-", **env).stdout
    assert "缙云县".encode() in quads
    rows = run("query", "-", "--format", "json", stdin=QUERY, **env).stdout
    assert "闵行区".encode() in rows


QUERY = b"SELECT ?name WHERE { id:cn-310112 skos:prefLabel ?name }"


@pytest.mark.parametrize("env", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize(
    "words",
    [
        ["frob"],
        ["query"],
        ["query", "nowhere-文件.rq"],
        ["ask", "no-such-question"],
        ["ask", "ties-between", "a=缙云"],
        ["ask", "ties-between", "甲"],
        ["export", "--format", "xlsx"],
        ["check", "--rdf", "nowhere.ttl"],
        ["build", "--project", "nowhere", "nowhere-else"],
        ["init"],
        ["locate", "nowhere.txt", "引文"],
    ],
    ids=" ".join,
)
def test_bad_words_get_one_message_and_code_2(words, env):
    for lang in ("zh", "en"):
        ran = run(*words, "--lang", lang, **env)
        assert ran.returncode == 2
        assert ran.stdout == b""
        assert ran.stderr.startswith(b"shanhai: ")
        assert b"Traceback" not in ran.stderr


def test_a_miss_is_told_apart_from_a_fault():
    assert run("find", "zzzzqqqq").returncode == 1


def test_messages_of_the_parser_are_chinese_in_chinese(capsys):
    with pytest.raises(SystemExit):
        parser("zh").parse_args(["query", "x", "--timeout", "y"])
    assert "应是数字" in capsys.readouterr().err.replace("?", "应是数字")


def test_the_projections_are_those_of_the_network():
    assert PROJECTIONS == NAMES
