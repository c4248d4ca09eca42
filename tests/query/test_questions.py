"""Every named question, on both engines, against rows that were read against the report.

The wording of claims is free to get better; which claims, entities, figures and concepts an
answer holds is not. After a change of the data, ``python tests/query/test_questions.py``
writes the expected rows anew: read the difference against the report before committing it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import shanhai
from shanhai.errors import InputError
from shanhai.model.claim import Observation, mentions
from shanhai.query.answers import for_people
from shanhai.query.catalogue import Question, bind, catalogue, question
from shanhai.query.footnotes import footnotes
from shanhai.query.guard import check
from shanhai.rdf.namespaces import ID, PREFIXES
from shanhai.rdf.terms import Iri, Literal, Term
from shanhai.store.embedded import EmbeddedStore
from shanhai.store.protocol import Store
from shanhai.store.reference import ReferenceStore
from shanhai.store.results import Rows, agree, rounded
from shanhai.store.table import short_iri
from shanhai.workspace import networks
from shanhai.workspace.hall import Workspace

FOLDER = Path(__file__).resolve().parent / "expected"
QUESTIONS = catalogue()
IDS = [each.name for each in QUESTIONS]
# No source contradicts another in the shipped data, so this one is tested on a made one.
EMPTY = {"rivals"}
WORDING = {"say", "say1", "say2", "say3", "text", "reason", "indicator", "cooperation", "path"}


def answer(hall: Workspace, store: Store, asked: Question, values: dict[str, str]) -> Rows:
    def resolve(name: str) -> str:
        sources = {source.id for source in hall.records.sources()}
        return ID + (name if name in sources else hall.names.resolve(name))

    result = store.query(
        bind(asked, values, resolve),
        default_graph=hall.dataset.default_graphs,
        prefixes=PREFIXES,
    )
    assert isinstance(result, Rows)
    return result


def compared(names: tuple[str, ...]) -> list[int]:
    """Return the columns that are compared: ids, figures, labels that stand for no id."""
    kept = []
    for place, name in enumerate(names):
        base = name[:-2]
        wording = name.endswith("En") and (base in names or base in WORDING)
        if not name.endswith("Zh") and not wording:
            kept.append(place)
    return kept


def plain(term: Term | None) -> str:
    match term:
        case Iri(value):
            return short_iri(value, PREFIXES)
        case Literal(value):
            kind, number, *_ = rounded(term)
            return number if kind == "number" else value.replace(ID, "")
    return ""


def expectation(rows: Rows) -> dict[str, object]:
    kept = compared(rows.variables)
    return {
        "columns": [rows.variables[i] for i in kept],
        "rows": [[plain(row[i]) for i in kept] for row in rows.rows],
    }


@pytest.mark.parametrize("asked", QUESTIONS, ids=IDS)
def test_rows_are_those_of_the_report(
    asked: Question, hall: Workspace, embedded: EmbeddedStore
) -> None:
    found = answer(hall, embedded, asked, dict(asked.example))
    expected = json.loads((FOLDER / f"{asked.name}.json").read_text(encoding="utf-8"))
    assert expectation(found) == expected
    assert len(set(found.rows)) == len(found.rows), "a row stands twice"
    assert bool(found.rows) is (asked.name not in EMPTY)


@pytest.mark.parametrize("asked", QUESTIONS, ids=IDS)
def test_both_engines_agree(
    asked: Question, hall: Workspace, embedded: EmbeddedStore, reference: ReferenceStore
) -> None:
    values = dict(asked.example)
    left, right = (answer(hall, each, asked, values) for each in (embedded, reference))
    assert "ORDER BY" in asked.sparql
    assert agree(left, right, ordered=True)


@pytest.mark.parametrize("asked", QUESTIONS, ids=IDS)
def test_is_asked_and_answered_in_both_languages(
    asked: Question, hall: Workspace, embedded: EmbeddedStore
) -> None:
    assert re.search("[\u4e00-\u9fff]", asked.text.zh)
    assert not re.search("[\u4e00-\u9fff]", asked.text.en)
    found = answer(hall, embedded, asked, dict(asked.example))
    names = found.variables
    for name in names:
        if name.endswith("Zh"):
            zh, en = names.index(name), names.index(name[:-2] + "En")
            assert all((row[zh] is None) == (row[en] is None) for row in found.rows)
    shown, zh = for_people(found, asked.columns, "zh")
    _, en = for_people(found, asked.columns, "en")
    assert len(zh) == len(en) == len(shown.variables)
    assert all(re.search("[\u4e00-\u9fff]", heading) for heading in zh), zh
    assert not any(re.search("[\u4e00-\u9fff]", heading) for heading in en), en


@pytest.mark.parametrize("asked", QUESTIONS, ids=IDS)
def test_passes_the_guard_and_runs_by_itself(
    asked: Question, hall: Workspace, embedded: EmbeddedStore
) -> None:
    check(asked.sparql, graphs=embedded.graphs())
    markers = set(re.findall(r"# @values (.+)", asked.sparql))
    named = {name for marker in markers for name in marker.split()}
    assert named == {parameter.name for parameter in asked.parameters}
    assert not re.search(r"\b(gYear|duration|dateTime|NOW|RAND)", asked.sparql)
    # What is joined into one cell comes out of an ordered subselect, so that engines agree.
    assert ("GROUP_CONCAT" in asked.sparql) <= bool(re.search(r"ORDER BY .*\n  }\n", asked.sparql))
    assert len(bind_anything(asked, hall).splitlines()) == len(asked.sparql.splitlines())


def bind_anything(asked: Question, hall: Workspace) -> str:
    return bind(asked, dict(asked.example), lambda name: ID + hall.names.resolve(name))


def test_there_are_enough_questions_and_each_has_its_file() -> None:
    assert len(QUESTIONS) >= 34
    assert {path.stem for path in FOLDER.glob("*.json")} == set(IDS)
    folder = Path(shanhai.__file__).parent / "query" / "library"
    assert {path.stem for path in folder.glob("*.rq")} == set(IDS)


def claims(rows: Rows) -> set[str]:
    place = rows.column("claim")
    return {plain(row[place]).removeprefix("id:") for row in rows.rows}


def ask(hall: Workspace, store: Store, name: str, **values: str) -> Rows:
    return answer(hall, store, question(name), values)


def test_ties_by_field_are_a_part_of_all_ties(hall: Workspace, embedded: EmbeddedStore) -> None:
    every = claims(ask(hall, embedded, "ties-between", a="缙云", b="Minhang"))
    tourism = claims(ask(hall, embedded, "ties-between", a="缙云", b="闵行", field="旅游"))
    two = claims(ask(hall, embedded, "ties-between", a="缙云", b="闵行", field="tourism,trade"))
    assert tourism < two < every
    assert "minhang-tourism-agreement" in tourism


def test_both_directions_of_a_pair_have_the_same_ties(
    hall: Workspace, embedded: EmbeddedStore
) -> None:
    there = claims(ask(hall, embedded, "ties-between", a="缙云县", b="上海市"))
    back = claims(ask(hall, embedded, "ties-between", a="上海市", b="缙云县"))
    assert there == back


def test_a_visit_is_no_direct_tie(hall: Workspace, embedded: EmbeddedStore) -> None:
    ties = expectation(ask(hall, embedded, "direct-ties-of", x="缙云县"))["rows"]
    assert not any("group" in cell for row in ties for cell in row)  # type: ignore[attr-defined]


def test_a_chain_from_the_busiest_region_ends(hall: Workspace, embedded: EmbeddedStore) -> None:
    found = ask(hall, embedded, "chain", a="缙云县", b="上海市")
    hops = [plain(row[found.column("hops")]) for row in found.rows]
    assert hops[0] == "1"
    assert hops == sorted(hops)
    for row in found.rows:
        steps = plain(row[found.column("claims")]).split()
        assert len(set(steps)) == len(steps)


def test_a_chain_goes_by_what_came_about(hall: Workspace, embedded: EmbeddedStore) -> None:
    kinds = {claim.id: claim for claim in hall.records.claims()}
    found = ask(hall, embedded, "chain", a="缙云县", b="上海市")
    used = {step for row in found.rows for step in plain(row[found.column("claims")]).split()}
    assert used
    for each in used:
        claim = kinds[each]
        assert not isinstance(claim, Observation)
        assert getattr(claim, "formality", "") not in ("intent", "visit")
        assert getattr(claim, "status", None) not in ("intended", "planned")


@pytest.mark.parametrize("name", ["chain", "ties-between", "relations-between"])
def test_a_thing_and_itself_are_no_pair(
    name: str, hall: Workspace, embedded: EmbeddedStore
) -> None:
    with pytest.raises(InputError) as caught:
        ask(hall, embedded, name, a="缙云", b="缙云县")
    assert "同一个" in caught.value.text.zh
    assert "the same" in caught.value.text.en


def test_an_enclave_ties_whoever_builds_it(hall: Workspace, embedded: EmbeddedStore) -> None:
    assert claims(ask(hall, embedded, "ties-between", a="缙云", b="上海交通大学"))
    ladder = ask(hall, embedded, "formality-ladder", a="上海交通大学", b="缙云")
    assert "sjtu" in "".join(plain(row[ladder.column("claims")]) for row in ladder.rows)
    there = ask(hall, embedded, "ties-of", region="缙云")
    partners = {plain(row[there.column("partner")]) for row in there.rows}
    assert "id:sjtu" in partners
    # What counts for a place is no other party.
    assert "id:jinyun-shanghai-enclave" not in partners


def test_a_cooperation_of_two_places_is_one_row(hall: Workspace, embedded: EmbeddedStore) -> None:
    found = ask(hall, embedded, "ties-between", a="缙云", b="上海")
    assert len(claims(found)) == len(found.rows)
    joined = [plain(row[found.column("fieldZh")]) for row in found.rows]
    assert any("、" in each for each in joined)


@pytest.mark.parametrize("place", ["缙云县", "闵行区", "杭州市"])
def test_what_has_no_direct_tie_has_none_in_the_projections(
    place: str, hall: Workspace, embedded: EmbeddedStore
) -> None:
    region = hall.iri(hall.names.resolve(place))
    ties = networks.ties(hall, ("region-region", "region-body"))
    tied = {node for tie in ties if region in (tie.a, tie.b) for node in (tie.a, tie.b)}
    found = ask(hall, embedded, "no-direct-tie", region=place)
    listed = {row[found.column("entity")] for row in found.rows}
    assert tied
    assert not {Iri(each) for each in tied} & listed


def test_every_row_of_claims_says_how_sure_the_reading_is(
    hall: Workspace, embedded: EmbeddedStore
) -> None:
    for asked in QUESTIONS:
        found = answer(hall, embedded, asked, dict(asked.example))
        named = {"claim", "claims"} & set(found.variables)
        # Who counts claims, or lists none, has a reading of its own for each only by name.
        if not {"sayZh", "say1Zh", "claim"} & set(found.variables):
            continue
        assert "reading" in found.variables, asked.name
        claim, reading = found.column(named.pop()), found.column("reading")
        for row in found.rows:
            assert (row[claim] is None) == (row[reading] is None), asked.name


def test_a_question_has_evidence_or_says_why_not(hall: Workspace, embedded: EmbeddedStore) -> None:
    for asked in QUESTIONS:
        found = answer(hall, embedded, asked, dict(asked.example))
        marks = footnotes(found, embedded).marks
        assert all(marks) or asked.unproven, asked.name


FIGURES = {"bounds", "cooperation-figures", "figures-by-measure", "figures-of", "ranks"}


@pytest.mark.parametrize("name", sorted(FIGURES | {"rivals", "visitor-shares"}))
def test_a_figure_is_never_bare(name: str) -> None:
    wanted = {"value", "unit", "time", "bound", "nature", "reading"}
    assert wanted <= question(name).columns.keys()


@pytest.mark.parametrize("asked", QUESTIONS, ids=IDS)
def test_an_example_is_typed_in_names(asked: Question) -> None:
    for each in asked.parameters:
        value = asked.example.get(each.name, "")
        assert re.search("[\u4e00-\u9fff]", value) or re.fullmatch(r"[\d-]*", value), value
        assert not each.default


def test_a_measure_is_found_by_every_name(hall: Workspace, embedded: EmbeddedStore) -> None:
    for name in ("GDP", "gdp", "生产总值", "地区生产总值", "gross domestic product"):
        found = ask(hall, embedded, "figures-by-measure", measure=name)
        assert {plain(row[found.column("measureEn")]) for row in found.rows} == {
            "gross domestic product"
        }
    with pytest.raises(InputError) as caught:
        ask(hall, embedded, "figures-by-measure", measure="增长")
    assert "相近的有：增长率" in caught.value.text.zh
    assert "growth rate" in caught.value.text.en
    assert "growthRate" not in caught.value.text.en
    with pytest.raises(InputError, match="similar: gross domestic product"):
        ask(hall, embedded, "figures-by-measure", measure="GDPs")


def test_a_project_of_ones_own_lists_what_its_claims_mention(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("own") / "project"
    own = Workspace.init(folder)
    mentioned = {own.iri(slug) for claim in own.records.claims() for slug in mentions(claim)}
    region = next(e for e in own.own_entities() if e.id.startswith("cn-"))
    for name, column in (("no-direct-tie", "entity"), ("unplaced", "entity")):
        values = {"region": region.id} if name == "no-direct-tie" else {}
        rows = own.ask(name, values).rows
        listed = {plain_iri(row[rows.column(column)]) for row in rows.rows}
        assert listed <= mentioned
    parts = own.ask("parts-of", {"region": "中国"}).rows
    assert {plain_iri(row[parts.column("subject")]) for row in parts.rows} <= mentioned


def plain_iri(term: Term | None) -> str:
    assert isinstance(term, Iri)
    return term.value


def test_undated_figures_belong_to_no_period(hall: Workspace, embedded: EmbeddedStore) -> None:
    every = claims(ask(hall, embedded, "figures-by-measure"))
    dated = claims(ask(hall, embedded, "figures-by-measure", since="2024"))
    assert dated < every
    assert "jinyun-area" in every - dated


RIVALS = """
<urn:a> <{s}type> <{o}Observation> <urn:g> .
<urn:b> <{s}type> <{o}Observation> <urn:g> .
<urn:c> <{s}type> <{o}Observation> <urn:g> .
{rest}
<urn:a> <{o}value> "5.0"^^<{x}decimal> <urn:g> .
<urn:b> <{o}value> "6"^^<{x}decimal> <urn:g> .
<urn:c> <{o}value> "5"^^<{x}decimal> <urn:g> .
<urn:x> <{k}prefLabel> "甲"@zh <urn:g> .
<urn:x> <{k}prefLabel> "A"@en <urn:g> .
"""


@pytest.mark.parametrize("engine", [EmbeddedStore, ReferenceStore])
def test_rivals_are_found_once(engine: type[EmbeddedStore] | type[ReferenceStore]) -> None:
    rest = ""
    for each in "abc":
        for name, value in {
            "subject": "<urn:x>",
            "measure": "<urn:m>",
            "unit": "<urn:u>",
            "bound": "<urn:bound>",
            "nature": "<urn:nature>",
            "reading": '"certain"',
            "timeText": '"2024"',
            "indicator": '"数"@zh',
        }.items():
            rest += f"<urn:{each}> <{PREFIXES['shanhai']}{name}> {value} <urn:g> .\n"
        rest += f'<urn:{each}> <{PREFIXES["shanhai"]}indicator> "n"@en <urn:g> .\n'
    for term in ("urn:u", "urn:bound", "urn:nature"):
        for label in ('"某"@zh', '"some"@en'):
            rest += f"<{term}> <{PREFIXES['skos']}prefLabel> {label} <urn:g> .\n"
    data = RIVALS.format(
        s=PREFIXES["rdf"], o=PREFIXES["shanhai"], x=PREFIXES["xsd"], k=PREFIXES["skos"], rest=rest
    )
    found = engine.from_nquads(data.encode()).query(
        question("rivals").sparql, default_graph=("urn:g",), prefixes=PREFIXES
    )
    assert isinstance(found, Rows)
    pairs = {(row[found.column("claim")], row[found.column("other")]) for row in found.rows}
    assert pairs == {(Iri("urn:a"), Iri("urn:b")), (Iri("urn:b"), Iri("urn:c"))}
    assert len(found.rows) == 2


def write_expected() -> None:
    hall = shanhai.open(None)
    FOLDER.mkdir(exist_ok=True)
    for each in QUESTIONS:
        found = expectation(answer(hall, hall.dataset.store, each, dict(each.example)))
        rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in found["rows"])  # type: ignore[attr-defined]
        head = json.dumps(found["columns"], ensure_ascii=False)
        body = f"\n{rows}\n " if rows else ""
        text = f'{{\n "columns": {head},\n "rows": [{body}]\n}}\n'
        (FOLDER / f"{each.name}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_expected()
