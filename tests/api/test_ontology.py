"""The ontology at its path: a page for browsers, RDF in four forms, and validators."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from rdflib import Graph
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

import ontology
from api.ontology import router
from api.problems import add_problem_handlers
from kg.settings import Settings
from ontology.documentation.forms import FORMS
from ontology.files import FOLDER, OTHER_PROVISIONS_TURTLE, PROVISIONS_TURTLE, SCHEMES, SHAPES

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nt": "nt"}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    app = FastAPI()
    app.state.settings = Settings.model_validate({})
    add_problem_handlers(app)
    app.include_router(router)
    with TestClient(app, follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return Graph().parse(FOLDER / "gde.ttl")


@pytest.mark.parametrize(("ending", "media_type"), FORMS.items())
def test_each_form_says_the_same(client: TestClient, vocabulary: Graph, ending: str, media_type: str) -> None:
    by_header = client.get("/ns", headers={"accept": media_type})
    by_name = client.get(f"/ns/gde.{ending}")
    assert by_header.status_code == by_name.status_code == 200
    assert by_header.content == by_name.content
    assert by_header.headers["content-type"].split(";")[0] == media_type
    assert by_header.headers["vary"] == "Accept"
    assert isomorphic(Graph().parse(data=by_header.content, format=PARSERS[ending]), vocabulary)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (BROWSER, "text/html"),
        ("*/*", "text/turtle"),
        ("application/rdf+xml, text/turtle;q=0.5", "application/rdf+xml"),
        ("application/json;q=0.9, application/ld+json", "application/ld+json"),
    ],
)
def test_the_client_chooses(client: TestClient, accept: str, media_type: str) -> None:
    assert client.get("/ns", headers={"accept": accept}).headers["content-type"].split(";")[0] == media_type


def test_what_cannot_be_had_is_refused(client: TestClient) -> None:
    answer = client.get("/ns", headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "text/turtle" in answer.json()["detail"]


def test_the_files_that_the_page_needs_are_there(client: TestClient) -> None:
    page = client.get("/ns", headers={"accept": BROWSER}).text
    for file in ("page.css", "classes.svg", *(f"gde.{ending}" for ending in FORMS)):
        assert f'href="ns/{file}"' in page
        assert client.get(f"/ns/{file}").status_code == 200
    for scheme in SCHEMES:
        assert f'href="vocab/{scheme}"' in page


@pytest.mark.parametrize("path", [PROVISIONS_TURTLE, OTHER_PROVISIONS_TURTLE, SHAPES], ids=lambda path: path.stem)
def test_the_regulation_and_the_shapes_are_served(client: TestClient, path: Path) -> None:
    answer = client.get(f"/ns/{path.name}")
    assert answer.content == path.read_bytes()
    assert answer.headers["content-type"].startswith("text/turtle")
    assert f'href="ns/{path.name}"' in client.get("/ns", headers={"accept": BROWSER}).text


def test_the_version_has_an_address(client: TestClient) -> None:
    answer = client.get(f"/ns/{ontology.VERSION}")
    assert (answer.status_code, answer.headers["location"]) == (303, "../ns")


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_each_scheme_is_served(client: TestClient, scheme: str) -> None:
    answer = client.get(f"/vocab/{scheme}")
    assert answer.content == SCHEMES[scheme].read_bytes()
    assert answer.headers["content-type"].startswith("text/turtle")


def test_a_browser_gets_a_page_of_a_scheme(client: TestClient) -> None:
    answer = client.get("/vocab/measure", headers={"accept": BROWSER})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["vary"] == "Accept"
    assert 'id="reprimand"' in answer.text
    for ending, media_type in FORMS.items():
        assert f'href="measure.{ending}"' in answer.text
        assert client.get(f"/vocab/measure.{ending}").headers["content-type"].startswith(media_type)


def test_definitions_lead_to_schemes(client: TestClient) -> None:
    page = client.get("/ns", headers={"accept": BROWSER}).text
    assert 'the scheme <a href="vocab/decision-status">decision-status</a>' in page


def test_a_concept_is_in_its_scheme(client: TestClient) -> None:
    answer = client.get("/vocab/data-category/health")
    assert (answer.status_code, answer.headers["location"]) == (303, "../data-category#health")


@pytest.mark.parametrize(
    "path",
    [
        "/ns/gde.doc",
        "/ns/shapes.nt",
        "/ns/0.0.0",
        "/vocab/weather",
        "/vocab/weather/rain",
        "/vocab/measure/rain",
        "/vocab/measure.doc",
    ],
)
def test_unknown_names_are_not_found(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("path", ["/ns", "/ns/classes.svg", "/vocab/verification"])
def test_what_a_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(("path", "site"), [("/ns", "./"), ("/vocab/measure", "../")])
def test_pages_lead_back_to_the_site(client: TestClient, path: str, site: str) -> None:
    page = client.get(path, headers={"accept": BROWSER}).text
    assert f'<a href="{site}">GDPR enforcement graph</a>' in page
    assert f'<link rel="icon" href="{site}static/icon.svg"' in page
