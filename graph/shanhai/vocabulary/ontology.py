"""The ontology as plain records, the form from which everything is generated."""

from dataclasses import dataclass
from typing import Final, Literal

NAMESPACE: Final[str] = "https://w3id.org/shanhai/ontology#"

Kind = Literal["class", "objectProperty", "datatypeProperty", "scheme", "concept", "structure"]
Pair = tuple[str, str]
"""A text in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term with everything that is shown of it.

    `supers`, `domain`, `range`, `inverse`, `disjoint` and `matches` hold compact names such as
    `shanhai:Entity` or `prov:Entity`. `order` is None outside an ordered scheme.
    """

    name: str
    kind: Kind
    label: Pair
    definition: Pair
    example: Pair
    notes: tuple[Pair, ...] = ()
    supers: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()
    traits: tuple[str, ...] = ()
    scheme: str = ""
    broader: tuple[str, ...] = ()
    order: int | None = None
    values: tuple[str, ...] = ()
    """The scheme from which a property takes its values."""
    kept: bool = False
    """Whether a scope note says why the term is there though our data do not use it."""

    @property
    def iri(self) -> str:
        """The full IRI of the term."""
        return NAMESPACE + self.name


@dataclass(frozen=True, slots=True)
class Ontology:
    """All terms, sorted by name, and what the header of the file says."""

    sha256: str
    version: str
    modified: str
    licence: str
    title: Pair
    description: Pair
    notes: tuple[Pair, ...]
    prefixes: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]

    def of_kind(self, *kinds: Kind) -> tuple[Term, ...]:
        """Return the terms of these kinds, sorted by name."""
        return tuple(term for term in self.terms if term.kind in kinds)

    def named(self, name: str) -> Term:
        """Return the term of this local name; KeyError where there is none."""
        for term in self.terms:
            if term.name == name:
                return term
        raise KeyError(name)

    def concepts(self, scheme: str) -> tuple[Term, ...]:
        """Return the concepts of a scheme, the ordered ones first and in their order."""
        found = [term for term in self.of_kind("concept") if term.scheme == scheme]
        return tuple(sorted(found, key=lambda term: (term.order is None, term.order or 0)))

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the super-terms of our own, nearest first, all the way up."""
        found: list[str] = []
        level = [name]
        while level:
            above: list[str] = []
            for one in level:
                for parent in self.named(one).supers:
                    local = parent.removeprefix("shanhai:")
                    if local != parent and local not in found and local != name:
                        found.append(local)
                        above.append(local)
            level = above
        return tuple(found)

    def below(self, name: str) -> tuple[str, ...]:
        """Return the names of all terms below this one, sorted."""
        return tuple(term.name for term in self.terms if name in self.ancestors(term.name))
