"""The store that is written: units and graphs replaced as wholes, all or nothing.

The engine has a transaction for many insertions, and none for insertions with removals. So what shall go is first
written down, as triple terms in a graph of its own (`PLAN`), in the same transaction as what shall come; then it goes,
and the plan with it. A run that dies in between has left the plan: whoever opens the store next completes it. An update
in SPARQL is one transaction of the engine, however many operations it has.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.graph.namespaces import PREFIXES
from kg.graph.store.convert import DEFAULT, from_quad, is_ours, to_quad
from kg.graph.store.failures import store_failures, sync
from kg.graph.store.lock import hold
from kg.graph.store.reference import keep_reference, read_reference
from kg.graph.store.units import checked
from kg.graph.terms import Iri, Quad, Unit

PLAN = ox.NamedNode("urn:x-gdpr-kg:removals")
_FROM_DEFAULT = ox.NamedNode("urn:x-gdpr-kg:default-graph")
_TOUCHED = "touched"
"""A file that is there once users have changed the store: empty from before a change until a snapshot has it, and then
with the number of the snapshot."""

Graph: TypeAlias = ox.NamedNode | ox.DefaultGraph


@contextmanager
def open_store(folder: Path, patience: float = 0.0) -> Iterator["LiveStore"]:
    """Open the store in `folder` for writing, making it where there is none, and complete what a dead run left.

    One process at a time: StoreLocked names the other after so many seconds of `patience`. StoreError where the folder
    cannot be used.
    """
    with ExitStack() as stack:
        with store_failures(folder):
            stack.enter_context(hold(folder / "lock", patience))
            store = LiveStore(folder)
        stack.callback(store.close)
        yield store


def touched_by(folder: Path) -> str | None:
    """The number of the snapshot that has all that users have changed in the store in `folder`.

    None where they have changed nothing, empty where no snapshot is sure to have all of it.
    """
    try:
        return (folder / _TOUCHED).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None


class LiveStore:
    """A store open for writing: get it from `open_store`. Every failure of the engine is a StoreError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reference = folder / "reference.nt"
        self._touched = folder / _TOUCHED
        self._store: ox.Store | None = ox.Store(folder / "db")
        self._complete()

    def apply(self, units: Iterable[Unit]) -> None:
        """Replace each unit, all in one transaction that is on disk when this returns; twice is the same as once.

        What changes is held in memory until then, so a large load comes in portions. ValueError for two units of one
        name, and for a unit that holds a quad of another, which could never be found again to be replaced.
        """
        added: list[ox.Quad] = []
        removed: list[ox.Quad] = []
        self._recover()
        for unit in checked(units):
            held, wanted = frozenset(self._held(unit.name)), frozenset(map(to_quad, unit.quads))
            added += wanted - held
            removed += held - wanted
        self._write(added, removed)

    def replace_reference(self, files: Sequence[Path]) -> None:
        """Make the triples of Turtle files, and no other reference data, part of the default graph.

        A copy of what was put there is kept beside the store. It is widened before the store changes and narrowed
        after, so that a run that dies between forgets no triple. OntologyError where a file is broken.
        """
        held = read_reference([self._reference]) if self._reference.exists() else frozenset()
        wanted = read_reference(files)
        self._recover()
        if held == wanted:
            if self.touched:
                self._write([quad for quad in map(to_quad, wanted) if quad not in self._open], ())
            return
        keep_reference(self._reference, held | wanted)
        self._write(map(to_quad, wanted), map(to_quad, held - wanted))
        keep_reference(self._reference, wanted)

    @property
    def touched(self) -> bool:
        """Whether users have changed the store since `vouch`: no unit and no reference triple is sure to be there."""
        return self._touched.exists()

    def note_snapshot(self, snapshot: Path) -> None:
        """Note that all that users have changed is in a snapshot: see `touched_by`."""
        if self.touched:
            self._keep_touched(f"{snapshot.name}\n")

    def vouch(self) -> None:
        """Note that every unit and the reference data are again what they should be."""
        self._keep_touched(None)

    def update(self, text: str, base: str | None = None) -> None:
        """Carry out a SPARQL update, as one transaction that is on disk when this returns.

        QueryError, and nothing is changed, where it is not well formed or one of its operations fails.
        """
        before = self._touch()
        self._recover()
        try:
            self._open.update(text, base_iri=base, prefixes=PREFIXES)
        except (SyntaxError, RuntimeError, ValueError) as error:  # such as CREATE of a graph that is there
            self._keep_touched(before)
            raise QueryError(f"nothing was changed: {error}") from error
        except OSError as error:
            raise StoreError(f"{self._folder}: {error}") from error
        with store_failures(self._folder):
            self._open.flush()

    def replace_graph(self, graph: Graph, triples: Iterable[ox.Triple], *, keep: bool = False) -> bool:
        """Make triples the content of a graph, or with `keep` a part of it; whether the graph was there before."""
        self._touch()
        self._recover()
        wanted = {ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples}
        with store_failures(self._folder):
            existed = self.has_graph(graph)
            held = set() if keep else set(self._open.quads_for_pattern(None, None, None, graph))
        self._write(wanted - held, held - wanted)
        if not wanted and isinstance(graph, ox.NamedNode):
            with store_failures(self._folder):
                self._open.add_graph(graph)  # an empty graph is a graph too
                self._open.flush()
        return existed

    def drop_graph(self, graph: Graph) -> bool:
        """Remove a graph, or empty the default graph; whether it was there."""
        self._touch()
        self._recover()
        with store_failures(self._folder):
            existed = self.has_graph(graph)
            self._open.clear_graph(graph) if graph == DEFAULT else self._open.remove_graph(graph)
            self._open.flush()
        return existed

    def has_graph(self, graph: Graph) -> bool:
        """Whether there is a graph of this name, be it empty; the default graph always is."""
        return isinstance(graph, ox.DefaultGraph) or self._open.contains_named_graph(graph)

    def quads(self) -> Iterator[Quad]:
        """Every quad that `kg.graph` can express, in no particular order: see `ReadOnlyStore.quads`."""
        with store_failures(self._folder):
            yield from map(from_quad, filter(is_ours, self._open))

    def checkpoint(self, folder: Path) -> None:
        """Put a copy of the store into the new folder `folder`, by hard links where the file system has them."""
        with store_failures(folder):
            self._open.backup(folder)

    def optimize(self) -> None:
        """Let the engine merge its files, and drop what was removed; it may take minutes."""
        with store_failures(self._folder):
            self._open.optimize()
            self._open.flush()

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

    def _touch(self) -> str | None:
        """Note, before anything changes, that users change the store; what was noted before."""
        with store_failures(self._folder):
            before = self._touched.read_text(encoding="ascii") if self.touched else None
        self._keep_touched("")
        if before is None:
            sync(self._folder)
        return before

    def _keep_touched(self, text: str | None) -> None:
        with store_failures(self._folder):
            if text is None:
                self._touched.unlink(missing_ok=True)
            else:
                self._touched.write_text(text, encoding="ascii")

    def _write(self, added: Iterable[ox.Quad], removed: Iterable[ox.Quad]) -> None:
        with store_failures(self._folder):
            self._open.extend([*added, *map(_plan, removed)])
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
        for quad in filter(None, map(_planned, planned)):
            self._open.remove(quad)
            if isinstance(quad.graph_name, ox.NamedNode):
                graphs.add(quad.graph_name)
        for graph in graphs:
            if graph == PLAN or next(self._open.quads_for_pattern(None, None, None, graph), None) is None:
                self._open.remove_graph(graph)


def _plan(quad: ox.Quad) -> ox.Quad:
    """The removal of a quad, as a quad of the plan: its graph, and the rest of it as a triple term."""
    graph = _FROM_DEFAULT if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name
    return ox.Quad(graph, PLAN, quad.triple, PLAN)


def _planned(plan: ox.Quad) -> ox.Quad | None:
    """The quad whose removal is planned: the inverse of `_plan`. None for what a user's update has put there."""
    triple = plan.object
    if not isinstance(triple, ox.Triple) or isinstance(plan.subject, ox.Triple):
        return None
    graph = DEFAULT if plan.subject == _FROM_DEFAULT else plan.subject
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)
