"""Finds what ships with the package: the ontology and the data sets."""

from __future__ import annotations

from pathlib import Path

from shanhai.errors import EnvironmentFault, Text

# The package's version, here and not looked up, so that a build is the same whether the
# package is installed or run from a checkout (a test holds it equal to pyproject.toml).
VERSION = "0.1.0"
_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """Return the folder that holds ``ontology.ttl`` and ``data/``, in a wheel or a checkout.

    Raises:
        EnvironmentFault: If the installation lacks them.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parents[1]):
        if (folder / "ontology.ttl").is_file() and (folder / "data").is_dir():
            return folder
    raise EnvironmentFault(
        Text(
            "安装不完整：找不到 ontology.ttl 和 data/；请重新安装 shanhai-graph",
            "the installation is incomplete: no ontology.ttl and data/; reinstall shanhai-graph",
        )
    )


def ontology() -> Path:
    """Return the path of ``ontology.ttl``."""
    return root() / "ontology.ttl"


def shipped_sets() -> tuple[Path, ...]:
    """Return the folders of the shipped data sets, sorted by name."""
    return tuple(sorted(p.parent for p in (root() / "data").glob("*/dataset.yml")))
