"""A full disk: reading goes on, writing says why it does not, and both go on once there is room again."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import enforcement, servers
from benchmarks.asking import Client
from benchmarks.questions import point
from benchmarks.timing import Figure

DECISIONS = 300
SIZE_MB = 96
FREE_MB = 16
PATIENCE = 10.0


def measure() -> list[Figure]:
    """Fill a small file system under a server, and make room again; nothing where that cannot be had (no root)."""
    with tempfile.TemporaryDirectory() as folder, _small(Path(folder)) as room:
        if room is None:
            print("  no file system of its own could be mounted (it takes root): not measured")
            return []
        graph = Path(folder) / "graph.nt"
        enforcement.write(graph, DECISIONS)
        servers.publish_graph(room, graph)
        with servers.ours(room, disk_free_mb=FREE_MB) as server:
            return _fill(Client(server.port), room)


def _fill(client: Client, room: Path) -> list[Figure]:
    query = point(7)
    before = _ready(client), client.query(query).status
    filler = room / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 20))
        except OSError:
            pass
    noticed = _seconds_until(client, ready=False)
    full = [client.query(query).status for _ in range(20)]
    filler.unlink()
    return [
        Figure("answers before it was full", sum(status == 200 for status in before), least=2),
        Figure("queries answered of 20 while it was full", sum(status == 200 for status in full), least=20),
        Figure("/readyz tells after", noticed, "s", most=PATIENCE),
        Figure("ready after there is room again", _seconds_until(client, ready=True), "s", most=PATIENCE),
    ]


def _ready(client: Client) -> int:
    return client.send("GET", "/readyz").status


def _seconds_until(client: Client, *, ready: bool) -> float:
    began = time.perf_counter()
    while (_ready(client) == 200) != ready and time.perf_counter() - began < 3 * PATIENCE:
        time.sleep(0.1)
    return time.perf_counter() - began


@contextmanager
def _small(folder: Path) -> Iterator[Path | None]:
    """A file system of its own in memory, mounted; None where that is not allowed."""
    room = folder / "room"
    room.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", str(room)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode != 0:
        yield None
        return
    try:
        yield room
    finally:
        subprocess.run(["umount", "-l", str(room)], check=False)  # noqa: S607 (the system's)
