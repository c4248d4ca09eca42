"""Words that several pages share: terms of the ontology, stretches of time."""

from __future__ import annotations

from datetime import date

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


def span(earliest: date | None, latest: date | None) -> Text:
    """Return a stretch of time as words; days are ISO dates.

    >>> span(date(2022, 8, 1), None).en
    'since 2022-08-01'
    """
    if earliest and latest:
        if earliest == latest:
            return Text(str(earliest), str(earliest))
        return Text(f"{earliest} 至 {latest}", f"{earliest} to {latest}")
    if earliest:
        return Text(f"{earliest} 起", f"since {earliest}")
    if latest:
        return Text(f"{latest} 止", f"until {latest}")
    return Text("时间未报道", "time not reported")
