"""The compiled dataset: records, ontology and views as canonical N-Quads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from shanhai import resources
from shanhai.files import read_bytes
from shanhai.model.records import Records
from shanhai.rdf import namespaces as ns
from shanhai.rdf.mapping import Mapper
from shanhai.rdf.terms import BlankNode, Iri, Quad, canonical_hash, nquads

if TYPE_CHECKING:
    from shanhai.store.embedded import EmbeddedStore

VIEWS = (("direct-ties", "1"),)


@dataclass(frozen=True)
class Dataset:
    """A dataset that has been compiled.

    Attributes:
        records: What it was compiled from.
        quads: All statements but the description of the dataset itself.
    """

    records: Records
    quads: tuple[Quad, ...]

    @cached_property
    def nquads(self) -> bytes:
        """Return the dataset as sorted canonical N-Quads."""
        return nquads(self.quads)

    @cached_property
    def hash(self) -> str:
        """Return the RDFC-1.0 hash of the dataset."""
        return canonical_hash(self.nquads)

    @cached_property
    def store(self) -> EmbeddedStore:
        """Return the dataset in the embedded store."""
        from shanhai.store.embedded import EmbeddedStore

        return EmbeddedStore.from_nquads(self.nquads)

    @property
    def default_graphs(self) -> tuple[str, ...]:
        """Return the graphs that our doors query."""
        return (*ns.DEFAULT_GRAPHS, *(ns.graph_view(name, v) for name, v in VIEWS))
