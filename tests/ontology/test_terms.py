"""`gde.ttl` defines what the code uses, completely."""

import tomllib
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.namespace import DCTERMS, OWL, SKOS

import ontology
from kg.ids import REFERENCE_BASE, authority_iri
from ontology.files import FOLDER, SHAPES, turtle_files
from ontology.terms import NS, REFERENCE, Gde, vocab

VANN = "http://purl.org/vocab/vann/"


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(FOLDER / "gde.ttl")


def defined(graph: Graph) -> set[str]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}


def test_the_constants_are_the_terms(vocabulary: Graph) -> None:
    assert {term.value for term in Gde} == defined(vocabulary)


@pytest.mark.parametrize("term", Gde)
def test_each_term_is_explained(vocabulary: Graph, term: Gde) -> None:
    node = URIRef(term)
    assert vocabulary.value(node, RDFS.label)
    assert str(vocabulary.value(node, SKOS.definition)).endswith(".")
    if (node, RDF.type, OWL.Class) not in vocabulary:
        assert vocabulary.value(node, RDFS.domain)
        assert vocabulary.value(node, RDFS.range)


def test_the_header_says_what_this_is(vocabulary: Graph) -> None:
    node = URIRef(NS.rstrip("#"))
    assert vocabulary.value(node, OWL.versionIRI) == URIRef(f"{NS.rstrip('#')}/{ontology.VERSION}")
    assert str(vocabulary.value(node, OWL.versionInfo)) == ontology.VERSION
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.created, DCTERMS.license):
        assert vocabulary.value(node, predicate)
    assert str(vocabulary.value(node, URIRef(f"{VANN}preferredNamespacePrefix"))) == "gde"
    assert str(vocabulary.value(node, URIRef(f"{VANN}preferredNamespaceUri"))) == NS


def test_the_versions_agree() -> None:
    project = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == ontology.VERSION
    shapes = Graph().parse(SHAPES)
    assert {str(version) for version in shapes.objects(None, OWL.versionInfo)} == {ontology.VERSION}


def test_the_shapes_use_only_what_is_defined() -> None:
    used = {str(term) for triple in Graph().parse(SHAPES) for term in triple if str(term).startswith(NS)} - {NS}
    assert used <= {term.value for term in Gde}


def test_concepts_are_named_by_scheme_and_id() -> None:
    assert vocab("data-category", "health") == "https://w3id.org/gdpr-enforcement/vocab/data-category/health"
    assert vocab("currency", "EUR") == "http://publications.europa.eu/resource/authority/currency/EUR"
    assert vocab("authority", "fr/cnil") == authority_iri("fr/cnil")
    assert REFERENCE == REFERENCE_BASE


def test_the_fingerprint_is_of_what_is_said() -> None:
    assert ontology.fingerprint() == ontology.fingerprint()
    assert len(ontology.fingerprint()) == 16
    assert set(ontology.fingerprint()) <= set("0123456789abcdef")


def test_the_files_are_there() -> None:
    assert all(path.is_file() for path in turtle_files())
    listed = {path.name for path in turtle_files()}
    assert {path.name for path in Path(FOLDER).rglob("*.ttl")} - listed == {SHAPES.name}
