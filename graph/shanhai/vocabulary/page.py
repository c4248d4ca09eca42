"""The ontology as one page that reads without a network: docs/ontology.html."""

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from shanhai.vocabulary.diagram import class_tree, record_model
from shanhai.vocabulary.ontology import Kind, Ontology, Pair, Term

_SECTIONS: Final[tuple[tuple[str, Pair, tuple[Kind, ...]], ...]] = (
    ("classes", ("类", "Classes"), ("class",)),
    ("object-properties", ("对象属性", "Object properties"), ("objectProperty",)),
    ("datatype-properties", ("数据属性", "Datatype properties"), ("datatypeProperty",)),
)
_TRAITS: Final[dict[str, Pair]] = {
    "symmetric": ("对称", "symmetric"),
    "transitive": ("传递", "transitive"),
    "functional": ("单值", "functional"),
    "dimension": ("维度", "dimension"),
    "measure": ("度量", "measure"),
    "attribute": ("属性", "attribute"),
}
_W3ID: Final[Pair] = (
    "本词汇的永久地址为 https://w3id.org/shanhai/ontology；其重定向将在项目发布时登记，在此之前该地址尚不可访问。",
    "The permanent address of this vocabulary is https://w3id.org/shanhai/ontology; its redirect "
    "will be registered when the project is published, and the address does not answer before.",
)


def page(ontology: Ontology) -> str:
    """Return the whole page; the same ontology always gives the same bytes."""
    folder = Path(__file__).parent
    style = (folder / "page.css").read_text(encoding="utf-8")
    script = (folder / "page.js").read_text(encoding="utf-8")
    # 'unsafe-inline' for styles only: the drawings colour their text by attribute.
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; "
        f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    zh, en = ontology.title
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(zh)} · {escape(en)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<div class="bar"><strong>{_t(("山海本体", "Shanhai ontology"))} {ontology.version}'
        "</strong>"
        '<div class="switch" role="group" aria-label="语言 language">'
        '<button type="button" value="zh" lang="zh-Hans">中文</button>'
        '<button type="button" value="en" lang="en">English</button></div></div>\n'
        f'<div class="frame">\n{_contents(ontology)}<main>\n{_head(ontology)}'
        + "".join(_section(ontology, *section) for section in _SECTIONS)
        + _schemes(ontology)
        + _structure(ontology)
        + _prefixes(ontology)
        + f"</main>\n</div>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _t(pair: Pair) -> str:
    zh, en = (escape(text, quote=False) for text in pair)
    if zh == en:
        return zh
    return f'<span class="t" lang="zh-Hans">{zh}</span><span class="t" lang="en">{en}</span>'


def _h2(anchor: str, pair: Pair) -> str:
    return f'<h2 id="{anchor}">{_t(pair)}</h2>\n'


def _contents(ontology: Ontology) -> str:
    rows = [
        f'<li><a href="#about">{_t(("概述", "About"))}</a></li>',
        f'<li><a href="#diagrams">{_t(("图示", "Diagrams"))}</a></li>',
    ]
    for anchor, title, kinds in _SECTIONS:
        rows.append(_fold(anchor, title, ontology.of_kind(*kinds)))
    rows.append(_fold("schemes", ("概念体系", "Concept schemes"), ontology.of_kind("scheme")))
    rows.append(
        f'<li><a href="#structure">{_t(("观测值结构", "Structure of observations"))}</a></li>'
    )
    rows.append(f'<li><a href="#prefixes">{_t(("前缀", "Prefixes"))}</a></li>')
    return f'<nav aria-label="目录 contents"><ul>{"".join(rows)}</ul></nav>\n'


def _fold(anchor: str, title: Pair, terms: tuple[Term, ...]) -> str:
    inner = "".join(f'<li><a href="#{term.name}">{_t(term.label)}</a></li>' for term in terms)
    return (
        f"<li><details><summary>{_t(title)} ({len(terms)})</summary>"
        f'<ul><li><a href="#{anchor}">{_t(("本节开头", "start of section"))}</a></li>{inner}</ul>'
        "</details></li>"
    )


def _head(ontology: Ontology) -> str:
    counts = [
        (("类", "classes"), len(ontology.of_kind("class"))),
        (("对象属性", "object properties"), len(ontology.of_kind("objectProperty"))),
        (("数据属性", "datatype properties"), len(ontology.of_kind("datatypeProperty"))),
        (("概念体系", "schemes"), len(ontology.of_kind("scheme"))),
        (("概念", "concepts"), len(ontology.of_kind("concept"))),
    ]
    facts = [
        (("命名空间", "namespace"), "<code>https://w3id.org/shanhai/ontology#</code>"),
        (("版本", "version"), f"{ontology.version} ({ontology.modified})"),
        (("许可", "licence"), f'<a href="{ontology.licence}">CC BY 4.0</a>'),
        (("规模", "size"), " · ".join(f"{number} {_t(name)}" for name, number in counts)),
    ]
    notes = "".join(f"<p>{_t(note)}</p>\n" for note in ontology.notes)
    return (
        f'<h1 id="about">{_t(ontology.title)}</h1>\n<p>{_t(ontology.description)}</p>\n'
        + _facts(facts)
        + f"<p>{_t(_W3ID)}</p>\n{notes}"
        + _h2("diagrams", ("图示", "Diagrams"))
        + f'<figure><div class="scroll">{record_model(ontology)}</div><figcaption>'
        + _t(
            (
                "记录模型：论断（合作、关系论断、观测值）指向实体，并经证据回到来源。箭头为属性。",
                "The record model: claims (cooperations, relation claims, observations) point at "
                "entities and lead back to a source by their evidence. Arrows are properties.",
            )
        )
        + "</figcaption></figure>\n<figure>"
        + f'<div class="scroll">{class_tree(ontology)}</div><figcaption>'
        + _t(("类的层级。", "The hierarchy of classes."))
        + "</figcaption></figure>\n"
    )


def _facts(rows: Iterable[tuple[Pair, str]]) -> str:
    inner = "".join(f"<dt>{_t(name)}</dt><dd>{value}</dd>" for name, value in rows if value)
    return f'<dl class="facts">{inner}</dl>\n'


def _section(ontology: Ontology, anchor: str, title: Pair, kinds: tuple[Kind, ...]) -> str:
    terms = "".join(_card(ontology, term) for term in ontology.of_kind(*kinds))
    return _h2(anchor, title) + terms


def _card(ontology: Ontology, term: Term) -> str:
    traits = "".join(f'<span class="trait">{_t(_TRAITS[one])}</span>' for one in term.traits)
    is_class = term.kind == "class"
    tag = f"shanhai:{term.name}"
    properties = ontology.of_kind("objectProperty", "datatypeProperty")
    rows = [
        (
            ("上位类", "subclass of") if is_class else ("上位属性", "subproperty of"),
            _refs(ontology, term.supers),
        ),
        (
            ("下位类", "subclasses") if is_class else ("下位属性", "subproperties"),
            _refs(ontology, [f"shanhai:{t.name}" for t in ontology.terms if tag in t.supers]),
        ),
        (("定义域", "domain"), _refs(ontology, term.domain)),
        (("值域", "range"), _refs(ontology, term.range)),
        (("取值", "values from"), _refs(ontology, term.values)),
        (("反向", "inverse of"), _refs(ontology, term.inverse)),
        (
            ("属性", "properties"),
            _refs(ontology, [f"shanhai:{p.name}" for p in properties if tag in p.domain])
            if is_class
            else "",
        ),
        (
            ("被指向", "pointed at by"),
            _refs(ontology, [f"shanhai:{p.name}" for p in properties if tag in p.range])
            if is_class
            else "",
        ),
        (("互斥", "disjoint with"), _refs(ontology, term.disjoint)),
        (("对应", "matches"), _matches(ontology, term)),
        (("示例", "example"), _t(term.example)),
        (("说明", "note"), "<br>".join(_t(note) for note in term.notes)),
    ]
    return (
        f'<section class="term {term.kind}" id="{term.name}">'
        f'<h3><a href="#{term.name}">{_t(term.label)}</a><code>{tag}</code>{traits}</h3>'
        f"<p>{_t(term.definition)}</p>{_facts(rows)}</section>\n"
    )


def _refs(ontology: Ontology, names: Iterable[str]) -> str:
    return ", ".join(_ref(ontology, name) for name in names)


def _ref(ontology: Ontology, name: str) -> str:
    prefix, _, local = name.partition(":")
    if prefix == "shanhai":
        return f'<a href="#{local}">{_t(ontology.named(local).label)}</a>'
    iri = dict(ontology.prefixes).get(prefix)
    return f'<a href="{iri}{local}"><code>{name}</code></a>' if iri else f"<code>{name}</code>"


def _matches(ontology: Ontology, term: Term) -> str:
    return ", ".join(
        f"<code>{how.removeprefix('skos:')}</code> {_ref(ontology, what)}"
        for how, what in term.matches
    )


def _schemes(ontology: Ontology) -> str:
    parts = [_h2("schemes", ("概念体系", "Concept schemes"))]
    for scheme in ontology.of_kind("scheme"):
        concepts = ontology.concepts(scheme.name)
        rows = "".join(_row(ontology, term) for term in concepts)
        parts.append(
            f'<section class="scheme" id="{scheme.name}"><h3><a href="#{scheme.name}">'
            f"{_t(scheme.label)}</a><code>shanhai:{scheme.name}</code></h3>"
            f"<p>{_t(scheme.definition)}</p>{_facts([(('示例', 'example'), _t(scheme.example))])}"
            '<div class="scroll"><table><thead><tr>'
            f"<th>{_t(('概念', 'concept'))}</th><th>{_t(('定义', 'definition'))}</th>"
            f"<th>{_t(('示例', 'example'))}</th></tr></thead><tbody>{rows}</tbody></table></div>"
            "</section>\n"
        )
    return "".join(parts)


def _row(ontology: Ontology, term: Term) -> str:
    order = f'<span class="trait">{term.order}</span>' if term.order else ""
    extra = [_t(note) for note in term.notes]
    if term.broader:
        extra.append(f"{_t(('上位概念', 'broader'))}: {_refs(ontology, term.broader)}")
    if term.matches:
        extra.append(_matches(ontology, term))
    more = "".join(f'<br><span class="soft">{one}</span>' for one in extra)
    return (
        f'<tr id="{term.name}"><td class="name"><a href="#{term.name}">{_t(term.label)}</a>{order}'
        f"<br><code>{term.name}</code></td><td>{_t(term.definition)}{more}</td>"
        f"<td>{_t(term.example)}</td></tr>"
    )


def _structure(ontology: Ontology) -> str:
    parts = [_h2("structure", ("观测值结构", "Structure of observations"))]
    parts.extend(_card(ontology, t) for t in ontology.of_kind("structure") if "-" not in t.name)
    rows = "".join(
        _row(ontology, term) for term in ontology.of_kind("structure") if "-" in term.name
    )
    return "".join(parts) + f'<div class="scroll"><table><tbody>{rows}</tbody></table></div>\n'


def _prefixes(ontology: Ontology) -> str:
    rows = "".join(
        f"<tr><td><code>{prefix}</code></td><td><code>{escape(iri)}</code></td></tr>"
        for prefix, iri in ontology.prefixes
    )
    return _h2("prefixes", ("前缀", "Prefixes")) + f"<table><tbody>{rows}</tbody></table>\n"
