"""Namespaces, prefixes and the names of the graphs."""

from __future__ import annotations

from shanhai.vocabulary.terms import NAMESPACE

SHANHAI = NAMESPACE
SITE = "https://w3id.org/shanhai/"
ID = SITE + "id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"

PREFIXES = {
    "shanhai": SHANHAI,
    "id": ID,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "geo": WGS84,
    "org": "http://www.w3.org/ns/org#",
    "schema": "http://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "qb": "http://purl.org/linked-data/cube#",
    "oa": "http://www.w3.org/ns/oa#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "time": "http://www.w3.org/2006/time#",
    "gsp": "http://www.opengis.net/ont/geosparql#",
}

GRAPH_REFERENCE = ID + "graph/reference"
GRAPH_FACTS = ID + "graph/facts"
GRAPH_ONTOLOGY = ID + "graph/ontology"
GRAPH_META = ID + "graph/meta"


def graph_claims(base: str, set_name: str) -> str:
    """Return the graph of a set's claims with their evidence."""
    return f"{base}graph/claims/{set_name}"


def graph_view(name: str, version: str) -> str:
    """Return the graph of a published view."""
    return f"{ID}graph/view/{name}/{version}"


# What our doors query unless told otherwise (views are added by the dataset).
DEFAULT_GRAPHS = (GRAPH_FACTS, GRAPH_REFERENCE, GRAPH_ONTOLOGY)
