"""The shapes: the sample keeps to all of them, and each of them catches what it is for."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyshacl import validate
from rdflib import Graph, Node, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SH

from ontology.files import FOLDER, SHAPES, turtle_files
from ontology.terms import REFERENCE, Gde
from tests.ontology.shape_examples import ALPHAMED, EVIDENCE, FINDING, FINE, WRONG, decimal

SAMPLE = Path(__file__).parent / "sample.trig"
EXTRA = Path(__file__).parent / "shapes_extra.ttl"
NAMESPACE = "https://w3id.org/gdpr-enforcement/shapes"
"""The node that declares the prefixes of the queries."""


REACHED = (Gde.ofAct, Gde.fineTier)
"""What leads from nodes of the sample to others that the shapes ask of."""


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES)


@pytest.fixture(scope="module")
def sample() -> Graph:
    """The sample, all graphs together, what the extra file adds, and what the ontology says of the nodes in them."""
    quads = pyoxigraph.parse(path=SAMPLE, format=pyoxigraph.RdfFormat.TRIG)
    triples = sorted({f"{quad.triple} .\n" for quad in quads})
    found = Graph().parse(data="".join(triples), format="nt")
    found.parse(EXTRA)
    ontology = Graph()
    for path in turtle_files():
        ontology.parse(path)
    named = set(found.all_nodes())
    named |= {value for predicate in REACHED for value in ontology.objects(None, URIRef(predicate))}
    for triple in ontology:
        if triple[0] in named or triple[1] == RDFS.subClassOf:
            found.add(triple)
    return found


def copy(graph: Graph) -> Graph:
    found = Graph()
    for triple in graph:
        found.add(triple)
    return found


@pytest.fixture
def graph(sample: Graph) -> Graph:
    """A copy of the sample for one test."""
    return copy(sample)


@pytest.fixture(scope="module")
def fewer(sample: Graph) -> Graph:
    """A copy with one piece of evidence left to check, which is quicker."""
    found = copy(sample)
    kept = focus(found, EVIDENCE)
    for node in set(found.subjects(RDF.type, URIRef(EVIDENCE))) - {kept}:
        found.remove((node, RDF.type, URIRef(EVIDENCE)))
    return found


@pytest.fixture
def small(fewer: Graph) -> Iterator[Graph]:
    """The smaller copy, for one test to change: what it changes is put back."""
    before = set(fewer)
    yield fewer
    after = set(fewer)
    for triple in after - before:
        fewer.remove(triple)
    for triple in before - after:
        fewer.add(triple)


def results(graph: Graph, shapes: Graph, only: str | None = None) -> set[tuple[str, str, str]]:
    """Severity, node and message of what the shapes find, or only this shape, which is much quicker."""
    if only is not None:
        shapes = shapes.cbd(URIRef(only)) + shapes.cbd(URIRef(NAMESPACE))
    _, report, _ = validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    return {
        (
            str(report.value(found, SH.resultSeverity)).removeprefix(str(SH)),
            str(report.value(found, SH.focusNode)),
            text,
        )
        for found in report.subjects(RDF.type, SH.ValidationResult)
        for text in map(str, report.objects(found, SH.resultMessage))
    }


def findings(graph: Graph, shapes: Graph, only: str) -> set[str]:
    """The messages of what this shape finds."""
    return {text for _, _, text in results(graph, shapes, only)}


def said_of(node: str, graph: Graph, shapes: Graph, words: str) -> bool:
    """Whether a message with these words is given of a node."""
    found = results(graph, shapes, saying(shapes, words))
    return any(about == node and words in text for _, about, text in found)


def focus(graph: Graph, name: str) -> URIRef:
    """The node of a name; of a class, the first of its instances, because texts and quotes have names of digests."""
    instances = sorted(str(node) for node in graph.subjects(RDF.type, URIRef(name)))
    return URIRef(instances[0] if instances else name)


def test_the_sample_keeps_to_the_shapes(graph: Graph, shapes: Graph) -> None:
    assert {found for found in results(graph, shapes) if found[0] == "Violation"} == set()


@pytest.mark.parametrize(("subject", "predicate", "values", "message"), WRONG)
def test_what_is_wrong_is_found(
    small: Graph, shapes: Graph, subject: str, predicate: str, values: tuple[Node, ...], message: str
) -> None:
    node = focus(small, subject)
    small.remove((node, URIRef(predicate), None))
    for value in values:
        small.add((node, URIRef(predicate), value))
    assert [text for text in findings(small, shapes, saying(shapes, message)) if message in text]


def saying(shapes: Graph, words: str) -> str:
    """The one node shape that has these words in a message."""
    (message,) = {text for text in shapes.objects(None, SH.message) if words in str(text)}
    parts = set(shapes.subjects(SH.message, message))
    found = {shape for shape in shapes.subjects(RDF.type, SH.NodeShape) if parts & {shape, *parts_of(shapes, shape)}}
    return str(found.pop())


def parts_of(shapes: Graph, shape: Node) -> set[Node]:
    return {*shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)}


def test_only_shapes_have_a_severity(shapes: Graph) -> None:
    """As SHACL 1.0 has it: on a constraint in SPARQL a severity would mean nothing to other checkers."""
    rated = set(shapes.subjects(SH.severity, None))
    assert rated
    assert {
        node for node in rated if (node, RDF.type, SH.NodeShape) not in shapes and not shapes.value(node, SH.path)
    } == set()


def test_each_class_has_a_shape(shapes: Graph) -> None:
    """Its own, or that of a class that it is a kind of."""
    vocabulary = Graph().parse(FOLDER / "gde.ttl")
    targets = set(shapes.objects(None, SH.targetClass))
    above = {
        kind: set(vocabulary.transitive_objects(kind, RDFS.subClassOf))
        for kind in vocabulary.subjects(RDF.type, OWL.Class)
    }
    assert above
    assert [str(kind) for kind, wider in above.items() if not wider & targets] == []


def test_a_range_that_is_upside_down_is_found(graph: Graph, shapes: Graph) -> None:
    graph.remove((URIRef(FINE), URIRef(Gde.amount), None))
    graph.add((URIRef(FINE), URIRef(Gde.amountMin), decimal("9")))
    graph.add((URIRef(FINE), URIRef(Gde.amountMax), decimal("5")))
    assert [text for text in findings(graph, shapes, saying(shapes, "lower end")) if "The lower end of a range" in text]


def test_a_fact_without_evidence_is_found(graph: Graph, shapes: Graph) -> None:
    for predicate in (RDF.subject, RDF.object):
        graph.remove((None, predicate, URIRef(FINDING)))
    assert "Nothing in the sources is given as evidence for this." in findings(
        graph, shapes, saying(shapes, "as evidence")
    )


def test_a_high_fine_without_a_turnover_is_remarked(small: Graph, shapes: Graph) -> None:
    words = "no turnover that would allow it"
    small.remove((URIRef(ALPHAMED), URIRef(Gde.annualTurnoverEUR), None))
    assert not said_of(FINE, small, shapes, words)
    small.set((URIRef(FINE), URIRef(Gde.amountEUR), decimal("11000000")))
    assert said_of(FINE, small, shapes, words)


@pytest.mark.parametrize(("turnover", "above"), [("600000000", False), ("500000000", True), ("1", True)])
def test_the_turnover_raises_the_maximum(small: Graph, shapes: Graph, turnover: str, above: bool) -> None:
    """2 % of 600 million are 12 million."""
    small.set((URIRef(FINE), URIRef(Gde.amountEUR), decimal("11000000")))
    small.set((URIRef(ALPHAMED), URIRef(Gde.annualTurnoverEUR), decimal(turnover)))
    assert said_of(FINE, small, shapes, "above the maximum of its tier") == above


def test_the_tier_follows_from_the_findings(small: Graph, shapes: Graph) -> None:
    """Where the decision names no tier, the highest of the provisions found infringed counts: 20 million here."""
    small.remove((URIRef(FINE), URIRef(Gde.appliesTier), None))
    small.set((URIRef(FINE), URIRef(Gde.amountEUR), decimal("21000000")))
    assert said_of(FINE, small, shapes, "above the maximum of its tier")


def test_a_pipeline_without_a_fingerprint_is_found(small: Graph, shapes: Graph) -> None:
    latest = f"{REFERENCE}run/latest"
    small.add((URIRef(latest), RDF.type, URIRef(Gde.ExtractionRun)))
    assert said_of(latest, small, shapes, "named by its fingerprint")


ELSEWHERE = (
    "The lower end of a range",
    "Nothing in the sources",
    "no turnover that would allow it",
    "named by its fingerprint",
)
"""Words of the messages whose examples are not in the table."""


def test_every_message_has_its_example(shapes: Graph) -> None:
    covered = [message for *_, message in WRONG] + [*ELSEWHERE]
    said = {str(message) for message in shapes.objects(None, SH.message)}
    assert {text for text in said if not any(message in text for message in covered)} == set()
