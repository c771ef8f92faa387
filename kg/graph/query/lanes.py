"""Who is next: a fixed number of places, given in order of arrival, one at a time to each client."""

import asyncio
from collections import deque

from kg.errors import ServiceBusy


class Lane:
    """A number of places and a queue before them.

    A client that already holds a place waits, while others pass, until it has given it back. So however many queries
    one client sends at once, the other places stay free for others. The client None is nobody in particular.
    """

    def __init__(self, places: int, queue: int) -> None:
        self._places = self._free = places
        self._queue = queue
        self._busy: set[str] = set()
        self._waiting: deque[tuple[str | None, asyncio.Future[None]]] = deque()

    @property
    def busy(self) -> int:
        """How many places are taken."""
        return self._places - self._free

    @property
    def waiting(self) -> int:
        """How many wait for a place."""
        return len(self._waiting)

    async def enter(self, client: str | None, deadline: float) -> None:
        """Wait for a place until the deadline (in the time of the event loop).

        ServiceBusy when it has passed, or at once when the queue is full or half of it is this client's.
        """
        if self._may(client):
            self._take(client)
            return
        own = sum(other == client for other, _ in self._waiting) if client is not None else 0
        if len(self._waiting) >= self._queue or own >= self._queue // 2:
            raise ServiceBusy("too many queries are waiting already; try again later")
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((client, turn))
        try:
            async with asyncio.timeout_at(deadline):
                await turn
        except BaseException as error:
            self._withdraw(client, turn)
            if isinstance(error, TimeoutError):
                raise ServiceBusy("no worker was free in time; try again later") from error
            raise

    def leave(self, client: str | None) -> None:
        """Give the place back, to whoever is next."""
        self._free += 1
        self._busy.discard(client or "")
        self._admit()

    def _may(self, client: str | None) -> bool:
        return self._free > 0 and client not in self._busy

    def _take(self, client: str | None) -> None:
        self._free -= 1
        if client is not None:
            self._busy.add(client)

    def _admit(self) -> None:
        for waiting in list(self._waiting):
            client, turn = waiting
            if self._may(client) and not turn.done():  # done: it has given up, and is about to say so
                self._waiting.remove(waiting)
                self._take(client)
                turn.set_result(None)

    def _withdraw(self, client: str | None, turn: "asyncio.Future[None]") -> None:
        """Stop waiting; a place that was given at that very moment goes back."""
        if turn.done() and not turn.cancelled():
            self.leave(client)
        else:
            self._waiting.remove((client, turn))
