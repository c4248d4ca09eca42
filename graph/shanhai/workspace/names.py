"""From what a person types to entities: labels, aliases, short forms, pinyin, slugs."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from shanhai.errors import InputError, Text
from shanhai.model.claim import Claim
from shanhai.model.entity import Entity
from shanhai.model.records import Records

_NEAR = 60  # rapidfuzz score (0-100) from which a name is offered as near


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity or claim that matches, and the form that matched."""

    id: str
    form: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a search: exact hits first, then those that contain the words.

    Attributes:
        entities: Entities by name.
        claims: Claims by sentence.
        near: Near names, only where nothing else was found.
    """

    entities: tuple[Hit, ...]
    claims: tuple[Hit, ...]
    near: tuple[Hit, ...]


def normal(text: str) -> str:
    """Return a form in which two spellings of one name are equal.

    Width, case, tone marks, white space and punctuation are dropped.

    >>> normal("Jìnyún Xiàn") == normal("jinyunxian")
    True
    """
    flat = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in flat if c.isalnum())


class Names:
    """All names of a project's entities, ready for searching."""

    def __init__(self, records: Records) -> None:
        self.entities: dict[str, Entity] = {entity.id: entity for entity in records.entities()}
        self.bases = sorted({each.base for each in records.sets})
        self.claims: dict[str, Claim] = {claim.id: claim for claim in records.claims()}

    @cached_property
    def forms(self) -> dict[str, dict[str, str]]:
        """Return normal form → entity id → the form as written."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for entity in self.entities.values():
            for form in self._written(entity):
                if key := normal(form):
                    found[key].setdefault(entity.id, form)
        return dict(found)

    def _written(self, entity: Entity) -> list[str]:
        forms = [entity.name.zh, entity.name.en, *entity.aliases_zh, *entity.aliases_en]
        forms += [entity.id, entity.code, entity.pinyin]
        forms += [pinyin(name) for name in (entity.name.zh, *entity.aliases_zh)]
        return [form for form in forms if form]

    def resolve(self, text: str) -> str:
        """Return the id of the one entity that a text names.

        Raises:
            InputError: If none or several match; it carries the candidates.
        """
        if text in self.entities:
            return text
        for base in self.bases:
            if text.startswith(base) and text.removeprefix(base) in self.entities:
                return text.removeprefix(base)
        key = normal(text)
        exact = self.forms.get(key, {})
        if len(exact) == 1:
            return next(iter(exact))
        candidates = [*exact] or [hit.id for hit in self.find(text).entities[:8]]
        if len(exact) != 1 and not candidates:
            candidates = [hit.id for hit in self.find(text).near]
        shown = [f"{self.entities[c].name.zh} {self.entities[c].name.en} ({c})" for c in candidates]
        if exact:
            raise InputError(
                Text(
                    f"“{text}”指代不明，可能是：{'；'.join(shown)}；请写编号",
                    f"'{text}' may be any of: {'; '.join(shown)}; give the id",
                )
            )
        raise InputError(
            Text(
                f"找不到“{text}”" + (f"；相近的有：{'；'.join(shown)}" if shown else ""),
                f"nothing is named '{text}'" + (f"; similar: {'; '.join(shown)}" if shown else ""),
            )
        )

    def find(self, text: str) -> Found:
        """Search names (exact, then containing) and claim sentences; near names for misses."""
        key = normal(text)
        if not key:
            return Found((), (), ())
        hits: dict[str, str] = dict(self.forms.get(key, {}))
        for form, owners in sorted(self.forms.items(), key=lambda item: (len(item[0]), item[0])):
            if key in form:
                for slug, written in owners.items():
                    hits.setdefault(slug, written)
        claims = [
            Hit(claim.id, "")
            for claim in self.claims.values()
            if key in normal(claim.ground.say.zh) or key in normal(claim.ground.say.en)
        ]
        near = () if hits or claims else self._near(key)
        return Found(tuple(Hit(k, v) for k, v in hits.items()), tuple(claims), near)

    def _near(self, key: str) -> tuple[Hit, ...]:
        from rapidfuzz import fuzz, process

        found = process.extract(key, list(self.forms), scorer=fuzz.WRatio, limit=8)
        hits: dict[str, str] = {}
        for form, score, _ in found:
            if score >= _NEAR:
                for slug, written in self.forms[form].items():
                    hits.setdefault(slug, written)
        return tuple(Hit(k, v) for k, v in list(hits.items())[:5])


def pinyin(text: str) -> str:
    """Return a name in pinyin without tones, syllables joined.

    >>> pinyin("缙云")
    'jinyun'
    """
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text))
