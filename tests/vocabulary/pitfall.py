"""What a pitfall of an ontology is, and the pieces that the queries for them share."""

from dataclasses import dataclass

PREFIXES = """
PREFIX shanhai: <https://w3id.org/shanhai/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX qb: <http://purl.org/linked-data/cube#>
"""

OURS = 'FILTER(isIRI(?x) && STRSTARTS(STR(?x), "https://w3id.org/shanhai/ontology#"))'
TERM = f"?x a ?type . {OURS}"
PROPERTY = "VALUES ?type { owl:ObjectProperty owl:DatatypeProperty } ?x a ?type ."


def lacks(prop: str) -> str:
    return (
        f'{TERM} VALUES ?lang {{ "zh-hans" "en" }} '
        f"FILTER NOT EXISTS {{ ?x {prop} ?text . FILTER(LCASE(LANG(?text)) = ?lang) }}"
    )


def not_waived(pair: str, parent: str = "") -> str:
    """Return the condition that no note says why the pair is not disjoint.

    A note of one of the two names the other by its label; a note of the parent names both, or
    speaks of its kinds as a whole.
    """
    one, other = pair.split()
    named = (
        "FILTER NOT EXISTS {{ {a} skos:editorialNote ?note . {b} rdfs:label ?label . "
        'FILTER(LANG(?label) = "en" && LANG(?note) = "en" && CONTAINS(LCASE(?note), "disjoint") '
        "&& CONTAINS(LCASE(?note), LCASE(?label))) }} "
    )
    both = named.format(a=one, b=other) + named.format(a=other, b=one)
    if not parent:
        return both
    return both + (
        f"FILTER NOT EXISTS {{ {parent} skos:editorialNote ?note . {one} rdfs:label ?l . "
        f'{other} rdfs:label ?m . FILTER(LANG(?note) = "en" && LANG(?l) = "en" && LANG(?m) = "en" '
        '&& (REGEX(?note, "kinds of .*not disjoint") || (CONTAINS(LCASE(?note), LCASE(?l)) '
        '&& CONTAINS(LCASE(?note), LCASE(?m)) && CONTAINS(?note, "not disjoint")))) } '
    )


@dataclass(frozen=True)
class Pitfall:
    """A query whose ?x is a term with the fault, and an ontology in which it finds `hit`."""

    name: str
    where: str
    broken: str
    hit: str
