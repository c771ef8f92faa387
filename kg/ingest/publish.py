"""From the ledger to what readers open: decisions, units, the live store, a snapshot.

The ledger knows the digest of every unit in the live store, so only what differs is written. Digests are kept after the
store has flushed, and the note `unpublished` stands from the first change to the flip: wherever a run dies, the next
one does again what may be missing, and doing it twice changes nothing. Where users have updated the store meanwhile, no
digest is believed: every unit is compared with what is there, and put right. What is in no unit stays as it is.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from kg.errors import StoreError
from kg.graph.backend import WritableStore
from kg.graph.build.articles import article_unit
from kg.graph.build.decisions import decision_unit
from kg.graph.build.organisations import organisation_unit
from kg.graph.store.live import LiveStore
from kg.graph.store.reference import read_reference
from kg.graph.store.snapshot import INDEX, current_snapshot, next_snapshot, open_snapshot
from kg.graph.store.snapshot import publish as flip
from kg.graph.terms import Iri, Quad, Unit
from kg.ids import Names, article_id
from kg.index.build import build_index
from kg.index.schema import VERSION as INDEX_VERSION
from kg.ingest.ledger import Ledger
from kg.model import Decision, Organisation
from kg.resolve.decisions import resolve
from ontology import fingerprint as reference_fingerprint
from ontology.files import turtle_files

PORTION = 1000
"""Units written in one transaction: what changes in them is held in memory until then."""


def publish(ledger: Ledger, store: WritableStore, data_dir: Path, names: Names) -> int:
    """Bring the live store up to the ledger and the ontology, and publish a snapshot where something changed.

    The number of decisions. Only for the process that holds the store.
    """
    decisions = resolve(ledger.sources())
    _write(ledger, store, _units(ledger, decisions, names))
    _replace_reference(ledger, store)
    if store.touched:
        store.vouch()
    if ledger.note("unpublished") or not _is_published(data_dir):
        _snapshot(store, data_dir, lambda: _quads(_units(ledger, decisions, names)))
        ledger.keep_note("unpublished", "")
    return len(decisions)


def unit_digest(unit: Unit) -> str:
    """A digest of the quads of a unit: equal for equal units, whatever their order."""
    lines = sorted(map(repr, unit.quads))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _units(ledger: Ledger, decisions: tuple[Decision, ...], names: Names) -> Iterator[Unit]:
    """Every unit that the graph shall have, one at a time."""
    by_article: dict[str, list[Decision]] = defaultdict(list)
    organisations: dict[str, Organisation] = {}
    for decision in decisions:
        yield decision_unit(decision, names)
        for key in sorted({report.article_id for report in decision.reports}):
            by_article[key].append(decision)
        known = (addressee.organisation for addressee in decision.addressees)
        organisations |= {organisation.id: organisation for organisation in known if organisation is not None}
    for _, organisation in sorted(organisations.items()):
        yield organisation_unit(organisation, names)
    for article, fingerprint in ledger.articles():
        yield article_unit(article, by_article[article_id(article)], fingerprint, names)


def _write(ledger: Ledger, store: WritableStore, units: Iterable[Unit]) -> None:
    """Apply the units that differ from what the store has; what it has beside them goes."""
    written = ledger.digests()
    if store.touched:
        ledger.keep_note("unpublished", "yes")
        written = dict.fromkeys(written, "")
    changed = _changed(units, written)
    portions = chain(changed, _gone(written))
    while portion := list(islice(portions, PORTION)):
        ledger.keep_note("unpublished", "yes")
        store.apply(portion)
        ledger.keep_digests({unit.name.value: unit_digest(unit) if unit.quads else None for unit in portion})


def _changed(units: Iterable[Unit], written: dict[str, str]) -> Iterator[Unit]:
    """The units with another digest than the one written; every unit is taken out of `written`."""
    for unit in units:
        if written.pop(unit.name.value, None) != unit_digest(unit):
            yield unit


def _gone(written: dict[str, str]) -> Iterator[Unit]:
    """What is left in `written` when every unit has been seen, as units without quads."""
    yield from (Unit(Iri(name), frozenset()) for name in sorted(written))


def _replace_reference(ledger: Ledger, store: WritableStore) -> None:
    """Load the ontology where it has changed; a changed form of the index asks for a new snapshot as well."""
    wanted = f"{reference_fingerprint()} {INDEX_VERSION}"
    if ledger.note("reference") != wanted or store.touched:
        ledger.keep_note("unpublished", "yes")
        store.replace_reference(turtle_files())
        ledger.keep_note("reference", wanted)


def _is_published(data_dir: Path) -> bool:
    try:
        current_snapshot(data_dir)
    except StoreError:
        return False
    return True


def _snapshot(store: WritableStore, data_dir: Path, written: Callable[[], Iterator[Quad]]) -> None:
    """Make what readers open: of the embedded store a checkpoint, of every store an index.

    A remote store is not read back for it: the index is made of the very quads that were written.
    """
    if isinstance(store, LiveStore):
        publish_store(store, data_dir)
        return
    folder = next_snapshot(data_dir)
    build_index(written(), folder / INDEX)
    flip(data_dir, folder)


def publish_store(store: LiveStore, data_dir: Path) -> Path:
    """Make and publish a snapshot of the embedded store as it is, with an index made of it."""
    folder = next_snapshot(data_dir)
    store.checkpoint(folder / "store")
    with open_snapshot(folder) as checkpoint:
        build_index(checkpoint.quads(), folder / INDEX)
    flip(data_dir, folder)
    return folder


def _quads(units: Iterable[Unit]) -> Iterator[Quad]:
    """Every quad of the graph."""
    yield from read_reference(turtle_files())
    for unit in units:
        yield from unit.quads
