"""The terms of other vocabularies that the graph uses, and the prefixes of what is written for people."""

from kg.graph.terms import XSD, Iri
from ontology.terms import NS, VOCAB, vocab_base

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
DPV = "https://w3id.org/dpv#"

TYPE = Iri(RDF + "type")
STATEMENT, SUBJECT, PREDICATE, OBJECT = (Iri(RDF + name) for name in ("Statement", "subject", "predicate", "object"))
LABEL = Iri(RDFS + "label")
PREF_LABEL, ALT_LABEL, NOTATION = Iri(SKOS + "prefLabel"), Iri(SKOS + "altLabel"), Iri(SKOS + "notation")
EXACT_MATCH = Iri(SKOS + "exactMatch")

ANNOTATION, SPECIFIC_RESOURCE = Iri(OA + "Annotation"), Iri(OA + "SpecificResource")
HAS_TARGET, HAS_SOURCE, HAS_SELECTOR = Iri(OA + "hasTarget"), Iri(OA + "hasSource"), Iri(OA + "hasSelector")
POSITION_SELECTOR, START, END = Iri(OA + "TextPositionSelector"), Iri(OA + "start"), Iri(OA + "end")
QUOTE_SELECTOR, EXACT = Iri(OA + "TextQuoteSelector"), Iri(OA + "exact")
PREFIX, SUFFIX = Iri(OA + "prefix"), Iri(OA + "suffix")

DERIVED_FROM, GENERATED_BY = Iri(PROV + "wasDerivedFrom"), Iri(PROV + "wasGeneratedBy")

NEWS_ARTICLE, HEADLINE, ARTICLE_BODY = (Iri(SCHEMA + name) for name in ("NewsArticle", "headline", "articleBody"))
URL, PUBLISHED, LANGUAGE = (Iri(SCHEMA + name) for name in ("url", "datePublished", "inLanguage"))

CONTROLLER, PROCESSOR = Iri(DPV + "DataController"), Iri(DPV + "DataProcessor")

PREFIXES: dict[str, str] = {
    "cur": vocab_base("currency"),
    "dpv": DPV,
    "gde": NS,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "v": VOCAB,
    "xsd": XSD,
}
