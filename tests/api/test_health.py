"""Alive is one thing, ready another."""

import asyncio
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api import health
from api.app import create_app
from api.health import Examination
from kg.graph.query.jail import isolation
from kg.settings import Settings


def test_a_server_in_good_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz")
    assert ready.status_code == 200
    found = ready.json()
    assert (found["status"], found["isolation"]) == ("ready", isolation())
    assert found["checks"]["snapshot"] == "000001"
    assert found["checks"]["queries"] == "answered"
    assert found["checks"]["disk"].endswith("MiB free")
    assert found["checks"]["store"] == "writable"


def test_without_a_snapshot_it_lives_and_is_not_ready(tmp_path: Path) -> None:
    with TestClient(create_app(Settings.model_validate({"data_dir": tmp_path}))) as empty:
        assert empty.get("/healthz").status_code == 200
        response = empty.get("/readyz")
    problem = response.json()
    assert (response.status_code, problem["type"]) == (503, "/docs#problem-not-ready")
    assert [error["parameter"] for error in problem["errors"]] == ["snapshot", "queries"]
    assert "run gdpr-kg ingest" in problem["detail"]


def test_a_full_disk_is_told_and_reading_goes_on(settings: Settings) -> None:
    crowded = settings.model_copy(update={"disk_free_mb": 1 << 40})
    with TestClient(create_app(crowded)) as served:
        problem = served.get("/readyz").json()
        assert [error["parameter"] for error in problem["errors"]] == ["disk"]
        assert served.get("/decisions").status_code == 200


def test_a_pool_that_does_not_answer_is_told(settings: Settings) -> None:
    app = create_app(settings)
    with TestClient(app) as served:
        assert served.portal is not None
        served.portal.call(app.state.pool.stop)
        problem = served.get("/readyz").json()
    assert [error["parameter"] for error in problem["errors"]] == ["queries"]


async def count_up(made: list[int]) -> str:
    made.append(1)
    return str(len(made))


def test_who_asks_often_makes_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    examined = Examination({"count": lambda: count_up(made)})

    async def ask() -> list[str]:
        return [(await examined.findings())["count"].says for _ in range(5)]

    assert asyncio.run(ask()) == ["1"] * 5
    monkeypatch.setattr(health, "FRESH", 0.0)
    assert asyncio.run(ask()) == ["2", "3", "4", "5", "6"]
