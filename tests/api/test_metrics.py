"""Figures for Prometheus: what they count, that their number does not grow, and who may see them."""

import random
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from api.app import create_app
from kg.keys import KeyRing, Scope
from kg.settings import Settings
from tests.api.conftest import publish_units
from tests.kg.index.fictional import world

DURATION = "gdpr_kg_http_request_duration_seconds"


@pytest.fixture
def own(settings: Settings) -> Iterator[TestClient]:
    """A client on the machine of a server that nobody else asks."""
    with TestClient(create_app(settings), client=("127.0.0.1", 50_000), raise_server_exceptions=False) as opened:
        yield opened


def samples(client: TestClient) -> dict[tuple[str, tuple[str, ...]], float]:
    """Every figure by its name and the values of its labels."""
    response = client.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def test_requests_are_counted_by_method_route_and_class_of_status(own: TestClient) -> None:
    for method, path in [
        ("GET", "/decisions"),
        ("GET", "/decisions?year=2023"),
        ("HEAD", "/stats"),
        ("GET", "/decisions/none"),
        ("POST", "/stats"),
        ("GET", "/nothing"),
        ("BREW", "/nothing"),
        ("GET", "/static/site.css"),
        ("GET", "/static/none"),
        ("GET", "/openapi.json"),
        ("GET", "/decisions?limit=x"),
    ]:
        own.request(method, path)
    counts = {labels: value for (name, labels), value in samples(own).items() if name == f"{DURATION}_count"}
    assert counts == {
        ("GET", "/decisions", "2xx"): 2,
        ("GET", "/decisions", "4xx"): 1,
        ("HEAD", "/stats", "2xx"): 1,
        ("GET", "/decisions/{decision_id}", "4xx"): 1,
        ("POST", "/stats", "4xx"): 1,
        ("GET", "unmatched", "4xx"): 1,
        ("other", "unmatched", "4xx"): 1,
        ("GET", "/static/{path}", "2xx"): 1,
        ("GET", "/static/{path}", "4xx"): 1,
        ("GET", "/openapi.json", "2xx"): 1,
    }


def test_a_failure_is_counted_too(settings: Settings) -> None:
    app = create_app(settings)

    @app.get("/fail")
    def fail() -> None:
        raise ZeroDivisionError

    with TestClient(app, client=("127.0.0.1", 50_000), raise_server_exceptions=False) as own:
        assert own.get("/fail").status_code == 500
        assert samples(own)[f"{DURATION}_count", ("GET", "/fail", "5xx")] == 1


def test_the_number_of_series_does_not_grow(own: TestClient) -> None:
    rng = random.Random(7)

    def strange() -> str:
        return "".join(rng.choices(string.ascii_letters + "/%.-{}", k=12))

    for path in ("/x", "/static/x", "/decisions/x", "/ns/x", "/decisions/x/"):  # the last is led to the one before
        own.get(path, follow_redirects=False)
        own.request("BREW", path, follow_redirects=False)
    own.get("/metrics")
    before = samples(own).keys()
    for _ in range(60):
        for start in ("/", "/static/", "/decisions/", "/ns/"):
            own.request(rng.choice(["GET", "BREW"]), start + strange(), follow_redirects=False)
    assert samples(own).keys() - before == set()


def test_queries_and_workers_and_the_snapshot(own: TestClient) -> None:
    own.get("/sparql", params={"query": "ASK {}"})
    own.get("/sparql", params={"query": "ASK { SERVICE <http://example.org/> {} }"})
    own.get("/sparql", params={"query": "SELECT"})
    found = samples(own)
    outcomes = {labels[0]: value for (name, labels), value in found.items() if name == "gdpr_kg_queries_total"}
    assert {name: value for name, value in outcomes.items() if value} == {"answered": 1, "refused": 1, "error": 1}
    assert {"timeout", "too-large", "busy", "cut-short", "abandoned"} <= outcomes.keys()
    assert found["gdpr_kg_query_workers", ("public", "busy")] == 0
    assert found["gdpr_kg_query_workers", ("public", "idle")] >= 1
    assert found["gdpr_kg_query_workers_started_total", ()] >= 1
    assert found["gdpr_kg_query_workers_killed_total", ()] == 0
    assert found["gdpr_kg_snapshot_number", ()] == 1
    assert found["gdpr_kg_snapshot_age_seconds", ()] >= 0
    assert found["process_open_fds", ()] > 0


def test_changes_by_what_became_of_them(tmp_path: Path) -> None:
    publish_units(tmp_path, world().units[:1])
    key = {"Authorization": f"Bearer {KeyRing(tmp_path).add('desk', [Scope.WRITE])}"}
    app = create_app(Settings.model_validate({"data_dir": tmp_path}))
    with TestClient(app, client=("127.0.0.1", 50_000)) as own:
        for update in ("INSERT DATA { <http://a.example/s> <http://a.example/p> 1 }", "INSERT DATA {"):
            own.post("/sparql", data={"update": update}, headers=key)
        writes = {labels: value for (name, labels), value in samples(own).items() if name == "gdpr_kg_writes_total"}
    assert writes == {("update", "done"): 1, ("update", "error"): 1}


def test_without_a_snapshot_there_are_figures_all_the_same(tmp_path: Path) -> None:
    app = create_app(Settings.model_validate({"data_dir": tmp_path}))
    with TestClient(app, client=("::1", 50_000)) as empty:
        found = samples(empty)
    assert ("gdpr_kg_snapshot_number", ()) not in found
    assert ("gdpr_kg_query_workers", ("pages", "idle")) in found


@pytest.mark.parametrize(
    ("setting", "address", "headers", "key", "status"),
    [
        ("local", "127.0.0.1", {}, None, 200),
        ("local", "::ffff:127.0.0.1", {}, None, 200),
        ("local", "192.0.2.1", {}, None, 401),
        ("local", "192.0.2.1", {}, "write", 403),
        ("local", "192.0.2.1", {}, "admin", 200),
        ("local", "127.0.0.1", {"X-Forwarded-For": "192.0.2.1"}, None, 401),
        ("local", "127.0.0.1", {"Forwarded": "for=192.0.2.1"}, None, 401),
        ("key", "127.0.0.1", {}, None, 401),
        ("key", "127.0.0.1", {}, "admin", 200),
        ("off", "127.0.0.1", {}, "admin", 404),
    ],
)
def test_who_may_see_them(
    tmp_path: Path, setting: str, address: str, headers: dict[str, str], key: str | None, status: int
) -> None:
    ring = KeyRing(tmp_path)
    secrets = {scope.value: ring.add(scope.value, [scope]) for scope in Scope}
    app = create_app(Settings.model_validate({"data_dir": tmp_path, "metrics": setting}))
    if key is not None:
        headers = headers | {"Authorization": f"Bearer {secrets[key]}"}
    assert TestClient(app, client=(address, 50_000)).get("/metrics", headers=headers).status_code == status
