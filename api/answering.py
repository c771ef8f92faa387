"""Answers of the query engine as responses, for every route that asks it.

An answer is complete, or is no answer: a failure before its first 128 KiB has a status of its own, and one after that
breaks the connection.
"""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import Response, StreamingResponse
from starlette.types import Send

from api.bodies import address_of
from api.headers import MOST_ROWS
from kg.errors import KgError, QueryError
from kg.graph.query.answers import AnswerStream
from kg.graph.query.formats import RESULTS
from kg.graph.query.rows import announced

T = TypeVar("T")

LONGEST_NUMBER = 9
"""Digits of a number of rows."""

CLIENT_GONE = 499
"""What servers log for a client that hung up; nobody receives it."""


async def respond(request: Request, answering: Coroutine[Any, Any, AnswerStream]) -> Response:
    """The response that an answer becomes: whole where it is short, else in parts as they are made."""
    if (answer := await _while_connected(request, answering)) is None:
        return Response(status_code=CLIENT_GONE)
    headers = {"Vary": "Accept", "Access-Control-Allow-Origin": "*"}
    if answer.rows is not None:
        headers[MOST_ROWS] = str(answer.rows)
        link = f"{address_of(request)}#at-most-{answer.rows}-rows"
        answer.body = announced(answer.body, RESULTS.get(answer.media_type, ""), link)
    if answer.whole:
        return Response(answer.body, media_type=answer.media_type, headers=headers)
    return PartedResponse(answer.chunks(), media_type=answer.media_type, headers=headers)


def client_of(request: Request) -> str | None:
    """By what the pool tells clients apart."""
    return request.client.host if request.client else None


def rows_of(text: str | None, most: int) -> int | None:
    """The rows that an answer may have: as many as the parameter `rows` says, and no more than `most`, unless 0.

    None for any number; QueryError where the parameter is no number of rows.
    """
    if not text:
        return most or None
    if not (text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER and int(text) > 0):
        raise QueryError(f"the parameter `rows` is a whole number above 0, not {text[:LONGEST_NUMBER]!r}")
    return min(int(text), most or int(text))


def seconds(text: str | None) -> float | None:
    """A time out in seconds; QueryError where it is none."""
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not number > 0:
        raise QueryError(f"the parameter `timeout` is a number of seconds above 0, not {text!r}")
    return number


class PartedResponse(StreamingResponse):
    """An answer in parts. Where it fails on the way its end is never sent, and so the server breaks the connection."""

    async def stream_response(self, send: Send) -> None:
        """Send what there is; what cuts it short is for the log, since there is no status left to tell it by."""
        try:
            await super().stream_response(send)
        except KgError as error:
            logging.getLogger("api").warning("an answer was cut short: %s", error)


async def _while_connected(request: Request, work: Coroutine[Any, Any, T]) -> T | None:
    """The result of the work; None, and the work broken off, where the client hangs up before."""
    working, leaving = asyncio.create_task(work), asyncio.create_task(_hung_up(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return await working if working.done() else None
    finally:
        working.cancel()
        leaving.cancel()


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
