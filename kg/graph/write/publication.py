"""How changes become visible: at once where nothing has for a while, else together with those that follow."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError
from kg.graph.store.snapshot import publish_changes

INTERVAL = 0.25
"""Seconds between two snapshots that readers are given."""


class Publication:
    """Publishes the last of the snapshots that are announced to it; of any number of them within `INTERVAL` one."""

    def __init__(self, data_dir: Path, on_change: Callable[[], None]) -> None:
        """`on_change` is called when readers can see a change."""
        self._data_dir = data_dir
        self._on_change = on_change
        self._snapshot = ""
        self._announced = self._published = self._lost = 0
        self._next = 0.0
        self._publishing = asyncio.Lock()
        self._seen = asyncio.Event()

    def announce(self, snapshot: str) -> int:
        """Take the name of a snapshot that has all that those before it have; the number by which it is waited for."""
        self._snapshot = snapshot
        self._announced += 1
        return self._announced

    async def of(self, number: int) -> None:
        """Return when readers can see what was announced as this number; StoreError where they cannot."""
        while self._published < number:
            try:
                async with asyncio.timeout_at(self._next):
                    await self._seen.wait()
            except TimeoutError:
                await self._publish(number)

    async def finish(self) -> None:
        """Publish what is not yet, without waiting. What cannot be is given up: it is StoreError for who waits for it.

        To be called before the store is let go of, since after that its snapshots are another's.
        """
        try:
            await self._publish(self._announced)
        except StoreError:
            self._lost = self._announced

    async def _publish(self, number: int) -> None:
        async with self._publishing:
            if self._published >= number:
                return
            if self._lost >= number:
                raise StoreError("what was changed could not be published")
            announced, snapshot = self._announced, self._data_dir / "snapshots" / self._snapshot
            self._next = asyncio.get_running_loop().time() + INTERVAL
            await asyncio.to_thread(publish_changes, self._data_dir, snapshot)
            self._published = announced
        seen, self._seen = self._seen, asyncio.Event()
        seen.set()
        self._on_change()
