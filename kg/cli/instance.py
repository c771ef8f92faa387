"""Commands about an instance as a whole: `backup`, `restore`, `compact`."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import say
from kg.cli.setup import read_settings

Wait = Annotated[
    float,
    typer.Option("--wait", min=0.0, help="Seconds to wait for a process that holds the store.", metavar="SECONDS"),
]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(backup)
    app.command()(restore)
    app.command()(compact)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE|DIR", help="A file, or a folder for one named by the time.")],
    *,
    wait: Wait = 60.0,
) -> None:
    """Write all but the keys to one file, while the server goes on."""
    settings = read_settings()
    from kg.instance.backup import back_up

    file = back_up(settings, target, wait)
    say(f"{file.stat().st_size / 1e6:,.1f} MB in {file}")


def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `gdpr-kg backup` wrote.")],
) -> None:
    """Make an instance from a backup, in a data folder that holds none."""
    settings = read_settings()
    from kg.instance.restore import restore as restore_from

    manifest = restore_from(source, settings)
    say(f"restored what was backed up at {manifest.made} by version {manifest.version}; keys are to be made anew")


def compact(*, wait: Wait = 60.0) -> None:
    """Compact the store and the ledger, while the server goes on, and publish a snapshot of the result."""
    settings = read_settings()
    from kg.instance.compaction import compact as compact_instance

    compact_instance(settings, wait)
    say("compacted, and published; the space of the snapshots before is free when they are dropped")
