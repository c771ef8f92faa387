"""What became of the queries that a pool was asked, counted."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from kg.errors import (
    KgError,
    NotAcceptable,
    QueryError,
    QueryRefused,
    QueryTimeout,
    QueryTooLarge,
    ServiceBusy,
    StoreError,
)
from kg.graph.query.answers import AnswerStream

ANSWERED, ABANDONED, CUT_SHORT, FAILED = "answered", "abandoned", "cut-short", "failed"

_OUTCOMES: dict[type[KgError], str] = {
    QueryRefused: "refused",
    QueryTimeout: "timeout",
    QueryTooLarge: "too-large",
    NotAcceptable: "not-acceptable",
    QueryError: "error",
    ServiceBusy: "busy",
    StoreError: "store",
}

OUTCOMES = (ANSWERED, ABANDONED, CUT_SHORT, FAILED, *_OUTCOMES.values())
"""All that can become of a query: `abandoned` by whoever asked, `cut-short` in the middle of a long answer, `failed` by
a fault of ours, or the error that it met.
"""


class LaneState(NamedTuple):
    """The workers of a lane at a moment: those at work and those that wait for it; and the queries that wait."""

    busy: int
    idle: int
    waiting: int


class Tally:
    """Counts since the pool was made: `outcomes` of queries, workers `started`, and workers `killed` at work."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter(dict.fromkeys(OUTCOMES, 0))
        self.started = 0
        self.killed = 0

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count what the block raises; what it returns is not counted yet, see `watched`."""
        try:
            yield
        except BaseException as error:
            self.outcomes[outcome_of(error)] += 1
            raise

    def watched(self, answer: AnswerStream) -> AnswerStream:
        """The same answer; it counts as answered when all of it has been read."""
        if answer.rest is None:
            self.outcomes[ANSWERED] += 1
            return answer
        return AnswerStream(answer.media_type, answer.body, self._watched(answer.rest), answer.rows)

    async def _watched(self, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        outcome = ABANDONED
        try:
            async for chunk in rest:
                yield chunk
            outcome = ANSWERED
        except KgError:
            outcome = CUT_SHORT
            raise
        finally:
            self.outcomes[outcome] += 1


def outcome_of(error: BaseException) -> str:
    """What an error means for the query, or the change, that it ended: one of `OUTCOMES`."""
    if isinstance(error, asyncio.CancelledError):
        return ABANDONED
    return next((_OUTCOMES[kind] for kind in type(error).__mro__ if kind in _OUTCOMES), FAILED)
