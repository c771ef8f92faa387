"""What all responses have in common."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.settings import Settings

PAGES = (
    "/",
    "/decisions",
    "/authorities",
    "/stats",
    "/query",
    "/docs",
    "/nothing",
    "/static/site.css",
    "/openapi.json",
)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_or_loads_that_is_not_ours(client: TestClient, path: str) -> None:
    headers = client.get(path, headers={"accept": "text/html"}).headers
    rules = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers.get_list("access-control-allow-origin") == ["*"]


@pytest.mark.parametrize(
    "path", ["/", "/decisions?year=2023", "/authorities", "/stats", "/facets", "/.well-known/void"]
)
def test_what_is_unchanged_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert client.get(path, headers={"if-none-match": 'W/"other"'}).content == first.content


def test_page_and_json_have_validators_of_their_own(client: TestClient) -> None:
    json, page = client.get("/authorities"), client.get("/authorities", headers={"accept": "text/html"})
    assert json.headers["etag"] != page.headers["etag"]
    assert json.headers["vary"] == page.headers["vary"] == "Accept"


def test_errors_have_no_validator(client: TestClient) -> None:
    assert "etag" not in client.get("/decisions/none").headers


def test_a_validator_is_good_for_its_address_only(client: TestClient) -> None:
    known = {"if-none-match": client.get("/decisions").headers["etag"]}
    assert client.get("/decisions", headers=known).status_code == 304
    assert client.get("/stats", headers=known).status_code == 200
    assert client.get("/decisions?year=2023", headers=known).status_code == 200
    assert client.get("/decisions?year=never", headers=known).status_code == 422
    assert client.get("/decisions/none", headers=known).status_code == 404


def test_a_validator_is_good_for_its_limit_of_rows_only(client: TestClient, settings: Settings) -> None:
    asked = {"query": "SELECT ?d WHERE { ?d ?p ?o }"}
    known = {"if-none-match": client.get("/sparql", params=asked).headers["etag"]}
    assert client.get("/sparql", params=asked, headers=known).status_code == 304
    with TestClient(create_app(settings.model_copy(update={"query_rows": 1}))) as other:
        again = other.get("/sparql", params=asked, headers=known)
        assert (again.status_code, len(again.json()["results"]["bindings"])) == (200, 1)


@pytest.mark.parametrize("path", ["/", "/decisions", "/stats", "/healthz"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]
