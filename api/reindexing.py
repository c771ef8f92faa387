"""The search index follows the graph: after updates it is made anew, in the background and in a process of its own.

Queries see a change at once; lists, filters and pages some seconds later. Changes that follow each other are waited
for, but not for ever.
"""

import asyncio
import contextlib
import logging
import os
import sys
from pathlib import Path

from kg.errors import StoreError
from kg.graph.store.holding import hold
from kg.graph.store.snapshot import INDEX, STALE, current_snapshot

PAUSE = 1.0
"""Seconds without a change after which the index is made."""

LONGEST_WAIT = 5.0
"""Seconds after which it is made though changes go on."""

RETRY = 30.0
"""Seconds after which it is tried again where it could not be made."""

REST = 4.0
"""How many times as long as the index took is waited before it is made again: a fifth of one processor at most."""

log = logging.getLogger("api")


class Reindexing:
    """Keeps the index of an instance up to date: `start` it, tell it of each `change`, and `stop` it."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; an index that was left stale is made anew."""
        self._task = asyncio.create_task(self._run())
        if self._stale() is not None:
            self.change()

    def change(self) -> None:
        """Note that a new snapshot has the former index."""
        self._changed.set()

    async def stop(self) -> None:
        """End; what is half done is left."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await self._changed.wait()
            await self._quiet()
            while (snapshot := self._stale()) is not None:
                began = loop.time()
                made = await self._held(snapshot)
                tried_in_vain = not made and self._stale() == snapshot
                await asyncio.sleep(RETRY if tried_in_vain else REST * (loop.time() - began))

    async def _quiet(self) -> None:
        """Wait until changes pause."""
        loop = asyncio.get_running_loop()
        end = loop.time() + LONGEST_WAIT
        while self._changed.is_set() and loop.time() < end:
            self._changed.clear()
            await asyncio.sleep(PAUSE)

    def _stale(self) -> Path | None:
        """The snapshot that is served, where its index is not its own."""
        try:
            snapshot = current_snapshot(self._data_dir)
        except StoreError:
            return None
        return snapshot if (snapshot / STALE).exists() or not (snapshot / INDEX).exists() else None

    async def _held(self, snapshot: Path) -> bool:
        """Make the index of a snapshot, which stays though others take its place before the process has begun."""
        try:
            handle = hold(snapshot)
        except OSError:  # gone already, so there is another one
            return False
        try:
            return await self._rebuild(snapshot)
        finally:
            os.close(handle)

    async def _rebuild(self, snapshot: Path) -> bool:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kg.index.rebuild", str(snapshot)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONSAFEPATH": "1"},
            start_new_session=True,
        )
        try:
            _, said = await process.communicate()
        except asyncio.CancelledError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise
        if process.returncode:
            log.warning("the index of %s was not made: %s", snapshot.name, said.decode(errors="replace").strip()[-500:])
        return process.returncode == 0
