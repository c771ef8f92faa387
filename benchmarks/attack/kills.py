"""`kill -9` at random moments of writing: what was acknowledged is there, nothing is there by half.

A process writes versions of a few graphs one after the other, as the server does for its users, and says when each is
acknowledged; then it and the process that holds the store are killed. Run as a program, this module is that process.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from benchmarks import servers
from benchmarks.timing import Figure

GRAPHS, TRIPLES = 20, 100
NAME = "https://w3id.org/gdpr-enforcement/id/article/{:04x}"
MOMENTS = 0.02, 0.5
"""Seconds of writing before the kill."""


@dataclass(slots=True)
class Damage:
    """What was found after the kills."""

    lost: int = 0
    partial: int = 0
    corrupt: int = 0
    written: int = 0
    slowest: float = 0.0
    """The longest time from the start of a process to its first acknowledgement, in seconds."""


def measure(times: int) -> list[Figure]:
    """Kill the writer so many times, and look at the store after each."""
    with tempfile.TemporaryDirectory() as folder:
        damage = _kills(Path(folder), times, random.Random(7))
    return [
        Figure(f"kill -9 of a writer, {times} times: batches acknowledged", damage.written),
        Figure("  acknowledged and lost", damage.lost, most=0),
        Figure("  there by half", damage.partial, most=0),
        Figure("  stores that did not open", damage.corrupt, most=0),
        Figure("  from start to first batch, at most", damage.slowest, "s", most=5.0),
    ]


def _kills(data_dir: Path, times: int, dice: random.Random) -> Damage:
    damage, acknowledged = Damage(), 0
    for _ in range(times):
        with _writer(data_dir, acknowledged + 1) as writer:
            assert writer.stdout is not None  # noqa: S101 (a pipe was asked for)
            began = time.perf_counter()
            first = writer.stdout.readline()
            damage.slowest = max(damage.slowest, time.perf_counter() - began)
            time.sleep(dice.uniform(*MOMENTS))
            _kill(servers.processes(writer.pid))
            told = [first, *writer.stdout.read().splitlines(keepends=True)]
        numbers = [int(line) for line in told if line.endswith(b"\n")]
        damage.written += len(numbers)
        acknowledged = _inspect(data_dir, max([acknowledged, *numbers]), damage)
    return damage


@contextmanager
def _writer(data_dir: Path, start: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "benchmarks.attack.kills", str(data_dir), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        yield writer


def _kill(processes: list[int]) -> None:
    """Kill them all, and wait until they have let go of what they held."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    while not all(map(_gone, processes)):
        time.sleep(0.005)


def _gone(process: int) -> bool:
    """Whether a process has let go of all that it held, which is when the last of its threads has ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        return state in {"Z", "X"} and len(list(Path(f"/proc/{process}/task").iterdir())) <= 1
    except OSError:
        return True


def _inspect(data_dir: Path, acknowledged: int, damage: Damage) -> int:
    """Look at every graph; the last batch that is there, which may not have been acknowledged any more."""
    versions: dict[str, list[int]] = {}
    try:
        store = ox.Store(str(data_dir / "store/db"))
    except OSError as error:
        print(f"  {error}")
        damage.corrupt += 1
        return acknowledged
    for number in range(GRAPHS):
        graph = NAME.format(number)
        quads = store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        versions[graph] = [int(quad.object.value) for quad in quads if isinstance(quad.object, ox.Literal)]
    latest = max((max(found) for found in versions.values() if found), default=0)
    for number in range(max(1, acknowledged - GRAPHS + 1), acknowledged + 1):
        found = versions[NAME.format(number % GRAPHS)]
        damage.lost += not found or max(found) < number
    damage.partial += sum(len(found) not in {0, TRIPLES} or len(set(found)) > 1 for found in versions.values())
    return max(acknowledged, latest)


async def _write(data_dir: Path, number: int) -> None:
    """Replace graph after graph by its next version, and tell each that is acknowledged."""
    from kg.graph.write.changes import Change
    from kg.graph.write.service import WriteService
    from kg.settings import Settings

    service = WriteService(Settings.model_validate({"data_dir": data_dir}))
    service.start()
    while True:
        graph = f"<{NAME.format(number % GRAPHS)}>"
        triples = " ".join(
            f"<https://example.org/{line}> <https://example.org/p> {number} ." for line in range(TRIPLES)
        )
        text = f"DROP SILENT GRAPH {graph} ; INSERT DATA {{ GRAPH {graph} {{ {triples} }} }}"
        await service.write(Change("update"), text.encode())
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    asyncio.run(_write(Path(sys.argv[1]), int(sys.argv[2])))
