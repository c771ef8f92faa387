"""The queries that are timed: what people ask of a collection of decisions, from one key to a whole scan."""

from benchmarks.enforcement import DCT, PROV, E

_PREFIXES = f"""PREFIX e: <{E}>
PREFIX category: <{E}category/>
PREFIX company: <{E}company/>
PREFIX country: <{E}country/>
PREFIX decision: <{E}decision/>
PREFIX dct: <{DCT}>
PREFIX prov: <{PROV}>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""

_EIGHT = {
    "count by country": """SELECT ?c (COUNT(?d) AS ?n) WHERE { ?d a e:Decision ; e:country ?c }
        GROUP BY ?c ORDER BY DESC(?n)""",
    "companies by sum of fines": """SELECT ?co (SUM(?f) AS ?t) WHERE { ?d e:respondent ?co ; e:fine ?f }
        GROUP BY ?co ORDER BY DESC(?t) LIMIT 10""",
    "fines by provision and year": """SELECT ?a ?y (SUM(?f) AS ?t) (COUNT(?d) AS ?n)
        WHERE { ?d e:violates ?a ; e:date ?dt ; e:fine ?f . BIND(YEAR(?dt) AS ?y) } GROUP BY ?a ?y""",
    "by data category and country": """SELECT ?d ?dt ?f WHERE { ?d e:dataCategory category:biometric ;
        e:country country:DE ; e:date ?dt ; e:fine ?f } ORDER BY DESC(?f) LIMIT 50""",
    "text contains": """SELECT (COUNT(?d) AS ?n)
        WHERE { ?d e:summary ?s FILTER(CONTAINS(LCASE(?s), "camera surveillance")) }""",
    "related in two steps": """SELECT DISTINCT ?b ?l WHERE {
        company:0 (e:relatedTo|^e:relatedTo)/(e:relatedTo|^e:relatedTo) ?b .
        ?b rdfs:label ?l . ?d e:respondent ?b }""",
    "one decision as a graph": """CONSTRUCT { ?d ?p ?o . ?n ?p2 ?o2 }
        WHERE { BIND(decision:77 AS ?d)
        { ?d ?p ?o } UNION { ?d prov:wasDerivedFrom ?n . ?n ?p2 ?o2 } }""",
    "a page in order of date": """SELECT ?d ?dt ?t WHERE { ?d a e:Decision ; e:date ?dt ; dct:title ?t }
        ORDER BY DESC(?dt) ?d LIMIT 20 OFFSET 500""",
}

EIGHT: dict[str, str] = {name: _PREFIXES + text for name, text in _EIGHT.items()}

EVERYTHING = "SELECT * WHERE { ?s ?p ?o } LIMIT 400000"


def point(number: int) -> str:
    """All that is said of one decision."""
    return f"SELECT ?p ?o WHERE {{ <{E}decision/{number}> ?p ?o }}"


ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
"""What no engine ends, and no other gives up by itself."""
