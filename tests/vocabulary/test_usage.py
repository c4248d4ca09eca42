"""No file uses a term that is undefined, and no term is defined for nothing."""

import re
from pathlib import Path

import pytest

from shanhai.errors import Text
from shanhai.model.claim import Cooperation, Ground, Participation
from shanhai.model.entity import Entity
from shanhai.model.period import FORMS, parse_period
from shanhai.model.records import ClaimSet, Manifest, Records
from shanhai.rdf.mapping import Mapper
from shanhai.vocabulary import terms
from shanhai.vocabulary.constants import constant_names
from shanhai.vocabulary.generate import read
from shanhai.vocabulary.ontology import Ontology, Term

ROOT = Path(__file__).parents[2]
# Scripts are left out: there `shanhai:…` names events and stored settings.
TEXTS = {".py", ".rq", ".ttl", ".yml", ".md", ".html", ".j2", ".ipynb"}
GENERATED = ROOT / "graph" / "shanhai" / "vocabulary"
# The keys under which a scheme's concepts stand in claim files, where not its own name.
KEYS = {"outletKind": "kind", "outletLevel": "level"}


def computed() -> dict[str, set[str]]:
    """Return the concepts that code writes: precisions of times, levels of cooperations."""
    precisions = {parse_period(form).precision for form in FORMS.split(", ")}
    text = Text("", "")
    kinds = tuple(Entity(name, name, text) for name in terms.CLASSES)
    manifest = Manifest("all", "claims", text, text, "", "")
    mapper = Mapper(Records((ClaimSet("https://example.org/", manifest, kinds),)))
    levels = set()
    for one in terms.CLASSES:
        for other in (one, "Body"):
            parts = (Participation(one, "party"), Participation(other, "party"))
            levels.add(mapper.level(Cooperation("both", parts, (), "", (), Ground(text, ()))))
    return {"precision": precisions, "level": levels}


def undefined(text: str, defined: frozenset[str]) -> set[str]:
    """Return the names in `text` that look like terms of ours and are none."""
    found = re.findall(r"(?<![\w/])shanhai:([A-Za-z](?:[A-Za-z0-9]|-(?=[A-Za-z]))*)", text)
    found += re.findall(
        r"w3id\.org/shanhai/ontology#([A-Za-z](?:[A-Za-z0-9]|-(?=[A-Za-z]))*)", text
    )
    # `shanhai:field-` followed by a placeholder is a scheme's prefix, not a term.
    return {name for name in found if name not in defined and name not in terms.CONCEPTS}


def unused(ontology: Ontology, code: str, data: str) -> set[str]:
    """Return the terms that neither code (queries and shapes included) nor data uses."""
    constants = constant_names(ontology)
    written = computed()
    quoted = set(re.findall(r"""["']([A-Za-z][A-Za-z0-9]*)["']""", code))
    prefixed = set(re.findall(r"shanhai:([A-Za-z](?:[A-Za-z0-9]|-(?=[A-Za-z]))*)", code))
    uppercase = set(re.findall(r"\b[A-Z][A-Z0-9_]+\b", code))
    keys = set(re.findall(r"[{\s,]([A-Za-z][A-Za-z0-9]*):\s", data))
    values = set(re.findall(r"(?:type|predicate): ([A-Za-z]+)", data))

    def is_used(term: Term) -> bool:
        if term.kind == "concept":
            scheme, bare = term.name.split("-", 1)
            key = KEYS.get(scheme, scheme)
            in_data = re.search(rf"\b{key}: (?:\[[^\]\n]*)?\b{bare}\b", data)
            return bool(in_data) or bare in written.get(scheme, ())
        if term.kind == "scheme":
            # Which property takes its values from a scheme is checked among the pitfalls.
            return bool(ontology.concepts(term.name))
        if term.kind == "structure":
            return True  # held by the structure's own checks among the pitfalls
        below = ontology.below(term.name)
        return (
            term.name in quoted | prefixed | keys | values
            or constants[term.name] in uppercase
            or any(is_used(ontology.named(name)) for name in below)
        )

    return {term.name for term in ontology.terms if not is_used(term)}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return read(ROOT / "ontology.ttl")


def _files(*folders: str) -> list[Path]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*"))]
    return [path for path in paths if path.is_file() and path.suffix in TEXTS]


def _code() -> str:
    paths = [path for path in _files("graph") if GENERATED not in path.parents]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _data() -> str:
    return "\n".join(p.read_text(encoding="utf-8") for p in _files("data") if p.suffix == ".yml")


def test_no_file_uses_an_undefined_term(ontology: Ontology) -> None:
    defined = frozenset(term.name for term in ontology.terms)
    places = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in _files("graph", "data", "docs", "notebooks", "benchmarks")
        for name in undefined(path.read_text(encoding="utf-8"), defined)
    }
    assert places == set()


def test_every_term_is_used_or_says_why_it_is_kept(ontology: Ontology) -> None:
    noted = {term.name for term in ontology.terms if term.kept}
    assert unused(ontology, _code(), _data()) - noted == set()


def test_an_undefined_term_is_found() -> None:
    defined = frozenset({"Entity", "field-tourism"})
    text = "?x a shanhai:Entity ; shanhai:field shanhai:field-tourism ; a shanhai:Enttiy ."
    assert undefined(text, defined) == {"Enttiy"}
    assert undefined("<https://w3id.org/shanhai/ontology#field-turism>", defined) == {
        "field-turism"
    }


def test_an_unused_term_is_found(ontology: Ontology) -> None:
    found = unused(
        ontology, 'term("hasParty") terms.LOCATED_IN shanhai:Enclave', "field: [a, tourism]"
    )
    assert {"field-trade", "Park", "Judgement", "formality"} <= found
    assert not {"hasParty", "locatedIn", "Enclave", "Platform", "field-tourism"} & found


def test_what_code_writes_is_computed() -> None:
    written = computed()
    assert written["precision"] == set(terms.CONCEPTS["precision"])
    # No class of parties is foreign yet; the concept says why it is kept.
    assert set(terms.CONCEPTS["level"]) - written["level"] == {"international"}
