"""The ontology as a whole: every IRI is known, every term is explained and used, and nothing contradicts itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import owlrl  # type: ignore[import-untyped]
import pyoxigraph
import pytest
from pyoxigraph import RdfFormat
from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, SKOS

from ontology.checking import check_ontology
from ontology.files import FOLDER, QUERIES, SHAPES, turtle_files
from ontology.rules import KNOWN
from ontology.terms import NS, REFERENCE, VOCAB, Gde

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.trig"
PINNED = HERE.parents[1].parent / "shared" / "vocab"
OURS = (NS, NS.rstrip("#"), VOCAB, REFERENCE)
DPV = "https://w3id.org/dpv"
EU_GDPR = f"{DPV}/legal/eu/gdpr#"
GDPRTEXT = "https://w3id.org/GDPRtEXT/gdpr#"
PINNED_GDPRTEXT = "http://purl.org/adaptcentre/resources/GDPRtEXT#"
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""What owlrl states of an inconsistency that it finds."""

REASONED = {
    r"http://data\.europa\.eu/eli/ontology#(LegalResource|LegalResourceSubdivision|is_part_of)": "ELI: three terms",
    r"http://data\.europa\.eu/eli/(reg|dir)/\d{4}/\d+(/(art|par|pnt)_\d*[a-z]?)*/oj": "ELI names acts by a template",
    r"http://publications\.europa\.eu/resource/authority/currency/[A-Z]{3}": "codes of ISO 4217",
    r"http://www\.w3\.org/2005/11/its/rdf#taConfidence": "ITS RDF: one term",
    r"http://www\.w3\.org/ns/oa#Annotation": "Web Annotation: one term",
    r"http://www\.w3\.org/2003/06/sw-vocab-status/ns#term_status": "how stable a term is: one term",
    r"http://www\.w3\.org/2008/05/skos-xl#\w+": "SKOS-XL, part of the SKOS recommendation",
    r"http://www\.estrellaproject\.org/lkif-core/legal-action\.owl#Decision": "LKIF-Core: one match",
    r"https://creativecommons\.org/licenses/by/4\.0/": "the licence",
    r"http://purl\.org/vocab/vann/preferredNamespace(Prefix|Uri)": "VANN: two terms",
}
"""What is defined in no file at hand, as a pattern of whole IRIs, and why it is right all the same."""


@cache
def triples() -> frozenset[tuple[str, str, object]]:
    """The whole ontology; objects are strings where they are IRIs."""
    return frozenset(
        (iri(quad.subject), quad.predicate.value, iri(quad.object) if named(quad.object) else quad.object)
        for path in turtle_files()
        for quad in pyoxigraph.parse(path=path, format=RdfFormat.TURTLE)
    )


def named(term: object) -> bool:
    return isinstance(term, pyoxigraph.NamedNode)


def iri(term: object) -> str:
    assert isinstance(term, pyoxigraph.NamedNode), f"blank: {term}"
    return term.value


def objects(predicate: str) -> set[str]:
    return {value for _, name, value in triples() if name == predicate and isinstance(value, str)}


def homepages() -> set[str]:
    """Addresses of web sites, which are not terms."""
    return objects(str(FOAF.homepage))


def external() -> set[str]:
    used = {term for triple in triples() for term in triple if isinstance(term, str)}
    return {term for term in used if not term.startswith(OURS)} - homepages()


def unknown(terms: Iterable[str]) -> list[str]:
    """Those that neither rdflib nor the list of reasons knows."""
    return sorted(
        term
        for term in terms
        if not any(term.startswith(str(space)) and URIRef(term) in space for space in KNOWN)
        and not any(re.fullmatch(pattern, term) for pattern in REASONED)
        and not term.startswith((DPV, GDPRTEXT))
    )


def test_each_external_iri_is_known() -> None:
    assert unknown(external()) == []


def test_an_unknown_iri_is_found() -> None:
    wrong = [str(SKOS) + "prefferedLabel", "http://data.europa.eu/eli/reg/2016/679", "https://schema.org/fine"]
    assert unknown(wrong) == sorted(wrong)


def test_each_reason_is_needed() -> None:
    needed = {pattern for pattern in REASONED for term in external() if re.fullmatch(pattern, term)}
    assert set(REASONED) - needed == set()


@pytest.fixture(scope="module")
def pinned() -> frozenset[str]:
    """What the pinned files of DPV and GDPRtEXT define."""
    files = sorted(PINNED.rglob("*.ttl"))
    if not files:
        pytest.skip("the pinned vocabularies are not here")
    found = {
        quad.subject.value
        for path in files
        for quad in pyoxigraph.parse(path=path, format=RdfFormat.TURTLE)
        if isinstance(quad.subject, pyoxigraph.NamedNode)
    }
    return frozenset(term.replace(PINNED_GDPRTEXT, GDPRTEXT) for term in found)


def test_each_iri_of_dpv_and_gdprtext_is_pinned(pinned: frozenset[str]) -> None:
    used = {term for term in external() | used_in_sample() if term.startswith((DPV, GDPRTEXT))}
    assert sorted(used - pinned - {f"{DPV}#", DPV}) == []
    assert len(used) > 1000


def used_in_sample() -> set[str]:
    terms = {
        term
        for quad in pyoxigraph.parse(path=SAMPLE, format=RdfFormat.TRIG)
        for term in (quad.subject, quad.predicate, quad.object)
    }
    return {term.value for term in terms if isinstance(term, pyoxigraph.NamedNode)}


def test_the_owl_form_of_dpv_is_used_nowhere() -> None:
    assert not [term for term in external() if term.startswith(DPV) and "/owl#" in term]


def sources() -> Iterator[Path]:
    """Every file that may name a term."""
    for folder in (FOLDER, FOLDER.parent / "kg", FOLDER.parent / "api"):
        yield from sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".ttl", ".rq", ".html", ".trig"})
    yield SAMPLE


def test_no_infringement_is_non_compliant() -> None:
    """DPV says of `dpv:NonCompliant` that the objectives are not met, and not violated."""
    said = {path.name: path.read_text(encoding="utf-8") for path in sources()}
    statements = {name: [row for row in text.splitlines() if "NonCompliant" in row] for name, text in said.items()}
    comments = ("#", '"""')
    assert [
        (name, row) for name, rows in statements.items() for row in rows if not row.strip().startswith(comments)
    ] == []


def test_no_term_of_dpv_stands_for_a_provision() -> None:
    """`eu-gdpr:A13` is a right and `eu-gdpr:A6-1-f` a legal basis; no article has an IRI there."""
    to_provisions = {str(term) for term in (Gde.ofProvision, Gde.exercisesPower, Gde.factor, Gde.appliesTier)}
    to_provisions |= {str(term) for term in (Gde.fineTier, Gde.power, Gde.specialRegime)}
    sample = {
        (quad.predicate.value, quad.object.value)
        for quad in pyoxigraph.parse(path=SAMPLE, format=RdfFormat.TRIG)
        if isinstance(quad.object, pyoxigraph.NamedNode)
    }
    stated = sample | {(name, value) for _, name, value in triples() if isinstance(value, str)}
    wrong = [value for name, value in stated if name in to_provisions and not value.startswith(REFERENCE)]
    assert wrong == []
    typed = {subject for subject, name, value in triples() if name == str(RDF.type) and value == str(Gde.Provision)}
    assert typed
    assert not [subject for subject in typed if subject.startswith(EU_GDPR)]
    assert not [
        value for _, name, value in triples() if name == str(SKOS.exactMatch) and str(value).startswith(EU_GDPR)
    ]


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(FOLDER / "gde.ttl")


@pytest.mark.parametrize("term", Gde)
def test_each_term_is_used(vocabulary: Graph, term: Gde) -> None:
    """A property by its being defined over classes of ours or by data; a class by a property, a subclass or data."""
    node = URIRef(term)
    if (node, RDF.type, OWL.Class) not in vocabulary:
        assert list(vocabulary.objects(node, RDFS.domain))
        assert term in shaped() | in_data()
        return
    as_range_or_domain = [*vocabulary.subjects(RDFS.range, node), *vocabulary.subjects(RDFS.domain, node)]
    assert as_range_or_domain or [*vocabulary.subjects(RDFS.subClassOf, node)] or term in in_data() | shaped()


@cache
def shaped() -> frozenset[str]:
    return frozenset(str(term) for triple in Graph().parse(SHAPES) for term in triple)


@cache
def in_data() -> frozenset[str]:
    stated = {term for subject, *rest in triples() if not subject.startswith(NS) for term in rest}
    return frozenset(str(term) for term in stated) | frozenset(used_in_sample())


@pytest.mark.parametrize("term", Gde)
def test_each_term_has_a_name_in_five_languages(vocabulary: Graph, term: Gde) -> None:
    names = [name for name in vocabulary.objects(URIRef(term), SKOS.prefLabel) if isinstance(name, Literal)]
    assert sorted(name.language or "" for name in names) == ["de", "es", "fr", "it"]
    (label,) = vocabulary.objects(URIRef(term), RDFS.label)
    assert isinstance(label, Literal)
    assert label.language == "en"


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "it"])
def test_no_two_classes_and_no_two_properties_share_a_name(vocabulary: Graph, language: str) -> None:
    for kinds in ((OWL.Class,), (OWL.ObjectProperty, OWL.DatatypeProperty)):
        nodes = {node for kind in kinds for node in vocabulary.subjects(RDF.type, kind)}
        predicate = RDFS.label if language == "en" else SKOS.prefLabel
        names = Counter(
            str(name).casefold()
            for node in nodes
            for name in vocabulary.objects(node, predicate)
            if isinstance(name, Literal) and name.language == language
        )
        assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    "predicate",
    [RDFS.subClassOf, RDFS.subPropertyOf, URIRef("http://data.europa.eu/eli/ontology#is_part_of")],
)
def test_nothing_is_above_itself(predicate: URIRef) -> None:
    above: dict[str, set[str]] = {}
    for subject, name, value in triples():
        if name == str(predicate):
            above.setdefault(subject, set()).add(str(value))
    assert above
    assert [node for node in above if node in climbed(above, node)] == []


def climbed(above: dict[str, set[str]], node: str) -> set[str]:
    found: set[str] = set()
    todo = list(above.get(node, ()))
    while todo:
        if (wider := todo.pop()) not in found:
            found.add(wider)
            todo += above.get(wider, ())
    return found


def test_no_rule_is_broken() -> None:
    """The rules by which a user's own files are judged hold of the shipped ones: see `test_rules.py`."""
    assert [str(finding) for finding in check_ontology()] == []


def test_each_scheme_is_described_and_used() -> None:
    schemes = {subject for subject, name, value in triples() if value == str(SKOS.ConceptScheme)}
    for predicate in (DCTERMS.title, DCTERMS.description, DCTERMS.license):
        assert schemes <= {subject for subject, name, _ in triples() if name == str(predicate)}
    assert objects(str(SKOS.inScheme)) == schemes - {f"{VOCAB}organisation"}  # which users fill


@pytest.fixture(scope="module")
def facts() -> Graph:
    """The vocabulary, the facts of the sample, and what the ontology states of the nodes in them."""
    quads = pyoxigraph.parse(path=SAMPLE, format=RdfFormat.TRIG)
    lines = sorted({f"{quad.triple} .\n" for quad in quads if isinstance(quad.graph_name, pyoxigraph.DefaultGraph)})
    found = Graph().parse(data="".join(lines), format="nt").parse(FOLDER / "gde.ttl")
    found.parse(HERE / "shapes_extra.ttl")
    nodes = {str(node) for node in found.all_nodes()}
    for path in turtle_files():
        for triple in Graph().parse(path):
            if str(triple[0]) in nodes and not isinstance(triple[2], Literal):
                found.add(triple)
    return found


def closed(graph: Graph, *added: tuple[str, str, str]) -> Graph:
    """The closure of OWL 2 RL over a copy of the graph with these triples."""
    found = Graph()
    for triple in graph:
        found.add(triple)
    for subject, predicate, value in added:
        found.add((URIRef(subject), URIRef(predicate), URIRef(value)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(found)
    return found


def errors(graph: Graph) -> list[str]:
    return sorted(str(text) for text in graph.objects(None, ERROR))


def equated(graph: Graph) -> list[tuple[str, str]]:
    return sorted((str(one), str(other)) for one, other in graph.subject_objects(OWL.sameAs) if one != other)


def test_the_closure_is_consistent(facts: Graph) -> None:
    closure = closed(facts)
    assert errors(closure) == []
    assert equated(closure) == []
    decision = f"{REFERENCE}decision/fr-cnil-2023-san-2023-901"
    assert (URIRef(f"{decision}#fine"), RDF.type, URIRef(Gde.MonetarySanction)) in closure


def test_the_closure_finds_what_contradicts(facts: Graph) -> None:
    decision = f"{REFERENCE}decision/fr-cnil-2023-san-2023-901"
    assert errors(closed(facts, (decision, str(RDF.type), str(Gde.Infringement))))
    art_5, art_6 = (f"{REFERENCE}provision/reg/2016/679/art_{number}" for number in (5, 6))
    finding = f"{decision}#infringement-1-art_32"
    twice = ((finding, str(Gde.ofProvision), art_5), (finding, str(Gde.ofProvision), art_6))
    assert equated(closed(facts, *twice))


def test_the_queries_name_only_terms_that_exist() -> None:
    terms = {term.value for term in Gde}
    ours = Namespace(NS)
    used = {
        (path.name, name)
        for path in sorted(QUERIES.glob("*.rq"))
        for name in re.findall(r"\bgde:(\w+)", path.read_text(encoding="utf-8"))
    }
    assert used
    assert sorted((path, name) for path, name in used if str(ours[name]) not in terms) == []
