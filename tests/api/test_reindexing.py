"""The index of a snapshot, made anew in the background."""

import asyncio
import shutil
from pathlib import Path

import pytest

from api import reindexing
from api.reindexing import Reindexing
from kg.errors import StoreError, StoreLocked
from kg.graph.store.live import open_store
from kg.graph.store.lock import hold
from kg.graph.store.snapshot import INDEX, STALE, current_snapshot, prepare_changes, publish_changes
from kg.index.rebuild import rebuild
from kg.index.search import Index
from kg.settings import Settings

NEW = "INSERT DATA { <https://example.org/d> a gde:EnforcementDecision }"


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """An instance of whose last snapshot the index is stale."""
    folder = Path(shutil.copytree(settings.data_dir, tmp_path / "copy"))
    with open_store(folder / "store") as store:
        store.update(NEW)
        publish_changes(folder, prepare_changes(store, folder))
    return folder


def decisions(snapshot: Path) -> int:
    index = Index(snapshot / INDEX)
    try:
        return index.statistics().decisions
    finally:
        index.close()


async def settled(folder: Path) -> None:
    """Keep the index up to date until it is."""
    service = Reindexing(folder)
    service.start()
    try:
        async with asyncio.timeout(60):
            while (current_snapshot(folder) / STALE).exists():
                await asyncio.sleep(0.05)
    finally:
        await service.stop()


def test_what_was_left_stale_is_made_anew_at_the_start(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    assert (snapshot / INDEX).stat().st_nlink == 2
    before = decisions(snapshot)
    asyncio.run(settled(folder))
    assert decisions(snapshot) == before + 1
    assert decisions(snapshot.with_name("000001")) == before


def test_a_snapshot_that_others_follow_stays_until_its_index_is_made(folder: Path) -> None:
    async def scene() -> None:
        former, task = current_snapshot(folder), asyncio.create_task(settled(folder))
        await asyncio.sleep(0)
        await asyncio.sleep(reindexing.PAUSE + 0.2)  # the process has been started, and has not begun
        for number in range(3):
            with open_store(folder / "store") as store:
                store.update(f"INSERT DATA {{ <https://example.org/{number}> a gde:EnforcementDecision }}")
                publish_changes(folder, prepare_changes(store, folder))
        assert former.exists()
        await task

    asyncio.run(scene())


def test_an_index_that_is_missing_is_made(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    (snapshot / INDEX).unlink()
    asyncio.run(settled(folder))
    assert decisions(snapshot) > 1


def test_what_cannot_be_made_is_told_and_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(reindexing, "RETRY", 0.1)
    snapshot = current_snapshot(folder)
    obstacle = snapshot / f"{INDEX}.part"
    obstacle.mkdir()

    async def scene() -> None:
        task = asyncio.create_task(settled(folder))
        while "was not made" not in caplog.text:
            await asyncio.sleep(0.05)
        obstacle.rmdir()
        await task

    asyncio.run(scene())
    assert decisions(snapshot) > 1


def test_one_process_at_a_time_makes_an_index(folder: Path) -> None:
    snapshot = current_snapshot(folder)
    with hold(snapshot / "index.lock"), pytest.raises(StoreLocked):
        rebuild(snapshot)
    rebuild(snapshot)
    assert not (snapshot / STALE).exists()


def test_an_index_that_comes_late_is_given_to_the_snapshot_that_is_served(folder: Path) -> None:
    former = current_snapshot(folder)
    before = decisions(former)
    with open_store(folder / "store") as store:
        store.update("INSERT DATA { <https://example.org/e> a gde:EnforcementDecision }")
        publish_changes(folder, prepare_changes(store, folder))
    rebuild(former)
    served = current_snapshot(folder)
    assert served != former
    assert decisions(served) == before + 1
    assert (served / STALE).exists(), "of the last change it does not know"
    rebuild(served)
    assert decisions(served) == before + 2


def test_a_snapshot_that_is_gone_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        rebuild(tmp_path / "none")
