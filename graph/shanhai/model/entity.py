"""Entities: the regions, bodies, platforms and other things that claims are about."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from shanhai.errors import Text


@dataclass(frozen=True, slots=True)
class Position:
    """Where a record stands in the file that a person wrote: path and line (from 1)."""

    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A WGS-84 point.

    Attributes:
        lat: Latitude in degrees north; None where the entity is not placed.
        long: Longitude in degrees east.
        precision: ``seat park street district notPlaced``.
        origin: Where the point comes from.
        licence: IRI of the licence of the point.
    """

    lat: Decimal | None
    long: Decimal | None
    precision: str
    origin: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with an identity.

    Attributes:
        id: Slug; the IRI is the base of its set with the slug appended.
        type: Local name of an ontology class.
        name: Preferred names.
        english_is_ours: True where the English name is our translation.
        aliases_zh: Other Chinese names.
        aliases_en: Other English names.
        named: False for a party that the report does not name.
        code: GB/T 2260 code of an administrative region.
        parent: Slug of the region that it belongs to by reference data.
        valid_from: EDTF start of validity of the code or name; empty if not known.
        valid_to: EDTF end of validity; empty if valid or not known.
    """

    id: str
    type: str
    name: Text
    english_is_ours: bool = False
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    description: Text | None = None
    named: bool = True
    point: Point | None = None
    address: Text | None = None
    code: str = ""
    parent: str = ""
    pinyin: str = ""
    valid_from: str = ""
    valid_to: str = ""
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    position: Position = field(default=Position(), compare=False)
