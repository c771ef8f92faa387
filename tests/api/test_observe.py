"""Every request has an id and one line in the log, which says neither who asked nor what was asked."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.keys import KeyRing, Scope
from kg.logs import extra
from kg.settings import Settings

QUERY = "SELECT ?very ?secret WHERE { ?very ?p ?secret } LIMIT 1"


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """The fields of each request's line."""
    return [extra(record) for record in caplog.records if record.name == "api.request"]


@pytest.fixture
def info(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.INFO):
        yield caplog


def test_a_request_is_told_by_a_line(client: TestClient, info: pytest.LogCaptureFixture) -> None:
    body = client.get("/decisions/none?x=y").content
    (line,) = lines(info)
    assert line.pop("ms") > 0
    assert line == {
        "method": "GET",
        "route": "/decisions/{decision_id}",
        "path": "/decisions/none",
        "status": 404,
        "bytes": len(body),
    }


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("5d3c0f9e-1b7a-4c55", True),
        ("a" * 64, True),
        ("a" * 65, False),
        ("short", False),
        ("with spaces in it", False),
        ("<script>alert(1)</script>", False),
        ("line\tbreak-here", False),
    ],
)
def test_the_id_of_a_client_is_kept_where_it_is_sane(client: TestClient, given: str, kept: bool) -> None:
    response = client.get("/nothing", headers={"X-Request-ID": given})
    assert (response.headers["x-request-id"] == given) == kept
    assert response.json()["request_id"] == response.headers["x-request-id"]


def test_each_request_has_an_id_of_its_own(client: TestClient) -> None:
    ids = {client.get("/stats").headers["x-request-id"] for _ in range(10)}
    assert len(ids) == 10
    assert all(len(one) == 32 for one in ids)


def test_a_failure_is_logged_under_the_id_that_the_client_sees(settings: Settings) -> None:
    app = create_app(settings)

    @app.get("/fail")
    def fail() -> None:
        raise ZeroDivisionError

    with TestClient(app, raise_server_exceptions=False) as failing:
        response = failing.get("/fail", headers={"X-Request-ID": "given-by-me"})
    assert response.status_code == 500
    assert response.headers["x-request-id"] == response.json()["request_id"] == "given-by-me"
    assert response.headers["content-security-policy"]


def test_neither_queries_nor_keys_nor_clients_are_logged(
    settings: Settings, tmp_path: Path, info: pytest.LogCaptureFixture
) -> None:
    secret = KeyRing(tmp_path).add("owner", list(Scope))
    key = {"Authorization": f"Bearer {secret}"}
    with TestClient(create_app(settings), client=("192.0.2.77", 50_000)) as served:
        assert served.get("/sparql", params={"query": QUERY}, headers=key).status_code == 200
        assert served.post("/sparql", data={"query": QUERY}, headers=key).status_code == 200
        assert served.get("/decisions", params={"q": "secret"}, headers=key).status_code == 200
        assert served.get("/sparql", params={"query": QUERY + " secret"}, headers=key).status_code == 400
        served.get("/metrics", headers=key)
    assert len(lines(info)) == 5
    ours = [record for record in info.records if not record.name.startswith("http")]  # the client of the test logs too
    logged = "\n".join(f"{record.getMessage()} {extra(record)}" for record in ours)
    assert "secret" not in logged
    assert secret not in logged
    assert "192.0.2.77" not in logged


def test_at_debug_queries_and_clients_are_there_and_keys_are_not(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = KeyRing(tmp_path).add("owner", list(Scope))
    with (
        caplog.at_level(logging.DEBUG, "kg"),
        caplog.at_level(logging.DEBUG, "api"),
        TestClient(create_app(settings), client=("192.0.2.77", 50_000)) as served,
    ):
        served.post("/sparql", data={"query": QUERY}, headers={"Authorization": f"Bearer {secret}"})
    assert [extra(record) for record in caplog.records if record.name == "kg.graph.query.pool"] == [{"query": QUERY}]
    assert [line["client"] for line in lines(caplog)] == ["192.0.2.77"]
    assert secret not in "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)


def test_what_a_trusted_proxy_says_of_the_client_counts(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    trusting = settings.model_copy(update={"trusted_proxies": "127.0.0.1, 10.0.0.0/8"})
    for address, forwarded, client in [
        ("127.0.0.1", "192.0.2.1", "192.0.2.1"),
        ("10.1.2.3", "198.51.100.9, 192.0.2.1, 10.9.9.9", "192.0.2.1"),
        ("192.0.2.5", "198.51.100.9", "192.0.2.5"),
    ]:
        caplog.clear()
        with caplog.at_level(logging.DEBUG, "api"):
            TestClient(create_app(trusting), client=(address, 1)).get(
                "/healthz", headers={"X-Forwarded-For": forwarded}
            )
        assert [line["client"] for line in lines(caplog)] == [client]
