"""Consoles of other code pages: nothing crashes, and what they can show is shown."""

from __future__ import annotations

import io
import os
import zipfile

import pytest

# What the automatic check sets when it runs these tests once more.
HERE = {name: os.environ.get(name) for name in ("PYTHONIOENCODING", "LC_ALL", "LANG")}
CONSOLES = {
    "as here": (HERE, ""),
    "code page 936": ({"PYTHONIOENCODING": "gbk"}, "gbk"),
    "code page 1252": ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
    "ASCII": ({"PYTHONIOENCODING": "ascii:strict"}, "ascii"),
    "the C locale": ({"PYTHONIOENCODING": None, "LC_ALL": "C"}, "utf-8"),
    "the C locale as it was": (
        {
            "PYTHONIOENCODING": None, "LC_ALL": "C", "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        },
        "ascii",
    ),
    "no locale at all": ({"PYTHONIOENCODING": None, "LANG": None}, "utf-8"),
}  # fmt: skip
PROSE = {
    ("find", "cn-331122"): "缙云县",
    ("--help",): "山海",
    ("network", "--projection", "region-region"): "联系数",
    ("ask",): "有哪些来源",
    ("ask", "sources", "--footnotes"): "示例报道",
    ("cite", "--format", "gbt7714"): "示例报道",
    ("check",): "形状校验通过",
}


@pytest.mark.parametrize("console", CONSOLES)
def test_prose_never_breaks_on_the_encoding(shared, small, console):
    env, encoding = CONSOLES[console]
    for words, wanted in PROSE.items():
        ran = shared(*words, "--lang", "zh", env=env, cwd=small)
        assert len(ran.bytes) > 10 and ran.err == ""
        if encoding:
            said = ran.bytes.decode(encoding, "strict")
            assert (wanted in said) == (encoding in ("gbk", "utf-8")), (words, said[:300])


BAD = [
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
]


@pytest.mark.parametrize("console", ["as here", "code page 936", "ASCII", "the C locale as it was"])
def test_bad_words_get_one_message_and_code_2(shared, small, console):
    env, _ = CONSOLES[console]
    for number, words in enumerate(BAD):
        ran = shared(*words, "--lang", ("zh", "en")[number % 2], env=env, cwd=small, code=2)
        assert ran.bytes == b"" and ran.err.startswith("shanhai: "), words


@pytest.mark.parametrize("console", ["code page 936", "the C locale as it was"])
def test_data_for_programs_stays_as_it_is(shared, small, console):
    env, _ = CONSOLES[console]
    words = ("export", "--format", "nquads", "--output", "-")
    assert shared(*words, env=env, cwd=small).bytes == shared(*words, cwd=small).bytes
    words = ("query", "-", "--format", "csv")
    ask = b"SELECT ?name { id:cn-331122 skos:prefLabel ?name } ORDER BY ?name"
    ran = shared(*words, stdin=ask, env=env, cwd=small)
    assert "缙云县" in ran.bytes.decode("utf-8")
    book = shared("export", "--format", "xlsx", "--output", "-", env=env, cwd=small).bytes
    assert zipfile.ZipFile(io.BytesIO(book)).testzip() is None


def test_a_build_in_another_code_page(command, project):
    env = {"PYTHONIOENCODING": "gbk", "LANG": "zh_CN.GBK"}
    ran = command("build", "--no-pages", project, env=env)
    assert "已生成" in ran.bytes.decode("gbk")
