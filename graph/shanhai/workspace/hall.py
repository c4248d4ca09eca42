"""A project and what one can do with it: every command is one method here.

Command line, server and notebooks call the same methods, so nothing can be done in one that
cannot be done in the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shanhai.errors import Lang
from shanhai.workspace import project
from shanhai.workspace import texts as shelf
from shanhai.workspace.inspection import EvidenceCheck, check_evidence, checks_of_file
from shanhai.workspace.names import Found
from shanhai.workspace.opened import OpenedProject
from shanhai.workspace.texts import Attached

if TYPE_CHECKING:
    from shanhai.network.summary import Summary
    from shanhai.query.catalogue import Question
    from shanhai.store.results import Result
    from shanhai.workspace.asking import Answer
    from shanhai.workspace.building import Built


class Workspace(OpenedProject):
    """One project with its use cases.

    Example:
        >>> import shanhai
        >>> hall = shanhai.open()
        >>> [hit.id for hit in hall.find("闵行区").entities][0]
        'cn-310112'
    """

    # Opening ---------------------------------------------------------------------------

    @classmethod
    def open(cls, folder: str | Path | None = None) -> Workspace:
        """Open a project folder, or the shipped data.

        Raises:
            InputError: If the folder is no project.
        """
        return cls(project.open_project(Path(folder) if folder is not None else None))

    @classmethod
    def nearest(cls, start: Path) -> Workspace:
        """Open the nearest project upwards of a folder, else the shipped data."""
        return cls.open(project.find(start))

    @classmethod
    def init(cls, folder: Path, with_sets: Sequence[str] = ()) -> Workspace:
        """Begin a project; see :func:`shanhai.workspace.project.init`."""
        return cls(project.init(folder, with_sets))

    # Asking ----------------------------------------------------------------------------

    def find(self, text: str) -> Found:
        """Search entities by name and claims by sentence."""
        return self.names.find(text)

    def query(
        self, text: str, *, engine: str = "pyoxigraph", timeout: float | None = None
    ) -> Result:
        """Answer a SPARQL query over facts, reference data, views and ontology.

        Args:
            text: The query; the house's prefixes need not be declared.
            engine: ``pyoxigraph`` or ``rdflib``.
            timeout: Limit in seconds; the query then runs in a process of its own.

        Raises:
            InputError: If the query is wrong or not allowed.
            LimitReached: If it takes too long.
        """
        from shanhai.workspace import asking

        return asking.run(self.dataset, text, engine, timeout)

    def questions(self) -> tuple[Question, ...]:
        """Return the named questions."""
        from shanhai.query.catalogue import catalogue

        return catalogue()

    def ask(
        self, name: str, values: Mapping[str, str] | None = None, *, engine: str = "pyoxigraph"
    ) -> Answer:
        """Answer a named question.

        Args:
            name: Its name; ``shanhai ask`` lists them.
            values: Parameters; entities by any of their names.
            engine: ``pyoxigraph`` or ``rdflib``.

        Raises:
            InputError: If there is no such question or a parameter is wrong.
        """
        from shanhai.workspace import asking

        return asking.ask(self, name, dict(values or {}), engine)

    # Checking --------------------------------------------------------------------------

    def check_evidence(self, file: Path | None = None) -> tuple[EvidenceCheck, ...]:
        """Look up every locator: in the attached texts, or in one file.

        A file is checked for the source whose checksum it has; a file of another checksum
        is taken as another copy of the sources whose evidence it holds.

        Raises:
            InputError: If the file is not UTF-8, or is no copy of any source.
        """
        if file is None:
            found = self.texts.copies
            return tuple(
                check_evidence(self.records, source, found[source.id], True)
                for source in self.records.sources()
                if source.id in found and source.sha256
            )
        from shanhai.files import read_bytes

        return tuple(checks_of_file(self.records, str(file), read_bytes(file))[1])

    def attach(self, file: Path) -> Attached:
        """Put the text of a source on this machine's shelf."""
        return shelf.attach(file, self.project.folder, self.records)

    # Going out -------------------------------------------------------------------------

    def summaries(self, names: Sequence[str] | None = None) -> tuple[Summary, ...]:
        """Return the summaries of the named projections (all by default)."""
        from shanhai.workspace import networks

        return networks.summaries(self, names)

    def network_report(
        self, form: str = "text", lang: Lang = "en", names: Sequence[str] | None = None
    ) -> str:
        """Return the network summary as text, JSON or CSV."""
        from shanhai.workspace import networks

        return networks.report(self, form, lang, names)

    def export(self, form: str, *, profile: str = "plain", projection: str = "") -> bytes:
        """Return the project in one format; see :func:`shanhai.workspace.exporting.export`."""
        from shanhai.workspace import exporting

        return exporting.export(self, form, profile, projection)

    def export_csv_folder(
        self, folder: Path, *, profile: str = "plain", projection: str = ""
    ) -> tuple[str, ...]:
        """Write the tables as CSV files into a folder; returns their names.

        Raises:
            InputError: If a profile or a projection is asked for: tables have none.
        """
        from shanhai.workspace import exporting

        return exporting.csv_folder(self, folder, profile, projection)

    def cite(self, style: str = "all") -> str:
        """Return all sources as citations: ``bibtex``, ``ris``, ``gbt7714`` or ``all``."""
        from shanhai.workspace import exporting

        return exporting.cite(self, style)

    def build(self, target: Path, *, pages: bool = True) -> Built:
        """Build everything into a folder, which is replaced as a whole.

        Args:
            target: The folder.
            pages: False to leave the pages out.

        Raises:
            InputError: If the data is wrong.
            EnvironmentFault: If the folder cannot be written.
        """
        from shanhai.workspace import building

        return building.build(self, Path(target), with_pages=pages, step=lambda zh, en: None)

    def render(self, result: Result, form: str, lang: Lang, *, to_file: bool = False) -> bytes:
        """Return an answer in a format; CSV files get a BOM for spreadsheets."""
        from shanhai.workspace import asking

        return asking.render(self, result, form, lang, to_file)
