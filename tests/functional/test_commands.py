"""Every command as a process on the shipped data: what it answers, in which form."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pyoxigraph
import pytest

FORMATS = {
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
COOPERATIONS = b"SELECT (COUNT(?c) AS ?n) WHERE { ?c a shanhai:Cooperation }"


def test_help_names_every_command(shared):
    said = shared("--help").out
    names = ["init", "build", "check", "export", "cite", "query", "ask", "find", "network"]
    for name in [*names, "attach", "locate"]:
        assert f"\n    {name} " in said
    assert shared().out == said


def test_build_writes_what_it_says(command):
    said = command("build").out
    folder = command.home / "build"
    assert len(said.splitlines()) == 10
    assert "open build/index.html" in said
    expected = {
        "dataset.nq", "dataset.trig", "void.ttl", "validation.txt", "validation.json",
        "validation.ttl", "network.txt", "network.json", "network.csv", "projections",
        "network.html", "index.html", "manifest.json",
    }  # fmt: skip
    assert {path.name for path in folder.iterdir()} == expected
    assert json.loads((folder / "validation.json").read_bytes())["conforms"] is True
    again = command("build", "--no-pages", "--lang", "zh").out
    assert "已生成 build" in again
    assert not (folder / "index.html").exists()


def test_check_of_the_shipped_data(shared):
    assert "claims; shapes hold" in shared("check").out


@pytest.mark.parametrize("form", FORMATS)
def test_export_rdf(shared, tmp_path, form):
    file = tmp_path / "输出 out.rdf"
    ran = shared("export", "--format", form, "--output", file)
    assert ran.out == "" and str(file) in ran.err
    assert len(list(pyoxigraph.parse(file.read_bytes(), FORMATS[form]))) > 10_000
    if form in ("nquads", "rdfxml"):
        assert shared("export", "--format", form, "--output", "-").bytes == file.read_bytes()


def test_export_w3c_profile_has_more(shared):
    plain = shared("export", "--format", "nquads", "--output", "-").bytes
    rich = shared("export", "--format", "nquads", "--profile", "w3c", "--output", "-").bytes
    assert set(plain.splitlines()) - set(rich.splitlines()) == {
        line for line in plain.splitlines() if line.endswith(b"graph/meta> .")
    }
    assert rich.count(b"oa#TextPositionSelector>") > 200 > plain.count(b"oa#TextPositionSelector>")


def test_export_tables(shared, tmp_path):
    folder = tmp_path / "表 tables"
    shared("export", "--format", "csv", "--output", folder)
    names = sorted(path.stem for path in folder.iterdir())
    assert {"entities", "cooperations", "ties", "observations", "evidence"} <= set(names)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in folder.iterdir())
    shared("export", "--format", "csv", "--output", tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert sorted(Path(name).stem for name in archive.namelist()) == names
    book = shared("export", "--format", "xlsx", "--output", "-").bytes
    assert set(openpyxl.load_workbook(io.BytesIO(book)).sheetnames) >= {"entities", "evidence"}


def test_tables_take_the_place_of_tables_alone(shared, small, tmp_path):
    folder = tmp_path / "tables"
    words = ("export", "--format", "csv", "--output")
    for _ in range(2):
        shared(*words, folder, cwd=small)
    (folder / "mine.csv").write_text("mine", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert "what shanhai did not make" in shared(*words, folder, cwd=small, code=2).err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert "name a folder" in shared(*words, tmp_path / "x.csv", cwd=small, code=2).err


@pytest.mark.parametrize(
    "words",
    [
        ("csv", "--profile", "w3c"),
        ("xlsx", "--profile", "w3c"),
        ("turtle", "--projection", "body-body"),
        ("csv", "--projection", "body-body"),
    ],
)
def test_an_option_without_effect_is_refused(shared, small, tmp_path, words):
    refused = shared("export", "--format", *words, "--output", tmp_path / "x", cwd=small, code=2)
    assert "not for" in refused.err and not (tmp_path / "x").exists()


def test_the_tables_refer_to_each_other_by_id(shared, tmp_path):
    shared("export", "--format", "xlsx", "--output", tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx", read_only=True)
    assert book.sheetnames[:2] == ["about", "dictionary"]

    def column(sheet, name):
        head, *rows = book[sheet].iter_rows(values_only=True)
        return {row[head.index(name)] for row in rows}

    entities = column("entities", "entity")
    assert column("ties", "a") | column("ties", "b") <= entities
    claims = {id_ for cell in column("ties", "claim") for id_ in cell.split(" | ")}
    assert claims <= column("cooperations", "claim") | column("relations", "claim")


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_export_networks(shared, form):
    data = shared("export", "--format", form, "--output", "-").bytes
    tags = [element.tag.rpartition("}")[2] for element in ElementTree.fromstring(data).iter()]
    assert tags.count("edge") > 10


def test_cite(shared):
    assert "@" in shared("cite", "--format", "bibtex").out
    assert "TY  - " in shared("cite", "--format", "ris").out
    assert "[N]" in shared("cite", "--format", "gbt7714").out
    assert {"% BibTeX", "% RIS"} <= set(shared("cite").out.splitlines())


@pytest.mark.parametrize("engine", ["pyoxigraph", "rdflib"])
def test_query_on_both_engines(shared, small, engine):
    ran = shared(
        "query", "-", "--format", "json", "--engine", engine, cwd=small, stdin=COOPERATIONS
    )
    (row,) = json.loads(ran.out)["results"]["bindings"]
    assert int(row["n"]["value"]) == 1


def test_query_formats(shared, small, tmp_path):
    file = tmp_path / "问题 q.rq"
    file.write_bytes(b"\xef\xbb\xbf" + COOPERATIONS)
    assert shared("query", file, cwd=small).out.splitlines()[0].strip() == "n"
    assert shared("query", file, "--format", "csv", cwd=small).out.splitlines()[0] == "n"
    assert shared("query", file, "--format", "tsv", cwd=small).out.splitlines()[0] == "?n"
    ElementTree.fromstring(shared("query", file, "--format", "xml", cwd=small).bytes)
    shared("query", file, "--format", "csv", "--output", tmp_path / "a.csv", cwd=small)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfn")
    construct = b"CONSTRUCT { ?s a shanhai:School } WHERE { ?s a shanhai:School }"
    turtle = shared("query", "-", "--format", "turtle", cwd=small, stdin=construct).bytes
    assert list(pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE))
    refused = shared("query", "-", "--format", "csv", cwd=small, stdin=construct, code=2)
    assert "use --format turtle" in refused.err


def test_a_query_in_place_of_a_file(shared, small):
    refused = shared("query", "SELECT * { ?s ?p ?o }", cwd=small, code=2)
    assert "a file name belongs here" in refused.err


def test_a_value_given_twice(shared, small):
    words = ("ask", "ties-between", "a=缙云", "a=闵行", "b=上海")
    assert "'a' is given twice" in shared(*words, cwd=small, code=2).err


def test_footnotes_in_a_format_for_programs(shared, small):
    words = ("ask", "agreements", "--format", "csv", "--lang", "en")
    plain = shared(*words).out.splitlines()
    noted = shared(*words, "--footnotes").out.splitlines()
    assert noted[0] == f"{plain[0]},evidence" and "[1]" in noted[1]


@pytest.mark.parametrize("word", ["闵行", "minhang", "Minhang", "Mǐnháng", "闵行区", "cn-310112"])
def test_find_by_any_name(shared, word):
    assert shared("find", word).out.startswith("cn-310112 ")


def test_find_of_nothing_shows_near_names(shared):
    said = shared("find", "Minhnag", code=1).out
    assert "near names" in said and "cn-310112" in said
    assert "没有找到" in shared("find", "zzzzzz", "--lang", "zh", code=1).out


def test_network(shared, small, tmp_path):
    assert "constraint" in shared("network").out
    assert "中介中心性" in shared("network", "--lang", "zh", cwd=small).out
    words = ("network", "--format", "json", "--projection", "body-body")
    assert "body-body" in json.dumps(json.loads(shared(*words, cwd=small).out))
    shared("network", "--format", "csv", "--output", tmp_path / "n.csv", cwd=small)
    assert (tmp_path / "n.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_check_any_rdf(shared, tmp_path):
    good = b"<https://w3id.org/shanhai/id/x> <http://www.w3.org/2000/01/rdf-schema#label> 'x' ."
    assert shared("check", "--rdf", "-", stdin=good).code == 0
    claim = b"""@prefix shanhai: <https://w3id.org/shanhai/ontology#> .
    <https://w3id.org/shanhai/id/x> a shanhai:Cooperation ."""
    bad = tmp_path / "错 bad.ttl"
    bad.write_bytes(claim)
    assert "[Violation] id:x" in shared("check", "--rdf", bad, code=2).out
    bad.write_bytes(claim[:-3])
    assert "错 bad.ttl:" in shared("check", "--rdf", bad, code=2).err


def test_a_whole_day_of_a_new_project(command):
    """Begin, break, repair, build, ask: from an empty folder to an answer."""
    folder = command.home / "我的 项目"
    assert "began the project" in command("init", folder).out
    assert "3 claims; shapes hold" in command("check", "--project", folder).out
    file = next(folder.glob("data/*/relations.yml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("cn-331122", "cn-331199"), encoding="utf-8")
    ran = command("check", "--project", folder, code=2)
    assert "relations.yml:4: object: no entity has the id 'cn-331199'" in ran.err
    assert "1 error; nothing was written" in command("build", folder, code=2).err
    assert not (folder / "build").exists()
    file.write_text(text, encoding="utf-8")
    assert f"open {folder / 'build' / 'index.html'}" in command("build", folder).out
    assert "example-school" in command("find", "示例中学", "--project", folder).out


def test_init_takes_shipped_sets_with_their_identities(command):
    folder = command.home / "x"
    command("init", folder, "--with", "jinyun-2024")
    own = command("export", "--project", folder, "--format", "nquads", "--output", "-").bytes
    shipped = command("export", "--format", "nquads", "--output", "-").bytes
    # What is said of the dataset as a whole is the project's own.
    assert _without_meta(own) == _without_meta(shipped)
    assert b"/id/x-x/dataset>" in own and b"/id/x-x/dataset>" not in shipped
    refused = command("init", command.home / "y", "--with", "jinyun", code=2)
    assert "jinyun-2024" in refused.err
    assert not (command.home / "y").exists()


def _without_meta(quads):
    return [line for line in quads.splitlines() if not line.endswith(b"graph/meta> .")]


def test_the_version(shared):
    assert shared("--version").out.startswith("shanhai ")
