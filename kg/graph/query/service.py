"""What answers queries, wherever the store is: see `QueryPool` and `RemoteQueries`."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from kg.graph.query.answers import AnswerStream
from kg.graph.query.pool import LaneName
from kg.graph.query.tally import LaneState, Tally
from kg.graph.terms import Term


class QueryService(Protocol):
    """Answers SPARQL queries within limits. It is started once and stopped once."""

    tally: Tally

    def state(self, lane: LaneName) -> LaneState:
        """How a lane does at this moment."""

    async def start(self) -> None:
        """Be ready for queries."""

    async def stop(self) -> None:
        """End for good; queries that still run or wait fail."""

    async def answer(
        self,
        text: str,
        *,
        accept: str = "*/*",
        substitutions: Mapping[str, Term] | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        timeout: float | None = None,
        rows: int | None = None,
        lane: LaneName = "public",
        client: str | None = None,
        strict: bool = False,
        base: str | None = None,
    ) -> AnswerStream:
        """Evaluate a query under the contract of `QueryPool.answer`."""
