"""The named questions: one question, one file in ``library/``.

The head comment of a file says what is asked; the query below it is plain SPARQL that also
runs by itself::

    # name: ties-between
    # zh: 两地之间有哪些合作
    # en: Which cooperations tie two places
    # parameter: a=region required; 甲地; first place
    # parameter: field=field optional; 领域; field
    # columns: field=领域|field, say=论断|claim
    # example: a=缙云县 b=上海市
    # unproven: 没有论断说到的，无从举证。; What no claim says has no evidence.

Where the query says ``# @values a`` on a line of its own, the value of that parameter enters
as ``VALUES ?a { … }``; ``# @values a b`` gives pairs. Values are terms and are never pasted
into the text of the query. ``unproven`` says why rows of the answer have no evidence; every
other question has a column ``claim`` or ``claims``.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from shanhai import resources
from shanhai.errors import InputError, Lang, Text
from shanhai.files import read_bytes
from shanhai.model.period import PeriodError, parse_period
from shanhai.rdf.namespaces import PREFIXES, SHANHAI
from shanhai.rdf.terms import XSD, Iri, Literal, Term, ntriples
from shanhai.store.embedded import read_triples
from shanhai.vocabulary.labels import LABELS
from shanhai.vocabulary.terms import CONCEPTS

ENTITY_KINDS = frozenset({"entity", "region", "body", "source"})
_HEAD = re.compile(r"#\s*(name|zh|en|parameter|columns|example|unproven):\s*(.*?)\s*")
_PARAMETER = re.compile(
    r"(\w+)=(\w+) (required|optional|default (\S.*?))\s*;\s*(.+?)\s*;\s*(.+?)\s*"
)
_COLUMN = re.compile(r"(\w+)=([^|,]+)\|([^,]+)")
_MARKER = re.compile(r"^([ \t]*)# @values ((?:\w+ ?)+?)[ \t]*$", re.MULTILINE)
LANGS: tuple[Lang, Lang] = ("zh", "en")

Resolve = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told.

    Attributes:
        kind: ``entity region body source``: named thing; a concept scheme (``field measure
            status role formality …``): one or several concepts; ``since until date``: a time
            in the house's text form; ``integer``; ``text``.
        required: False if the question can do without.
        default: What holds where nothing is given; empty for no restriction.
        meaning: What it is.
    """

    name: str
    kind: str
    required: bool
    default: str
    meaning: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A named question.

    Attributes:
        text: The question in words.
        columns: Base name of a column (without ``Zh``, ``En``) → heading.
        example: Values that give an answer on the shipped data.
        unproven: Why rows may have no evidence; None where each rests on claims.
        sparql: The query, head comment included, so that its lines count as in the file.
    """

    name: str
    text: Text
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, Text]
    example: Mapping[str, str]
    unproven: Text | None
    sparql: str


@cache
def catalogue() -> tuple[Question, ...]:
    """Return all named questions, by name."""
    folder = files("shanhai.query").joinpath("library")
    texts = [
        each.read_text(encoding="utf-8") for each in folder.iterdir() if each.name.endswith(".rq")
    ]
    return tuple(sorted(map(parse_question, texts), key=lambda q: q.name))


def question(name: str) -> Question:
    """Return the question of a name.

    Raises:
        InputError: If there is none; with near names.
    """
    names = [each.name for each in catalogue()]
    if name in names:
        return catalogue()[names.index(name)]
    near = difflib.get_close_matches(name, names, 3, 0.4)
    zh = f"；相近的有：{'、'.join(near)}" if near else ""
    en = f"; similar: {', '.join(near)}" if near else ""
    shown = name[:60]
    raise InputError(
        Text(
            f"没有名为“{shown}”的问题{zh}；shanhai ask 列出全部",
            f"there is no question '{shown}'{en}; shanhai ask lists them all",
        )
    )


def parse_question(sparql: str) -> Question:
    """Read one file of the library.

    Raises:
        ValueError: If its head comment is not complete.
    """
    head: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in sparql.splitlines():
        match = _HEAD.fullmatch(line)
        if not match:
            break
        key, value = match.groups()
        if key == "parameter":
            parameters.append(_parameter(value))
        else:
            head[key] = value
    missing = {"name", "zh", "en", "columns"} - head.keys()
    if missing:
        raise ValueError(f"{head.get('name', '?')}: no {', '.join(sorted(missing))} in the head")
    columns = {m[1]: Text(m[2].strip(), m[3].strip()) for m in _COLUMN.finditer(head["columns"])}
    example = dict(re.findall(r"(\w+)=(\S+)", head.get("example", "")))
    zh, _, en = head.get("unproven", "").partition("; ")
    return Question(
        name=head["name"],
        text=Text(head["zh"], head["en"]),
        parameters=tuple(parameters),
        columns=columns,
        example=example,
        unproven=Text(zh, en) if zh else None,
        sparql=sparql,
    )


def _parameter(text: str) -> Parameter:
    match = _PARAMETER.fullmatch(text)
    if not match:
        raise ValueError(f"not a parameter: {text}")
    name, kind, need, default, zh, en = match.groups()
    return Parameter(name, kind, need == "required", default or "", Text(zh, en))


def bind(asked: Question, values: Mapping[str, str], resolve: Resolve) -> str:
    """Return the query of a question with values for its parameters.

    Args:
        asked: The question.
        values: Parameter → what the user typed. Concepts may be several, joined by commas.
        resolve: From any name of a thing to its IRI; raises InputError where it has none.

    Raises:
        InputError: If a parameter is unknown or missing, a value is not of its kind, or two
            values leave nothing to find: one thing with itself, an end before its start.
    """
    known = {each.name: each for each in asked.parameters}
    for name in values:
        if name not in known:
            raise _unknown(asked, name)
    terms: dict[str, Sequence[Term]] = {}
    for each in asked.parameters:
        given = values.get(each.name, "").strip() or each.default
        if given:
            terms[each.name] = _terms(each, given, resolve)
        elif each.required:
            raise InputError(
                Text(
                    f"{asked.name} 缺少 {each.name}=…（{each.meaning.zh}）{_example(asked, 'zh')}",
                    f"{asked.name} needs {each.name}=… ({each.meaning.en}){_example(asked, 'en')}",
                )
            )

    _no_contradiction(terms, values)

    def block(match: re.Match[str]) -> str:
        indent, names = match[1], match[2].split()
        if not terms.keys() >= set(names):
            return match.group()
        rows = itertools.product(*([ntriples(term) for term in terms[n]] for n in names))
        if len(names) == 1:
            return f"{indent}VALUES ?{names[0]} {{ {' '.join(row[0] for row in rows)} }}"
        cells = " ".join("(" + " ".join(row) + ")" for row in rows)
        heads = " ".join(f"?{n}" for n in names)
        return f"{indent}VALUES ({heads}) {{ {cells} }}"

    return _MARKER.sub(block, asked.sparql)


def _no_contradiction(terms: Mapping[str, Sequence[Term]], values: Mapping[str, str]) -> None:
    if "a" in terms and terms.get("b") == terms["a"]:
        first, second = (values[name].strip()[:40] for name in "ab")
        raise InputError(
            Text(
                f"a={first} 和 b={second} 是同一个事物，请写两个不同的",
                f"a={first} and b={second} are the same; name two different things",
            )
        )
    since, until = (_day(terms.get(name)) for name in ("since", "until"))
    if since and until and until < since:
        raise InputError(
            Text(
                f"until={values['until']} 早于 since={values['since']}",
                f"until={values['until']} is before since={values['since']}",
            )
        )


def _day(terms: Sequence[Term] | None) -> str:
    return terms[0].value if terms and isinstance(terms[0], Literal) else ""


def _example(asked: Question, lang: str) -> str:
    if not asked.example:
        return ""
    line = " ".join(f"{key}={value}" for key, value in asked.example.items())
    return (
        f"；例如：shanhai ask {asked.name} {line}"
        if lang == "zh"
        else (f"; for example: shanhai ask {asked.name} {line}")
    )


def _unknown(asked: Question, name: str) -> InputError:
    names = [each.name for each in asked.parameters]
    shown = name[:40]
    zh = f"可用的参数：{'、'.join(names)}" if names else "它没有参数"
    en = f"it takes {', '.join(names)}" if names else "it takes none"
    return InputError(
        Text(
            f"{asked.name} 没有参数 {shown}；{zh}",
            f"{asked.name} has no parameter {shown}; {en}",
        )
    )


def _terms(parameter: Parameter, given: str, resolve: Resolve) -> Sequence[Term]:
    kind = parameter.kind
    if kind in ENTITY_KINDS:
        return [Iri(resolve(given))]
    if kind in CONCEPTS:
        return [_concept(kind, part) for part in re.split(r"[,,、]", given) if part.strip()]
    if kind == "text":
        return [Literal(given)]
    if kind == "integer":
        return [_integer(parameter, given)]
    return [_date(parameter, given)]


def _concept(scheme: str, given: str) -> Iri:
    wanted = given.strip().casefold()
    names = CONCEPTS[scheme]
    for name in names:
        forms = {name, f"{scheme}-{name}", *LABELS.get(f"{scheme}-{name}", ())}
        if wanted in {form.casefold() for form in forms}:
            return Iri(f"{SHANHAI}{scheme}-{name}")
    # Other names are few and live in the ontology only, which is read when they are needed.
    others = {form.casefold(): iri for form, iri in _other_names().items()}
    if others.get(wanted, "").startswith(f"{SHANHAI}{scheme}-"):
        return Iri(others[wanted])
    raise InputError(Text(*(_no_concept(scheme, given.strip(), lang) for lang in LANGS)))


def _no_concept(scheme: str, given: str, lang: Lang) -> str:
    labels = [LABELS[f"{scheme}-{name}"][LANGS.index(lang)] for name in CONCEPTS[scheme]]
    by_form = {label.casefold(): label for label in labels}
    by_form |= {n.casefold(): s for n, s in zip(CONCEPTS[scheme], labels, strict=True)}
    prefix = f"{SHANHAI}{scheme}-"
    for form, iri in _other_names().items():
        if iri.startswith(prefix):
            by_form[form.casefold()] = LABELS[iri.removeprefix(SHANHAI)][LANGS.index(lang)]
    close = difflib.get_close_matches(given.casefold(), by_form, 3, 0.5)
    near = list(dict.fromkeys(by_form[form] for form in close))
    if lang == "zh":
        like = f"；相近的有：{'、'.join(near)}" if near else ""
        return f"没有“{given[:40]}”{like}；可用：{'、'.join(labels)}"
    like = f"; similar: {', '.join(near)}" if near else ""
    return f"there is no '{given[:40]}'{like}; there are: {', '.join(labels)}"


@cache
def _other_names() -> Mapping[str, str]:
    """Return the ``skos:altLabel`` of every term of the ontology → its IRI."""
    terms = read_triples(read_bytes(resources.ontology()), "turtle", name="ontology.ttl")
    return {
        other.value: term.value
        for term, predicate, other in terms.triples
        if predicate.value == PREFIXES["skos"] + "altLabel"
        and isinstance(term, Iri)
        and isinstance(other, Literal)
    }


def _integer(parameter: Parameter, given: str) -> Literal:
    if not re.fullmatch(r"\d{1,9}", given):
        raise InputError(
            Text(
                f"{parameter.name} 应为整数，不是“{given[:40]}”",
                f"{parameter.name} is a whole number, not '{given[:40]}'",
            )
        )
    return Literal(str(int(given)), XSD + "integer")


def _date(parameter: Parameter, given: str) -> Literal:
    try:
        period = parse_period(given)
    except PeriodError as error:
        raise InputError(error.text) from None
    day = period.latest if parameter.kind == "until" else period.earliest
    if day is None:
        raise InputError(
            Text(
                f"{parameter.name} 需要一个确定的时间，不能是“{given[:40]}”",
                f"{parameter.name} needs a definite time, not '{given[:40]}'",
            )
        )
    return Literal(day.isoformat(), XSD + "date")
