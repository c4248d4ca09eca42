"""An opened project: its records, names, texts and dataset, each made when first needed."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from shanhai.claims.checking import report_limit
from shanhai.errors import Lang, Problem, Text
from shanhai.model.claim import all_evidence, mentions
from shanhai.model.entity import Entity
from shanhai.model.records import ClaimSet, Records
from shanhai.model.source import Located
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.namespaces import PREFIXES
from shanhai.workspace import project
from shanhai.workspace.dataset import Dataset, compile_dataset
from shanhai.workspace.names import Names
from shanhai.workspace.texts import Texts, find_texts

if TYPE_CHECKING:
    from shanhai.network.projection import Row
    from shanhai.network.summary import Summary
    from shanhai.rdf.validation import Report


class OpenedProject:
    """One project, read when first needed; what every use case stands on."""

    def __init__(self, its: project.Project) -> None:
        self.project = its
        # Kept by name: a build shows the same projections in several files.
        self.projected: dict[str, tuple[Row, ...]] = {}
        self.summarised: dict[str, Summary] = {}

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

    def own_entities(self) -> list[Entity]:
        """Return the entities that the claim sets define or mention, reference data else apart."""
        own = {entity.id for each in self.claim_sets() for entity in each.entities}
        own |= {slug for claim in self.records.claims() for slug in mentions(claim)}
        return [entity for entity in self.records.entities() if entity.id in own]

    @cached_property
    def names(self) -> Names:
        """Return the names of all entities."""
        return Names(self.records)

    # The dataset -----------------------------------------------------------------------

    @cached_property
    def dataset(self) -> Dataset:
        """Return the compiled dataset.

        Raises:
            InputError: If the claim files have errors.
        """
        return compile_dataset(self.records, self.project.base, self.project.licence)

    def iri(self, slug: str) -> str:
        """Return the IRI of a record by its id."""
        return self._mapper.iri(slug).value

    @cached_property
    def _mapper(self) -> Mapper:
        return Mapper(self.records)

    def label(self, iri: str, lang: Lang) -> str | None:
        """Return the name of an entity, source or term; None for anything else, claims too."""
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

    @cached_property
    def uncertain(self) -> frozenset[str]:
        """Return the IRIs of the claims whose reading is uncertain."""
        return frozenset(
            self.iri(claim.id) for claim in self.records.claims() if not claim.ground.certain
        )

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

    # Texts -----------------------------------------------------------------------------

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
