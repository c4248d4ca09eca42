"""What ``shanhai.yml`` says of a project, and where it shows."""

from __future__ import annotations

import pytest

from shanhai.errors import InputError
from shanhai.workspace import pages, project
from shanhai.workspace.opened import OpenedProject

ODD = ("http://[x/", "https://e.org/%zz/", "https://e.org:abc/", "https://e.org/a#b#", "e.org/")
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.fixture
def folder(tmp_path):
    return project.init(tmp_path / "river", []).folder


def settings(folder, *lines):
    path = folder / project.MARKER
    path.write_text("\n".join(["schema: 1", "name: river", *lines, ""]), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC0-1.0", CC0),
        (CC0, CC0),
        ("https://example.org/terms", "https://example.org/terms"),
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ],
)
def test_the_licence_of_the_project_is_that_of_the_dataset(folder, licence, address):
    opened = OpenedProject(project.open_project(settings(folder, f"licence: {licence}")))
    assert opened.dataset.facts.licence == address


def test_the_pages_name_the_licence_of_the_project(folder):
    opened = OpenedProject(project.open_project(settings(folder, f"licence: {CC0}")))
    page = pages.network(opened)
    assert CC0 in page and "CC BY 4.0" not in page


def test_without_one_that_of_the_set_holds(folder):
    opened = OpenedProject(project.open_project(settings(folder)))
    assert opened.dataset.facts.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_the_bases_of_all_sets_are_its_uri_spaces(folder):
    base = "https://example.org/river/"
    opened = OpenedProject(project.open_project(settings(folder, f"base: {base}")))
    assert base in opened.dataset.facts.uri_spaces
    assert opened.dataset.facts.iri == f"{base}dataset"


def test_a_copied_set_does_not_make_a_dataset_the_shipped_one(tmp_path):
    its = project.init(tmp_path / "mine", ["jinyun-2024"])
    facts = OpenedProject(its).dataset.facts
    assert facts.iri == "https://w3id.org/shanhai/id/x-mine/dataset"
    assert "https://w3id.org/shanhai/id/graph/claims/jinyun-2024" in {g.iri for g in facts.graphs}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("licence: mine", "'licence' must be an address or one of CC-BY-4.0"),
        ("base: river", "base must be an http(s) address"),
        ("base: https://w3id.org/shanhai/id/", "cannot be Shanhai's own"),
        ("base: https://w3id.org/shanhai/ontology#", "cannot be Shanhai's own"),
        ("base: https://w3id.org/shanhai/", "cannot be Shanhai's own"),
        ("base: https://w3id.org/shanhai/id/graph/", "cannot be Shanhai's own"),
        *((f"base: {odd}", "base must be") for odd in ODD),
        ("languages: [zh, fr]", "no language 'fr'"),
        ("lisence: CC0-1.0", "unknown key 'lisence'"),
    ],
)
def test_faults_are_told_at_their_line(folder, line, said):
    with pytest.raises(InputError) as refused:
        project.open_project(settings(folder, line))
    (problem,) = refused.value.problems
    assert said in problem.say("en") and ":3: " in problem.say("en")


@pytest.mark.parametrize(
    "base",
    ["https://w3id.org/shanhai/id/x-river/", "https://e.org/kg#", "http://e.org:8080/%E6/缙云/"],
)
def test_bases_that_are_ones(folder, base):
    assert project.open_project(settings(folder, f"base: {base}")).base == base
