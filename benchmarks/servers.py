"""Servers under measurement: each in a process of its own on a free port of the loopback interface, stopped after."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.graph.store.snapshot import next_snapshot, open_snapshot, publish
from kg.index.build import build_index

PATIENCE = 20
"""Seconds in which a server has to stop."""

OURS = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0"]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it listens, and its process."""

    address: str
    process: int

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.address.rpartition(":")[2])


def publish_graph(data_dir: Path, ntriples: Path) -> None:
    """Publish a file as the snapshot of the instance in `data_dir`, as an ingestion would."""
    live = ox.Store(str(data_dir / "store"))
    live.bulk_load(path=str(ntriples), format=ox.RdfFormat.N_TRIPLES)
    live.flush()
    folder = next_snapshot(data_dir)
    live.backup(str(folder / "store"))
    with open_snapshot(folder) as snapshot:
        build_index(snapshot.quads(), folder / "index.sqlite")
    publish(data_dir, folder)


@contextmanager
def ours(data_dir: Path, **settings: object) -> Iterator[Server]:
    """The server of this package over an instance."""
    with _running(OURS, _environ(data_dir, settings)) as server:
        yield server


@contextmanager
def application(name: str, environ: Mapping[str, str]) -> Iterator[Server]:
    """An application of another make, by the name of its factory, under the same web server as ours."""
    command = [sys.executable, "-m", "uvicorn", name, "--factory", "--port", "0", "--no-access-log"]
    with _running(command, os.environ | environ) as server:
        yield server


def in_process(data_dir: Path) -> dict[str, str]:
    """The environment of `benchmarks.inprocess`."""
    return _environ(data_dir, {})


def _environ(data_dir: Path, settings: Mapping[str, object]) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GDPR_KG_")}
    given = {f"GDPR_KG_{name.upper()}": str(value) for name, value in settings.items()}
    return own | {"GDPR_KG_DATA_DIR": str(data_dir)} | given


@contextmanager
def _running(command: list[str], environ: Mapping[str, str]) -> Iterator[Server]:
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Server(_address(process), process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _address(server: "subprocess.Popen[str]") -> str:
    """The address in the first lines that a server prints."""
    assert server.stderr is not None  # noqa: S101 (a pipe was asked for)
    said = ""
    for line in server.stderr:
        said += line
        if (found := re.search(r"http://127\.0\.0\.1:\d+", line)) is not None:
            return found[0]
    raise RuntimeError(f"the server did not start: {said}")
