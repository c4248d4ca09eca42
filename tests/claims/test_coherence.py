"""What the vocabulary forbids is told at the line of the claim."""

from __future__ import annotations

import pytest

from shanhai.claims.figures import ACCUMULATIONS, SIGNED, UNITS
from shanhai.vocabulary import terms
from shanhai.workspace import project

RELATION = """\
odd:
  subject: {0}
  predicate: {1}
  object: {2}
  say: {{zh: 一句话。, en: A sentence.}}
  evidence: [{{source: example-report, class: sourceOnly}}]
"""
FIGURE = """\
odd:
  subject: cn-331122
  measure: {measure}
  indicator: {{zh: 指标, en: indicator}}
  value: {value}
  unit: {unit}
  period: 2024
  breakdown: total
  bound: exact
  accumulation: {accumulation}
  nature: actual
  say: {{zh: 一句话。, en: A sentence.}}
  evidence: [{{source: example-report, class: sourceOnly}}]
"""
MORE = """\
a-team: {type: Team, name: {zh: 一个团队, en: A team}}
a-plan: {type: Plan, name: {zh: 一项规划, en: A plan}}
a-firm: {type: Company, name: {zh: 一家企业, en: A company}}
a-tea: {type: Product, name: {zh: 一种茶, en: A tea}}
"""


def said(folder, *, warnings=False):
    problems = project.read(project.open_project(folder)).problems
    return [
        p.say("en")
        for p in problems
        if p.warning == warnings and "no claim mentions" not in p.text.en
    ]


@pytest.fixture
def more(data):
    path = data / "entities.yml"
    path.write_text(path.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    return data


@pytest.mark.parametrize(
    ("subject", "predicate", "object_", "told"),
    [
        (
            "example-school",
            "produces",
            "cn-331122",
            "must be of class product (Product); 'cn-331122' is",
        ),
        ("a-team", "graduatedFrom", "cn-331122", "the object of graduatedFrom must be of class"),
        ("cn-331122", "guidedBy", "cn-331100", "the object of guidedBy must be of class"),
        ("a-firm", "establishes", "cn-331122", "the object of establishes cannot be"),
        ("example-school", "memberOf", "example-school", "as subject and object"),
        ("a-firm", "operates", "cn-331122", "the object of operates cannot be"),
        ("cn-331122", "graduatedFrom", "example-school", "the subject of graduatedFrom cannot be"),
        ("a-plan", "produces", "a-tea", "the subject of produces cannot be"),
        ("a-firm", "produces", "a-tea", ""),
        ("a-firm", "locatedIn", "a-tea", "the object of locatedIn cannot be"),
        ("a-firm", "appliesTo", "cn-331122", "the subject of appliesTo must be of class"),
        ("cn-331122", "guidedBy", "a-plan", ""),
        ("a-team", "graduatedFrom", "example-school", ""),
        ("a-firm", "establishes", "example-school", ""),
    ],
)
def test_the_ends_of_a_relation(folder, more, subject, predicate, object_, told):
    text = RELATION.format(subject, predicate, object_)
    (more / "relations.yml").write_text(text, encoding="utf-8")
    found = said(folder)
    if told:
        assert any(told in problem and "relations.yml:2:" in problem for problem in found)
    else:
        assert found == []


@pytest.mark.parametrize(
    ("measure", "value", "unit", "accumulation", "told"),
    [
        ("share", "12", "person", "rate", "the unit of share cannot be person"),
        ("share", "12", "percent", "flow", "the accumulation of share cannot be flow"),
        ("share", "120", "percent", "rate", "a share lies between 0 and 100"),
        ("rank", "3", "count", "rank", "the unit of rank cannot be count"),
        ("rank", "3", "rank", "stock", "the accumulation of rank cannot be stock"),
        ("rank", "0", "rank", "rank", "a rank is a whole number from 1"),
        ("rank", "1.5", "rank", "rank", "a rank is a whole number from 1"),
        ("headcount", "12", "person", "rank", "the accumulation of headcount cannot be rank"),
        ("productionVolume", "3", "yuan", "flow", "the unit of productionVolume cannot be yuan"),
        ("productionVolume", "3", "tonne", "flow", ""),
        ("population", "3", "household", "stock", ""),
        ("income", "39000", "yuan", "rate", ""),
        ("benefit", "-3", "person", "flow", ""),
        ("growthRate", "100000", "percent", "rate", ""),
        ("area", "1503", "percent", "stock", "the unit of area cannot be percent"),
        ("growthRate", "8.2", "yuan", "rate", "the unit of growthRate cannot be yuan"),
        ("growthRate", "8.2", "percent", "stock", "the accumulation of growthRate cannot be stock"),
        ("headcount", "12", "yuan", "stock", "the unit of headcount cannot be yuan"),
        ("companyCount", "12", "percent", "stock", "the unit of companyCount cannot be percent"),
        ("visitors", "-5", "personTime", "flow", "visitors cannot be negative"),
        ("growthRate", "-8.2", "percent", "rate", ""),
        ("headcount", "12", "person", "stock", ""),
        ("area", "1503", "squareKilometre", "stock", ""),
    ],
)
def test_the_unit_of_a_figure(folder, data, measure, value, unit, accumulation, told):
    text = FIGURE.format(measure=measure, value=value, unit=unit, accumulation=accumulation)
    (data / "observations.yml").write_text(text, encoding="utf-8")
    found = said(folder)
    key = next((key for key in ("unit", "accumulation") if f"the {key} of" in told), "value")
    line = 1 + [line.split(":")[0].strip() for line in text.splitlines()].index(key)
    if told:
        (problem,) = found
        assert told in problem and f"observations.yml:{line}: " in problem
    else:
        assert found == []


def test_an_odd_growth_is_a_warning(folder, data):
    text = FIGURE.format(
        measure="growthRate", value="82000000", unit="percent", accumulation="rate"
    )
    (data / "observations.yml").write_text(text, encoding="utf-8")
    assert said(folder) == []
    assert any("is odd" in problem for problem in said(folder, warnings=True))


def test_two_founders_in_two_relations_are_a_cooperation(folder, more):
    text = RELATION.format("a-firm", "establishes", "example-school")
    text += RELATION.format("a-team", "establishes", "example-school").replace("odd:", "odder:")
    (more / "relations.yml").write_text(text, encoding="utf-8")
    found = said(folder, warnings=True)
    assert any("relations.yml:8: " in one and "are one cooperation" in one for one in found)


def test_the_tables_of_figures_are_of_the_vocabulary():
    assert {*UNITS, *ACCUMULATIONS, *SIGNED} <= {*terms.CONCEPTS["measure"]}
    for table, scheme in ((UNITS, "unit"), (ACCUMULATIONS, "accumulation")):
        assert all({*words} <= {*terms.CONCEPTS[scheme]} for words in table.values())


def test_a_party_stands_once(folder, data):
    path = data / "cooperations.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("example-hospital-school", "example-school"), encoding="utf-8")
    assert any("lists 'example-school' twice" in problem for problem in said(folder))


def test_nobody_acts_through_itself(folder, data):
    path = data / "cooperations.yml"
    text = path.read_text(encoding="utf-8")
    part = "{party: example-school, role: partner"
    path.write_text(text.replace(part, f"{part}, through: example-school"), encoding="utf-8")
    assert any("acts through itself" in problem for problem in said(folder))


@pytest.mark.parametrize("type_", ["", "Skool"])
def test_a_thing_of_no_known_type_has_one_problem(folder, more, type_):
    path = more / "entities.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("type: School", f"type: {type_}", 1), encoding="utf-8")
    text = RELATION.format("a-team", "graduatedFrom", "example-school")
    (more / "relations.yml").write_text(text, encoding="utf-8")
    (problem,) = said(folder)
    assert "entities.yml:3: 'type'" in problem
