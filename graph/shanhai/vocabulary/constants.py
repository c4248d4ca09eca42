"""The text of the generated modules `terms` and `labels`."""

import re
import unicodedata
from collections.abc import Iterable

from shanhai.vocabulary.ontology import NAMESPACE, Ontology, Term

_WIDTH = 100


def constant_names(ontology: Ontology) -> dict[str, str]:
    """Return for each local name the name of its constant.

    `signedAgreement` becomes SIGNED_AGREEMENT. A property spelt like a class but for its first
    letter (participation, Participation) takes the ending _PROPERTY.
    """
    classes = {_upper(term.name) for term in ontology.of_kind("class")}
    names: dict[str, str] = {}
    for term in ontology.terms:
        name = _upper(term.name)
        if name in classes and term.kind != "class":
            name += "_PROPERTY"
        names[term.name] = name
    if len(set(names.values())) != len(names):
        raise ValueError("two terms would share one constant")
    return names


def terms_module(ontology: Ontology) -> str:
    """Return the source of `terms.py`."""
    names = constant_names(ontology)
    parts = [
        f'"""Every term of the ontology as a constant.\n\n{_stamp(ontology)}\n"""\n\n'
        "from collections.abc import Mapping\n"
        "from types import MappingProxyType\n"
        "from typing import Final\n\n"
        f'NAMESPACE: Final[str] = "{NAMESPACE}"\n'
        f'VERSION: Final[str] = "{ontology.version}"\n'
    ]
    groups: tuple[tuple[str, tuple[Term, ...]], ...] = (
        ("Classes", ontology.of_kind("class")),
        ("Object properties", ontology.of_kind("objectProperty")),
        ("Datatype properties", ontology.of_kind("datatypeProperty")),
        ("Concept schemes", ontology.of_kind("scheme")),
        ("Concepts", ontology.of_kind("concept")),
        ("The structure of observations", ontology.of_kind("structure")),
    )
    for title, terms in groups:
        lines = sorted(_assignment(names[term.name], term.iri) for term in terms)
        parts.append(f"\n# {title}\n" + "\n".join(lines) + "\n")
    parts.append(
        "\n# Local names\n"
        + _mapping(
            "CLASSES",
            [(term.name, ontology.ancestors(term.name)) for term in ontology.of_kind("class")],
            "Class to its superclasses of this ontology, nearest first.",
        )
        + _tuple("OBJECT_PROPERTIES", _names(ontology.of_kind("objectProperty")))
        + _tuple("DATATYPE_PROPERTIES", _names(ontology.of_kind("datatypeProperty")))
        + _tuple("SYMMETRIC", _names(t for t in ontology.terms if "symmetric" in t.traits))
        + _tuple(
            "RELATIONS",
            ontology.below("relatedTo"),
            "Predicates of a relation claim that has an object.",
        )
        + _tuple(
            "STATEMENTS",
            ontology.below("statedAs"),
            "Predicates of a relation claim that has a text.",
        )
        + _mapping("DOMAINS", _ends(ontology, "domain"), "Property to the class of its subjects.")
        + _mapping("RANGES", _ends(ontology, "range"), "Property to the class of its objects.")
        + _mapping(
            "CONCEPTS",
            [
                (prefix, tuple(_bare(term) for term in ontology.concepts(scheme)))
                for prefix, scheme in _schemes(ontology)
            ],
            "Scheme to the bare names of its concepts; ordered ones first, in their order.",
        )
    )
    rows = "".join(f'        "{prefix}": {_upper(name)},\n' for prefix, name in _schemes(ontology))
    parts.append(
        "SCHEMES: Final[Mapping[str, str]] = MappingProxyType(\n    {\n" + rows + "    }\n)\n"
        '"""Scheme to its full IRI."""\n'
    )
    return "".join(parts)


def labels_module(ontology: Ontology) -> str:
    """Return the source of `labels.py`."""
    rows = []
    for term in ontology.terms:
        zh, en = term.label
        row = f'        "{term.name}": ("{zh}", "{en}"),'
        if _width(row) > _WIDTH:
            row = f'        "{term.name}": (\n            "{zh}",\n            "{en}",\n        ),'
        rows.append(row + "\n")
    return (
        f'"""Labels of every term in Chinese and English.\n\n{_stamp(ontology)}\n"""\n\n'
        "from collections.abc import Mapping\n"
        "from types import MappingProxyType\n"
        "from typing import Final, Literal\n\n"
        "LABELS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(\n    {\n"
        + "".join(rows)
        + "    }\n)\n"
        '"""Local name to its labels: Chinese, English."""\n\n\n'
        'def label(local: str, lang: Literal["zh", "en"]) -> str:\n'
        '    """Return the label of a term by its local name, such as `field-tourism`.\n\n'
        "    Raises:\n"
        "        KeyError: there is no term of this name.\n"
        '    """\n'
        '    return LABELS[local][0 if lang == "zh" else 1]\n'
    )


def _stamp(ontology: Ontology) -> str:
    return (
        "generated from ontology.ttl, do not edit; sha256 of that file:\n"
        f"{ontology.sha256}\n"
        "Made by `python -m shanhai.vocabulary.generate`."
    )


def _width(line: str) -> int:
    # As ruff counts it: a Chinese character takes two columns.
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def _upper(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace("-", "_").upper()


def _assignment(name: str, iri: str) -> str:
    line = f'{name}: Final[str] = "{iri}"'
    return line if len(line) <= _WIDTH else f'{name}: Final[str] = (\n    "{iri}"\n)'


def _names(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(term.name for term in terms)


def _bare(term: Term) -> str:
    return term.name.split("-", 1)[1]


def _schemes(ontology: Ontology) -> list[tuple[str, str]]:
    found = {term.name.split("-", 1)[0]: term.scheme for term in ontology.of_kind("concept")}
    return sorted(found.items())


def _ends(ontology: Ontology, end: str) -> list[tuple[str, tuple[str, ...]]]:
    rows: list[tuple[str, tuple[str, ...]]] = []
    for term in ontology.of_kind("objectProperty", "datatypeProperty"):
        found = term.domain if end == "domain" else term.range
        if found:
            rows.append((term.name, tuple(one.removeprefix("shanhai:") for one in found)))
    return rows


def _literal(values: tuple[str, ...]) -> str:
    inner = ", ".join(f'"{value}"' for value in values)
    return f"({inner},)" if len(values) == 1 else f"({inner})"


def _doc(text: str) -> str:
    return f'"""{text}"""\n' if text else ""


def _tuple(name: str, values: tuple[str, ...], doc: str = "") -> str:
    rows = "".join(f'    "{value}",\n' for value in values)
    return f"{name}: Final[tuple[str, ...]] = (\n{rows})\n" + _doc(doc)


def _mapping(name: str, rows: list[tuple[str, tuple[str, ...]]], doc: str) -> str:
    lines = []
    for key, values in rows:
        line = f'        "{key}": {_literal(values)},'
        if len(line) > _WIDTH:
            inner = "".join(f'            "{value}",\n' for value in values)
            line = f'        "{key}": (\n{inner}        ),'
        lines.append(line + "\n")
    return (
        f"{name}: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(\n    {{\n"
        + "".join(lines)
        + "    }\n)\n"
        + _doc(doc)
    )
