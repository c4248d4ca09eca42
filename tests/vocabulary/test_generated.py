"""What is generated from ontology.ttl is current, sound and costs nothing to import."""

import re
import shutil
import subprocess
import sys
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from shanhai.vocabulary import generate, labels, terms
from shanhai.vocabulary.constants import constant_names, labels_module, terms_module
from shanhai.vocabulary.ontology import Ontology, Term
from shanhai.vocabulary.page import page

ROOT = Path(__file__).parents[2]
FILES = (
    "graph/shanhai/vocabulary/terms.py",
    "graph/shanhai/vocabulary/labels.py",
    "docs/ontology.html",
)


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return generate.read(ROOT / "ontology.ttl")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ontology.ttl", *FILES):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(generate, "checkout", lambda: tmp_path)
    return tmp_path


def test_generated_files_are_current() -> None:
    assert generate.main(["--check"]) == 0


@pytest.mark.parametrize("name", FILES)
def test_check_finds_an_edited_file(
    checkout: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = checkout / name
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert generate.main(["--check"]) == 1
    assert name in capsys.readouterr().err
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    assert path.read_bytes() == (ROOT / name).read_bytes()


def test_check_finds_a_changed_ontology_and_a_missing_file(checkout: Path) -> None:
    ontology = checkout / "ontology.ttl"
    ontology.write_text(ontology.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert generate.main(["--check"]) == 1
    assert generate.main([]) == 0
    (checkout / FILES[0]).unlink()
    assert generate.main(["--check"]) == 1


def test_a_term_without_a_label_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ontology.ttl"
    path.write_text(
        "<https://w3id.org/shanhai/ontology#A> a <http://www.w3.org/2002/07/owl#Class> .",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"#A needs one .*label"):
        generate.read(path)


def test_constants_name_every_term(ontology: Ontology) -> None:
    names = constant_names(ontology)
    assert {names[term.name]: term.iri for term in ontology.terms} == {
        name: value
        for name, value in vars(terms).items()
        if isinstance(value, str) and name.isupper() and name not in ("NAMESPACE", "VERSION")
    }
    assert terms.COOPERATION == "https://w3id.org/shanhai/ontology#Cooperation"
    assert terms.PARTICIPATION_PROPERTY == "https://w3id.org/shanhai/ontology#participation"
    assert terms.FORMALITY_SIGNED_AGREEMENT.endswith("#formality-signedAgreement")


def test_mappings_of_local_names() -> None:
    assert terms.CLASSES["Enclave"] == ("Platform", "Entity")
    assert terms.CLASSES["County"] == ("AdministrativeRegion", "Region", "Entity")
    assert terms.CLASSES["Entity"] == ()
    assert {"locatedIn", "partOf", "cooperatesWith"} <= set(terms.RELATIONS)
    assert set(terms.RELATIONS) < set(terms.OBJECT_PROPERTIES)
    assert set(terms.STATEMENTS) == {
        "characteristic",
        "operatingModel",
        "outcome",
        "positioning",
        "purpose",
    }
    assert set(terms.SYMMETRIC) == {"cooperatesWith", "partnerInProject", "signsAgreementWith"}
    assert terms.DOMAINS["hasParty"] == ("Cooperation",)
    assert terms.RANGES["value"] == ("xsd:decimal",)
    assert set(terms.CONCEPTS) == set(terms.SCHEMES)
    with pytest.raises(TypeError):
        terms.CLASSES["Other"] = ()  # type: ignore[index]


def test_ordered_schemes_keep_their_order() -> None:
    assert terms.CONCEPTS["formality"] == (
        "intent",
        "visit",
        "exchange",
        "support",
        "project",
        "jointPlatform",
        "signedAgreement",
        "marketTie",
    )
    assert terms.CONCEPTS["status"][:3] == ("intended", "planned", "signed")
    assert terms.CONCEPTS["precision"][:4] == ("day", "month", "quarter", "year")


def test_labels() -> None:
    assert labels.label("field-tourism", "zh") == "旅游"
    assert labels.label("field-tourism", "en") == "tourism"
    with pytest.raises(KeyError):
        labels.label("field-turism", "en")


def test_importing_constants_parses_nothing() -> None:
    script = (
        "import sys, shanhai.vocabulary.terms, shanhai.vocabulary.labels;"
        "print([m for m in ('rdflib', 'pyoxigraph', 'shanhai.vocabulary.generate')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "graph"), "SYSTEMROOT": "C:\\Windows"},
    )
    assert done.stdout.strip() == "[]"


def test_output_depends_on_nothing_but_the_ontology(ontology: Ontology) -> None:
    again = generate.read(ROOT / "ontology.ttl")
    assert page(again) == page(ontology)
    assert terms_module(again) == terms_module(ontology)
    assert labels_module(again) == labels_module(ontology)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values and tag not in ("marker",):
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values.get("href", ""))
        if tag in ("link", "iframe", "img", "object", "embed") or "src" in values:
            self.loads.append(tag)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]


@pytest.fixture(scope="module")
def parsed(ontology: Ontology) -> _Page:
    parser = _Page()
    parser.feed((ROOT / "docs" / "ontology.html").read_text(encoding="utf-8"))
    return parser


def test_page_has_an_anchor_for_every_term(ontology: Ontology, parsed: _Page) -> None:
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {term.name for term in ontology.terms} <= set(parsed.ids)


def test_page_leads_nowhere_wrong(parsed: _Page) -> None:
    inside = {link[1:] for link in parsed.links if link.startswith("#")}
    assert inside <= set(parsed.ids)
    outside = {link for link in parsed.links if not link.startswith("#")}
    assert all(re.match(r"https?://\S+$", link) for link in outside)


def test_page_loads_nothing(parsed: _Page) -> None:
    assert parsed.loads == []
    assert parsed.policy.startswith("default-src 'none'")
    text = (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8")
    assert "@import" not in text
    assert set(re.findall(r"url\([^)]*\)", text)) == {"url(#tip)"}


def test_page_shows_every_term_in_both_languages(ontology: Ontology) -> None:
    text = (ROOT / "docs" / "ontology.html").read_text(encoding="utf-8")

    def shown(term: Term) -> bool:
        pairs = (term.label, term.definition, term.example)
        return all(escape(one, quote=False) in text for pair in pairs for one in pair)

    assert [term.name for term in ontology.terms if not shown(term)] == []
