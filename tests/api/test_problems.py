"""Every error leaves as a problem document, and tells nothing that is nobody's business."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.problems import KINDS, kind_of
from kg import errors
from kg.settings import Settings

ERRORS = [item for item in vars(errors).values() if isinstance(item, type) and issubclass(item, errors.KgError)]
SECRET = "/srv/secret/path"


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server that raises each error at an address of its own."""
    app = create_app(Settings.model_validate({"data_dir": tmp_path_factory.mktemp("none")}))
    for kind in (*ERRORS, ZeroDivisionError):

        def fail(kind: type[Exception] = kind) -> None:
            raise kind(SECRET)

        app.get(f"/fail/{kind.__name__}")(lambda fail=fail: fail())
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.mark.parametrize("kind", ERRORS)
def test_each_error_is_a_problem(failing: TestClient, kind: type[errors.KgError]) -> None:
    response = failing.get(f"/fail/{kind.__name__}")
    problem = response.json()
    assert response.status_code == problem["status"] == kind_of(kind()).status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["title"] == kind_of(kind()).title
    assert (SECRET in problem["detail"]) == (problem["status"] != 500)


def test_the_table_has_every_error_that_a_request_can_meet() -> None:
    unlisted = {kind for kind in ERRORS if kind not in KINDS}
    assert unlisted == {errors.UnknownGraph}
    assert kind_of(errors.UnknownGraph()) is KINDS[errors.QueryRefused]


@pytest.mark.parametrize("kind", [*ERRORS, ZeroDivisionError])
def test_a_browser_gets_a_page(failing: TestClient, kind: type[Exception]) -> None:
    response = failing.get(f"/fail/{kind.__name__}", headers={"accept": "text/html,*/*;q=0.8"})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>" in response.text
    assert (SECRET in response.text) == (response.status_code != 500)


def test_what_nobody_foresaw_goes_to_the_log(failing: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="api"):
        response = failing.get("/fail/ZeroDivisionError")
    assert response.status_code == 500
    assert SECRET not in response.text
    assert "nosniff" in response.headers["x-content-type-options"]
    (record,) = [record for record in caplog.records if record.name == "api"]
    assert record.exc_info is not None
    assert SECRET in str(record.exc_info[1])


def test_a_busy_server_says_when_to_come_back(failing: TestClient) -> None:
    assert int(failing.get("/fail/ServiceBusy").headers["retry-after"]) > 0


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing/here", 404),
        ("GET", "/decisions/none", 404),
        ("GET", "/articles/none", 404),
        ("GET", "/static/none.css", 404),
        ("GET", "/static/../render.py", 404),
        ("POST", "/decisions", 405),
        ("DELETE", "/stats", 405),
        ("PUT", "/sparql", 405),
        ("GET", "/decisions?limit=x", 422),
    ],
)
def test_what_is_not_there(client: TestClient, method: str, path: str, status: int) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status


def test_a_method_that_is_not_allowed_comes_with_those_that_are(client: TestClient) -> None:
    assert "GET" in client.post("/stats").headers["allow"]


def test_without_a_snapshot_everything_says_so(tmp_path: Path) -> None:
    with TestClient(create_app(Settings.model_validate({"data_dir": tmp_path}))) as client:
        for path in ("/decisions", "/decisions/x", "/articles/x", "/authorities", "/stats", "/facets"):
            assert client.get(path).status_code == 503
        front = client.get("/", headers={"accept": "text/html"})
        assert front.status_code == 200
        assert "gdpr-kg ingest" in front.text
