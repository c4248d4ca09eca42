"""Constants that stand twice, so that ``--help`` loads nothing heavy, stay equal."""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path

import pytest

from shanhai import resources
from shanhai.cli import main as cli
from shanhai.exchange.citation import STYLES
from shanhai.network import projection
from shanhai.rdf import namespaces as ns
from shanhai.store import embedded
from shanhai.vocabulary import terms
from shanhai.workspace import asking, exporting

TOP = Path(__file__).parents[2]


def choices(command: str, option: str) -> set[str]:
    """The choices of an option, as the parser has them."""
    top = cli.parser("en")
    commands = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    actions = commands.choices[command]._actions
    return set(next(a for a in actions if option in a.option_strings).choices)


def test_projections():
    assert cli.PROJECTIONS == projection.NAMES
    assert choices("network", "--projection") == set(projection.NAMES)


def test_rdf_formats():
    assert cli.RDF_FORMATS == exporting.RDF
    assert set(exporting.RDF) <= set(embedded.RDF_FORMATS)


def test_citation_styles():
    assert choices("cite", "--format") - {"all"} == set(STYLES)


@pytest.mark.parametrize("command", ["query", "ask"])
def test_engines(command):
    assert choices(command, "--engine") == set(asking.ENGINES)


def test_prefixes_are_those_of_the_ontology():
    text = resources.ontology().read_text(encoding="utf-8")
    declared = dict(re.findall(r"^@prefix ([a-z0-9]+): <([^>]*)> \.$", text, re.MULTILINE))
    both = declared.keys() & ns.PREFIXES.keys()
    assert len(both) > 10
    assert {name: declared[name] for name in both} == {name: ns.PREFIXES[name] for name in both}


def test_version():
    with (TOP / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    assert version == terms.VERSION == resources.VERSION
