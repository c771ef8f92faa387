"""`make attack`: the hostile list against a real server, and damage to what writes.

`python -m benchmarks.attack --times 50 --kills 200`; fewer for a first look.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from benchmarks import enforcement, servers
from benchmarks.asking import Client, median, percentile
from benchmarks.attack import disk, hostile, kills, normal, siege, uploads
from benchmarks.attack.canary import Canary, Trace, visitor
from benchmarks.questions import point
from benchmarks.timing import Figure, report
from kg.keys import KeyRing, Scope

DEADLINE = 1.2
WRITE_DEADLINE = 5.0
MEMORY_MB = 300
UNCOUNTED = {"rate_limit": 0}
"""The normal client asks more than 600 times a minute; and no attacker is to be stopped by that limit alone."""

SETTINGS = {
    **UNCOUNTED,
    "query_timeout": DEADLINE,
    "query_memory_mb": MEMORY_MB,
    "query_workers": 2,
}
IDLE_SECONDS = 10.0

SLACK = 0.5
"""Seconds after its deadline within which every request has its answer."""


def attack(instance: Path, times: int) -> list[Figure]:
    """Besiege a server over an instance, and what came of it."""
    with Canary() as canary, servers.ours(instance, **SETTINGS) as server:
        question = point(4242)
        normal.idle(server.port, question, 1.0)  # to warm up
        before = servers.processes(server.process)
        base = max(map(servers.own_memory, before[1:]))
        quiet = normal.idle(server.port, question, IDLE_SECONDS)
        requests = hostile.requests(canary.address) * times
        random.Random(11).shuffle(requests)
        with siege.Watch(server.process) as watch, normal.meanwhile(server.port, question) as besieged:
            outcomes = siege.besiege(server.port, requests)
        with Client(server.port) as client:
            healthy = client.send("GET", "/healthz").status
        restarts = servers.processes(server.process)[:2] != before[:2] or healthy != 200
        grown = (watch.largest_worker - base) / (1 << 20)
        return [
            *_replies(outcomes, DEADLINE),
            Figure("server restarts", float(restarts), most=0),
            Figure("largest worker, over what it began with", grown, "MiB", most=MEMORY_MB),
            Figure("connections to the canary", canary.hits, most=0),
            *_normal(quiet, besieged),
        ]


def send(instance: Path, times: int) -> list[Figure]:
    """Send RDF and updates that do harm, with a key; readers go on, and see what they saw before."""
    secret = KeyRing(instance).add("attacker", [Scope.WRITE])
    settings = {**UNCOUNTED, "write_timeout": WRITE_DEADLINE, "write_memory_mb": MEMORY_MB}
    with Canary() as canary, servers.ours(instance, **settings) as server, Client(server.port) as client:
        before = sha256(client.query(point(4242)).body).hexdigest()
        with normal.meanwhile(server.port, point(4242)) as besieged:
            outcomes = siege.besiege(server.port, [*uploads.requests(canary.address, secret)] * times, clients=1)
        return [
            *_replies(outcomes, WRITE_DEADLINE),
            Figure("readers' queries that saw another answer", sum(one.digest != before for one in besieged), most=0),
            Figure("connections to the canary", canary.hits, most=0),
        ]


def listen(instance: Path) -> list[Figure]:
    """What would make a server reach out, under `strace`: in a run of its own, since that makes everything slow."""
    with Canary() as canary, Canary() as sign, servers.ours(instance, **SETTINGS) as server, visitor(sign) as seen:
        normal.idle(server.port, point(4242), 1.0)
        requests = [one for one in hostile.requests(canary.address) if b"127.0.0.1" in one.body]
        followed = servers.processes(server.process)
        with Trace([*followed, seen.pid]) as trace:
            siege.besiege(server.port, requests * 3)
            seen.communicate()
        figures = [Figure("connections to the canary", canary.hits, most=0)]
        if trace.connections is None:
            print("  strace is not there, or may not follow: system calls were not looked at")
            return figures
        others = [line for line in trace.connections if not line.startswith(f"{seen.pid} ")]
        return [
            *figures,
            Figure("calls of connect, by strace", len(others), most=0),
            Figure("  and by a program that shall be seen", len(trace.connections) - len(others), least=1),
        ]


def _normal(before: Sequence[normal.Seen], besieged: Sequence[normal.Seen]) -> list[Figure]:
    quiet, took = ([one.seconds for one in seen] for seen in (before, besieged))
    for text in {one.error for one in besieged if one.status != 200}:
        print(f"  a normal query was answered {text}")
    return [
        Figure("normal queries not answered", sum(one.status != 200 for one in besieged), most=0),
        Figure("normal query, p50 against idle", median(took) / median(quiet), "x", most=2.0),
        Figure("normal query, p99 against idle", percentile(took, 0.99) / percentile(quiet, 0.99), "x", most=2.0),
        Figure("  p99 under siege", 1000 * percentile(took, 0.99), "ms"),
        Figure("  p99 of the client's own delay", 1000 * percentile([one.late for one in besieged], 0.99), "ms"),
    ]


def _replies(outcomes: Mapping[str, siege.Outcome], deadline: float) -> list[Figure]:
    for name, outcome in outcomes.items():
        if outcome.wrong or outcome.longest > deadline + SLACK:
            print(f"  {name}: {outcome.longest:.2f} s at most, wrong statuses {sorted(set(outcome.wrong))}")
    wrong = sum(len(outcome.wrong) for outcome in outcomes.values())
    longest = max(outcome.longest for outcome in outcomes.values())
    return [
        Figure("hostile requests sent", sum(outcome.sent for outcome in outcomes.values())),
        Figure("replies with a status that is not right", wrong, most=0),
        Figure("longest wait for a reply", longest, "s", most=deadline + SLACK),
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.attack")
    parser.add_argument("--times", type=int, default=50, help="how often each hostile request is sent")
    parser.add_argument("--kills", type=int, default=200, help="how often a writer is killed")
    return parser.parse_args()


def main() -> int:
    """Attack, and print what held; the exit code: 1 where something did not."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        graph, instance = Path(folder) / "graph.nt", Path(folder) / "instance"
        enforcement.write(graph)
        instance.mkdir()
        servers.publish_graph(instance, graph)
        codes = [
            report("Hostile requests", attack(instance, wanted.times)),
            report("Hostile uploads and updates, with a key", send(instance, max(1, wanted.times // 10))),
            report("What would reach out, under strace", listen(instance)),
        ]
    codes.append(report("Killed while it writes", kills.measure(wanted.kills)))
    codes.append(report("A full disk", disk.measure()))
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
