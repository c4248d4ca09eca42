"""Words that several pages share: terms of the ontology."""

from __future__ import annotations

from shanhai.errors import Text
from shanhai.vocabulary.labels import LABELS


def term(iri: str) -> Text:
    """Return the label of a term of the ontology by IRI or local name.

    >>> term("https://w3id.org/shanhai/ontology#field-tourism").en
    'tourism'

    A term of another vocabulary goes by the last part of its IRI.
    """
    local = iri.rpartition("#")[2].rpartition("/")[2]
    zh, en = LABELS.get(local, (local, local))
    return Text(zh, en)
