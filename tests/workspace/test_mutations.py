"""Thousands of broken files: each gets a report or a clear refusal, never another exception.

The normal form takes about twenty seconds and is the same every time; ``SHANHAI_LONG=1`` asks
for the long one with new files, which ``benchmarks/run.py --all`` runs.
"""

from __future__ import annotations

import contextlib
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from mutations import mutated

import shanhai
from shanhai import resources
from shanhai.claims import loading
from shanhai.errors import ShanhaiError
from shanhai.model.records import Records
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.namespaces import PREFIXES
from shanhai.rdf.terms import nquads
from shanhai.store.embedded import write_rdf
from shanhai.workspace import project
from shanhai.workspace.foreign import validate_file

LONG = os.environ.get("SHANHAI_LONG") == "1"
ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data" / "jinyun-2024"
EXAMPLE = [
    (name, text.replace("NAME", "yangli").encode()) for name, text in project.EXAMPLE.items()
]
SETTINGS = ("shanhai.yml", b"schema: 1\nname: yangli\nlanguages: [zh, en]\nlicence: CC-BY-4.0\n")
NAMES = ("x.ttl", "x.nt", "x.nq", "x.trig", "x.rdf", "x.jsonld", "x.n3", "-", "x", "x.xlsx")
TURTLE = [
    (path.name, path.read_bytes())
    for path in sorted((ROOT / "tests" / "rdf" / "shapes").glob("*/pass.ttl"))
]


def thorough(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return settings(
        max_examples=examples * 15 if LONG else examples,
        derandomize=not LONG,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def answered(call: Callable[[], Any]) -> Any:
    """Return what a call gave, None where it was refused in words; all else fails the test.

    Engines written in Rust report a panic by a BaseException that is no Exception.
    """
    try:
        return call()
    except ShanhaiError as error:
        assert error.text.zh and error.text.en
        assert all(p.text.zh and p.text.en for p in error.problems)
        return None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise AssertionError(f"{type(error).__name__}: {error}") from error


@pytest.fixture(scope="module", autouse=True)
def reference_data_read_once() -> Iterator[None]:
    """The reference data is never broken here, and reading it would take most of the time."""
    once: dict[Path, loading.Loaded] = {}
    read = loading.load_set

    def load_set(folder: Path, shown_as: str, base: str) -> loading.Loaded:
        if folder.parent != resources.root() / "data":
            return read(folder, shown_as, base)
        if folder not in once:
            once[folder] = read(folder, shown_as, base)
        return once[folder]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load_set", load_set)
        yield


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the example of ``shanhai init``."""
    folder = tmp_path_factory.mktemp("mutations") / "样例 project"
    project.init(folder, [])
    next(folder.glob("data/*")).rename(folder / "data" / "yangli")
    for name, data in EXAMPLE:
        (folder / "data" / "yangli" / name).write_bytes(data)
    (folder / SETTINGS[0]).write_bytes(SETTINGS[1])
    return folder


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a copy of the shipped set."""
    folder = tmp_path_factory.mktemp("mutations") / "jinyun"
    project.init(folder, ["jinyun-2024"])
    return folder


@contextlib.contextmanager
def replaced(path: Path, data: bytes) -> Iterator[None]:
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(before)


def check_and_build(folder: Path, whole: bool) -> None:
    """Do what ``check`` does; the whole of ``build`` and ``export`` too, which takes longer."""
    hall = answered(lambda: shanhai.open(folder))
    if hall is None:
        return
    reading = answered(lambda: hall.reading)
    if reading is None:
        return
    assert all(p.text.zh and p.text.en for p in reading.problems)
    if reading.errors:
        assert answered(lambda: hall.dataset) is None
        return
    answered(lambda: nquads(Mapper(hall.records).quads()))
    answered(lambda: hall.find("示例"))
    answered(hall.cite)
    if not whole:
        return
    report = answered(hall.validate)
    if report is not None:
        answered(lambda: hall.shape_problems(report))
    answered(lambda: hall.build(folder.parent / "built"))
    for form in ("rdfxml", "jsonld", "xlsx", "csv", "gexf") if LONG else ("rdfxml",):
        answered(lambda form=form: hall.export(form))


def some(data: bytes, one_in: int) -> bool:
    """Choose by content, so that a failing example stays failing."""
    return zlib.crc32(data) % (5 if LONG else one_in) == 0


@thorough(900)
@given(broken=mutated(EXAMPLE))
def test_broken_claim_files(example: Path, broken: tuple[str, bytes]) -> None:
    name, data = broken
    with replaced(example / "data" / "yangli" / name, data):
        check_and_build(example, some(data, 30))


@thorough(100)
@given(broken=mutated([SETTINGS]))
def test_broken_settings(example: Path, broken: tuple[str, bytes]) -> None:
    name, data = broken
    with replaced(example / name, data):
        check_and_build(example, some(data, 30))


@thorough(20)
@given(broken=mutated([(name, (SHIPPED / name).read_bytes()) for name in loading.FILES]))
def test_broken_copies_of_the_shipped_set(shipped: Path, broken: tuple[str, bytes]) -> None:
    name, data = broken
    with replaced(shipped / "data" / "jinyun-2024" / name, data):
        check_and_build(shipped, some(data, 10))


@thorough(1000)
@given(broken=mutated(TURTLE, rdf=True))
def test_broken_turtle(broken: tuple[str, bytes]) -> None:
    answered(lambda: validate_file(*broken, "zh"))


@pytest.fixture(scope="module")
def written(example: Path) -> list[tuple[str, bytes]]:
    """The claims of the example in the other RDF formats."""
    records = shanhai.open(example).records
    own = Records(tuple(s for s in records.sets if s.manifest.kind == "claims"))
    everywhere = Mapper(records)
    everywhere.records = own
    data = nquads(everywhere.quads())
    names = {"nquads": "x.nq", "trig": "x.trig", "jsonld": "x.jsonld", "rdfxml": "x.rdf"}
    return [(name, write_rdf(data, form, PREFIXES)) for form, name in names.items()]


@thorough(400)
@given(drawn=st.data())
def test_broken_rdf_of_other_formats(
    written: list[tuple[str, bytes]], drawn: st.DataObject
) -> None:
    name, data = drawn.draw(mutated(written, rdf=True))
    answered(lambda: validate_file(name, data, "en"))


@thorough(300)
@given(start=st.sampled_from(TURTLE), more=st.binary(max_size=30), name=st.sampled_from(NAMES))
def test_rdf_of_another_format_than_its_name_says(
    start: tuple[str, bytes], more: bytes, name: str
) -> None:
    answered(lambda: validate_file(name, start[1] + more, "en"))
