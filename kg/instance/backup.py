"""A backup: ledger and store at one moment, in a file.

The moment is short, whatever the size: under the lock of the store a checkpoint is made by hard links and the ledger is
copied; then the file is written, while others write and read on. Left out are the keys, which are made anew where a
backup is restored, and the index and the snapshots, which are made of the store.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from kg.errors import ConfigError, StoreError
from kg.graph.store.failures import store_failures
from kg.graph.store.live import open_store
from kg.graph.store.lock import hold
from kg.ingest.ledger import copy_ledger
from kg.instance.archive import write_archive
from kg.settings import Settings

DISTRIBUTION = "gdpr-enforcement-graph"

LEDGER, STORE = "ledger.sqlite", "store"

BESIDE = ("reference.nt", "touched")
"""What the store keeps beside its database; either may be missing."""


def back_up(settings: Settings, target: Path, patience: float) -> Path:
    """Write a backup to the file `target`, or into the folder `target` under a name with the time; where it is.

    StoreLocked where another process has held the store, or makes a backup, for so many seconds of `patience`;
    StoreError where nothing was ingested, or the file cannot be written; ConfigError where the store is a remote one.
    """
    require_embedded(settings)
    made = datetime.now(UTC)
    file = target / f"gdpr-kg-{made:%Y%m%dT%H%M%SZ}.tar.zst" if target.is_dir() else target
    with copied(settings.data_dir, patience) as folder:
        write_archive(folder, file, version(DISTRIBUTION), made.isoformat(timespec="seconds"), settings.base_iri)
    return file


def require_embedded(settings: Settings) -> None:
    """ConfigError where the store is a remote one, whose files are not ours."""
    if settings.store is not None:
        raise ConfigError(
            "GDPR_KG_STORE names a remote store: use what that server has for this, or gdpr-kg export for the graph"
        )


@contextmanager
def copied(data_dir: Path, patience: float) -> Iterator[Path]:
    """A folder with ledger and store as they are at one moment; it goes with the block, or with the next backup."""
    if not (data_dir / STORE / "db").is_dir():
        raise StoreError("nothing ingested yet: run gdpr-kg ingest")
    folder = data_dir / "backup.part"
    with hold(data_dir / "backup.lock", patience), store_failures(data_dir):
        shutil.rmtree(folder, ignore_errors=True)  # of a backup that was killed
        (folder / STORE).mkdir(parents=True)
        try:
            with open_store(data_dir / STORE, patience) as store:
                store.checkpoint(folder / STORE / "db")
                for name in BESIDE:
                    if (data_dir / STORE / name).exists():
                        shutil.copyfile(data_dir / STORE / name, folder / STORE / name)
                copy_ledger(data_dir / LEDGER, folder / LEDGER)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
