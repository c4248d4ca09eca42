"""Writes what is derived from ontology.ttl: `terms`, `labels` and docs/ontology.html.

    python -m shanhai.vocabulary.generate            write the files
    python -m shanhai.vocabulary.generate --check    exit 1 when a committed file differs

A tool for a checkout: it looks for ontology.ttl upwards from its own place.
"""

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from shanhai.vocabulary.constants import labels_module, terms_module
from shanhai.vocabulary.ontology import NAMESPACE, Kind, Ontology, Pair, Term
from shanhai.vocabulary.page import page

_QB: Final = Namespace("http://purl.org/linked-data/cube#")
_DCTERMS: Final = Namespace("http://purl.org/dc/terms/")
_SHANHAI: Final = Namespace(NAMESPACE)
_ONTOLOGY: Final = URIRef(NAMESPACE.removesuffix("#"))

_KINDS: Final[tuple[tuple[URIRef, Kind], ...]] = (
    (OWL.Class, "class"),
    (OWL.ObjectProperty, "objectProperty"),
    (OWL.DatatypeProperty, "datatypeProperty"),
    (SKOS.ConceptScheme, "scheme"),
    (SKOS.Concept, "concept"),
    (_QB.DataStructureDefinition, "structure"),
    (_QB.ComponentSpecification, "structure"),
)
_TRAITS: Final[tuple[tuple[URIRef, str], ...]] = (
    (OWL.SymmetricProperty, "symmetric"),
    (OWL.TransitiveProperty, "transitive"),
    (OWL.FunctionalProperty, "functional"),
    (_QB.DimensionProperty, "dimension"),
    (_QB.MeasureProperty, "measure"),
    (_QB.AttributeProperty, "attribute"),
)
_MATCHES: Final = (SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch)
_NOTES: Final = (RDFS.comment, SKOS.scopeNote, SKOS.editorialNote)


def read(path: Path) -> Ontology:
    """Read an ontology file into plain records.

    Raises:
        ValueError: a term lacks a label, definition or example in one of the languages.
    """
    data = path.read_bytes()
    graph = Graph(bind_namespaces="none")
    graph.parse(data=data, format="turtle")
    kinds: dict[URIRef, Kind] = {}
    for type_, kind in _KINDS:
        for subject in graph.subjects(RDF.type, type_):
            if isinstance(subject, URIRef) and subject.startswith(NAMESPACE):
                kinds.setdefault(subject, kind)
    terms = [_term(graph, subject, kind) for subject, kind in kinds.items()]
    return Ontology(
        sha256=hashlib.sha256(data).hexdigest(),
        version=str(graph.value(_ONTOLOGY, OWL.versionInfo)),
        modified=str(graph.value(_ONTOLOGY, _DCTERMS.modified)),
        licence=str(graph.value(_ONTOLOGY, _DCTERMS.license)),
        title=_pair(graph, _ONTOLOGY, _DCTERMS.title),
        description=_pair(graph, _ONTOLOGY, _DCTERMS.description),
        notes=_notes(graph, _ONTOLOGY, SKOS.historyNote, SKOS.changeNote, SKOS.editorialNote),
        prefixes=tuple(sorted((str(prefix), str(iri)) for prefix, iri in graph.namespaces())),
        terms=tuple(sorted(terms, key=lambda term: term.name)),
    )


def outputs(root: Path) -> dict[Path, str]:
    """Return the text of every generated file of a checkout, by its path."""
    ontology = read(root / "ontology.ttl")
    folder = root / "graph" / "shanhai" / "vocabulary"
    return {
        folder / "terms.py": terms_module(ontology),
        folder / "labels.py": labels_module(ontology),
        root / "docs" / "ontology.html": page(ontology),
    }


def checkout() -> Path:
    """Return the nearest folder upwards that holds ontology.ttl.

    Raises:
        FileNotFoundError: this is an installed package and no checkout.
    """
    for folder in Path(__file__).resolve().parents:
        if (folder / "ontology.ttl").is_file():
            return folder
    raise FileNotFoundError("no ontology.ttl above this module: run it from a checkout")


def main(arguments: list[str] | None = None) -> int:
    """Write the generated files, or compare them with `--check`; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m shanhai.vocabulary.generate")
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 on a difference")
    check = parser.parse_args(arguments).check
    root = checkout()
    stale = []
    for path, text in outputs(root).items():
        old = path.read_text(encoding="utf-8") if path.is_file() else None
        if old == text:
            continue
        stale.append(path.relative_to(root).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'differs' if check else 'written'}: {name}", file=sys.stderr)
    return 1 if check and stale else 0


def _term(graph: Graph, subject: URIRef, kind: Kind) -> Term:
    order = graph.value(subject, _SHANHAI.order)
    names = {
        prop: tuple(sorted(_compact(graph, one) for one in graph.objects(subject, prop)))
        for prop in (
            RDFS.subClassOf,
            RDFS.subPropertyOf,
            RDFS.domain,
            RDFS.range,
            OWL.inverseOf,
            SKOS.broader,
            SKOS.inScheme,
        )
    }
    disjoint = {_compact(graph, one) for one in graph.objects(subject, OWL.disjointWith)}
    disjoint |= {_compact(graph, one) for one in graph.subjects(OWL.disjointWith, subject)}
    return Term(
        name=subject.removeprefix(NAMESPACE),
        kind=kind,
        label=_pair(graph, subject, RDFS.label),
        definition=_pair(graph, subject, SKOS.definition),
        example=_pair(graph, subject, SKOS.example),
        notes=_notes(graph, subject, *_NOTES),
        supers=names[RDFS.subClassOf] + names[RDFS.subPropertyOf],
        domain=names[RDFS.domain],
        range=names[RDFS.range],
        inverse=names[OWL.inverseOf],
        disjoint=tuple(sorted(disjoint)),
        matches=tuple(
            (_compact(graph, match), _compact(graph, one))
            for match in _MATCHES
            for one in sorted(graph.objects(subject, match), key=str)
        ),
        traits=tuple(name for type_, name in _TRAITS if (subject, RDF.type, type_) in graph),
        scheme="".join(names[SKOS.inScheme]).removeprefix("shanhai:"),
        broader=names[SKOS.broader],
        order=int(order) if isinstance(order, Literal) else None,
        values=tuple(
            _compact(graph, one)
            for one in sorted(graph.objects(subject, _QB.codeList | RDFS.seeAlso), key=str)
        ),
        kept=(subject, SKOS.scopeNote, None) in graph,
    )


def _compact(graph: Graph, node: Node) -> str:
    for prefix, iri in graph.namespaces():
        if str(node).startswith(str(iri)):
            return f"{prefix}:{str(node).removeprefix(str(iri))}"
    return str(node)


def _texts(graph: Graph, subject: URIRef, prop: URIRef, language: str) -> list[str]:
    found = graph.objects(subject, prop)
    texts = (one for one in found if isinstance(one, Literal))
    return sorted(str(one) for one in texts if (one.language or "").lower() == language)


def _pair(graph: Graph, subject: URIRef, prop: URIRef) -> Pair:
    zh, en = _texts(graph, subject, prop, "zh-hans"), _texts(graph, subject, prop, "en")
    if len(zh) != 1 or len(en) != 1:
        raise ValueError(f"{subject} needs one {prop} in zh-Hans and one in en")
    return zh[0], en[0]


def _notes(graph: Graph, subject: URIRef, *props: URIRef) -> tuple[Pair, ...]:
    notes: list[Pair] = []
    for prop in props:
        zh, en = _texts(graph, subject, prop, "zh-hans"), _texts(graph, subject, prop, "en")
        notes.extend(zip(zh, en, strict=True))
    return tuple(notes)


if __name__ == "__main__":
    sys.exit(main())
