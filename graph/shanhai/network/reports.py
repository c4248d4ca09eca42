"""Summaries as text, JSON and a long CSV table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from shanhai.errors import Lang, Text
from shanhai.network.findings import MEASURES, findings, number, plain, title
from shanhai.network.summary import DIGITS, Ranking, Section, Summary

CSV_COLUMNS = (
    "projection",
    "version",
    "field",
    "measure",
    "node",
    "node_zh",
    "node_en",
    "other",
    "other_zh",
    "other_en",
    "value",
)
_TOP = 10


def as_text(summaries: Iterable[Summary], lang: Lang, *, top: int = _TOP) -> str:
    """Return the summaries as lines for a terminal.

    Args:
        summaries: In the order to print.
        lang: Language of the text.
        top: How many nodes each ranking lists.
    """
    lines: list[str] = []
    for summary in summaries:
        lines += _heading(summary, lang)
        for finding in findings(summary):
            name = MEASURES[finding.measure].pick(lang)
            lines.append(f"  {name} {finding.value}{_dash(lang)}{finding.sentence.pick(lang)}")
        if summary.whole.ties:
            lines += _rankings(summary, lang, top)
            lines += _by_field(summary, lang)
        lines.append("")
    return "\n".join(lines)


def _heading(summary: Summary, lang: Lang) -> list[str]:
    its = summary.projection
    version = Text(f"{its.name}，第 {its.version} 版", f"{its.name}, version {its.version}")
    brackets = Text("（{}）", " ({})").pick(lang).format(version.pick(lang))
    return [title(summary).pick(lang) + brackets, "  " + its.meaning.pick(lang)]


def _dash(lang: Lang) -> str:
    return "：" if lang == "zh" else ": "


def _rankings(summary: Summary, lang: Lang, top: int) -> Iterator[str]:
    whole = summary.whole
    for key, ranking in (
        ("degree", whole.degree),
        ("betweenness", whole.betweenness),
        ("constraint", whole.constraint),
    ):
        if ranking:
            lowest = key == "constraint"
            zh, en = MEASURES[key].zh, MEASURES[key].en
            yield Text(
                f"  {zh}（{'由低到高' if lowest else '由高到低'}）",
                f"  {en} ({'lowest' if lowest else 'highest'} first)",
            ).pick(lang)
            for node, value in ranking[:top]:
                yield f"    {number(value)}  {plain(summary.names[node].pick(lang))}"
            if len(ranking) > top:
                more = len(ranking) - top
                yield Text(f"    另有 {more} 个", f"    and {more} more").pick(lang)


def _by_field(summary: Summary, lang: Lang) -> Iterator[str]:
    if summary.fields:
        yield Text("  分领域", "  By field").pick(lang)
    for section in summary.fields:
        name = plain(summary.names[section.field].pick(lang))
        doubt = section.uncertain_ties
        zh, en = (f"（{doubt} 条存疑）", f" ({doubt} uncertain)") if doubt else ("", "")
        yield Text(
            f"    {name}：节点 {section.nodes}，联系 {section.ties}{zh}，"
            f"密度 {number(section.density)}，连通分量 {len(section.components)}，"
            f"桥 {len(section.bridges)}",
            f"    {name}: nodes {section.nodes}, ties {section.ties}{en}, "
            f"density {number(section.density)}, components {len(section.components)}, "
            f"bridges {len(section.bridges)}",
        ).pick(lang)


def as_json(summaries: Iterable[Summary]) -> str:
    """Return the summaries as JSON: everything, both languages, IRIs with their names."""
    data = {
        "decimals": DIGITS,
        "projections": [
            {
                "name": summary.projection.name,
                "version": summary.projection.version,
                "title": _both(title(summary)),
                "meaning": _both(summary.projection.meaning),
                "findings": [
                    {"measure": f.measure, "value": f.value, "sentence": _both(f.sentence)}
                    for f in findings(summary)
                ],
                "whole": _section(summary, summary.whole),
                "fields": [_section(summary, section) for section in summary.fields],
            }
            for summary in summaries
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def _section(summary: Summary, its: Section) -> dict[str, object]:
    def ranked(ranking: Ranking) -> list[dict[str, object]]:
        return [
            {"node": node, **_both(summary.names[node]), "value": value} for node, value in ranking
        ]

    return {
        "field": its.field or None,
        **({"field_name": _both(summary.names[its.field])} if its.field else {}),
        "claims": its.claims,
        "nodes": its.nodes,
        "ties": its.ties,
        "uncertain_ties": its.uncertain_ties,
        "density": its.density,
        "components": its.components,
        "degree": ranked(its.degree),
        "betweenness": ranked(its.betweenness),
        "constraint": ranked(its.constraint),
        "bridges": its.bridges,
    }


def as_csv(summaries: Iterable[Summary]) -> str:
    """Return the summaries as one long table: a line for each value.

    ``uncertain_ties`` counts those ties that rest only on claims whose reading is uncertain.
    ``field`` is empty for all fields together; ``node`` is empty for measures of the whole
    network; ``other`` is the second end of a bridge; a measure that is not defined has an
    empty ``value``. The caller writes it with a byte-order mark (``utf-8-sig``).
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for summary in summaries:
        for section in (summary.whole, *summary.fields):
            head = (summary.projection.name, summary.projection.version, section.field)
            writer.writerows((*head, *line) for line in _lines(summary, section))
    return file.getvalue()


def _lines(summary: Summary, its: Section) -> Iterator[tuple[object, ...]]:
    def name(iri: str) -> tuple[str, str, str]:
        return (iri, summary.names[iri].zh, summary.names[iri].en) if iri else ("", "", "")

    for measure, value in (
        ("claims", its.claims),
        ("nodes", its.nodes),
        ("ties", its.ties),
        ("uncertain_ties", its.uncertain_ties),
        ("density", its.density),
        ("components", len(its.components)),
        ("bridges", len(its.bridges)),
    ):
        yield measure, *name(""), *name(""), "" if value is None else number(value)
    for measure, ranking in (
        ("degree", its.degree),
        ("betweenness", its.betweenness),
        ("constraint", its.constraint),
    ):
        for node, score in ranking:
            yield measure, *name(node), *name(""), number(score)
    for a, b in its.bridges:
        yield "bridge", *name(a), *name(b), "1"
    for index, component in enumerate(its.components, start=1):
        for node in component:
            yield "component", *name(node), *name(""), str(index)
