"""Connections of those who send slowly, without end, or nothing; and of those who do as they should."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn

from api import protocol
from api.protocol import BoundedProtocol

HEAD_SECONDS = 0.4
BODY_SECONDS = 0.4
BODY_BYTES = 1000

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def count_body(scope: dict[str, Any], receive: Callable[[], Any], send: Callable[[Any], Awaitable[None]]) -> None:
    """Answer with the number of bytes of the body; at `/late` read it only after a while."""
    if scope["path"] == "/late":
        await asyncio.sleep(3 * BODY_SECONDS)
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": str(size).encode()})


@asynccontextmanager
async def connected() -> AsyncIterator[Connection]:
    config = uvicorn.Config(count_body, http=BoundedProtocol, lifespan="off", log_config=None, port=0, ws="none")
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        yield reader, writer
        writer.close()
    finally:
        await server.shutdown()


def play(monkeypatch: pytest.MonkeyPatch, scene: Callable[[Connection], Awaitable[bytes]]) -> bytes:
    """What a connection brings in a scene that takes no more than some seconds."""
    for name, value in (("HEAD_SECONDS", HEAD_SECONDS), ("BODY_SECONDS", BODY_SECONDS), ("BODY_BYTES", BODY_BYTES)):
        monkeypatch.setattr(protocol, name, value)

    async def run() -> bytes:
        async with connected() as connection:
            return await asyncio.wait_for(scene(connection), 10)

    return asyncio.run(run())


async def to_end(connection: Connection, *pieces: bytes, pause: float = 0.0) -> bytes:
    """Send pieces, then read until the server closes."""
    reader, writer = connection
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(pause)
    return await reader.read()


@pytest.mark.parametrize(
    ("pieces", "answer"),
    [
        ((), b""),
        ((b"GET / HTTP/1.1\r\nHost: x\r\n",), b"HTTP/1.1 408"),
        ((b"GET / HTT", b"P/1.1\r\n", b"Host: x\r\n"), b"HTTP/1.1 408"),
        ((b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP"), b"HTTP/1.1 200"),
        ((b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n", b"abc"), b""),
    ],
)
def test_who_sends_too_slowly_is_closed(
    monkeypatch: pytest.MonkeyPatch, pieces: tuple[bytes, ...], answer: bytes
) -> None:
    said = play(monkeypatch, lambda connection: to_end(connection, *pieces, pause=0.05))
    assert said[: len(answer)] == answer
    assert bool(said) == bool(answer)


def test_a_head_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * (protocol.HEAD_BYTES + 1)
    said = play(monkeypatch, lambda connection: to_end(connection, endless))
    assert said.startswith(b"HTTP/1.1 431")


@pytest.mark.parametrize("path", ["/", "/late"])
def test_a_body_that_comes_steadily_or_waits_for_the_server_is_read(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    size, pieces = 300_000, 10
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {size}\r\n\r\n".encode()
    sent = [head, *[b"b" * (size // pieces)] * pieces]
    said = play(monkeypatch, lambda connection: to_end(connection, *sent, pause=0.1))
    assert said.startswith(b"HTTP/1.1 200")
    assert b"\r\n300000\r\n" in said


def test_a_connection_serves_many_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(connection: Connection) -> bytes:
        reader, writer = connection
        got = b""
        for _ in range(3):
            writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            got += await reader.readuntil(b"0\r\n\r\n")
            await asyncio.sleep(1.5 * HEAD_SECONDS)  # idle between requests is no slow head
        return got

    assert play(monkeypatch, scene).count(b"HTTP/1.1 200") == 3
