"""Sets of records: one folder of claim files, and all that a project sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from shanhai.errors import Text
from shanhai.model.claim import Claim, Cooperation, Observation, Relation
from shanhai.model.entity import Entity, Position
from shanhai.model.source import Source

# The form of project folders and claim files that this version reads and writes.
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many records a set expects: minimum and maximum (None if open)."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The ``dataset.yml`` of a set.

    Attributes:
        kind: ``claims`` or ``reference``.
        classes: Expected numbers of records by class (subclasses count).
        fields: Expected numbers of claims by field.
        creators: Whom a citation of the set names; empty if it does not say.
    """

    name: str
    kind: str
    title: Text
    description: Text
    licence: str
    created: str
    classes: tuple[tuple[str, Bounds], ...] = ()
    fields: tuple[tuple[str, Bounds], ...] = ()
    creators: tuple[str, ...] = ()
    position: Position = field(default=Position(), compare=False)


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """One set of claims or reference data.

    Attributes:
        base: IRI that slugs born in the set are appended to.
    """

    base: str
    manifest: Manifest
    entities: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    relations: tuple[Relation, ...] = ()
    observations: tuple[Observation, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """Yield all claims: cooperations, relations, observations."""
        yield from self.cooperations
        yield from self.relations
        yield from self.observations


@dataclass(frozen=True, slots=True)
class Records:
    """All sets that a project sees, in a fixed order (reference first)."""

    sets: tuple[ClaimSet, ...]

    def entities(self) -> Iterator[Entity]:
        """Yield the entities of all sets."""
        for each in self.sets:
            yield from each.entities

    def sources(self) -> Iterator[Source]:
        """Yield the sources of all sets."""
        for each in self.sets:
            yield from each.sources

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of all sets."""
        for each in self.sets:
            yield from each.claims()
