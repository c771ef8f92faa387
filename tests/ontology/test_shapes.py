"""The shapes: the sample keeps to all of them, and each of them catches what it is for."""

from pathlib import Path

import pyoxigraph
import pytest
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, Node, URIRef
from rdflib.namespace import PROV, RDF, RDFS, SDO, SH, SKOS, XSD

from ontology.files import FOLDER, PROVISIONS_TURTLE, SCHEMES, SHAPES
from ontology.terms import REFERENCE, Gde, vocab

SAMPLE = Path(__file__).parent / "sample.trig"
OA = Namespace("http://www.w3.org/ns/oa#")
DPV = "https://w3id.org/dpv#"

CNIL = f"{REFERENCE}decision/fr-cnil-2023-san-2023-901"
ICO = f"{REFERENCE}decision/gb-ico-2022-243b124d"
AEPD = f"{REFERENCE}decision/es-aepd-2023-ps-00901-2022"
FINDING = f"{CNIL}#infringement-1-art_32"
FINE, PART = f"{CNIL}#fine", f"{AEPD}#fine-part-1"
PUBLICATION = f"{CNIL}#measure-publication"
AFFECTED = f"{CNIL}#affected"
ALPHAMED = f"{REFERENCE}org/alphamed"
AUTHORITY = f"{REFERENCE}authority/fr/cnil"
PROVISION = f"{REFERENCE}provision/reg/2016/679/art_32"
ARTICLE, EVIDENCE = str(Gde.SourceArticle), str(Gde.Evidence)
SELECTOR, POSITION = str(OA.TextQuoteSelector), str(OA.TextPositionSelector)


def decimal(text: str) -> Literal:
    return Literal(text, datatype=XSD.decimal)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES)


@pytest.fixture(scope="module")
def sample() -> Graph:
    """The sample, all graphs together, with what the ontology says of the nodes in it."""
    quads = pyoxigraph.parse(path=SAMPLE, format=pyoxigraph.RdfFormat.TRIG)
    triples = sorted({f"{quad.triple} .\n" for quad in quads})
    found = Graph().parse(data="".join(triples), format="nt")
    named = set(found.all_nodes())
    for path in (FOLDER / "gde.ttl", PROVISIONS_TURTLE, *SCHEMES.values()):
        for triple in Graph().parse(path):
            if triple[0] in named or triple[1] == RDFS.subClassOf:
                found.add(triple)
    return found


@pytest.fixture
def graph(sample: Graph) -> Graph:
    """A copy of the sample for one test."""
    found = Graph()
    for triple in sample:
        found.add(triple)
    return found


@pytest.fixture
def small(graph: Graph) -> Graph:
    """The copy with one piece of evidence left to check, which is quicker."""
    kept = focus(graph, EVIDENCE)
    for node in set(graph.subjects(RDF.type, URIRef(EVIDENCE))) - {kept}:
        graph.remove((node, RDF.type, URIRef(EVIDENCE)))
    return graph


def findings(graph: Graph, shapes: Graph, *only: str) -> set[str]:
    """The messages of what the shapes find, or only these shapes, which is quicker."""
    _, report, _ = validate(graph, shacl_graph=shapes, use_shapes=list(only) or None)
    assert isinstance(report, Graph)
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def focus(graph: Graph, name: str) -> URIRef:
    """The node of a name; of a class, the first of its instances, because texts and quotes have names of digests."""
    instances = sorted(str(node) for node in graph.subjects(RDF.type, URIRef(name)))
    return URIRef(instances[0] if instances else name)


WRONG: list[tuple[str, str, tuple[Node, ...], str]] = [
    (CNIL, RDFS.label, (), "A decision has one label."),
    (CNIL, Gde.status, (URIRef(vocab("decision-status", "pending")),), "A decision is final, proposed, appealed"),
    (CNIL, Gde.verification, (Literal("yes"),), "A decision says who vouches"),
    (CNIL, Gde.issuedBy, (URIRef(f"{REFERENCE}authority/fr/nobody"),), "issued by one supervisory authority"),
    (CNIL, Gde.addressedTo, (URIRef(f"{REFERENCE}org/nobody"),), "addressed to a regulated entity"),
    (CNIL, Gde.decisionDate, (Literal("14 March 2023"),), "A decision has one date"),
    (CNIL, Gde.decisionYear, (Literal(2022),), "not the year of its date"),
    (CNIL, Gde.decisionYear, (Literal("2023"),), "The year of a decision is"),
    (CNIL, Gde.decisionYear, (Literal(2017),), "applies since 25 May 2018"),
    (CNIL, Gde.caseNumber, (Literal(901),), "one case number"),
    (CNIL, Gde.totalFineEUR, (decimal("0"),), "The total fine is one decimal number"),
    (CNIL, Gde.totalFineEUR, (decimal("3000000000"),), "More than two billion euro"),
    (CNIL, Gde.totalFineEUR, (decimal("1"),), "not the sum of the fines"),
    (CNIL, Gde.concernsDataCategory, (URIRef(f"{DPV}PersonalData"),), "a concept of the scheme data-category"),
    (CNIL, Gde.findsInfringement, (URIRef(PROVISION),), "What a decision finds"),
    (CNIL, Gde.imposes, (URIRef(PROVISION),), "What a decision imposes"),
    (CNIL, Gde.affects, (URIRef(PROVISION),), "Whom a decision affects"),
    (CNIL, Gde.reportedIn, (URIRef(f"{REFERENCE}article/none"),), "at least one source article"),
    (FINDING, Gde.ofProvision, (URIRef("https://w3id.org/dpv/legal/eu/gdpr#A13"),), "one that the GDPR has"),
    (FINDING, Gde.outcome, (URIRef(f"{DPV}NonCompliant"),), "infringed or not"),
    (FINDING, Gde.committedBy, (URIRef(f"{REFERENCE}org/nobody"),), "A finding is about one party"),
    (FINDING, Gde.inCapacityOf, (URIRef(f"{DPV}ThirdParty"),), "as a controller or as a processor"),
    (PUBLICATION, Gde.imposedOn, (URIRef(PROVISION),), "imposed on a regulated entity"),
    (PUBLICATION, Gde.measureKind, (Literal("publication"),), "The kind of a measure"),
    (FINE, Gde.exercisesPower, (URIRef(PROVISION),), "a point of Article 58(2)"),
    (FINE, Gde.amount, (decimal("0"),), "The amount of a fine"),
    (FINE, Gde.amountUndisclosed, (Literal(True),), "one of the three"),
    (FINE, Gde.initialAmount, (decimal("100"),), "not higher than the initial one"),
    (FINE, Gde.initialAmount, (decimal("0"),), "The initial amount is"),
    (FINE, Gde.currency, (Literal("EUR"),), "The currency is one IRI"),
    (FINE, Gde.amountEUR, (decimal("0"),), "The amount in euro is"),
    (FINE, Gde.amountEUR, (decimal("5"),), "without an exchange rate"),
    (f"{ICO}#fine", Gde.exchangeRate, (decimal("0"),), "The exchange rate is one decimal"),
    (f"{ICO}#fine", Gde.exchangeRateDate, (Literal("2022"),), "that of one day"),
    (PART, Gde.componentOf, (URIRef(PROVISION),), "an item of one fine"),
    (AFFECTED, Gde.dataSubjectCount, (Literal(0),), "The number of affected people"),
    (f"{ICO}#affected", Gde.dataSubjectCountMax, (Literal(5),), "not above the greatest"),
    (f"{AEPD}#affected", Gde.dataSubjectCountMax, (Literal(0),), "greatest number of affected people"),
    (AFFECTED, Gde.countQualifier, (URIRef(vocab("count-qualifier", "some")),), "exact, rounded, or a bound"),
    (ALPHAMED, SKOS.prefLabel, (), "one name, or one description"),
    (ALPHAMED, Gde.nameWithheld, (Literal("yes"),), "withheld or not"),
    (AUTHORITY, Gde.jurisdiction, (), "one jurisdiction"),
    (PROVISION, SKOS.notation, (), "one citation"),
    (PROVISION, Gde.articleNumber, (Literal(100),), "one of the 99 articles"),
    (ARTICLE, SDO.articleBody, (Literal(5),), "has its text"),
    (ARTICLE, SDO.url, (Literal("javascript:x"),), "a web address"),
    (ARTICLE, SDO.datePublished, (Literal("yesterday"),), "published on one day"),
    (EVIDENCE, RDF.subject, (Literal("text"),), "one subject"),
    (EVIDENCE, RDF.predicate, (Literal("text"),), "one predicate"),
    (EVIDENCE, Gde.confidence, (decimal("1.1"),), "between 0 and 1"),
    (EVIDENCE, PROV.wasDerivedFrom, (URIRef(f"{REFERENCE}article/none"),), "in one source article"),
    (EVIDENCE, PROV.wasGeneratedBy, (URIRef(f"{REFERENCE}run/none"),), "one version of the extraction pipeline"),
    (SELECTOR, OA.exact, (Literal("words that are not there"),), "does not stand at its place"),
    (CNIL, RDFS.label, (Literal("one"), Literal("two")), "A decision has one label."),
    (CNIL, Gde.issuedBy, (), "which authority issued"),
    (CNIL, Gde.addressedTo, (), "to whom the decision is addressed"),
    (CNIL, Gde.reportedIn, (), "at least one source article"),
    (ICO, Gde.findsInfringement, (URIRef(FINDING),), "A finding belongs to one decision"),
    (ICO, Gde.imposes, (URIRef(PUBLICATION),), "A corrective measure belongs to one decision"),
    (FINE, Gde.amount, (), "one of the three"),
    (FINE, Gde.currency, (), "The amount has no currency"),
    (AFFECTED, Gde.dataSubjectCount, (), "a number or a bound of it"),
    (AFFECTED, Gde.dataSubjectCountMin, (Literal(0),), "The least number"),
    (AUTHORITY, SKOS.prefLabel, (Literal("A", lang="en"), Literal("B", lang="en")), "one preferred name"),
    (ARTICLE, SDO.inLanguage, (Literal("en"), Literal("fr")), "in one language"),
    (EVIDENCE, RDF.object, (), "one object"),
    (SELECTOR, OA.exact, (), "quotes one stretch"),
    (POSITION, OA.start, (), "where its quote begins"),
]
"""A node (or a class of which one node is meant), a property, the values that take the place of its values, and words
of what is said of it."""


def test_the_sample_keeps_to_the_shapes(graph: Graph, shapes: Graph) -> None:
    assert findings(graph, shapes) == set()


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


def test_every_message_has_its_example(shapes: Graph) -> None:
    covered = [message for *_, message in WRONG] + ["The lower end of a range", "Nothing in the sources"]
    said = {str(message) for message in shapes.objects(None, SH.message)}
    assert {text for text in said if not any(message in text for message in covered)} == set()
