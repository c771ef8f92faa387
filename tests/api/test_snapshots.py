"""A new snapshot is served from the next request on."""

import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.snapshots import Snapshots
from kg.errors import StoreError
from kg.settings import Settings
from tests.api.conftest import publish_units
from tests.kg.index.fictional import world


def test_the_server_starts_empty_and_follows_what_is_published(tmp_path: Path) -> None:
    some, rest = world().units[:6], world().units[6:]
    with TestClient(create_app(Settings.model_validate({"data_dir": tmp_path}))) as client:
        assert client.get("/stats").status_code == 503
        publish_units(tmp_path, some)
        first = client.get("/stats")
        publish_units(tmp_path, rest)
        second = client.get("/stats", headers={"if-none-match": first.headers["etag"]})
        publish_units(tmp_path, [])
        third = client.get("/stats")
    assert first.json()["articles"] == 6
    assert second.json()["articles"] == third.json()["articles"] == len(world().articles)
    assert second.json()["decisions"] == len(world().decisions)


def test_what_is_served_stays_open_while_it_is_replaced(tmp_path: Path) -> None:
    publish_units(tmp_path, world().units)
    snapshots = Snapshots(tmp_path)
    held = snapshots.current()
    publish_units(tmp_path, [])
    assert snapshots.current().version != held.version
    assert held.index.statistics().articles == len(world().articles)
    snapshots.close()


def test_a_snapshot_without_an_index_is_an_error_and_the_next_one_is_fine(tmp_path: Path) -> None:
    publish_units(tmp_path, world().units)
    (tmp_path / "snapshots/000001/index.sqlite").unlink()
    snapshots = Snapshots(tmp_path)
    with pytest.raises(StoreError, match="index"):
        snapshots.current()
    publish_units(tmp_path, [])
    assert snapshots.current().folder.name == "000002"
    snapshots.close()


def test_many_threads_share_one_snapshot(tmp_path: Path) -> None:
    publish_units(tmp_path, world().units)
    snapshots, found = Snapshots(tmp_path), list[int]()

    def ask() -> None:
        for _ in range(20):
            found.append(snapshots.current().index.statistics().decisions)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    snapshots.close()
    assert found == [len(world().decisions)] * 160
