"""The query service of a remote store: the same rules as for the embedded one, and another program that evaluates.

Guard, lanes, deadline and the limit of an answer hold here; what a query may cost the server in memory is the server's
to limit. Answers are passed on as bytes: nothing of them is read here.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Self

import httpx2

from kg.errors import KgError, QueryError, QueryTimeout, QueryTooLarge, ServiceBusy, StoreError, UnknownGraph
from kg.graph.query import guard
from kg.graph.query.accept import best
from kg.graph.query.answers import HELD_BYTES, AnswerStream
from kg.graph.query.formats import GRAPHS, RESULTS
from kg.graph.query.lanes import Lane
from kg.graph.query.pool import MIB, PAGES_WORKERS, QUEUE, LaneName
from kg.graph.query.scan import Kind, scan
from kg.graph.query.tally import LaneState, Tally
from kg.graph.remote.client import shortened
from kg.graph.remote.server import CONNECT_SECONDS, PROLOGUE, Server
from kg.graph.remote.statements import values, with_values
from kg.graph.terms import Iri, Term
from kg.logs import FIELDS
from kg.settings import Settings

log = logging.getLogger(__name__)

_CUT = "X-SPARQL-MaxRows"
"""By this header Virtuoso says that it has cut an answer."""


class RemoteQueries:
    """Answers queries by a remote store; see `QueryPool.answer`. `async with` starts and stops it."""

    def __init__(self, settings: Settings, server: Server) -> None:
        self._settings = settings
        self._server = server
        self._graphs = f"{settings.base_iri}article/"
        self._bounds = guard.bounds_of(settings)
        self._lanes = {"public": Lane(settings.query_workers, QUEUE), "pages": Lane(PAGES_WORKERS, QUEUE)}
        self._http: httpx2.AsyncClient | None = None
        self.tally = Tally()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Be ready for queries; connections are made when they are needed."""
        timeout = httpx2.Timeout(None, connect=CONNECT_SECONDS)
        self._http = httpx2.AsyncClient(auth=self._server.auth, timeout=timeout, trust_env=False)

    async def stop(self) -> None:
        """Close every connection."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None

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
        base: str | None = None,  # noqa: ARG002  (the server has one of its own)
    ) -> AnswerStream:
        """Have a SPARQL query evaluated, under the contract of `QueryPool.answer`.

        StoreError where the server cannot be reached or fails.
        """
        log.debug("query", extra={FIELDS: {"query": text}})
        with self.tally.counting():
            dataset = (*default_graphs, *named_graphs)
            checked = await guard.check(text, self._bounds)
            named = [*checked.sources, *dataset]
            limited = None if rows is None else checked.rows.limited(text, rows)
            wanted = (*guard.foreign(named, self._graphs), *(dataset if strict else ()))
            media_type = best(accept, tuple(GRAPHS if _makes_graph(text) else RESULTS))
            http = self._open
            text = f"{PROLOGUE} {with_values(limited or text, substitutions or {})}"
            form = self._server.query_form(text, default_graphs, named_graphs)
            most = self._settings.query_timeout
            seconds = most if timeout is None else min(timeout, most)
            deadline = asyncio.get_running_loop().time() + seconds
            await self._lanes[lane].enter(client, deadline)
            try:
                await self._must_have(http, wanted, deadline)
            except BaseException:
                self._lanes[lane].leave(client)
                raise
            run = _Run(self._server.query, deadline, seconds, lambda: self._lanes[lane].leave(client))
            stream = await run.begin(http, form, media_type, self._settings.query_answer_mb * MIB)
            stream.rows = rows if limited else None
        return self.tally.watched(stream)

    async def _must_have(self, http: httpx2.AsyncClient, graphs: Sequence[str], deadline: float) -> None:
        """UnknownGraph for a graph that the server does not have: told that it is the dataset, it might fetch it."""
        for iri in dict.fromkeys(graphs):
            try:
                clause = values("g", [Iri(iri)])
            except ValueError as error:
                raise UnknownGraph(guard.not_here(iri)) from error
            form = self._server.query_form(f"SELECT ?g WHERE {{ {clause} GRAPH ?g {{ ?s ?p ?o }} }} LIMIT 1")
            seconds = max(0.0, deadline - asyncio.get_running_loop().time())
            run = _Run(self._server.query, deadline, seconds, lambda: None)
            answer = await (await run.begin(http, form, "text/csv", MIB)).read()
            if len(answer.body.split()) < 2:  # the name of the column, and nothing below it
                raise UnknownGraph(guard.not_here(iri))

    def state(self, lane: LaneName) -> LaneState:
        """How a lane does at this moment; the processes that evaluate are the server's."""
        return LaneState(self._lanes[lane].busy, 0, self._lanes[lane].waiting)

    @property
    def _open(self) -> httpx2.AsyncClient:
        if self._http is None:
            raise ServiceBusy("the query service has stopped")
        return self._http


class _Run:
    """One request, until its lane is free again: at its end, or at the deadline, whoever waits for whom."""

    def __init__(self, address: str, deadline: float, seconds: float, leave: Callable[[], None]) -> None:
        self._address = address
        self._deadline = deadline
        self._seconds = seconds
        self._leave = leave
        self._left = False
        self._response: httpx2.Response | None = None
        self._watchdog = asyncio.get_running_loop().call_at(deadline, self._finish)

    async def begin(
        self, http: httpx2.AsyncClient, form: Mapping[str, str | list[str]], media_type: str, most: int
    ) -> AnswerStream:
        """Send the query; its answer, or so much of it that it has to go out in parts."""
        try:
            pieces = self._pieces(http, form, media_type, most)
            held = bytearray()
            async for piece in pieces:
                held += piece
                if len(held) >= HELD_BYTES:
                    return AnswerStream(media_type, bytes(held), pieces)
        except BaseException:
            self._finish()
            raise
        return AnswerStream(media_type, bytes(held), None)

    async def _pieces(
        self, http: httpx2.AsyncClient, form: Mapping[str, str | list[str]], media_type: str, most: int
    ) -> AsyncIterator[bytes]:
        """The answer as it comes; one of the errors of `RemoteQueries.answer` where it does not come whole."""
        sent = 0
        try:
            request = http.build_request("POST", self._address, data=form, headers={"Accept": media_type})
            async with asyncio.timeout_at(self._deadline):
                response = self._response = await http.send(request, stream=True)
                if not response.is_success or _CUT in response.headers:
                    raise _refusal(response, (await response.aread()).decode(errors="replace"))
            chunks = response.aiter_bytes()
            while (piece := await self._next(chunks)) is not None:
                sent += len(piece)
                if sent > most:
                    raise QueryTooLarge(f"the answer is larger than {most} bytes; ask for less, or use LIMIT")
                yield piece
        except TimeoutError as error:
            raise self._timeout() from error
        except httpx2.HTTPError as error:
            if self._left:
                raise self._timeout() from error
            raise StoreError(f"{self._address}: {error or type(error).__name__}") from error
        finally:
            if self._response is not None:
                await self._response.aclose()
            self._finish()

    async def _next(self, chunks: AsyncIterator[bytes]) -> bytes | None:
        async with asyncio.timeout_at(self._deadline):
            return await anext(chunks, None)

    def _timeout(self) -> QueryTimeout:
        return QueryTimeout(f"stopped after {self._seconds:g} seconds; the same query will not be faster next time")

    def _finish(self) -> None:
        if not self._left:
            self._left = True
            self._watchdog.cancel()
            self._leave()


def _refusal(response: httpx2.Response, body: str) -> KgError:
    """What a server's refusal means for whoever asked."""
    status = response.status_code
    if response.is_success:
        return QueryTooLarge(f"the store sends no more than {response.headers[_CUT]} rows; use LIMIT and OFFSET")
    if status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS}:
        return ServiceBusy("the store is busy; try again later")
    if status in {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT}:
        return QueryTimeout("the store stopped this query; it will not be faster next time")
    if status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}:
        return QueryError(shortened(body))
    return StoreError(f"the store answered {status}: {shortened(body)}")


def _makes_graph(text: str) -> bool:
    """Whether a query's answer is a graph: its first word after the prologue is CONSTRUCT or DESCRIBE."""
    words = (token.text.upper() for token in scan(text) if token.kind is Kind.WORD)
    first = next((word for word in words if word not in {"PREFIX", "BASE"}), "")
    return first in {"CONSTRUCT", "DESCRIBE"}
