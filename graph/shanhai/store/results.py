"""What a query answers, as plain values that belong to no engine."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from shanhai.rdf.terms import XSD, BlankNode, Iri, Literal, Term

_NUMERIC = frozenset(
    XSD + name
    for name in (
        *("integer", "decimal", "double", "float", "long", "int", "short", "byte"),
        *("nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
        *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
    )
)
_TWELVE_DIGITS = Context(prec=12, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of SELECT.

    Attributes:
        variables: Names without ``?``, in the order of the query.
        rows: One term or None (unbound) for each variable.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def column(self, name: str) -> int:
        """Return the index of a variable.

        Raises:
            ValueError: If there is no such variable.
        """
        return self.variables.index(name)


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer of ASK."""

    value: bool


Triple = tuple[Term, Iri, Term]


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer of CONSTRUCT and DESCRIBE: each triple once, sorted."""

    triples: tuple[Triple, ...]


Result = Rows | Truth | Triples


def rounded(term: Term | None) -> tuple[str, ...]:
    """Return what two engines must agree on: numbers after rounding to 12 significant digits.

    Blank nodes are equal to each other, since their labels mean nothing.

    >>> rounded(Literal("8.20", XSD + "decimal")) == rounded(Literal("8.2", XSD + "decimal"))
    True
    """
    match term:
        case None:
            return ("",)
        case Iri(value):
            return ("iri", value)
        case BlankNode():
            return ("blank",)
        case Literal(value, datatype, language):
            if datatype in _NUMERIC:
                try:
                    number = _TWELVE_DIGITS.create_decimal(Decimal(value)).normalize()
                except InvalidOperation:
                    return ("literal", value, datatype)
                # Which numeric type a sum or a quotient gets differs between engines.
                return ("number", f"{number:f}" if number.is_finite() else str(number))
            return ("literal", value, "" if language else datatype, language.lower())


def agree(left: Result, right: Result, *, ordered: bool = False) -> bool:
    """Return True if two answers are equal as the contract on two engines says.

    Args:
        left: One answer.
        right: The other one.
        ordered: True if the query has ORDER BY, so that the order counts.
    """
    return comparable(left, ordered=ordered) == comparable(right, ordered=ordered)


def comparable(result: Result, *, ordered: bool = False) -> object:
    """Return a value that is equal for answers that agree (see :func:`agree`)."""
    match result:
        case Truth(value):
            return value
        case Rows(variables, rows):
            order = sorted(range(len(variables)), key=lambda i: variables[i])
            names = [variables[i] for i in order]
            lines = [tuple(rounded(row[i]) for i in order) for row in rows]
            return names, lines if ordered else sorted(lines)
        case Triples(triples):
            return sorted(tuple(rounded(term) for term in triple) for triple in triples)
