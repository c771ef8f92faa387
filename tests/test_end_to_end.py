"""One article, from the file to the answers of SPARQL and REST, through the real commands and a real server."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CORPUS, build
from tests.serving import serving

BASE = "https://w3id.org/gdpr-enforcement/id/"
PREFIXES = """
PREFIX gde:  <https://w3id.org/gdpr-enforcement/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdf:  <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX oa:   <http://www.w3.org/ns/oa#>
PREFIX dpv:  <https://w3id.org/dpv#>
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("one-article")
    build(folder, CORPUS / "dedalus-laboratories.md")
    with serving(folder) as found:
        yield found


def get(url: str, accept: str = "application/json", data: bytes | None = None) -> tuple[int, Message, str]:
    """Status, headers and body of an answer."""
    request = urllib.request.Request(url, data, {"Accept": accept})  # noqa: S310  (a server of our own)
    # A server that has just begun to listen answers when it is ready.
    for _ in range(50):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}")


def select(address: str, where: str) -> list[dict[str, str]]:
    body = urllib.parse.urlencode({"query": PREFIXES + where}).encode()
    status, _, text = get(f"{address}/sparql", "application/sparql-results+json", body)
    assert status == 200, text
    return [{name: term["value"] for name, term in row.items()} for row in json.loads(text)["results"]["bindings"]]


def test_sparql_knows_the_facts(address: str) -> None:
    [row] = select(
        address,
        """SELECT ?authority ?party ?amount ?euro ?date ?count ?status WHERE {
          ?decision a gde:EnforcementDecision ; gde:issuedBy ?authority ; gde:addressedTo/skos:prefLabel ?party ;
            gde:imposes ?fine ; gde:totalFineEUR ?euro ; gde:decisionDate ?date ; gde:status ?status ;
            gde:affects/gde:dataSubjectCount ?count .
          ?fine a gde:AdministrativeFine ; gde:amount ?amount }""",
    )
    assert row == {
        "authority": f"{BASE}authority/fr/cnil",
        "party": "Dedalus Biologie",
        "amount": "1500000",
        "euro": "1500000",
        "date": "2022-04-15",
        "count": "500000",
        "status": "https://w3id.org/gdpr-enforcement/vocab/decision-status/final",
    }


def test_sparql_knows_the_infringements(address: str) -> None:
    rows = select(
        address,
        """SELECT ?article ?role WHERE {
          ?infringement a gde:Infringement ; gde:ofProvision/gde:articleNumber ?article ; gde:inCapacityOf ?role
        } ORDER BY ?article""",
    )
    assert rows == [
        {"article": article, "role": "https://w3id.org/dpv#DataProcessor"} for article in ("28", "29", "32")
    ]


def test_sparql_knows_data_and_measures(address: str) -> None:
    rows = select(address, "SELECT ?c WHERE { ?d gde:concernsDataCategory ?c } ORDER BY ?c")
    assert [row["c"].rpartition("/")[2] for row in rows] == ["genetic", "health", "name", "ssn"]
    rows = select(address, "SELECT ?m WHERE { ?d gde:imposes/gde:measureKind ?m }")
    assert [row["m"].rpartition("/")[2] for row in rows] == ["publication"]


def test_sparql_knows_the_sentence(address: str) -> None:
    rows = select(
        address,
        """SELECT ?quote ?prefix WHERE { GRAPH ?article {
          ?evidence rdf:predicate gde:amount ; rdf:object 1500000.0 ; oa:hasTarget/oa:hasSelector ?selector .
          ?selector oa:exact ?quote ; oa:prefix ?prefix } }""",
    )
    assert "1.5 million euros" in {row["quote"] for row in rows}
    assert any("medical laboratories" in row["prefix"] for row in rows)


def test_rest_tells_the_same(address: str) -> None:
    status, _, text = get(f"{address}/decisions?authority=fr/cnil")
    assert status == 200, text
    [item] = json.loads(text)["items"]
    status, _, text = get(f"{address}/decisions/{item['id']}")
    assert status == 200
    assert everything(json.loads(text)) >= {"Dedalus Biologie", "fr/cnil", "2022-04-15", "1500000", "28", "29", "32"}
    assert "one of the worst leaks of patient files" in text


def everything(value: Any) -> set[str]:
    """Every text and number in a JSON value, as text."""
    match value:
        case dict():
            return set().union(*map(everything, value.values()))
        case list():
            return set().union(*map(everything, value))
        case _:
            return {str(value)}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.1", "text/tab-separated-values"),
    ],
)
def test_sparql_formats(address: str, accept: str, kind: str) -> None:
    query = urllib.parse.quote("SELECT * WHERE { ?s ?p ?o } LIMIT 3")
    status, headers, _ = get(f"{address}/sparql?query={query}", accept)
    assert (status, headers.get_content_type()) == (200, kind)


@pytest.mark.parametrize(
    ("accept", "kind"), [("text/turtle", "text/turtle"), ("application/n-triples", "application/n-triples")]
)
def test_sparql_graphs(address: str, accept: str, kind: str) -> None:
    query = urllib.parse.quote("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3")
    status, headers, _ = get(f"{address}/sparql?query={query}", accept)
    assert (status, headers.get_content_type()) == (200, kind)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/decisions/no-such-decision", 404),
        ("/no-such-page", 404),
        ("/decisions?limit=many", 422),
        ("/sparql?query=SELECT", 400),
        ("/sparql?query=" + urllib.parse.quote("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 403),
    ],
)
def test_problems_are_told_as_problems(address: str, path: str, status: int) -> None:
    got, headers, text = get(address + path)
    assert (got, headers.get_content_type()) == (status, "application/problem+json"), text
    assert {"title", "status", "detail"} <= json.loads(text).keys()


def test_a_slow_query_is_stopped_and_answered(address: str) -> None:
    slow = urllib.parse.quote("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    began = time.monotonic()
    status, headers, text = get(f"{address}/sparql?timeout=1&query={slow}")
    assert (status, headers.get_content_type()) in {
        (503, "application/problem+json"),
        (504, "application/problem+json"),
    }
    assert time.monotonic() - began < 10
    assert "retry" in text
    assert len(select(address, "SELECT ?d WHERE { ?d a gde:EnforcementDecision }")) == 1


def test_health_and_description(address: str) -> None:
    assert get(f"{address}/healthz")[0] == 200
    assert json.loads(get(f"{address}/openapi.json")[2])["openapi"].startswith("3.")
    status, headers, text = get(f"{address}/docs", "text/html")
    assert (status, headers.get_content_type()) == (200, "text/html")
    assert "//cdn" not in text
    assert "Dedalus Biologie" in get(f"{address}/", "text/html")[2]


def test_a_new_snapshot_is_served_without_a_restart(tmp_path: Path) -> None:
    build(tmp_path, CORPUS / "dedalus-laboratories.md")
    with serving(tmp_path) as address:
        assert len(select(address, "SELECT ?d WHERE { ?d a gde:EnforcementDecision }")) == 1
        build(tmp_path, CORPUS / "booking-late.md")
        deadline = time.monotonic() + 10
        while len(select(address, "SELECT ?d WHERE { ?d a gde:EnforcementDecision }")) != 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert len(json.loads(get(f"{address}/decisions")[2])["items"]) == 2
