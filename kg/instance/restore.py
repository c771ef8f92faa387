"""From a backup to an instance, in a folder that holds none.

All is made in a folder of its own, and then moved to its place: the ledger, the store, the snapshots, and at last
CURRENT, by which readers find them. Broken off before that, the next restore begins anew; an ingestion meanwhile finds
a ledger that it can go on from, with or without its store.
"""

import shutil
from contextlib import ExitStack
from pathlib import Path

from kg.errors import ConfigError, StoreError
from kg.graph.store.failures import store_failures, sync
from kg.graph.store.live import open_store
from kg.graph.store.lock import hold
from kg.ingest.ledger import open_ledger
from kg.ingest.publish import publish_store
from kg.instance.archive import Manifest, read_archive
from kg.instance.backup import LEDGER, STORE, require_embedded
from kg.settings import Settings

PIECES = (LEDGER, STORE, "snapshots", "CURRENT")
"""In the order in which they come to their place."""


def restore(source: Path, settings: Settings) -> Manifest:
    """Make the instance of the settings from a backup; what the backup says of itself.

    InputError where the file is no backup, StoreError where the folder holds an instance or the backup's store cannot
    be opened, ConfigError where it is for another base of IRIs.
    """
    require_embedded(settings)
    data_dir, part = settings.data_dir, settings.data_dir / "restore.part"
    with ExitStack() as stack:
        with store_failures(data_dir):
            _refuse_instance(data_dir, part)
            stack.enter_context(hold(part / "lock"))
            _clear(data_dir, part)
        try:
            manifest = _prepare(source, part, settings.base_iri)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        with store_failures(data_dir):
            for name in PIECES:
                (part / name).replace(data_dir / name)
                sync(data_dir)
    shutil.rmtree(part, ignore_errors=True)
    return manifest


def _prepare(source: Path, part: Path, base_iri: str) -> Manifest:
    """Make the whole instance in the folder `part`."""
    manifest = read_archive(source, part)
    if manifest.base_iri != base_iri:
        raise ConfigError(f"the backup has IRIs under {manifest.base_iri}: set GDPR_KG_BASE_IRI to that")
    with open_ledger(part / LEDGER), open_store(part / STORE) as store:
        publish_store(store, part)
    return manifest


def _refuse_instance(data_dir: Path, part: Path) -> None:
    """StoreError where the folder holds an instance, and not the beginnings of a restore that was broken off."""
    if not any((data_dir / name).exists() for name in PIECES):
        return
    if not part.exists() or (data_dir / "CURRENT").exists():
        raise StoreError(
            f"{data_dir} holds an instance already: move it away, or set GDPR_KG_DATA_DIR to another folder"
        )


def _clear(data_dir: Path, part: Path) -> None:
    """Remove what a restore that was broken off has left; StoreLocked where another process has taken it up."""
    if (data_dir / STORE / "lock").exists():
        with hold(data_dir / STORE / "lock"):
            shutil.rmtree(data_dir / STORE)
    for place in (*(data_dir / name for name in PIECES), *(part / name for name in PIECES)):
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    for left in part.glob(f"{LEDGER}-*"):
        left.unlink()
