"""Queries in a process of their own. The limits here are met by a query that never ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shanhai.errors import InputError, LimitReached, Text
from shanhai.rdf.terms import Iri, Literal
from shanhai.store import worker
from shanhai.store.embedded import EmbeddedStore
from shanhai.store.results import Rows, Triples, Truth

DATA = "".join(f'<urn:{i}> <urn:p> "值{i}" <urn:g> .\n' for i in range(800)).encode()
ENDLESS = """SELECT (COUNT(*) AS ?n) {
  ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(STR(?b) = CONCAT(STR(?d), STR(?f)))
}"""
GRAPH = ("urn:g",)


@pytest.mark.parametrize("engine", ["pyoxigraph", "rdflib"])
def test_an_answer_comes_through_unchanged(engine: str) -> None:
    here = EmbeddedStore.from_nquads(DATA)
    for text in (
        "SELECT ?s ?o ?none { ?s u:p ?o } ORDER BY ?o LIMIT 3",
        "ASK { ?s u:p '值7' }",
        "CONSTRUCT { ?s u:q '缙云'@zh } WHERE { ?s u:p '值7' }",
        "SELECT ?s ?o { ?s u:none ?o }",
    ):
        found = worker.query(
            DATA, text, seconds=60, default_graph=GRAPH, prefixes={"u": "urn:"}, engine=engine
        )
        assert found == here.query(text, default_graph=GRAPH, prefixes={"u": "urn:"})
        assert isinstance(found, Rows | Truth | Triples)


def test_a_large_answer_comes_whole() -> None:
    found = worker.query(
        DATA, "SELECT * { ?a ?p ?b . ?c ?q ?d } LIMIT 60000", seconds=120, default_graph=GRAPH
    )
    assert isinstance(found, Rows)
    assert len(found.rows) == 60000


def test_the_strict_store_is_behind_it() -> None:
    assert worker.query(DATA, "ASK { ?s ?p ?o }", seconds=60) == Truth(False)


def test_an_endless_query_is_ended_with_the_way_to_more_time() -> None:
    with pytest.raises(LimitReached) as caught:
        worker.query(DATA, ENDLESS, seconds=1, default_graph=GRAPH)
    assert "1 second" in caught.value.text.en
    assert "--timeout" in caught.value.text.zh
    assert caught.value.exit_code == 2


def test_a_wrong_query_is_said_as_without_the_process() -> None:
    with pytest.raises(InputError) as caught:
        worker.query(DATA, "SELECT * { ?s ex:p ?o }", seconds=60)
    with pytest.raises(InputError) as here:
        EmbeddedStore.from_nquads(DATA).query("SELECT * { ?s ex:p ?o }")
    assert caught.value.text == here.value.text
    assert isinstance(caught.value.text, Text)


def test_too_many_rows_are_a_limit() -> None:
    with pytest.raises(LimitReached, match="more than 5 rows"):
        worker.query(DATA, "SELECT * { ?s ?p ?o }", seconds=60, default_graph=GRAPH, max_rows=5)


def test_a_query_that_fells_the_engine_fells_the_process_only() -> None:
    with pytest.raises(LimitReached, match="nested"):
        worker.query(DATA, "SELECT * {" + "{" * 30000 + "}" * 30001, seconds=60)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux holds to the cap")
def test_a_query_that_would_fill_the_memory_is_ended() -> None:
    with pytest.raises(LimitReached, match="300 MB"):
        worker.query(
            DATA,
            "SELECT * { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } ORDER BY ?f ?d ?b",
            seconds=120,
            default_graph=GRAPH,
            memory=300 * 1024**2,
        )


def test_the_package_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A module of ours or of the standard library's name in the folder must not get in the way.
    (tmp_path / "shanhai").mkdir()
    (tmp_path / "shanhai" / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    (tmp_path / "json.py").write_text("raise RuntimeError", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert worker.query(DATA, "ASK {}", seconds=60) == Truth(True)


PARENT = """
import sys
from shanhai.store import worker
data = "".join(f'<urn:{{i}}> <urn:p> "{{i}}" <urn:g> .\\n' for i in range(800)).encode()
print("ready", flush=True)
try:
    worker.query(data, {query!r}, seconds=300, default_graph=("urn:g",))
except KeyboardInterrupt:
    print("passed on", flush=True)
    raise SystemExit(130)
"""


def start_parent() -> subprocess.Popen[str]:
    env = os.environ | {"PYTHONPATH": str(Path(worker.__file__).parents[2])}
    return subprocess.Popen(
        [sys.executable, "-c", PARENT.format(query=ENDLESS)],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def child_of(pid: int) -> int:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    for _ in range(600):
        if found := listed.read_text(encoding="ascii").split():
            return int(found[0])
        time.sleep(0.05)
    raise AssertionError("no child was started")


def gone(pid: int) -> bool:
    for _ in range(600):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
        except OSError:
            return True
        if state.split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to watch")


@LINUX
def test_ctrl_c_ends_the_query_without_a_traceback() -> None:
    parent = start_parent()
    child = child_of(parent.pid)
    time.sleep(0.5)
    os.killpg(parent.pid, signal.SIGINT)  # as a terminal sends it: to both
    out, err = parent.communicate(timeout=60)
    assert parent.returncode == 130
    assert "passed on" in out
    assert err == ""
    assert gone(child)


@LINUX
def test_a_query_does_not_outlive_its_parent() -> None:
    parent = start_parent()
    child = child_of(parent.pid)
    time.sleep(0.5)
    parent.kill()
    parent.communicate(timeout=60)
    assert gone(child)


def test_terms_survive_the_way() -> None:
    rows = Rows(("a", "b"), ((Iri("urn:a"), None), (None, Literal("x"))))
    kind, body = worker._pack(rows)
    assert worker._unpack(kind, body) == rows
