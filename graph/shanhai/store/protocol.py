"""What every store can do, whichever engine is behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from shanhai.store.results import Result


class Store(Protocol):
    """A dataset that answers SPARQL queries."""

    def query(
        self,
        text: str,
        *,
        default_graph: tuple[str, ...] | None = None,
        prefixes: Mapping[str, str] | None = None,
        max_rows: int = 0,
    ) -> Result:
        """Answer a query.

        Args:
            text: SPARQL 1.1 query.
            default_graph: IRIs of the graphs whose union is the default graph; None for the
                unnamed graph. FROM in the query overrules it.
            prefixes: Prefixes the query may use without declaring them.
            max_rows: Rows after which the query is given up; 0 for none.

        Raises:
            InputError: If the query is not valid or asks another server.
            LimitReached: If there are more rows than allowed.
        """
        ...

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted."""
        ...
