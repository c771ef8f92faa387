"""Compaction: the store and the ledger without what they keep of the past."""

from kg.errors import StoreError
from kg.graph.store.live import open_store
from kg.ingest.ledger import open_ledger
from kg.ingest.publish import publish_store
from kg.instance.backup import LEDGER, STORE, require_embedded
from kg.settings import Settings


def compact(settings: Settings, patience: float) -> None:
    """Compact store and ledger, and publish a snapshot of the result; reading goes on meanwhile.

    StoreLocked where another process has held the store for so many seconds of `patience`; StoreError where nothing was
    ingested; ConfigError where the store is a remote one.
    """
    require_embedded(settings)
    data_dir = settings.data_dir
    if not (data_dir / STORE / "db").is_dir():
        raise StoreError("nothing ingested yet: run gdpr-kg ingest")
    with open_store(data_dir / STORE, patience) as store, open_ledger(data_dir / LEDGER) as ledger:
        store.optimize()
        ledger.compact()
        store.note_snapshot(publish_store(store, data_dir))
