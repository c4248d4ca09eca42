"""What ``dataset.yml`` says of who made a set."""

import pytest

from shanhai.workspace import project


def manifest_with(folder, data, lines):
    path = data / "dataset.yml"
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    reading = project.read(project.open_project(folder))
    problems = [problem.say("en") for problem in reading.problems]
    if problems:
        return problems, None
    sets = reading.records.sets
    return problems, next(s.manifest for s in sets if s.manifest.name == data.name)


@pytest.mark.parametrize(
    ("lines", "creators"),
    [
        ("", ()),
        ("creators: [郑十, Research Group A]\n", ("郑十", "Research Group A")),
        ("creators: 郑十\n", ("郑十",)),
    ],
)
def test_creators_are_read(folder, data, lines, creators):
    problems, manifest = manifest_with(folder, data, lines)
    assert problems == []
    assert manifest.creators == creators


def test_creators_are_words(folder, data):
    problems, _ = manifest_with(folder, data, "creators: {name: 郑十}\n")
    assert len(problems) == 1
    assert "'creators'" in problems[0]
