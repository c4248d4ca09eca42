"""Sets and the ids in them: manifests, former ids, outlets, licences."""

from __future__ import annotations

import shutil

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhai.claims.fields import is_address
from shanhai.errors import InputError
from shanhai.workspace import project

SOURCE = """\
second-report:
  title: {{zh: 第二篇, en: Second report}}
  outlet: {{id: {0}, name: {{zh: 示例报, en: {1}}}, kind: newspaper, level: county}}
  published: 2024
"""


def errors(folder):
    problems = project.read(project.open_project(folder)).problems
    return [problem.say("en") for problem in problems if not problem.warning]


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_folder_without_its_manifest_is_told(folder, data):
    (data / "dataset.yml").unlink()
    assert any(f"data/{data.name}: dataset.yml is missing" in e for e in errors(folder))


def test_claim_files_astray(folder, data):
    (data / "entities.yml").rename(folder / "data" / "entities.yml")
    assert any("data/entities.yml: claim files belong in a folder" in e for e in errors(folder))
    for path in (data, folder / "data"):
        for file in path.glob("*.yml"):
            file.unlink()
    (problem,) = errors(folder)
    assert problem.startswith("data: no data set")


def test_the_folder_of_a_set_is_named_like_an_id(folder, data):
    data.rename(data.with_name("我的 数据"))
    assert any("dataset.yml:3: a set's folder is named with" in e for e in errors(folder))


def test_two_sets_of_one_name(folder, data):
    other = data.with_name("other")
    shutil.copytree(data, other)
    found = errors(folder)
    assert any("data/other/dataset.yml:3: the name is that of the folder" in e for e in found)


def test_the_name_of_a_set_is_that_of_its_folder(folder, data):
    data.rename(data.with_name("other"))
    (problem,) = errors(folder)
    assert "data/other/dataset.yml:3: the name is that of the folder, 'other'" in problem


@pytest.mark.parametrize("licence", ["CC BY 4.0", "知识共享", "none", "http://[x", "'a\"b'"])
def test_a_licence_is_an_address_or_a_known_name(folder, data, licence):
    line = "licence: https://creativecommons.org/licenses/by/4.0/"
    edit(data / "dataset.yml", line, f"licence: {licence}")
    (problem,) = errors(folder)
    assert "dataset.yml:7: 'licence' must be an address or one of CC-BY-4.0" in problem


def test_a_licence_by_its_short_name(folder, data):
    edit(data / "dataset.yml", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0")
    found = project.read(project.open_project(folder)).require()
    own = next(each for each in found.sets if each.manifest.name == data.name)
    assert own.manifest.licence == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize("licence", ["CC BY 4.0", "none"])
def test_the_licence_of_a_point(folder, data, licence):
    point = f"  point: {{precision: seat, lat: 1, long: 2, origin: x, licence: {licence}}}\n"
    edit(data / "entities.yml", "  english: ours\nexample-h", f"  english: ours\n{point}example-h")
    assert any(
        "'licence' must be an address" in e and "entities.yml:6" in e for e in errors(folder)
    )


def test_former_ids(folder, data):
    path = data / "entities.yml"
    edit(path, "  english: ours\nexample-h", "  english: ours\n  formerly: old\nexample-h")
    edit(data / "relations.yml", "subject: example-school", "subject: old")
    (problem,) = errors(folder)
    assert "'old' is a former id; it is 'example-school' now" in problem
    path.write_text(path.read_text(encoding="utf-8") + "  formerly: old\n", encoding="utf-8")
    assert any("the former id 'old' is already that of" in e for e in errors(folder))


@pytest.mark.parametrize("file", ["entities.yml", "sources.yml", "relations.yml"])
@pytest.mark.parametrize("slug", ["dataset", "graph", "ontology"])
def test_a_reserved_id(folder, data, file, slug):
    first = (data / file).read_text(encoding="utf-8").split("\n")
    old = next(line for line in first if line.startswith("example-"))
    edit(data / file, f"{old}\n", f"{slug}:\n")
    assert any(f"the id '{slug}' is kept for the dataset itself" in e for e in errors(folder))


def test_a_reserved_outlet_or_former_id(folder, data):
    edit(data / "sources.yml", "outlet: {name", "outlet: {id: graph, name")
    path = data / "entities.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  formerly: dataset\n", encoding="utf-8")
    found = errors(folder)
    assert [e.partition(": ")[2][:12] for e in found] == ["the id 'grap", "the id 'data"]


@pytest.mark.parametrize(
    ("outlet", "name", "told"),
    [
        ("example-report-outlet", "Example Daily", ""),
        ("example-report-outlet", "Another Daily", "differs in name, kind or level"),
        ("example-school", "Example Daily", "the id 'example-school' is taken at"),
    ],
)
def test_outlets(folder, data, outlet, name, told):
    path = data / "sources.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + SOURCE.format(outlet, name), encoding="utf-8")
    found = errors(folder)
    assert found == [] if not told else any(told in e and "sources.yml:7" in e for e in found)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("validFrom: unknown", "'validFrom' is a date"),
        ("validTo: 2019/..", "'validTo' is a date"),
        ("validFrom: soon", "'soon' is no period"),
        ("validFrom: 2020\n  validTo: 2019", "validTo (2019) is before validFrom (2020)"),
        ("validFrom: 2019\n  validTo: 2020", ""),
    ],
)
def test_validity(folder, data, lines, told):
    edit(
        data / "entities.yml",
        "  english: ours\nexample-h",
        f"  english: ours\n  {lines}\nexample-h",
    )
    found = errors(folder)
    if told:
        (problem,) = found
        line = 6 + lines.count("\n")
        assert told in problem and f"entities.yml:{line}: " in problem
    else:
        assert found == []


def test_one_wrong_date_is_told_once(folder, data):
    edit(data / "cooperations.yml", "  time: 2024\n", "  time: 2024/2020\n")
    (problem,) = errors(folder)
    assert "ends before it starts" in problem


def test_tags_are_refused(folder, data):
    edit(data / "relations.yml", "subject: example-school", "subject: !!python/name:os.system x")
    assert any("tags (!) are not supported" in e for e in errors(folder))


def test_a_project_of_a_chinese_name_has_a_set_in_pinyin(tmp_path):
    made = project.init(tmp_path / "青田 项目", [])
    assert [path.name for path in (made.folder / "data").iterdir()] == ["qing-tian-xiang-mu"]


REGION = "cn-999901:\n  type: County\n  code: 999901\n  name: {zh: 甲县, en: Jia}\n"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("  parent: cn-331100\n", ""),
        ("", "'cn-999901' is a County and needs its parent"),
        ("  parent: example-school\n", "the parent of 'cn-999901' is a region"),
        ("  parent: cn-331100\n  predecessor: example-school\n", "the predecessor of"),
        (
            "  parent: cn-331100\n  predecessor: cn-331122\n  successor: cn-331122\n",
            "predecessor and successor at once",
        ),
    ],
)
def test_what_regions_have(folder, data, lines, told):
    path = data / "entities.yml"
    path.write_text(path.read_text(encoding="utf-8") + REGION + lines, encoding="utf-8")
    found = errors(folder)
    assert found == [] if not told else len(found) == 1 and told in found[0]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("named: no", "needs a description"),
        ("code: 33112", "'code' must be a GB/T 2260 code"),
        ("pinyin: 缙云", "'pinyin' must be without Chinese"),
        ("aliases: {zh: [示例中学]}", "'aliases' holds other names"),
        ("successor: cn-331122", "only regions have code, parent, predecessor and successor"),
    ],
)
def test_odd_entities(folder, data, line, told):
    edit(data / "entities.yml", "  english: ours\nexample-h", f"  {line}\nexample-h")
    (problem,) = errors(folder)
    assert told in problem


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (f"sha256: {'0' * 64}", "'chars' is missing"),
        ("chars: 5", "'sha256' is missing"),
        (f"sha256: {'0' * 64}\n  chars: 0", "'chars' counts from 1"),
    ],
)
def test_the_size_of_a_text(folder, data, lines, told):
    path = data / "sources.yml"
    path.write_text(path.read_text(encoding="utf-8") + f"  {lines}\n", encoding="utf-8")
    (problem,) = errors(folder)
    assert told in problem


def test_warnings_beside_warnings(folder, data):
    """A warning of one record hides no warning that shows across records."""
    path = data / "entities.yml"
    path.write_text(
        path.read_text(encoding="utf-8") + "lone: {type: Person, name: {zh: 甲, en: A}}\n",
        encoding="utf-8",
    )
    edit(data / "observations.yml", "measure: headcount", "measure: growthRate")
    edit(data / "observations.yml", "value: 12\n  unit: person", "value: 9e9\n  unit: percent")
    edit(data / "observations.yml", "9e9", "999999")
    edit(data / "observations.yml", "accumulation: flow", "accumulation: rate")
    found = [p.text.en for p in project.read(project.open_project(folder)).problems]
    assert len(found) == 2 and "is odd" in found[0] and "no claim mentions 'lone'" in found[1]


@given(
    st.text(max_size=12).map(lambda rest: f"https://e.org/{rest}"),
    st.sampled_from(["{}", "https://{}/", "http://e.org:{}/"]),
)
def test_an_address_is_an_iri(rest, form):
    address = form.format(rest.removeprefix("https://e.org/")) if "://" in form else rest
    if is_address(address):
        line = f"<{address}> <urn:p> <urn:o> .".encode()
        assert len([*pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_QUADS)]) == 1


def test_a_hint_names_files_of_the_project_alone(folder, data):
    edit(data / "relations.yml", "cn-331122", "cn-331199")
    (problem,) = errors(folder)
    assert f"could be defined in data/{data.name}/entities.yml; similar:" in problem


def test_one_error_is_one(folder, data):
    edit(data / "relations.yml", "cn-331122", "cn-331199")
    with pytest.raises(InputError, match=r"^1 error; nothing was written$"):
        project.read(project.open_project(folder)).require()
