"""Bad input, one test a kind: a clear message in both languages, exit code 2, nothing changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


def edit(file: Path, old: str, new: str) -> int:
    """Change a claim file; returns the line of the change."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.fixture(scope="module")
def a_build(shared, small):
    shared("build", "--no-pages", small, "--output", "a build")
    return shared.home / "a build"


@pytest.fixture
def built(project, tree, a_build):
    """A project with a build, and a function that says whether the build is as it was."""
    shutil.copytree(a_build, project / "build")
    before = tree(project / "build")
    return lambda: tree(project / "build") == before


@pytest.fixture
def data(project):
    return next(project.glob("data/*"))


MISTAKES = {
    "a tab": ("cooperations.yml", "  field: education", "\tfield: education", "制表符"),
    "'formality' is there twice": (
        "cooperations.yml",
        "  formality: exchange",
        "  formality: exchange\n  formality: visit",
        "重复",
    ),
    "the key 'example-exchange' is there twice": (
        "cooperations.yml",
        "example-exchange:",
        "example-exchange: {}\nexample-exchange:",
        "重复",
    ),
    "the id 'example-school' is taken": (
        "relations.yml",
        "example-school-place:",
        "example-school:",
        "编号在所有数据集中只能用一次",
    ),
    "no entity has the id 'cn-331199'": ("relations.yml", "cn-331122", "cn-331199", "可在"),
    "ends before it starts": ("cooperations.yml", "time: 2024", "time: 2024-05/2023-01", "早于"),
    "write 7755000000": ("observations.yml", "value: 12", "value: 77.55亿", "请写 7755000000"),
    "no entity has the id 'example-hospital-school'": (
        "entities.yml",
        "example-hospital-school:",
        "other-school:",
        "没有编号为",
    ),
    "a text with a comma in {...} needs quotes": (
        "entities.yml",
        "en: Example Middle School",
        "en: Example, Middle School",
        "请加引号",
    ),
    "not UTF-8": ("entities.yml", "示例中学", "示例\udcb2中学", "不是 UTF-8"),
}


@pytest.mark.parametrize("said", MISTAKES)
def test_a_mistake_in_a_claim_file(command, project, built, data, said):
    file, old, new, zh = MISTAKES[said]
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    changed = text.replace(old, new, 1).encode("utf-8", "surrogateescape")
    (data / file).write_bytes(changed)
    ran = command("check", "--project", project, code=2)
    line = next(line for line in ran.err.splitlines() if said in line)
    place, _, message = line.partition(": ")
    name, _, number = place.rpartition(":")
    assert Path(name).parent.name == data.name and int(number) > 0 and message
    assert zh in command("build", "--lang", "zh", project, code=2).err
    assert built()


def test_no_command_answers_from_half_of_the_data(command, project, data):
    edit(data / "relations.yml", "cn-331122", "cn-331199")
    for words in (("find", "示例"), ("cite",), ("ask", "sources"), ("network",), ("query", "-")):
        assert "cn-331199" in command(*words, cwd=project, stdin=b"ASK {}", code=2).err


def test_an_end_before_the_start_over_status_records(command, project, data):
    edit(
        data / "cooperations.yml",
        "  status: operating",
        "  status:\n    - {status: started, time: 2024}\n    - {status: ended, time: 2020}",
    )
    ran = command("check", cwd=project, code=2)
    assert "'example-exchange' ends (2020-12-31) before it starts (2024-01-01)" in ran.err


def test_all_mistakes_at_once_and_a_count_after_twenty(command, project, data):
    file = data / "observations.yml"
    text = file.read_text(encoding="utf-8").replace("value: 12", "value: zwölf")
    copies = [text.replace("example-teachers", f"teachers-{n}") for n in range(30)]
    file.write_text("".join(copies), encoding="utf-8")
    edit(data / "relations.yml", "cn-331122", "cn-nowhere")
    err = command("build", project, code=2).err
    assert len(err.splitlines()) < 30
    assert "30 errors" in err or "31 errors" in err


QUERIES = {
    "a syntax error": ("SELECT ?s WHERE {\n  ?s a shanhai:Enclave\n  ?s }", "line 3", "第 3 行"),
    "an unknown prefix": ("SELECT ?s { ?s a shanhia:Enclave }", "shanhia", "shanhia"),
    "an update": ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "is an update", "是更新"),
    "a local file": (
        "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }",
        "no query reads a file",
        "不读",
    ),
    "another machine": (
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SERVICE",
        "SERVICE",
    ),
    "nothing": ("# only a comment", "the query is empty", "查询是空的"),
}


@pytest.mark.parametrize("engine", ["pyoxigraph", "rdflib"])
@pytest.mark.parametrize("kind", QUERIES)
def test_queries_that_are_refused(command, project, kind, engine):
    text, en, zh = QUERIES[kind]
    words = ("query", "-", "--engine", engine, "--project", project)
    assert en in command(*words, stdin=text.encode(), code=2).err
    if engine == "pyoxigraph":
        assert zh in command(*words, "--lang", "zh", stdin=text.encode(), code=2).err


ENDLESS = b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize("engine", ["pyoxigraph", "rdflib"])
def test_an_endless_query_ends_at_its_limit(command, project, engine):
    words = ("query", "-", "--timeout", "1", "--engine", engine, "--project", project)
    ran = command(*words, stdin=ENDLESS, code=2)
    assert "ended after 1 seconds" in ran.err and "--timeout" in ran.err


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "inf", "1e9", "soon"])
def test_a_limit_that_is_none(command, limit):
    ran = command("query", "-", f"--timeout={limit}", stdin=b"ASK {}", code=2)
    assert "--timeout" in ran.err


def test_files_that_are_not_there(command, project):
    for words in (
        ("query", "nothing.rq"),
        ("query", "."),
        ("check", "--source", "nothing.txt"),
        ("check", "--source", "."),
        ("check", "--rdf", "nothing.ttl"),
        ("check", "--rdf", "nothing.xyz"),
        ("attach", "nothing.txt"),
        ("locate", "nothing.txt", "x"),
        ("ask", "sources", "--source", "nothing.txt"),
    ):
        ran = command(*words, "--project", project, code=2)
        assert words[-1] in ran.err or words[1] in ran.err, words


def test_an_output_that_cannot_be_written(command, project, built):
    (command.home / "file").write_text("mine")
    (command.home / "foreign").mkdir()
    (command.home / "foreign" / "manifest.json").write_text('{"name": "somebody else\'s"}')
    build = ("build", project, "--no-pages", "--output")
    for words, said in (
        ((*build, "file"), "what shanhai did not make"),
        ((*build, "file/below", "--lang", "zh"), "写不了"),
        ((*build, "foreign"), "what shanhai did not make"),
        ((*build, ".", "--lang", "zh"), "当前文件夹"),
        (("export", "--format", "trig", "--output", "file/x"), "cannot be written"),
        (("export", "--format", "trig", "--output", "foreign"), "it is a folder"),
        (("export", "--format", "csv", "--output", "file"), "what shanhai did not make"),
        (("cite", "--output", "x" * 300), "the name is too long"),
        (("cite", "--output", "x" * 300, "--lang", "zh"), "名称太长"),
    ):
        more = () if project in words else ("--project", project)
        assert said in command(*words, *more, code=2).err, words
    assert (command.home / "file").read_text() == "mine"
    assert [path.name for path in (command.home / "foreign").iterdir()] == ["manifest.json"]
    assert built()
    assert sorted(path.name for path in command.home.iterdir()) == ["file", "foreign", project.name]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may all")
def test_a_folder_without_rights(command, project):
    closed = command.home / "closed"
    closed.mkdir(mode=0o500)
    ran = command("build", project, "--output", closed / "x", code=2)
    assert "no permission" in ran.err


def test_arguments_that_do_not_exist(command):
    for words in (
        ("bulid",),
        ("build", "--nothing"),
        ("export",),
        ("export", "--format", "docx"),
        ("network", "--projection", "people"),
        ("find",),
        ("ask", "no-such-question"),
        ("ask", "about"),
        ("ask", "about", "x"),
        ("ask", "about", "y=1"),
        ("ask", "about", "x=nobody at all"),
        ("export", "--format", "csv", "--profile", "w3c", "--output", "-"),
    ):
        ran = command(*words, code=2)
        assert ran.out == "" and 0 < len(ran.err.splitlines()) < 4, words
    # Several things of one name: the candidates are named.
    ran = command("ask", "about", "x=上海", code=(0, 2))
    if ran.code:
        assert "cn-310000" in ran.err
