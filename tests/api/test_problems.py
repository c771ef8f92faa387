"""Every error leaves as a problem document, and tells nothing that is nobody's business."""

import logging
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.problems import KINDS, kind_of
from kg import errors
from kg.graph.store.live import open_store
from kg.graph.store.snapshot import current_snapshot
from kg.keys import KeyRing, Scope
from kg.settings import Settings
from tests.api.conftest import publish_units
from tests.kg.index.fictional import world

ERRORS = [item for item in vars(errors).values() if isinstance(item, type) and issubclass(item, errors.KgError)]
SECRET = "/srv/secret/path"


def tells(kind: type[Exception]) -> bool:
    """Whether clients see the text of an error; that of a failed store names files."""
    return (
        issubclass(kind, errors.KgError) and not issubclass(kind, errors.StoreError) and kind_of(kind()).status != 500
    )


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
    assert (SECRET in problem["detail"]) == tells(kind)


def test_the_table_has_every_error_that_a_request_can_meet() -> None:
    unlisted = {kind for kind in ERRORS if kind not in KINDS}
    assert unlisted == {errors.UnknownGraph}
    assert kind_of(errors.UnknownGraph()) is KINDS[errors.QueryRefused]


@pytest.mark.parametrize("kind", [*ERRORS, ZeroDivisionError])
def test_a_browser_gets_a_page(failing: TestClient, kind: type[Exception]) -> None:
    response = failing.get(f"/fail/{kind.__name__}", headers={"accept": "text/html,*/*;q=0.8"})
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>" in response.text
    assert (SECRET in response.text) == tells(kind)


@pytest.mark.parametrize("kind", [errors.StoreError, errors.StoreLocked])
def test_what_a_client_is_not_told_goes_to_the_log(
    failing: TestClient, kind: type[errors.StoreError], caplog: pytest.LogCaptureFixture
) -> None:
    assert failing.get(f"/fail/{kind.__name__}").json()["detail"] == errors.WITHHELD
    assert SECRET in caplog.text


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """An instance of one's own, to be damaged."""
    publish_units(tmp_path, world().units)
    return tmp_path


def no_snapshot(folder: Path) -> None:
    (folder / "CURRENT").write_text("000009")


def no_pointer(folder: Path) -> None:
    (folder / "CURRENT").write_text("../../etc")


def no_store(folder: Path) -> None:
    shutil.rmtree(current_snapshot(folder) / "store")


def broken_files(folder: Path) -> None:
    for file in (current_snapshot(folder) / "store").glob("*.sst"):
        file.unlink()


def broken_index(folder: Path) -> None:
    (current_snapshot(folder) / "index.sqlite").write_bytes(b"no table" * 1000)


def old_index(folder: Path) -> None:
    with closing(sqlite3.connect(current_snapshot(folder) / "index.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("damage", [no_snapshot, no_pointer, no_store, broken_files, broken_index, old_index])
def test_no_answer_names_the_folder_of_the_data(instance: Path, damage: Callable[[Path], None]) -> None:
    damage(instance)
    told = set()
    with TestClient(create_app(Settings.model_validate({"data_dir": instance})), raise_server_exceptions=False) as one:
        for path in ("/decisions", "/sparql?query=SELECT*{?s+?p+?o}", "/graphs?default", "/readyz", "/", "/metrics"):
            response = one.get(path)
            told.add(response.status_code)
            assert str(instance) not in response.text
            assert "Traceback" not in response.text
    assert 503 in told


def test_a_failed_write_names_no_file(instance: Path) -> None:
    key = KeyRing(instance).add("writer", [Scope.WRITE])
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/sparql-update"}
    app = create_app(Settings.model_validate({"data_dir": instance}))
    with TestClient(app, raise_server_exceptions=False) as one:
        with open_store(instance / "store"):
            locked = one.post("/sparql", content="CLEAR DEFAULT", headers=headers)
        shutil.move(instance / "store" / "db", instance / "store" / "moved")
        (instance / "store" / "db").write_text("no folder")
        failed = one.post("/sparql", content="CLEAR DEFAULT", headers=headers)
    assert (locked.status_code, failed.status_code) == (503, 503)
    assert locked.json()["detail"] == f"the store is held by process {os.getpid()}"
    assert failed.json()["detail"] == errors.WITHHELD


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


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/stats", "GET, HEAD, OPTIONS"),
        ("/sparql", "GET, HEAD, POST, OPTIONS"),
        ("/graphs?default", "GET, HEAD, POST, PUT, DELETE, OPTIONS"),
        ("/graphs/x", "GET, HEAD, POST, PUT, DELETE, OPTIONS"),
        ("/static/site.css", "GET, HEAD, OPTIONS"),
    ],
)
def test_a_method_that_is_not_allowed_comes_with_those_that_are(client: TestClient, path: str, allowed: str) -> None:
    response = client.patch(path)
    assert response.status_code == 405
    assert response.headers["allow"] == allowed


@pytest.mark.parametrize("path", ["/stats", "/decisions", "/decisions/x", "/.well-known/void", "/questions/x"])
def test_scripts_of_other_sites_may_read_with_a_validator(client: TestClient, path: str) -> None:
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"}
    response = client.options(path, headers=asked | {"Access-Control-Request-Headers": "if-none-match"})
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["access-control-allow-methods"] == "GET, HEAD"
    assert "If-None-Match" in response.headers["access-control-allow-headers"]
    assert "Authorization" not in response.headers["access-control-allow-headers"]
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"


def test_options_of_what_is_not_there(client: TestClient) -> None:
    assert client.options("/nothing/here").status_code == 404


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"Content-Type": "text/plain"}, "accept"),
        ({"Content-Type": "application/sparql-query; charset=latin1"}, None),
        ({"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}, "accept-encoding"),
    ],
)
def test_a_form_that_is_not_taken_comes_with_those_that_are(
    client: TestClient, headers: dict[str, str], told: str | None
) -> None:
    response = client.post("/sparql", content=b"ASK {}", headers=headers)
    assert response.status_code == 415
    assert response.json()["type"].endswith("#problem-unsupported-media-type")
    assert told is None or response.headers[told]


def test_without_a_snapshot_everything_says_so(tmp_path: Path) -> None:
    with TestClient(create_app(Settings.model_validate({"data_dir": tmp_path}))) as client:
        for path in ("/decisions", "/decisions/x", "/articles/x", "/authorities", "/stats", "/facets"):
            assert client.get(path).status_code == 503
        front = client.get("/", headers={"accept": "text/html"})
        assert front.status_code == 200
        assert "gdpr-kg ingest" in front.text
