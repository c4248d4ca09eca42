from __future__ import annotations

import pytest

from shanhai.errors import Lang
from shanhai.query.answers import for_people
from shanhai.query.catalogue import bind, question
from shanhai.query.footnotes import footnotes
from shanhai.rdf.namespaces import ID, PREFIXES
from shanhai.rdf.terms import Iri, Literal
from shanhai.store.embedded import EmbeddedStore
from shanhai.store.reference import ReferenceStore
from shanhai.store.results import Rows
from shanhai.workspace.hall import Workspace

G = "urn:graph"
O = PREFIXES["shanhai"]  # noqa: E741 - the ontology
K = PREFIXES["skos"] + "prefLabel"
XSD = PREFIXES["xsd"]


def evidence(owner: str, number: int, source: str, **places: int | str) -> str:
    node = f"<{owner}/evidence/{number}>"
    kind = "located" if "start" in places else "sourceOnly"
    lines = [f"<{owner}> <{O}evidence> {node}", f"{node} <{O}ofSource> <{source}>"]
    lines.append(f'{node} <{O}evidenceClass> "{kind}"')
    for name, value in places.items():
        literal = f'"{value}"^^<{XSD}integer>' if isinstance(value, int) else f'"{value}"'
        lines.append(f"{node} <{O}{name}> {literal}")
    return "".join(f"{line} <{G}> .\n" for line in lines)


DATA = "".join(
    [
        f"<urn:id/one> <{PREFIXES['rdf']}type> <{O}Source> <{G}> .\n",
        f'<urn:id/one> <{K}> "报告"@zh <{G}> .\n<urn:id/one> <{K}> "Report"@en <{G}> .\n',
        f'<urn:id/one> <{O}timeText> "2024-05~" <{G}> .\n',
        f"<urn:id/one> <{O}precision> <{O}precision-about> <{G}> .\n",
        evidence("urn:c1", 1, "urn:id/one", section=2, paragraph=7, start=10, end=20),
        evidence("urn:c1", 2, "urn:id/one", section=0, paragraph=1, start=0, end=5),
        evidence("urn:c2", 1, "urn:id/one", section=2, paragraph=7, start=10, end=20),
        evidence("urn:c2", 2, "urn:id/two", page="A3"),
        f"<urn:c3> <{O}statusRecord> <urn:c3/status/1> <{G}> .\n",
        evidence("urn:c3/status/1", 1, "urn:id/one", section=1, paragraph=3, start=6, end=8),
    ]
).encode()
ROWS = Rows(
    ("claim", "n"),
    (
        (Iri("urn:c2"), Literal("1")),
        (Iri("urn:c1"), Literal("2")),
        (Iri("urn:c3"), Literal("3")),
        (Iri("urn:none"), Literal("4")),
        (None, Literal("5")),
    ),
)


@pytest.mark.parametrize("engine", [EmbeddedStore, ReferenceStore])
def test_the_same_place_has_the_same_number(
    engine: type[EmbeddedStore] | type[ReferenceStore],
) -> None:
    found = footnotes(ROWS, engine.from_nquads(DATA))
    assert found.marks == ((1, 2), (1, 3), (4,), (), ())
    assert [note.paragraph for note in found.notes] == [7, 0, 1, 3]


def test_a_footnote_is_a_line_in_either_language() -> None:
    def quote(source: str, start: int, end: int) -> str | None:
        assert source == "one"
        return "原文\n的话" if start == 10 else None

    notes = footnotes(ROWS, EmbeddedStore.from_nquads(DATA), quote).notes
    assert (
        notes[0].say("zh") == "[1] 《报告》，第2节，全文第7段，约2024年5月（推断）：「原文 的话」"
    )
    assert notes[0].say("en") == (
        "[1] “Report”, section 2, paragraph 7 of the text, about 2024-05 (inferred): “原文 的话”"
    )
    assert notes[1].say("zh") == "[2] 《two》，第A3页，仅知来源，发表时间不详"
    assert notes[1].say("en") == "[2] “two”, page A3, source only, date not known"
    assert notes[2].say("zh") == "[3] 《报告》，标题之前，全文第1段，第1–5字，约2024年5月（推断）"
    assert "before the first heading, paragraph 1 of the text, characters 1–5, about" in notes[
        2
    ].say("en")


def test_a_chain_carries_the_evidence_of_all_its_claims() -> None:
    rows = Rows(("claims",), ((Literal("urn:c1 urn:c3"),),))
    assert footnotes(rows, EmbeddedStore.from_nquads(DATA)).marks == ((1, 2, 3),)


def test_every_row_of_the_shipped_answers_has_evidence(
    hall: Workspace, embedded: EmbeddedStore
) -> None:
    text = bind(question("founders"), {}, lambda name: ID + hall.names.resolve(name))
    rows = embedded.query(text, default_graph=hall.dataset.default_graphs, prefixes=PREFIXES)
    assert isinstance(rows, Rows)
    found = footnotes(rows, embedded)
    assert len(found.marks) == len(rows.rows)
    assert all(found.marks)
    assert [note.number for note in found.notes] == list(range(1, len(found.notes) + 1))


def test_a_reading_is_said_in_words() -> None:
    rows = Rows(("reading",), ((Literal("certain"),), (Literal("uncertain"),)))
    shown, _ = for_people(rows, {}, "zh")
    assert shown.rows == ((Literal("确定"),), (Literal("存疑"),))
    assert for_people(rows, {}, "en")[0].rows == rows.rows


def test_people_read_times_and_figures_in_words() -> None:
    unit = Iri(O + "unit-yuan")
    percent = Iri(O + "unit-percent")
    names = ("value", "unit", "unitZh", "unitEn", "time")
    number = XSD + "decimal"
    made = Rows(
        names,
        (
            (
                Literal("7755000000", number),
                unit,
                Literal("元"),
                Literal("yuan"),
                Literal("2024-Q1"),
            ),
            (
                *(Literal("8.2", number), percent, Literal("百分比"), Literal("percent")),
                Literal("2022-08/.."),
            ),
            (
                *(Literal("129", number), Iri(O + "unit-place"), Literal("地")),
                *(Literal("place (unit)"), Literal("unknown")),
            ),
        ),
    )

    def cells(lang: Lang, *, plain: bool = False) -> list[list[str]]:
        rows = for_people(made, {}, lang, plain=plain)[0].rows
        return [[term.value for term in row if isinstance(term, Literal)] for row in rows]

    assert cells("zh") == [
        ["77.55亿", "元", "2024年第1季度"],
        ["8.2", "%", "2022年8月起"],
        ["129", "地", "未报道"],
    ]
    assert cells("en") == [
        ["7,755,000,000", "yuan", "Q1 2024"],
        ["8.2", "%", "since 2022-08"],
        ["129", "place", "not reported"],
    ]
    assert cells("en", plain=True)[0] == ["7755000000", "yuan", "2024-Q1"]
    # The rows themselves, which the machine formats are written from, stay as they are.
    assert made.rows[0][0] == Literal("7755000000", number)


def test_people_see_one_language_and_no_claim_ids() -> None:
    rows = Rows(
        ("a", "aZh", "aEn", "n", "claim"),
        ((Iri("urn:a"), Literal("甲"), Literal("A"), Literal("1"), Iri("urn:c")),),
    )
    columns = dict(question("figures-of").columns)
    shown, heads = for_people(rows, columns, "zh")
    assert (shown.variables, heads) == (("aZh", "n"), ("a", "n"))
    assert for_people(rows, columns, "en")[0].rows == ((Literal("A"), Literal("1")),)
    assert for_people(rows, columns, "en", iris=True)[0].variables == ("a", "aEn", "n", "claim")
