"""A siege: the hostile requests from several clients at once, beside a normal client, under watch."""

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from benchmarks import servers
from benchmarks.asking import Client
from benchmarks.attack.hostile import Hostile

CLIENTS = 4
NICENESS = 10
"""Of the attackers' own threads: on a network their work is done elsewhere."""

INTERVAL = 0.2
"""Seconds between two looks at the server's processes: a look is not free for them either."""


@dataclass(slots=True)
class Outcome:
    """What came of one kind of request: how often it was sent, the longest time, and statuses that are not right."""

    sent: int = 0
    longest: float = 0.0
    wrong: list[int] = field(default_factory=list)


def besiege(port: int, hostile: Sequence[Hostile], clients: int = CLIENTS) -> dict[str, Outcome]:
    """Send the requests, shared out among clients that do not wait for each other; what came of each kind, by name."""
    outcomes = {request.name: Outcome() for request in hostile}
    waiting = list(hostile)
    lock = threading.Lock()

    def following() -> Hostile | None:
        with lock:
            return waiting.pop() if waiting else None

    def attack(number: int) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        with Client(port, f"127.0.0.{30 + number}") as client:
            while (request := following()) is not None:
                reply = client.send(request.method, request.path, request.body, request.headers)
                with lock:
                    _note(outcomes[request.name], request, reply.status, reply.seconds)

    attackers = [threading.Thread(target=attack, args=(number,)) for number in range(clients)]
    for attacker in attackers:
        attacker.start()
    for attacker in attackers:
        attacker.join()
    return outcomes


def _note(outcome: Outcome, request: Hostile, status: int, seconds: float) -> None:
    outcome.sent += 1
    outcome.longest = max(outcome.longest, seconds)
    if status not in request.statuses:
        outcome.wrong.append(status)


class Watch:
    """Looks at a server's processes while its block runs: the most own memory that each had."""

    def __init__(self, server: int) -> None:
        self._server = server
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self.most: dict[int, int] = {}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    @property
    def largest_worker(self) -> int:
        """The most bytes that any process had but the server's first."""
        return max((size for process, size in self.most.items() if process != self._server), default=0)

    def _look(self) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
        while not self._over.wait(INTERVAL):
            for process in servers.processes(self._server):
                self.most[process] = max(self.most.get(process, 0), servers.own_memory(process))
