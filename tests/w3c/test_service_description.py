"""The three tests of the SPARQL Service Description, which the suite has in words only."""

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from tests.w3c.exchanges import names
from tests.w3c.server import Reply, Server
from tests.w3c.suite import needs_suite

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
TERMS = [
    "endpoint",
    "feature",
    "defaultEntailmentRegime",
    "entailmentRegime",
    "defaultSupportedEntailmentProfile",
    "supportedEntailmentProfile",
    "extensionFunction",
    "extensionAggregate",
    "languageExtension",
    "supportedLanguage",
    "propertyFeature",
    "defaultDataset",
    "availableGraphs",
    "resultFormat",
    "inputFormat",
    "defaultGraph",
    "namedGraph",
    "name",
    "graph",
]
"""The properties of the vocabulary (SPARQL 1.1 Service Description, 3.4)."""


@needs_suite
def test_the_suite_is_whole() -> None:
    assert set(names("service-description/manifest.ttl")) == {
        "returns-rdf",
        "has-endpoint-triple",
        "conforms-to-schema",
    }


@pytest.fixture(scope="module")
def reply(server: Server) -> Reply:
    return server.send("GET", "/sparql", [("Accept", "text/turtle")])


@pytest.fixture(scope="module")
def described(reply: Reply) -> Graph:
    return Graph().parse(data=reply.body, format="turtle")


def test_returns_rdf(reply: Reply, described: Graph) -> None:
    assert (reply.status, reply.headers["content-type"].partition(";")[0]) == (200, "text/turtle")
    assert len(described) > 0


def test_has_endpoint_triple(server: Server, described: Graph) -> None:
    assert set(described.objects(None, SD.endpoint)) == {URIRef(f"{server.address}/sparql")}


def test_conforms_to_schema(described: Graph) -> None:
    [service] = described.subjects(RDF.type, SD.Service)
    used = {str(predicate) for predicate in described.predicates() if str(predicate).startswith(str(SD))}
    assert used <= {str(SD[term]) for term in TERMS}
    for term in ("resultFormat", "inputFormat", "supportedLanguage", "feature", "endpoint"):
        values = list(described.objects(service, SD[term]))
        assert values
        assert all(isinstance(value, URIRef) for value in values)
    [dataset] = described.objects(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in described


def test_only_who_writes_is_told_of_updates(described: Graph, public: Server) -> None:
    updates = (None, SD.supportedLanguage, SD.SPARQL11Update)
    assert updates in described
    assert updates not in Graph().parse(data=public.send("GET", "/sparql").body, format="turtle")
