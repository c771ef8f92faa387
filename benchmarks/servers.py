"""Servers under measurement: each in a process of its own on a free port of the loopback interface, stopped after."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.graph.store.snapshot import next_snapshot, open_snapshot, publish
from kg.index.build import build_index

PATIENCE = 20
"""Seconds in which a server has to stop."""

LONGEST_START = 300
"""Seconds in which it has to listen, what it loads before included."""

_OURS = "from kg.cli import main; main()"
_SAME_PROCESS = f"import api.app, benchmarks.inprocess; api.app.create = benchmarks.inprocess.create; {_OURS}"


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
    (data_dir / "store").mkdir(parents=True)
    live = ox.Store(str(data_dir / "store/db"))
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
    with _running(_serve(_OURS), _environ(data_dir, settings)) as server:
        yield server


@contextmanager
def same_process(data_dir: Path) -> Iterator[Server]:
    """The same server with the engine in its own process: see `benchmarks.inprocess`."""
    with _running(_serve(_SAME_PROCESS), _environ(data_dir, {})) as server:
        yield server


@contextmanager
def peer(ntriples: Path, store: str) -> Iterator[Server]:
    """rdflib-endpoint over a file, in a store of rdflib: see `benchmarks.peer`."""
    command = [sys.executable, "-m", "uvicorn", "benchmarks.peer:create", "--factory", "--port", "0", "--no-access-log"]
    with _running(command, os.environ | {"PEER_FILE": str(ntriples), "PEER_STORE": store}) as server:
        yield server


def processes(root: int) -> list[int]:
    """A process and all that descend from it."""
    found = [root]
    for process in found:
        with suppress(OSError):  # it has ended meanwhile
            for task in Path(f"/proc/{process}/task").iterdir():
                found += map(int, (task / "children").read_text(encoding="ascii").split())
    return found


def resident(process: int) -> int:
    """The bytes of real memory of a process; 0 when it has ended."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE")
    return 0


def own_memory(process: int) -> int:
    """The bytes of real memory that a process shares with no file (Linux: RssAnon); 0 when it has ended.

    Pages of libraries and of the store's files are the kernel's to drop, and are no more for many workers than for one.
    """
    with suppress(OSError):
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:")) << 10
    return 0


def _serve(code: str) -> list[str]:
    return [sys.executable, "-c", code, "serve", "--port", "0"]


def _environ(data_dir: Path, settings: Mapping[str, object]) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GDPR_KG_")}
    given = {f"GDPR_KG_{name.upper()}": str(value) for name, value in settings.items()}
    return own | {"GDPR_KG_DATA_DIR": str(data_dir)} | given


@contextmanager
def _running(command: list[str], environ: Mapping[str, str]) -> Iterator[Server]:
    with tempfile.TemporaryFile() as said, subprocess.Popen(command, env=environ, stderr=said) as process:
        try:
            yield Server(_address(process, said), process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _address(server: "subprocess.Popen[bytes]", said: IO[bytes]) -> str:
    """The address in the first lines that a server prints."""
    for _ in range(int(LONGEST_START / 0.05)):
        text = os.pread(said.fileno(), 65_536, 0).decode(errors="replace")
        if (found := re.search(r"http://127\.0\.0\.1:\d+", text)) is not None:
            return found[0]
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {text}")
