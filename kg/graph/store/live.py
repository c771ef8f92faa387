"""The store that is written: units replaced as wholes, all or nothing.

The engine has a transaction for many insertions, and none for insertions with removals. So what shall go is first
written down, as triple terms in a graph of its own (`PLAN`), in the same transaction as what shall come; then it goes,
and the plan with it. A run that dies in between has left the plan: whoever opens the store next completes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.graph.store.convert import DEFAULT, from_quad, to_quad
from kg.graph.store.failures import store_failures
from kg.graph.store.lock import hold
from kg.graph.store.reference import keep_reference, read_reference
from kg.graph.store.units import checked
from kg.graph.terms import Iri, Quad, Unit

PLAN = ox.NamedNode("urn:x-gdpr-kg:removals")
_FROM_DEFAULT = ox.NamedNode("urn:x-gdpr-kg:default-graph")


@contextmanager
def open_store(folder: Path) -> Iterator["LiveStore"]:
    """Open the store in `folder` for writing, making it where there is none, and complete what a dead run left.

    One process at a time: StoreLocked names the other. StoreError where the folder cannot be used.
    """
    with ExitStack() as stack:
        with store_failures(folder):
            stack.enter_context(hold(folder / "lock"))
            store = LiveStore(folder)
        stack.callback(store.close)
        yield store


class LiveStore:
    """A store open for writing: get it from `open_store`. Every failure of the engine is a StoreError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reference = folder / "reference.nt"
        self._store: ox.Store | None = ox.Store(folder / "db")
        self._complete()

    def apply(self, units: Iterable[Unit]) -> None:
        """Replace each unit, all in one transaction that is on disk when this returns; twice is the same as once.

        What changes is held in memory until then, so a large load comes in portions. ValueError for two units of one
        name, and for a unit that holds a quad of another, which could never be found again to be replaced.
        """
        added: list[Quad] = []
        removed: list[Quad] = []
        self._recover()
        for unit in checked(units):
            held = frozenset(map(from_quad, self._held(unit.name)))
            added += unit.quads - held
            removed += held - unit.quads
        self._write(added, removed)

    def replace_reference(self, files: Sequence[Path]) -> None:
        """Make the triples of Turtle files, and no other reference data, part of the default graph.

        A copy of what was put there is kept beside the store. It is widened before the store changes and narrowed
        after, so that a run that dies between forgets no triple. OntologyError where a file is broken.
        """
        held = read_reference([self._reference]) if self._reference.exists() else frozenset()
        wanted = read_reference(files)
        if held == wanted:
            return
        self._recover()
        keep_reference(self._reference, held | wanted)
        self._write(wanted, held - wanted)
        keep_reference(self._reference, wanted)

    def quads(self) -> Iterator[Quad]:
        """Every quad, in no particular order."""
        with store_failures(self._folder):
            yield from map(from_quad, self._open)

    def checkpoint(self, folder: Path) -> None:
        """Put a copy of the store into the new folder `folder`, by hard links where the file system has them."""
        with store_failures(folder):
            self._open.backup(folder)

    def close(self) -> None:
        """Let go of the files; the store cannot be used any more."""
        self._store = None

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError(f"{self._folder} is closed")
        return self._store

    def _held(self, name: Iri) -> Iterator[ox.Quad]:
        """The quads of a unit: those of its own node, of its parts as its quads lead to them, and of its graph."""
        node = ox.NamedNode(name.value)
        waiting, seen = [node], {node}
        with store_failures(self._folder):
            while waiting:
                for quad in self._open.quads_for_pattern(waiting.pop(), None, None, DEFAULT):
                    yield quad
                    part = quad.object
                    if isinstance(part, ox.NamedNode) and part.value.startswith(f"{name.value}#") and part not in seen:
                        seen.add(part)
                        waiting.append(part)
            yield from self._open.quads_for_pattern(None, None, None, node)

    def _write(self, added: Iterable[Quad], removed: Iterable[Quad]) -> None:
        with store_failures(self._folder):
            self._open.extend([*map(to_quad, added), *map(_plan, removed)])
            self._complete()
            self._open.flush()

    def _recover(self) -> None:
        """Complete what an earlier call could not, so that nothing which is now added is on the plan."""
        with store_failures(self._folder):
            self._complete()

    def _complete(self) -> None:
        """Remove what is planned to go. Safe to be broken off and done again."""
        planned = list(self._open.quads_for_pattern(None, None, None, PLAN))
        graphs = {PLAN} if planned else set()
        for removal in planned:
            quad = _planned(removal)
            self._open.remove(quad)
            if isinstance(quad.graph_name, ox.NamedNode):
                graphs.add(quad.graph_name)
        for graph in graphs:
            if graph == PLAN or next(self._open.quads_for_pattern(None, None, None, graph), None) is None:
                self._open.remove_graph(graph)


def _plan(quad: Quad) -> ox.Quad:
    """The removal of a quad, as a quad of the plan: its graph, and the rest of it as a triple term."""
    graph = _FROM_DEFAULT if quad.graph is None else ox.NamedNode(quad.graph.value)
    return ox.Quad(graph, PLAN, to_quad(quad).triple, PLAN)


def _planned(plan: ox.Quad) -> ox.Quad:
    """The quad whose removal is planned: the inverse of `_plan`."""
    triple = plan.object
    if not isinstance(triple, ox.Triple) or not isinstance(plan.subject, ox.NamedNode):
        raise StoreError(f"not a removal: {plan}")
    graph = DEFAULT if plan.subject == _FROM_DEFAULT else plan.subject
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)
