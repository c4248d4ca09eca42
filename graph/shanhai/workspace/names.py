"""From what a person types to entities: labels, aliases, short forms, pinyin, slugs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from shanhai.errors import InputError, Text
from shanhai.model.claim import Claim, mentions
from shanhai.model.entity import Entity
from shanhai.model.records import Records
from shanhai.vocabulary.terms import CLASSES

# A word of letters, or one character of a script that is written without blanks.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")
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


# The longest that fits is taken off: 浦东新区 is 浦东, never 浦东新.
_SUFFIXES_ZH = (
    *("自治区", "自治州", "自治县", "街道", "新区", "地区"),
    *("省", "市", "州", "区", "县", "旗", "盟", "镇", "乡"),
)
_SUFFIXES_EN = (
    *(" Autonomous Region", " Autonomous Prefecture", " Autonomous County", " New Area"),
    *(" Province", " Municipality", " City", " Prefecture", " District", " County", " Township"),
    " Town",
)


def short_forms(entity: Entity) -> tuple[str, ...]:
    """Return what people call a region for short: its names without 县, County and the like.

    A name of one character is none: 环 for 环县 would be found everywhere.
    """
    if "Region" not in (entity.type, *CLASSES.get(entity.type, ())):
        return ()
    found = []
    for name, suffixes in ((entity.name.zh, _SUFFIXES_ZH), (entity.name.en, _SUFFIXES_EN)):
        end = next((each for each in suffixes if name.endswith(each)), "")
        if end and len(name) > len(end) + 1:
            found.append(name.removesuffix(end))
    return tuple(found)


def says(text: str, key: str) -> bool:
    """Return whether words in their normal form stand in a text, from the start of a word on.

    >>> says("culture and tourism in Hangzhou", "minhang"), says("Minhang District", "minhang")
    (False, True)
    """
    joined, starts = "", set()
    for part in _WORD.findall(unicodedata.normalize("NFKC", text)):
        starts.add(len(joined))
        joined += normal(part)
    at = joined.find(key)
    while at >= 0 and at not in starts:
        at = joined.find(key, at + 1)
    return at >= 0


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

    @cached_property
    def short(self) -> dict[str, list[str]]:
        """Return normal form → ids of the regions that people may call so for short."""
        found: dict[str, list[str]] = defaultdict(list)
        for entity in self.entities.values():
            for form in short_forms(entity):
                for key in dict.fromkeys((normal(form), normal(pinyin(form)))):
                    found[key].append(entity.id)
        return dict(found)

    def _written(self, entity: Entity) -> list[str]:
        forms = [entity.name.zh, entity.name.en, *entity.aliases_zh, *entity.aliases_en]
        forms += [entity.id, entity.code, entity.pinyin, *entity.formerly]
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
        exact = self.forms.get(key) or dict.fromkeys(self.short.get(key, ()), text)
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
                    if says(written, key):
                        hits.setdefault(slug, written)
        # Whatever name was typed, the claims about the thing of that name belong to it.
        meant = set(self.forms.get(key) or self.short.get(key) or ())
        claims = [
            Hit(claim.id, "")
            for claim in self.claims.values()
            if meant.intersection(mentions(claim))
            or says(claim.ground.say.zh, key)
            or says(claim.ground.say.en, key)
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
    """Return a name in pinyin without tones.

    >>> pinyin("缙云")
    'jin yun'
    """
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(text))
