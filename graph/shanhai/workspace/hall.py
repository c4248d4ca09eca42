"""A project and what one can do with it: every command is one method here.

Command line, server and notebooks call the same methods, so nothing can be done in one that
cannot be done in the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from shanhai.claims.checking import report_limit
from shanhai.errors import InputError, Lang, Problem, Text
from shanhai.model.claim import all_evidence
from shanhai.model.locator import Copy, decode
from shanhai.model.records import ClaimSet, Records
from shanhai.model.source import Located
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.namespaces import PREFIXES
from shanhai.workspace import project
from shanhai.workspace import texts as shelf
from shanhai.workspace.dataset import Dataset, compile_dataset
from shanhai.workspace.inspection import EvidenceCheck, check_evidence
from shanhai.workspace.names import Found, Names
from shanhai.workspace.texts import Attached, Texts, find_texts

if TYPE_CHECKING:
    from shanhai.network.projection import Row
    from shanhai.network.summary import Summary
    from shanhai.query.catalogue import Question
    from shanhai.rdf.validation import Report
    from shanhai.store.results import Result
    from shanhai.workspace.asking import Answer
    from shanhai.workspace.building import Built


class Workspace:
    """One project, read when first needed.

    Example:
        >>> import shanhai
        >>> hall = shanhai.open()
        >>> [hit.id for hit in hall.find("闵行区").entities][0]
        'cn-310112'
    """

    def __init__(self, its: project.Project) -> None:
        self.project = its
        # Kept by name: a build shows the same projections in several files.
        self.projected: dict[str, tuple[Row, ...]] = {}
        self.summarised: dict[str, Summary] = {}

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

    # Reading ---------------------------------------------------------------------------

    @cached_property
    def reading(self) -> project.Reading:
        """Return all records with every problem found."""
        return project.read(self.project)

    @cached_property
    def records(self) -> Records:
        """Return all records.

        Raises:
            InputError: If the claim files have errors; it carries them.
        """
        return self.reading.require()

    def claim_sets(self) -> tuple[ClaimSet, ...]:
        """Return the sets that hold claims."""
        return tuple(s for s in self.records.sets if s.manifest.kind == "claims")

    @cached_property
    def names(self) -> Names:
        """Return the names of all entities."""
        return Names(self.records)

    def find(self, text: str) -> Found:
        """Search entities by name and claims by sentence."""
        return self.names.find(text)

    # The dataset -----------------------------------------------------------------------

    @cached_property
    def dataset(self) -> Dataset:
        """Return the compiled dataset.

        Raises:
            InputError: If the claim files have errors.
        """
        return compile_dataset(self.records)

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

    def iri(self, slug: str) -> str:
        """Return the IRI of a record by its id."""
        return self._mapper.iri(slug).value

    @cached_property
    def _mapper(self) -> Mapper:
        return Mapper(self.records)

    # Checking --------------------------------------------------------------------------

    def validate(self) -> Report:
        """Validate the dataset against the shapes."""
        from shanhai.rdf.validation import validate

        return validate(self.dataset.nquads, "nquads")

    def shape_problems(self, report: Report) -> tuple[Problem, ...]:
        """Return what a validation found, at the claims' files and lines."""
        places = {}
        for each in self.records.sets:
            for entity in each.entities:
                places[each.base + entity.id] = entity.position
            for source in each.sources:
                places[each.base + source.id] = source.position
            for claim in each.claims():
                places[each.base + claim.id] = claim.ground.position
        problems = []
        for result in report.results:
            # Parties, status records and evidence stand below their claim.
            iri = result.focus
            while iri not in places and "/" in iri.removeprefix("https://"):
                iri = iri.rpartition("/")[0]
            at = places.get(iri)
            value = f" ({result.value})" if result.value else ""
            problems.append(
                Problem(
                    Text(result.message.zh + value, result.message.en + value),
                    at.file if at else result.focus,
                    at.line if at else 0,
                    result.severity != "Violation",
                )
            )
        return tuple(report_limit(problems))

    def use_text(self, file: Path) -> None:
        """Take quotes from a file for as long as this object lives, without attaching it.

        Raises:
            InputError: If the file is not UTF-8.
        """
        self.texts = find_texts(self.records, self.project.folder, file)

    @cached_property
    def texts(self) -> Texts:
        """Return the texts that are attached."""
        return find_texts(self.records, self.project.folder)

    def quote(self, source: str, start: int, end: int) -> str | None:
        """Return the words behind a piece of evidence; None where no text is attached.

        Args:
            source: Id of the source.
            start: First code point of the evidence, as the claim says.
            end: Code point after it.
        """
        if source not in self.texts.copies:
            return None
        evidence = self._located.get((source, start, end))
        return self.texts.quote(evidence) if evidence else None

    @cached_property
    def _located(self) -> dict[tuple[str, int, int], Located]:
        return {
            (each.source, each.start, each.end): each
            for claim in self.records.claims()
            for each in all_evidence(claim)
            if isinstance(each, Located)
        }

    def check_evidence(self, file: Path | None = None) -> tuple[EvidenceCheck, ...]:
        """Look up every locator: in the attached texts, or in one file.

        A file is checked for the source whose checksum it has; a file of another checksum
        is taken as another copy of each source.

        Raises:
            InputError: If the file is not UTF-8, or is no copy of any source.
        """
        sources = [source for source in self.records.sources() if source.sha256]
        if file is None:
            found = self.texts.copies
            return tuple(
                check_evidence(self.records, s, found[s.id], True) for s in sources if s.id in found
            )
        from shanhai.files import read_bytes, sha256_bytes

        data = read_bytes(file)
        copy = Copy(decode(data, str(file)))
        digest = sha256_bytes(data)
        same = [source for source in sources if source.sha256 == digest]
        checks = tuple(check_evidence(self.records, s, copy, bool(same)) for s in same or sources)
        if not same:
            checks = tuple(c for c in checks if c.counts["lost"] < c.total)
        if not checks:
            registered = ", ".join(f"{s.id} {s.sha256[:16]}…" for s in sources)
            raise InputError(
                Text(
                    f"{file}：校验和 {digest[:16]}… 与登记的来源不符（{registered}），"
                    "也找不到任何一处证据",
                    f"{file}: its checksum {digest[:16]}… is not that of a source ({registered}), "
                    "and none of the evidence is in it",
                )
            )
        return checks

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

    def export_csv_folder(self, folder: Path) -> tuple[str, ...]:
        """Write the tables as CSV files into a folder; returns their names."""
        from shanhai.workspace import exporting

        return exporting.csv_folder(self, folder)

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

    def label(self, iri: str, lang: Lang) -> str | None:
        """Return the label of an entity, claim, source or term; None if it has none."""
        found = self._labels.get(iri)
        if found is None and iri.startswith(PREFIXES["shanhai"]):
            from shanhai.vocabulary.labels import LABELS

            pair = LABELS.get(iri.removeprefix(PREFIXES["shanhai"]))
            found = Text(*pair) if pair else None
        return found.pick(lang) if found else None

    @cached_property
    def _labels(self) -> dict[str, Text]:
        labels: dict[str, Text] = {}
        for each in self.records.sets:
            labels |= {each.base + entity.id: entity.name for entity in each.entities}
            labels |= {each.base + source.id: source.title for source in each.sources}
        return labels
