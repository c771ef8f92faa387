"""What describes the data to programs."""

import pytest
from rdflib import Literal, Namespace, URIRef
from starlette.testclient import TestClient

from tests.kg.index.fictional import world
from tests.w3c.results import graph as graph_of

VOID = Namespace("http://rdfs.org/ns/void#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
FORMS = ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")


@pytest.mark.parametrize("media_type", FORMS)
def test_the_data_is_described_at_its_known_place(client: TestClient, media_type: str) -> None:
    response = client.get("/.well-known/void", headers={"accept": media_type}, follow_redirects=False)
    assert (response.status_code, response.headers["content-type"].partition(";")[0]) == (200, media_type)
    graph = graph_of(response.content, media_type, "http://testserver/")
    [dataset] = graph.subjects(VOID.sparqlEndpoint, URIRef("http://testserver/sparql"))
    assert graph.value(dataset, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert URIRef("https://w3id.org/gdpr-enforcement/ns#") in set(graph.objects(dataset, VOID.vocabulary))
    stats = client.get("/stats").json()
    assert graph.value(dataset, VOID.triples) == Literal(stats["triples"])
    counted = {
        str(graph.value(part, VOID["class"])).rpartition("#")[2]: graph.value(part, VOID.entities)
        for part in graph.objects(dataset, VOID.classPartition)
    }
    assert counted["EnforcementDecision"] == Literal(len(world().decisions))
    assert counted["https://schema.org/NewsArticle"] == Literal(stats["articles"])


def test_its_dump_is_there(client: TestClient) -> None:
    graph = graph_of(client.get("/.well-known/void").content, "text/turtle", "http://testserver/")
    [dump] = graph.objects(None, VOID.dataDump)
    assert client.get(str(dump), headers={"accept": "application/n-triples"}).text.count("\n") > 1000


@pytest.mark.parametrize("path", ["/", "/sparql", "/decisions", "/nothing"])
def test_every_answer_links_to_descriptions(client: TestClient, path: str) -> None:
    link = client.get(path).headers["link"]
    for target, relation in (
        ("/.well-known/void", "describedby"),
        ("/openapi.json", "service-desc"),
        ("/docs", "service-doc"),
    ):
        assert f'<{target}>; rel="{relation}"' in link


def test_a_host_that_is_none_is_not_repeated(client: TestClient) -> None:
    for path in ("/.well-known/void", "/sparql"):
        response = client.get(path, headers={"host": 'a"<b>.example', "accept": "text/turtle"})
        assert "b>.example" not in response.text
