"""Every notebook runs from top to bottom and says what it promises."""

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("pandas")
pytest.importorskip("ipykernel")

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"


def output(notebook):
    found = []
    for cell in notebook.cells:
        for each in cell.get("outputs", []):
            found.append(each.get("text", "") or str(each.get("data", {})))
    return "\n".join(found)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda p: p.stem)
def test_it_is_committed_without_outputs(path):
    for cell in nbformat.read(path, as_version=4).cells:
        assert not cell.get("outputs"), "clear the outputs before committing"


def test_the_first_look_runs_and_answers(tmp_path, monkeypatch):
    # The kernel starts elsewhere and must find the code under test.
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "graph"))
    notebook = nbformat.read(FOLDER / "01-first-look.ipynb", as_version=4)
    client = nbclient.NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
    )
    client.execute()
    said = output(notebook)
    assert "index.html" in said
    assert "缙云旅游推广中心" in said and "第39段" in said
    assert "夏景林" in said
    assert "中介中心性" in said
    assert "每文" in said  # the citation
    # The picture is asked for beside the notebook: a browser reads no absolute path there.
    assert 'src="first-look-build/network.html"' in said
    assert (tmp_path / "first-look-build" / "network.html").is_file()
