"""Whole graphs by HTTP, and updates: what is beyond the W3C's tests (tests/w3c)."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.graph.store.live import open_store
from kg.keys import KeyRing, Scope
from kg.settings import Settings
from tests.api.conftest import publish_units
from tests.kg.index.fictional import world

TURTLE = {"Content-Type": "text/turtle"}
G = "/graphs?graph=https://example.org/g"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graphs")
    publish_units(folder, world().units)
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    """A client with a key that may write."""
    key = KeyRing(folder).add("tests", [Scope.WRITE])
    settings = Settings.model_validate({"data_dir": folder, "query_workers": 1, "upload_mb": 1})
    with TestClient(create_app(settings), headers={"Authorization": f"Bearer {key}"}) as client:
        yield client


def ask(client: TestClient, query: str) -> list[list[str]]:
    """The rows of an answer, without the names."""
    text = client.get("/sparql", params={"query": query, "format": "csv"}).text
    return [line.split(",") for line in text.splitlines()[1:]]


@pytest.mark.parametrize(
    ("method", "address", "headers", "content", "status", "words"),
    [
        ("PUT", G, {"Content-Type": "text/csv"}, "a,b", 415, "text/turtle"),
        ("PUT", G, {}, "<u:a> <u:b> 1 .", 415, "no type"),
        ("PUT", G, {"Content-Type": "text/turtle; charset=latin-1"}, "", 415, "UTF-8"),
        ("PUT", G, TURTLE, "<u:a> <u:b> 1 .\n\n<u:a> .", 400, "line 3"),
        ("PUT", G, TURTLE, "#" * 1_100_000, 413, "larger than"),
        ("PUT", G, {"Content-Type": "application/rdf+xml"}, "<!DOCTYPE r [\n<!ENTITY a 'b'>]>", 400, "line 1"),
        ("PUT", G, {"Content-Type": "application/ld+json"}, '{"@context": "http://127.0.0.1:9/"}', 400, "JSON"),
        ("PUT", G, {"Content-Type": "multipart/form-data; boundary=x"}, "none", 400, "form"),
        ("PUT", "/graphs", TURTLE, "", 400, "name a graph"),
        ("PUT", "/graphs?graph=", TURTLE, "", 400, "empty"),
        ("PUT", "/graphs?graph=https://example.org/g&default", TURTLE, "", 400, "not both"),
        ("PUT", "/graphs/x?graph=https://example.org/g", TURTLE, "", 400, "the address names a graph"),
        ("PUT", "/graphs?graph=https://example.org/a b", TURTLE, "", 400, "no IRI"),
        ("GET", "/graphs?graph=https://example.org/none", {}, "", 404, "no graph here"),
        ("GET", "/graphs?graph=https://w3id.org/gdpr-enforcement/id/article/none", {}, "", 404, "no graph here"),
        ("GET", "/graphs?default", {"Accept": "text/csv"}, "", 406, "text/turtle"),
        ("DELETE", "/graphs?graph=https://example.org/none", {}, "", 404, "no graph"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, "INSERT DATA { <u:a> }", 400, "1:"),
        ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, "LOAD <u:a>", 403, "LOAD"),
        ("POST", "/sparql?query=x", {"Content-Type": "application/sparql-update"}, "DROP ALL", 400, "two requests"),
    ],
)
def test_a_request_at_fault_is_told_so(
    client: TestClient, method: str, address: str, headers: dict[str, str], content: str, status: int, words: str
) -> None:
    response = client.request(method, address, headers=headers, content=content)
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert words in response.json()["detail"]


def test_a_graph_in_other_forms(client: TestClient) -> None:
    body = '<https://example.org/s> <https://example.org/p> "x" .\n'
    assert client.put(G, content=body, headers=TURTLE).status_code == 201
    triples = client.get(G, headers={"Accept": "application/n-triples"})
    assert triples.text == body
    assert client.get(G + "&format=jsonld").headers["content-type"] == "application/ld+json"
    head = client.head(G, headers={"Accept": "application/n-triples"})
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", str(len(body)))
    assert client.get(G, headers={"Accept": "text/turtle;q=0.1, application/rdf+xml"}).text.startswith("<?xml")
    assert client.put(G, content=body, headers=TURTLE).status_code == 204
    assert client.delete(G).status_code == 204


def test_graphs_may_be_asked_by_name_once_they_are_there(client: TestClient) -> None:
    query = "SELECT ?o FROM <https://example.org/q> { ?s ?p ?o }"
    refused = client.get("/sparql", params={"query": query})
    assert (refused.status_code, refused.json()["type"]) == (403, "/docs#problem-query-refused")
    client.put("/graphs?graph=https://example.org/q", content="<u:a> <u:b> 5 .", headers=TURTLE)
    assert ask(client, query) == [["5"]]


def test_an_answer_is_not_sent_again_until_the_graph_changes(client: TestClient) -> None:
    given = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    first = client.get("/sparql", params=given)
    again = client.get("/sparql", params=given, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/sparql", params={"query": "ASK {"}, headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 400
    client.post("/sparql", data={"update": "INSERT DATA { <u:a> <u:b> 'new' }"})
    changed = client.get("/sparql", params=given, headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert changed.text != first.text
    assert "etag" not in client.get("/sparql", params={"query": "SELECT (now() AS ?n) {}"}).headers
    assert "etag" not in client.post("/sparql", data=given).headers


def test_the_index_follows_the_graph(client: TestClient) -> None:
    before = client.get("/stats").json()["decisions"]
    found = client.get("/decisions", params={"limit": 1}).json()["items"][0]
    client.post("/sparql", data={"update": f"DELETE WHERE {{ <{found['iri']}> ?p ?o }}"})
    assert ask(client, f"ASK {{ <{found['iri']}> ?p ?o }}") == []
    end = time.monotonic() + 60
    while client.get("/stats").json()["decisions"] == before:
        assert time.monotonic() < end
        time.sleep(0.2)
    assert client.get("/stats").json()["decisions"] == before - 1
    assert client.get(f"/decisions/{found['id']}").status_code == 404


def test_who_holds_the_store_is_named(client: TestClient, folder: Path) -> None:
    with open_store(folder / "store", patience=20.0):
        response = client.put(G, content="", headers=TURTLE)
    assert (response.status_code, response.json()["type"]) == (503, "/docs#problem-store-locked")
    assert "held by process" in response.json()["detail"]
    assert int(response.headers["retry-after"]) > 0
    assert client.put(G, content="", headers=TURTLE).status_code in {201, 204}


def test_scripts_of_other_sites_may_read_and_not_write(client: TestClient) -> None:
    asked = client.options("/graphs", headers={"Origin": "http://example.org", "Access-Control-Request-Method": "PUT"})
    assert asked.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert "authorization" not in asked.headers["access-control-allow-headers"].lower()
