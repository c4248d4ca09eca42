from pathlib import Path

import pytest

from shanhai.workspace import project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the example set."""
    return project.init(tmp_path / "样例 project", []).folder


@pytest.fixture
def data(folder: Path) -> Path:
    """The folder of the example set."""
    return next(folder.glob("data/*"))
