from __future__ import annotations

import pytest

import shanhai
from shanhai.store.embedded import EmbeddedStore
from shanhai.store.reference import ReferenceStore
from shanhai.workspace.hall import Workspace


@pytest.fixture(scope="session")
def hall() -> Workspace:
    return shanhai.open(None)


@pytest.fixture(scope="session")
def embedded(hall: Workspace) -> EmbeddedStore:
    return EmbeddedStore.from_nquads(hall.dataset.nquads)


@pytest.fixture(scope="session")
def reference(hall: Workspace) -> ReferenceStore:
    return ReferenceStore.from_nquads(hall.dataset.nquads)
