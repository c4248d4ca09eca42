"""Shanhai 山海: reports on cooperation between regions as an evidenced knowledge graph.

``shanhai.open()`` opens the shipped data, ``shanhai.open(folder)`` a project; everything
else is loaded on first use, so that importing costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from shanhai.workspace.hall import Workspace

__all__ = ["open"]


def open(folder: str | Path | None = None) -> Workspace:
    """Open a project folder, or the shipped data where none is named.

    Args:
        folder: A folder with ``shanhai.yml``.

    Raises:
        shanhai.errors.InputError: If the folder is no project.
    """
    from shanhai.workspace.hall import Workspace

    return Workspace.open(folder)
