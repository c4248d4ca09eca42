"""What a person gets for each kind of mistake: one message at its file and line."""

import pytest

from shanhai.errors import InputError
from shanhai.workspace import project


def say(folder):
    reading = project.read(project.open_project(folder))
    return [p.say("en") for p in reading.problems], [p.say("zh") for p in reading.problems]


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path, words):
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_the_example_of_init_is_right(folder):
    assert say(folder) == ([], [])


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "en", "zh"),
    [
        ("cooperations.yml", "  field: education", "\tfield: education", "\tfield",
         "a tab", "制表符"),
        ("cooperations.yml", "field: education", "field: eduction", "eduction",
         "'field' cannot be 'eduction'; allowed: ", "可用"),
        ("cooperations.yml", "  formality: exchange", "  formality: exchange\n  formality: visit",
         "formality: visit", "'formality' is there twice", "重复"),
        ("cooperations.yml", "time: 2024\n", "time: 2024/2023\n", "2024/2023",
         "ends before it starts", "结束早于开始"),
        ("cooperations.yml", "party: example-school,", "party: exampel-school,", "exampel-school",
         "similar: example-school", "相近的有 example-school"),
        ("cooperations.yml", "  say:", "  sya:", "sya", "unknown key 'sya'", "没有“sya”"),
        ("relations.yml", "cn-331122", "cn-331199", "cn-331199",
         "/entities.yml", "可在"),
        ("relations.yml", "predicate: locatedIn", "predicate: locatedAt", "locatedAt",
         "no predicate 'locatedAt'", "没有“locatedAt”"),
        ("observations.yml", "value: 12", "value: 77.55亿", "77.55亿", "write 7755000000",
         "请写 7755000000"),
        ("observations.yml", "value: 12", "value: 1,200", "1,200", "must be a number", "应是数字"),
        ("observations.yml", "period: 2024", "period: 去年", "去年", "is no period", "不是时间"),
        ("observations.yml", "unit: person", "unit: yuan万", "yuan万", "'unit' cannot be", "可用"),
        ("sources.yml", "kind: newspaper", "kind: paper", "kind: paper", "'kind' cannot be 'paper'",
         "可用"),
        ("dataset.yml", "schema: 1", "schema: 9", "schema: 9",
         "schema 9 comes from a later version", "schema 9"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_line(folder, data, file, old, new, at, en, zh):
    edit(data / file, old, new)
    english, chinese = say(folder)
    place = f"data/{data.name}/{file}:{line_of(data / file, at)}: "
    assert any(m.startswith(place) and en in m for m in english), english
    assert any(m.startswith(place) and zh in m for m in chinese), chinese


def test_a_deleted_entity_names_who_refers_and_where_it_could_be_defined(folder, data):
    text = (data / "entities.yml").read_text(encoding="utf-8")
    start = text.index("example-school:")
    end = text.index("example-hospital-school:")
    (data / "entities.yml").write_text(text[:start] + text[end:], encoding="utf-8")
    english, _ = say(folder)
    wanted = [m for m in english if "no entity has the id 'example-school'" in m]
    assert len(wanted) == 3  # the cooperation, the relation, the observation
    assert all(f"data/{data.name}/entities.yml" in m for m in wanted)


def test_an_id_is_taken_once_over_all_sets(folder, data):
    path = data / "entities.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "cn-331122:\n  type: County\n  code: 331122\n  name: {zh: 缙云县, en: Jinyun}\n",
        encoding="utf-8",
    )
    english, _ = say(folder)
    assert any(
        "'cn-331122' is taken at shanhai-graph:data/divisions/entities.yml:" in m for m in english
    )


def test_a_failed_assertion_names_dataset_and_files(folder, data):
    edit(data / "dataset.yml", "Cooperation: 1..", "Cooperation: 5..9")
    english, _ = say(folder)
    assert english == [
        f"data/{data.name}/dataset.yml:2: the assertion 'Cooperation: 5..9' fails: 1 counted in "
        f"data/{data.name}/*.yml"
    ]


def test_after_twenty_a_count_by_file(folder, data):
    path = data / "relations.yml"
    one = path.read_text(encoding="utf-8")
    many = "".join(
        one.replace("example-school-place", f"place-{n}").replace("cn-331122", f"cn-nowhere-{n}")
        for n in range(30)
    )
    path.write_text(many, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        project.read(project.open_project(folder)).require()
    assert len(caught.value.problems) == 21
    assert caught.value.problems[-1].text.en == "10 more problems"
    assert "30 errors" in caught.value.text.en


def test_a_folder_that_is_no_project(tmp_path):
    with pytest.raises(InputError, match="run shanhai init"):
        project.open_project(tmp_path)


def test_init_never_touches_a_folder_with_something_in_it(tmp_path):
    (tmp_path / "x").write_text("mine")
    with pytest.raises(InputError, match="not an empty folder"):
        project.init(tmp_path, [])
    assert [p.name for p in tmp_path.iterdir()] == ["x"]
