"""Articles, authorities, counts and health by REST."""

import pytest
from starlette.testclient import TestClient

from api.app import create
from kg.settings import Settings
from tests.kg.index.fictional import world


def test_an_article_with_its_text(client: TestClient) -> None:
    name = world().article("Two rulings")
    found = client.get(f"/articles/{name}").json()
    (article,) = (item for item in world().articles if item.title == "Two rulings in a week")
    assert found["text"] == article.text
    assert len(found["decisions"]) == 2
    for item in found["evidence"]:
        assert found["text"][item["start"] : item["end"]] == item["quote"]


def test_authorities(client: TestClient) -> None:
    items = client.get("/authorities").json()["items"]
    assert {item["id"]: item["decisions"] for item in items if item["decisions"]} == {
        name: sum(decision.authority == name for decision in world().decisions)
        for name in {decision.authority for decision in world().decisions}
    }


def test_counts(client: TestClient) -> None:
    found = client.get("/stats").json()
    assert (found["decisions"], found["articles"]) == (len(world().decisions), len(world().articles))


def test_the_application_for_the_environment(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GDPR_KG_DATA_DIR", str(settings.data_dir))
    with TestClient(create()) as served:
        assert served.get("/stats").json()["decisions"] == len(world().decisions)
