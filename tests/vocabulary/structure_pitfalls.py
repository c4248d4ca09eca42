"""Pitfalls of classes, properties and the ontology as a whole."""

from pitfall import OURS, PROPERTY, Pitfall, lacks, not_waived

PITFALLS = (
    Pitfall(
        "missing label",
        lacks("rdfs:label"),
        'shanhai:A a owl:Class ; rdfs:label "a"@en .',
        "A",
    ),
    Pitfall(
        "missing definition",
        lacks("skos:definition"),
        'shanhai:A a owl:Class ; skos:definition "甲"@zh-Hans .',
        "A",
    ),
    Pitfall(
        "missing example",
        lacks("skos:example"),
        'shanhai:p a owl:ObjectProperty ; skos:example "p"@en .',
        "p",
    ),
    Pitfall(
        "concept without preferred label",
        "?x a ?kind . VALUES ?kind { skos:Concept skos:ConceptScheme } ?x rdfs:label ?label . "
        "FILTER NOT EXISTS { ?x skos:prefLabel ?label }",
        'shanhai:a-b a skos:Concept ; rdfs:label "b"@en ; skos:prefLabel "c"@en .',
        "a-b",
    ),
    Pitfall(
        "isolated class (P04)",
        f"?x a owl:Class . {OURS} FILTER NOT EXISTS {{ ?x rdfs:subClassOf ?above }} "
        "FILTER NOT EXISTS { ?other rdfs:subClassOf|rdfs:domain|rdfs:range ?x }",
        "shanhai:A a owl:Class . shanhai:B a owl:Class ; rdfs:subClassOf prov:Entity .",
        "A",
    ),
    Pitfall(
        "isolated property (P04)",
        f"{PROPERTY} FILTER NOT EXISTS {{ ?x rdfs:domain|rdfs:range|rdfs:subPropertyOf ?end }}",
        "shanhai:p a owl:DatatypeProperty .",
        "p",
    ),
    Pitfall(
        "missing disjointness of siblings (P10)",
        "?x rdfs:subClassOf ?parent . ?y rdfs:subClassOf ?parent . ?parent a owl:Class . "
        "FILTER(STR(?x) < STR(?y)) FILTER NOT EXISTS { ?x owl:disjointWith|^owl:disjointWith ?y } "
        + not_waived("?x ?y", "?parent"),
        "shanhai:A a owl:Class . shanhai:B a owl:Class ; rdfs:subClassOf shanhai:A ."
        'shanhai:C a owl:Class ; rdfs:subClassOf shanhai:A ; rdfs:label "c"@en ; '
        'skos:editorialNote "Not disjoint with dogs."@en .',
        "B",
    ),
    Pitfall(
        "missing disjointness of top classes (P10)",
        "?x a owl:Class . ?y a owl:Class . FILTER(STR(?x) < STR(?y)) "
        "FILTER NOT EXISTS { ?x rdfs:subClassOf ?a . ?a a owl:Class } "
        "FILTER NOT EXISTS { ?y rdfs:subClassOf ?a . ?a a owl:Class } "
        "FILTER NOT EXISTS { ?x owl:disjointWith|^owl:disjointWith ?y } " + not_waived("?x ?y"),
        'shanhai:A a owl:Class ; skos:editorialNote "Some note."@en . shanhai:B a owl:Class .',
        "A",
    ),
    Pitfall(
        "disjoint with an ancestor or with a class that shares a subclass",
        "?x rdfs:subClassOf* ?a . ?x rdfs:subClassOf* ?b . ?a owl:disjointWith ?b",
        "shanhai:A owl:disjointWith shanhai:B . shanhai:C rdfs:subClassOf shanhai:A , shanhai:B .",
        "C",
    ),
    Pitfall(
        "missing domain without a comment (P11)",
        f"{PROPERTY} FILTER NOT EXISTS {{ ?x rdfs:domain|rdfs:comment ?d }}",
        "shanhai:p a owl:ObjectProperty ; rdfs:range shanhai:A .",
        "p",
    ),
    Pitfall(
        "missing range without a comment (P11)",
        f"{PROPERTY} FILTER NOT EXISTS {{ ?x rdfs:range|rdfs:comment ?r }}",
        "shanhai:p a owl:DatatypeProperty ; rdfs:domain shanhai:A .",
        "p",
    ),
    Pitfall(
        "more than one domain or range (P19)",
        f"{PROPERTY} VALUES ?end {{ rdfs:domain rdfs:range }} ?x ?end ?a , ?b . FILTER(?a != ?b)",
        "shanhai:p a owl:ObjectProperty ; rdfs:domain shanhai:A , shanhai:B .",
        "p",
    ),
    Pitfall(
        "undeclared inverse without a note (P13)",
        "?x a owl:ObjectProperty . FILTER NOT EXISTS { ?x a owl:SymmetricProperty } "
        "FILTER NOT EXISTS { ?x owl:inverseOf|^owl:inverseOf ?y } "
        'FILTER NOT EXISTS { ?x skos:editorialNote ?note . FILTER(LANG(?note) = "en" && '
        'REGEX(?note, "no inverse|No [a-z]+[A-Z][A-Za-z]* is named")) }',
        'shanhai:p a owl:ObjectProperty ; skos:editorialNote "Some note."@en .'
        "shanhai:q a owl:ObjectProperty, owl:SymmetricProperty .",
        "p",
    ),
    Pitfall(
        "wrong inverse (P05)",
        "?x owl:inverseOf ?y . ?x rdfs:domain ?d . ?y rdfs:range ?r . FILTER(?d != ?r)",
        "shanhai:p owl:inverseOf shanhai:q ; rdfs:domain shanhai:A ."
        "shanhai:q rdfs:range shanhai:B .",
        "p",
    ),
    Pitfall(
        "wrong inverse, other end (P05)",
        "?x owl:inverseOf ?y . ?x rdfs:range ?r . ?y rdfs:domain ?d . FILTER(?d != ?r)",
        "shanhai:p owl:inverseOf shanhai:q ; rdfs:range shanhai:A ."
        "shanhai:q rdfs:domain shanhai:B .",
        "p",
    ),
    Pitfall(
        "inverse of itself (P25, P26)",
        "?x owl:inverseOf ?y . FILTER(?x = ?y || EXISTS { ?x a owl:SymmetricProperty })",
        "shanhai:p owl:inverseOf shanhai:p .",
        "p",
    ),
    Pitfall(
        "symmetric or transitive with unlike ends (P28, P29)",
        "VALUES ?type { owl:SymmetricProperty owl:TransitiveProperty } ?x a ?type ; "
        "rdfs:domain ?d ; rdfs:range ?r . FILTER(?d != ?r)",
        "shanhai:p a owl:SymmetricProperty ; rdfs:domain shanhai:A ; rdfs:range shanhai:B .",
        "p",
    ),
    Pitfall(
        "cycle of classes (P06)",
        "?x rdfs:subClassOf+ ?x",
        "shanhai:A rdfs:subClassOf shanhai:B . shanhai:B rdfs:subClassOf shanhai:A .",
        "A",
    ),
    Pitfall(
        "cycle of properties (P06)",
        "?x rdfs:subPropertyOf+ ?x",
        "shanhai:p rdfs:subPropertyOf shanhai:q . shanhai:q rdfs:subPropertyOf shanhai:p .",
        "p",
    ),
    Pitfall(
        "cycle of concepts",
        "?x skos:broader+ ?x",
        "shanhai:a-b skos:broader shanhai:a-b .",
        "a-b",
    ),
    Pitfall(
        "property below one with other ends",
        "?x rdfs:subPropertyOf ?y . ?y rdfs:domain ?d . ?x rdfs:domain ?own . "
        "FILTER NOT EXISTS { ?own rdfs:subClassOf* ?d }",
        "shanhai:p rdfs:subPropertyOf shanhai:q ; rdfs:domain shanhai:A ."
        "shanhai:q rdfs:domain shanhai:B .",
        "p",
    ),
    Pitfall(
        "hijacked namespace (P40)",
        "?x ?p ?o . FILTER(isIRI(?x)) "
        'FILTER(!STRSTARTS(STR(?x), "https://w3id.org/shanhai/ontology")) '
        "FILTER(!(?p = rdf:type && ?o = owl:AnnotationProperty))",
        "prov:Entity a owl:Class .",
        "http://www.w3.org/ns/prov#Entity",
    ),
    Pitfall(
        "foreign property declared that is not used",
        "?x a owl:AnnotationProperty . FILTER NOT EXISTS { ?s ?x ?o }",
        "skos:note a owl:AnnotationProperty .",
        "http://www.w3.org/2004/02/skos/core#note",
    ),
    Pitfall(
        "annotation property that is not declared",
        "?s ?x ?o . FILTER(isLiteral(?o) || STRSTARTS(STR(?x), STR(dcterms:)) "
        '|| STRENDS(STR(?x), "Match")) FILTER NOT EXISTS { ?x a owl:AnnotationProperty } '
        "FILTER(!STRSTARTS(STR(?x), STR(rdfs:)) && !STRSTARTS(STR(?x), STR(owl:)) "
        "&& !STRSTARTS(STR(?x), STR(qb:)) && !STRSTARTS(STR(?x), STR(shanhai:)))",
        'shanhai:A skos:definition "a"@en .',
        "http://www.w3.org/2004/02/skos/core#definition",
    ),
    Pitfall(
        "no ontology declared (P38), or not typed as ours",
        "BIND(<https://w3id.org/shanhai/ontology> AS ?x) FILTER NOT EXISTS { ?x a owl:Ontology }",
        "shanhai:A a owl:Class .",
        "https://w3id.org/shanhai/ontology",
    ),
    Pitfall(
        "no licence (P41)",
        "?x a owl:Ontology . FILTER NOT EXISTS { ?x dcterms:license ?l . FILTER(isIRI(?l)) }",
        "<https://w3id.org/shanhai/ontology> a owl:Ontology ; dcterms:license 'CC BY' .",
        "https://w3id.org/shanhai/ontology",
    ),
    Pitfall(
        "no version, dates, titles or notes on the ontology",
        "?x a owl:Ontology . VALUES ?p { owl:versionIRI owl:versionInfo dcterms:created "
        "dcterms:modified dcterms:title dcterms:description skos:changeNote } "
        "FILTER NOT EXISTS { ?x ?p ?o }",
        "<https://w3id.org/shanhai/ontology> a owl:Ontology .",
        "https://w3id.org/shanhai/ontology",
    ),
)
