"""The remote store as one that is written: the same units, replaced as wholes, that `LiveStore` takes.

A server may refuse large updates (Virtuoso does at a few thousand statements), so a change goes in several requests,
each about whole units where they are small enough. A run that dies between two of them is completed by the next one:
the ledger takes a unit for written only when `apply` has returned.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kg.graph.remote.client import Client
from kg.graph.remote.reading import about, everything, inside
from kg.graph.remote.server import Server
from kg.graph.remote.statements import change
from kg.graph.store.lock import hold
from kg.graph.store.reference import keep_reference, read_reference
from kg.graph.store.units import checked
from kg.graph.terms import Iri, Quad, Unit

STATEMENTS = 1000
"""Statements in one update."""


@contextmanager
def open_remote(server: Server, folder: Path) -> Iterator["RemoteStore"]:
    """Open the remote store for writing; `folder` keeps a lock and a copy of the reference data that was sent.

    The lock is for runs of this instance: StoreLocked names another one. StoreError where the server does not answer.
    """
    with hold(folder / "lock"), Client(server) as client:
        client.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")
        yield RemoteStore(client, folder)


class RemoteStore:
    """A remote store open for writing: get it from `open_remote`. Every failure is a StoreError."""

    def __init__(self, client: Client, folder: Path) -> None:
        self._client = client
        self._reference = folder / "reference.nt"

    def apply(self, units: Iterable[Unit]) -> None:
        """Replace each unit; twice is the same as once. ValueError as for `LiveStore.apply`."""
        wanted = {unit.name: unit for unit in checked(units)}
        held = _by_unit(self._held(list(wanted)))
        request = _Request(self._client)
        for name, unit in wanted.items():
            before = held.get(name, frozenset())
            left = any(quad.graph == name for quad in unit.quads)
            emptied = [] if left or all(quad.graph is None for quad in before) else [name]
            request.add(before - unit.quads, unit.quads - before, emptied)
        request.send()

    def replace_reference(self, files: Sequence[Path]) -> None:
        """Make the triples of Turtle files, and no other reference data, part of the default graph.

        OntologyError where a file is broken.
        """
        held = read_reference([self._reference]) if self._reference.exists() else frozenset()
        wanted = read_reference(files)
        if held == wanted:
            return
        keep_reference(self._reference, held | wanted)
        request = _Request(self._client)
        for quad in sorted(held - wanted):
            request.add([quad], [], [])
        for quad in sorted(wanted - held):
            request.add([], [quad], [])
        request.send()
        keep_reference(self._reference, wanted)

    @property
    def touched(self) -> bool:
        """False: who else writes there, and what, is the server's to know."""
        return False

    def vouch(self) -> None:
        """Nothing, as nothing is noted."""

    def quads(self) -> Iterator[Quad]:
        """Every quad that the server holds, in no particular order."""
        return everything(self._client)

    def _held(self, names: list[Iri]) -> Iterator[Quad]:
        """The quads of units: of their nodes, of their parts as their quads lead to them, and of their graphs."""
        waiting, seen = names, set(names)
        while waiting:
            found: list[Iri] = []
            for quad in about(self._client, waiting):
                yield quad
                part = quad.object
                if isinstance(part, Iri) and part not in seen and _unit_of(part) == _unit_of(quad.subject) != part:
                    seen.add(part)
                    found.append(part)
            waiting = found
        yield from inside(self._client, names)


class _Request:
    """Changes gathered into updates that no server finds too large."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._removed: list[Quad] = []
        self._added: list[Quad] = []
        self._emptied: list[Iri] = []

    def add(self, removed: Iterable[Quad], added: Iterable[Quad], emptied: Iterable[Iri]) -> None:
        """Add what belongs together; it goes in one update where it has room in one."""
        gone, new = sorted(removed), sorted(added)
        if len(self) + len(gone) + len(new) > STATEMENTS:
            self.send()
        self._emptied += emptied
        for quads, waiting in ((gone, self._removed), (new, self._added)):
            for quad in quads:
                waiting.append(quad)
                if len(self) >= STATEMENTS:
                    self.send()

    def send(self) -> None:
        """Send what waits."""
        if len(self) or self._emptied:
            text = change(self._removed, self._added, self._emptied, self._client.server.default_graph)
            self._client.update(text)
        for waiting in (self._removed, self._added, self._emptied):
            waiting.clear()

    def __len__(self) -> int:
        return len(self._removed) + len(self._added)


def _by_unit(quads: Iterable[Quad]) -> dict[Iri, frozenset[Quad]]:
    found: dict[Iri, set[Quad]] = {}
    for quad in quads:
        found.setdefault(quad.graph or _unit_of(quad.subject), set()).add(quad)
    return {name: frozenset(held) for name, held in found.items()}


def _unit_of(node: Iri) -> Iri:
    """The unit that a node is a part of, as its name says."""
    return Iri(node.value.partition("#")[0])
