"""Who is next: a fixed number of places, given in order of arrival, a few at a time to each client."""

import asyncio
from collections import Counter, deque

from kg.errors import ServiceBusy


class Lane:
    """A number of places and a queue before them.

    A client that already holds its share of the places waits, while others pass, until it has given one back. So
    however many queries one client sends at once, the other places stay free for others. The client None is nobody in
    particular.
    """

    def __init__(self, places: int, queue: int, each: int = 1) -> None:
        """`each` is how many places one client may hold."""
        self._places = self._free = places
        self._queue = queue
        self._each = each
        self._held: Counter[str] = Counter()
        self._waiting: deque[tuple[str | None, asyncio.Future[bool]]] = deque()

    @property
    def busy(self) -> int:
        """How many places are taken."""
        return self._places - self._free

    @property
    def waiting(self) -> int:
        """How many wait for a place."""
        return len(self._waiting)

    def take(self, client: str | None) -> bool:
        """Take a place if the client may have one at once; whether it has."""
        if self._free == 0 or (client is not None and self._held[client] >= self._each):
            return False
        self._free -= 1
        if client is not None:
            self._held[client] += 1
        return True

    async def enter(self, client: str | None, deadline: float) -> None:
        """Wait for a place until the deadline (in the time of the event loop).

        ServiceBusy when it has passed, or at once when the queue is full or half of it is this client's.
        """
        if self.take(client):
            return
        own = sum(other == client for other, _ in self._waiting) if client is not None else 0
        if len(self._waiting) >= self._queue or own >= self._queue // 2:
            raise ServiceBusy("too many queries are waiting already; try again later")
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((client, turn))
        timer = loop.call_at(deadline, self._expire, client, turn)
        try:
            admitted = await turn
        except BaseException:
            self._withdraw(client, turn)
            raise
        finally:
            timer.cancel()
        if not admitted:
            raise ServiceBusy("no worker was free in time; try again later")

    def leave(self, client: str | None) -> None:
        """Give the place back, to whoever is next."""
        self._free += 1
        if client is not None:
            self._held[client] -= 1
            if not self._held[client]:
                del self._held[client]
        if self._waiting:
            self._admit()

    def _admit(self) -> None:
        for waiting in tuple(self._waiting):
            if not self._free:
                return
            client, turn = waiting
            if not turn.done() and self.take(client):  # done: it has given up, and is about to say so
                self._waiting.remove(waiting)
                turn.set_result(True)

    def _expire(self, client: str | None, turn: "asyncio.Future[bool]") -> None:
        if not turn.done():
            self._waiting.remove((client, turn))
            turn.set_result(False)

    def _withdraw(self, client: str | None, turn: "asyncio.Future[bool]") -> None:
        """Stop waiting; a place that was given at that very moment goes back."""
        if turn.cancelled():
            self._waiting.remove((client, turn))
        elif turn.result():
            self.leave(client)
