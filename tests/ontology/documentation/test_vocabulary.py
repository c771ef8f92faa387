"""What the documentation reads of a vocabulary."""

from pathlib import Path

import pytest

import ontology
from ontology.documentation.vocabulary import Name, Vocabulary, read_vocabulary
from ontology.files import SCHEMES, OntologyFileError
from ontology.terms import NS, Gde

SMALL = """
@prefix gde: <https://w3id.org/gdpr-enforcement/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix e: <https://e.example/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix vs: <http://www.w3.org/2003/06/sw-vocab-status/ns#> .

<https://w3id.org/gdpr-enforcement/ns> a owl:Ontology ; owl:versionInfo "9.8" ; dct:title "A & B"@en ;
    dct:creator "Zed" , "Ann" .
gde:Thing a owl:Class ; rdfs:label "thing"@en ; skos:prefLabel "chose"@fr , "Ding"@de ;
    skos:definition "What there is: a < b."@en ; rdfs:subClassOf e:Thing ; skos:closeMatch e:Ding ;
    vs:term_status "testing" .
gde:Part a owl:Class ; rdfs:label "part"@en ; rdfs:subClassOf gde:Thing ; owl:disjointWith gde:Whole .
gde:Whole a owl:Class ; rdfs:label "whole"@en .
gde:has a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:label "has"@en ;
    rdfs:domain gde:Whole ; rdfs:range gde:Part .
gde:size a owl:DatatypeProperty ; rdfs:label "size"@en ; rdfs:domain gde:Thing ; rdfs:range xsd:decimal .
"""


@pytest.fixture
def small(tmp_path: Path) -> Vocabulary:
    path = tmp_path / "small.ttl"
    path.write_text(SMALL, encoding="utf-8")
    return read_vocabulary(path)


def ours(short: str) -> Name:
    return Name(NS + short, short, ours=True)


def test_terms_are_read_in_the_order_of_the_file(small: Vocabulary) -> None:
    assert [term.name.short for term in small.classes] == ["Thing", "Part", "Whole"]
    assert [term.name.short for term in small.properties] == ["has", "size"]


def test_a_class_is_read(small: Vocabulary) -> None:
    thing = small.classes[0]
    assert thing.label == "thing"
    assert thing.labels == (("en", "thing"), ("de", "Ding"), ("fr", "chose"))
    assert (thing.definition, thing.status) == ("What there is: a < b.", "testing")
    assert thing.parents == (Name("https://e.example/Thing", "e:Thing", ours=False),)
    assert thing.matches == (("closeMatch", Name("https://e.example/Ding", "e:Ding", ours=False)),)


def test_a_property_is_read(small: Vocabulary) -> None:
    has = small.object_properties[0]
    assert (has.domains, has.ranges) == ((ours("Whole"),), (ours("Part"),))
    assert "FunctionalProperty" in has.traits


def test_terms_know_one_another(small: Vocabulary) -> None:
    assert [term.label for term in small.kinds(ours("Thing"))] == ["part"]
    assert [term.label for term in small.of(ours("Thing"))] == ["size"]
    assert [term.label for term in small.to(ours("Part"))] == ["has"]
    assert small.classes[1].disjoint == (ours("Whole"),)
    assert small.classes[2].disjoint == (ours("Part"),)


def test_the_header_is_read(small: Vocabulary) -> None:
    assert (small.title, small.version, small.creators) == ("A & B", "9.8", ("Ann", "Zed"))


def test_the_shipped_vocabulary_is_read_whole() -> None:
    vocabulary = read_vocabulary()
    assert vocabulary.version == ontology.VERSION
    assert {term.name.iri for term in (*vocabulary.classes, *vocabulary.properties)} == {term.value for term in Gde}
    assert [scheme.id for scheme in vocabulary.schemes] == sorted(SCHEMES)
    assert all(scheme.title and scheme.description for scheme in vocabulary.schemes)
    assert [scheme.id for scheme in vocabulary.schemes if not scheme.count] == ["organisation"]  # which users fill


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("@prefix e: <https://e.example/> .\n\ne:a e:b .\n", encoding="utf-8")
    with pytest.raises(OntologyFileError, match=r"broken\.ttl:3: "):
        read_vocabulary(path)
