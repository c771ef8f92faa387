"""The process that writes: it holds the store as long as its owner wants, and carries out one change at a time.

What the engine cannot survive kills this process and nothing else, and leaves the store as it was: a change is one
transaction. It has no way to the network. It is started with the changes on standard input, and ends when that ends.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import InputError, KgError, QueryTooLarge, StoreError
from kg.graph.query import frames, jail
from kg.graph.query.guard import BOUNDS, Bounds
from kg.graph.store.convert import DEFAULT
from kg.graph.store.live import Graph, LiveStore, open_store
from kg.graph.store.snapshot import prepare_changes
from kg.graph.write import changes
from kg.graph.write.changes import Change, Outcome, update_text
from kg.graph.write.dataset import with_dataset
from kg.graph.write.guard import check_update
from kg.graph.write.uploads import read_triples

GRACE = 2.0
"""Seconds after the deadline at which this process ends itself, should its owner not have done so."""


UNSURE = "the change may be done all the same, look before you send it again"


def work(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Serve the owner until it hangs up."""
    header = frames.read(incoming, frames.SETUP)
    if header is None:
        return
    setup = changes.unpack_setup(header)
    data_dir, bounds = Path(setup.data_dir), replace(BOUNDS, tokens=setup.tokens, depth=setup.depth)
    try:
        jail.close_network()
        with open_store(data_dir / "store") as store:
            jail.limit(setup.memory_bytes, writes=True)
            carrying = _Carrying(store, data_dir, bounds, lambda: _send(outgoing, frames.pack(frames.HEAD)))
            _send(outgoing, frames.pack(frames.READY))
            while (header := frames.read(incoming, changes.WRITE)) is not None:
                change, seconds = changes.unpack_change(header)
                body = frames.read(incoming, frames.DATA) or b""
                signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
                _send(outgoing, carrying.carry_out(change, body))
                signal.setitimer(signal.ITIMER_REAL, 0)
    except KgError as error:
        _send(outgoing, frames.pack_error(error))
    except OSError as error:
        _send(outgoing, frames.pack_error(StoreError(f"{data_dir}: {error}")))


class _Carrying:
    """Changes of a store, each followed by a snapshot that has it and is not published yet."""

    def __init__(self, store: LiveStore, data_dir: Path, bounds: Bounds, on_disk: Callable[[], None]) -> None:
        """`on_disk` is called when a change is, and its snapshot is still to be made."""
        self._store = store
        self._data_dir = data_dir
        self._bounds = bounds
        self._on_disk = on_disk
        self._prepared: Path | None = None

    def carry_out(self, change: Change, body: bytes) -> bytes:
        """The frame of the outcome of a change, or of its error."""
        try:
            outcome = _changed(self._store, change, body, self._bounds)
            self._on_disk()
            self._prepared = prepare_changes(self._store, self._data_dir, self._prepared)
        except KgError as error:
            return frames.pack_error(error)
        except MemoryError:
            return frames.pack_error(QueryTooLarge("the change needs more memory than one change may use"))
        return changes.pack_outcome(replace(outcome, snapshot=self._prepared.name))


def _changed(store: LiveStore, change: Change, body: bytes, bounds: Bounds) -> Outcome:
    try:
        return _change(store, change, body, bounds)
    except StoreError as error:  # it may have come between the transaction and its way to the disk
        raise StoreError(f"{error}; {UNSURE}", f"{error.told}; {UNSURE}") from error


def _change(store: LiveStore, change: Change, body: bytes, bounds: Bounds) -> Outcome:
    match change.action:
        case "publish":
            return Outcome()
        case "update":
            text = update_text(body)
            check_update(text, bounds)
            store.update(with_dataset(text, change.using, change.using_named), change.base)
            return Outcome()
        case "drop":
            return Outcome(store.drop_graph(_graph(change.graph)))
        case "replace" | "add":
            graph = _graph(change.graph)
            triples = list(read_triples(change.media_type, body, change.base))
            return Outcome(store.replace_graph(graph, triples, keep=change.action == "add"))


def _graph(name: str | None) -> Graph:
    if name is None:
        return DEFAULT
    try:
        return ox.NamedNode(name)
    except ValueError as error:
        raise InputError(f"{name!r} is no IRI that a graph may have: {error}") from error


def _send(outgoing: BinaryIO, frame: bytes) -> None:
    outgoing.write(frame)
    outgoing.flush()


if __name__ == "__main__":
    jail.die_with(int(sys.argv[1]))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the engine's last words are no message for people
    work(sys.stdin.buffer, sys.stdout.buffer)
