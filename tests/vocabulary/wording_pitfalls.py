"""Pitfalls of texts, names, concepts and the data structure."""

from pitfall import OURS, TERM, Pitfall

PITFALLS = (
    Pitfall(
        "text without a language",
        "VALUES ?p { rdfs:label rdfs:comment skos:prefLabel skos:definition skos:example "
        "skos:scopeNote skos:editorialNote skos:changeNote skos:historyNote dcterms:title "
        'dcterms:description } ?x ?p ?o . FILTER(LANG(?o) = "")',
        'shanhai:A rdfs:label "a" .',
        "A",
    ),
    Pitfall(
        "text in a language that is neither zh-Hans nor en",
        '?x ?p ?o . FILTER(isLiteral(?o) && LANG(?o) != "") '
        'FILTER(LCASE(LANG(?o)) NOT IN ("zh-hans", "en"))',
        'shanhai:A rdfs:label "甲"@zh .',
        "A",
    ),
    Pitfall(
        "note in one language only",
        "VALUES ?p { rdfs:comment skos:scopeNote skos:editorialNote } ?x ?p ?any . "
        'VALUES ?lang { "zh-hans" "en" } '
        "FILTER NOT EXISTS { ?x ?p ?text . FILTER(LCASE(LANG(?text)) = ?lang) }",
        'shanhai:A skos:scopeNote "only English"@en .',
        "A",
    ),
    Pitfall(
        "Chinese text without a Chinese character",
        '?x rdfs:label|skos:definition ?o . FILTER(LCASE(LANG(?o)) = "zh-hans") '
        'FILTER(!REGEX(?o, "[\\u4e00-\\u9fff]"))',
        'shanhai:A rdfs:label "a"@zh-Hans .',
        "A",
    ),
    Pitfall(
        "one label for two terms of a kind (P32)",
        f"{TERM} ?y a ?type . ?x rdfs:label ?label . ?y rdfs:label ?label . "
        "FILTER(STR(?x) < STR(?y)) FILTER(?type IN (owl:Class, owl:ObjectProperty, "
        "owl:DatatypeProperty, skos:ConceptScheme)) ",
        'shanhai:A a owl:Class ; rdfs:label "a"@en . shanhai:B a owl:Class ; rdfs:label "a"@en .',
        "A",
    ),
    Pitfall(
        "one label for two concepts of a scheme",
        "?x skos:inScheme ?s ; skos:prefLabel ?l . ?y skos:inScheme ?s ; skos:prefLabel ?l . "
        "FILTER(STR(?x) < STR(?y))",
        'shanhai:a-b skos:inScheme shanhai:S ; skos:prefLabel "x"@en .'
        'shanhai:a-c skos:inScheme shanhai:S ; skos:prefLabel "x"@en .',
        "a-b",
    ),
    Pitfall(
        "definition that only repeats the label, or is used twice",
        "?x skos:definition ?d . FILTER(EXISTS { ?x rdfs:label ?d } || "
        "EXISTS { ?y skos:definition ?d . FILTER(?x != ?y) })",
        'shanhai:A rdfs:label "a"@en ; skos:definition "a"@en .',
        "A",
    ),
    Pitfall(
        "untyped or undefined term (P34, P35)",
        f"{{ ?x ?p ?o }} UNION {{ ?s ?p ?x }} UNION {{ ?s ?x ?o }} {OURS} "
        "FILTER NOT EXISTS { ?x a ?type }",
        "shanhai:A a owl:Class ; rdfs:subClassOf shanhai:Missing .",
        "Missing",
    ),
    Pitfall(
        "one term as two kinds",
        "VALUES (?a ?b) { (owl:Class skos:Concept) (owl:Class owl:ObjectProperty) "
        "(owl:ObjectProperty owl:DatatypeProperty) (owl:DatatypeProperty owl:Class) "
        "(skos:Concept skos:ConceptScheme) } ?x a ?a , ?b",
        "shanhai:p a owl:ObjectProperty , owl:DatatypeProperty .",
        "p",
    ),
    Pitfall(
        "synonyms as classes (P02)",
        "?x owl:equivalentClass ?y",
        "shanhai:A owl:equivalentClass shanhai:B .",
        "A",
    ),
    Pitfall(
        "names against the convention (P22)",
        f"{TERM} BIND(SUBSTR(STR(?x), 35) AS ?n) FILTER("
        '(?type IN (owl:Class, skos:ConceptScheme) && !REGEX(?n, "^[A-Z][A-Za-z]*$")) || '
        '(?type IN (owl:ObjectProperty, owl:DatatypeProperty) && !REGEX(?n, "^[a-z][A-Za-z0-9]*$"))'
        ' || (?type = skos:Concept && !REGEX(?n, "^[a-z][A-Za-z]*-[a-z][A-Za-z]*$")) || '
        '(?type = skos:ConceptScheme && !STRENDS(?n, "Scheme")))',
        "shanhai:a_class a owl:Class .",
        "a_class",
    ),
    Pitfall(
        "merged, miscellaneous or is-a terms (P03, P07, P21)",
        f"{TERM} BIND(SUBSTR(STR(?x), 35) AS ?n) FILTER(REGEX(?n, "
        '"([a-z](And|Or)[A-Z])|^(is|Other|Misc.*)$"))',
        "shanhai:SchoolOrHospital a owl:Class .",
        "SchoolOrHospital",
    ),
    Pitfall(
        "concept without a scheme",
        "?x a skos:Concept . FILTER NOT EXISTS { ?x skos:inScheme ?s . ?s a skos:ConceptScheme }",
        "shanhai:a-b a skos:Concept .",
        "a-b",
    ),
    Pitfall(
        "concept in two schemes",
        "?x skos:inScheme ?s , ?t . FILTER(?s != ?t)",
        "shanhai:a-b skos:inScheme shanhai:S , shanhai:T .",
        "a-b",
    ),
    Pitfall(
        "concept named for another scheme",
        "?x skos:inScheme ?s . FILTER(LCASE(CONCAT(STRBEFORE(STR(?x), '-'), 'Scheme')) "
        "!= LCASE(STR(?s)))",
        "shanhai:a-b skos:inScheme shanhai:BScheme .",
        "a-b",
    ),
    Pitfall(
        "concept neither at the top nor below another",
        "?x a skos:Concept . FILTER NOT EXISTS { ?x skos:topConceptOf|skos:broader ?y }",
        "shanhai:a-b a skos:Concept .",
        "a-b",
    ),
    Pitfall(
        "broader and narrower not stated both ways",
        "{ ?x skos:broader ?y . FILTER NOT EXISTS { ?y skos:narrower ?x } } UNION "
        "{ ?x skos:narrower ?y . FILTER NOT EXISTS { ?y skos:broader ?x } }",
        "shanhai:a-b skos:broader shanhai:a-c .",
        "a-b",
    ),
    Pitfall(
        "one place for two concepts of an ordered scheme",
        "?x skos:inScheme ?s ; shanhai:order ?o . ?y skos:inScheme ?s ; shanhai:order ?o . "
        "FILTER(STR(?x) < STR(?y))",
        "shanhai:a-b skos:inScheme shanhai:S ; shanhai:order 1 ."
        "shanhai:a-c skos:inScheme shanhai:S ; shanhai:order 1 .",
        "a-b",
    ),
    Pitfall(
        "order that starts late or has a gap",
        "?x skos:inScheme ?s ; shanhai:order ?o . FILTER(?o > 1) "
        "FILTER NOT EXISTS { ?y skos:inScheme ?s ; shanhai:order ?before . "
        "FILTER(?before = ?o - 1) }",
        "shanhai:a-b skos:inScheme shanhai:S ; shanhai:order 2 .",
        "a-b",
    ),
    Pitfall(
        "notation unlike the order",
        "?x shanhai:order ?o . FILTER NOT EXISTS { ?x skos:notation ?n . FILTER(?n = STR(?o)) }",
        "shanhai:a-b shanhai:order 2 ; skos:notation '3' .",
        "a-b",
    ),
    Pitfall(
        "coded property without its list",
        "?x a owl:ObjectProperty ; rdfs:range skos:Concept . "
        "FILTER NOT EXISTS { ?x qb:codeList|rdfs:seeAlso ?s . ?s a skos:ConceptScheme }",
        "shanhai:p a owl:ObjectProperty ; rdfs:range skos:Concept .",
        "p",
    ),
    Pitfall(
        "scheme that no property takes its values from",
        "?x a skos:ConceptScheme . FILTER NOT EXISTS { ?p qb:codeList|rdfs:seeAlso ?x }",
        "shanhai:S a skos:ConceptScheme .",
        "S",
    ),
    Pitfall(
        "component of the data structure without a fitting property (QB IC-2, IC-4)",
        "?x a qb:ComponentSpecification . FILTER NOT EXISTS { "
        "{ ?x qb:dimension ?p . ?p a qb:DimensionProperty ; rdfs:range ?r } UNION "
        "{ ?x qb:measure ?p . ?p a qb:MeasureProperty } UNION "
        "{ ?x qb:attribute ?p . ?p a qb:AttributeProperty } }",
        "shanhai:S a qb:ComponentSpecification ; qb:dimension shanhai:p .",
        "S",
    ),
    Pitfall(
        "dimension with concepts but no code list (QB IC-5)",
        "?x a qb:DimensionProperty ; rdfs:range skos:Concept . "
        "FILTER NOT EXISTS { ?x qb:codeList ?l }",
        "shanhai:p a qb:DimensionProperty ; rdfs:range skos:Concept .",
        "p",
    ),
    Pitfall(
        "structure without a measure, or a component left out (QB IC-3, IC-8)",
        "?x a qb:DataStructureDefinition . FILTER(NOT EXISTS { ?x qb:component/qb:measure ?m } "
        "|| EXISTS { ?c a qb:ComponentSpecification . FILTER NOT EXISTS { ?x qb:component ?c } })",
        "shanhai:D a qb:DataStructureDefinition .",
        "D",
    ),
)
