"""Who may do what, at every address and by every method: a route that is not in this table fails the test."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import Mount
from starlette.testclient import TestClient

from api.app import create_app
from kg.keys import KeyRing, Scope, today
from kg.settings import Settings
from tests.api.conftest import publish_units
from tests.kg.index.fictional import world

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

OPEN = "open"
"""For everybody."""

GRAPHS = ("/graphs", "/graphs/{path:path}")

TABLE: dict[tuple[str, str], str] = {
    **{
        ("GET", path): OPEN
        for path in (
            "/",
            "/articles/{article_id}",
            "/authorities",
            "/decisions",
            "/decisions.csv",
            "/decisions/{decision_id}",
            "/decisions/{decision_id}/rdf",
            "/.well-known/void",
            "/docs",
            "/facets",
            "/graphs",
            "/graphs/{path:path}",
            "/healthz",
            "/ns",
            "/ns/{file}",
            "/openapi.json",
            "/query",
            "/questions",
            "/questions/{name}",
            "/readyz",
            "/robots.txt",
            "/schemes/{scheme}",
            "/search",
            "/sparql",
            "/static",
            "/stats",
            "/vocab/{scheme}",
            "/vocab/{scheme}/{concept}",
        )
    },
    ("POST", "/sparql"): OPEN,
    ("OPTIONS", "/sparql"): OPEN,
    **{(method, path): Scope.WRITE for method in ("PUT", "POST", "DELETE") for path in GRAPHS},
    **{("OPTIONS", path): OPEN for path in GRAPHS},
    ("GET", "/metrics"): Scope.ADMIN,
}
"""What a route needs, by method and template; HEAD needs what GET does. Methods that are not here are for nobody."""

CREDENTIALS = ("none", "bad", "revoked", "expired", *Scope)


class Instance(NamedTuple):
    """A client that is not on the server's machine, and the headers of each kind of credentials."""

    client: TestClient
    headers: dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    data_dir: Path = tmp_path_factory.mktemp("permissions")
    publish_units(data_dir, world().units)
    ring = KeyRing(data_dir)
    secrets = {scope.value: ring.add(scope, [scope]) for scope in Scope}
    secrets["expired"] = ring.add("expired", list(Scope), today() - timedelta(days=1))
    secrets["revoked"] = ring.add("revoked", list(Scope))
    ring.revoke("revoked")
    secrets["bad"] = "gdprkg_" + "x" * 43
    headers = {name: {"Authorization": f"Bearer {secret}"} for name, secret in secrets.items()} | {"none": {}}
    app = create_app(Settings.model_validate({"data_dir": data_dir, "rate_limit": 0}))
    with TestClient(app, client=("192.0.2.9", 40_000), follow_redirects=False) as client:
        yield Instance(client, headers)


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and template of everything that the application answers; HEAD, which goes with GET, left out."""
    for found in iter_route_contexts(app.routes):
        methods = found.methods or ({"GET"} if isinstance(found.original_route, Mount) else set())
        yield from ((method, found.path or "") for method in methods - {"HEAD"})


def needed(method: str, path: str) -> str | None:
    """What a request needs; None where nobody may send it. What may be done is told everybody."""
    if method == "OPTIONS":
        return OPEN
    return TABLE.get(("GET" if method == "HEAD" else method, path))


def test_every_route_is_in_the_table(instance: Instance) -> None:
    app = instance.client.app
    assert isinstance(app, FastAPI)
    assert set(routes(app)) == set(TABLE)


@pytest.mark.parametrize("path", sorted({path for _, path in TABLE}))
def test_each_method_answers_those_who_may(instance: Instance, path: str) -> None:
    client, headers = instance
    address = "/static/site.css" if path == "/static" else re.sub(r"{[\w:]+}", "x", path)
    for method in METHODS:
        statuses = {
            credentials: client.request(method, address, headers=headers[credentials]).status_code
            for credentials in CREDENTIALS
        }
        match needed(method, path):
            case None:
                assert set(statuses.values()) == {405}, method
            case "open":
                assert len(set(statuses.values())) == 1, method
                assert statuses["none"] not in {401, 403, 405}, method
            case scope:
                assert statuses.pop(scope) not in {401, 403, 405}, method
                known = {other for other in Scope if other != scope}
                assert statuses == {name: 403 if name in known else 401 for name in statuses}, method


UPDATE = "DELETE WHERE { ?s ?p ?o }"


@pytest.mark.parametrize("credentials", ["none", "bad", "revoked", "expired", "read", "admin"])
@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"update": UPDATE}},
        {"data": {"query": UPDATE}},
        {"params": {"update": UPDATE}},
        {"params": {"query": UPDATE}},
        {"content": UPDATE, "headers": {"Content-Type": "application/sparql-update"}},
        {"content": UPDATE, "headers": {"Content-Type": "application/sparql-query"}},
        {"content": UPDATE, "headers": {"Content-Type": "text/plain"}},
    ],
)
def test_no_form_of_an_update_gets_through(instance: Instance, credentials: str, sent: dict[str, Any]) -> None:
    before = instance.client.get("/stats").json()
    headers = sent.get("headers", {}) | instance.headers[credentials] | {"Origin": "https://elsewhere.example"}
    for path in ("/sparql", "/update"):
        assert 400 <= instance.client.post(path, **sent | {"headers": headers}).status_code < 500
    assert instance.client.get("/stats").json() == before
