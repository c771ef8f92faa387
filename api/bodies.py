"""What the two SPARQL protocols send: parameters, and bodies that are read no further than they may be."""

import asyncio
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from fastapi import HTTPException, Request

from kg.errors import QueryError, QueryTooLarge

MOST_PARAMETERS = 1_000

PIECE = 8_192
"""Characters of a parameter that are decoded in one turn of the event loop: less than a millisecond."""

FORM = "application/x-www-form-urlencoded"


class Parameters:
    """The parameters of an address or a form, each of which may be there several times."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = tuple(pairs)

    @classmethod
    async def read(cls, encoded: str) -> "Parameters":
        """Those in a text, while others have their turn; QueryError where they are not UTF-8 or too many."""
        if encoded.count("&") >= MOST_PARAMETERS:
            raise QueryError(f"malformed parameters: more than {MOST_PARAMETERS}")
        fields = [field.partition("=") for field in encoded.split("&") if field]
        try:
            return cls([(await _decoded(name), await _decoded(value)) for name, _, value in fields])
        except UnicodeDecodeError as error:
            raise QueryError(f"malformed parameters: {error}") from error

    def __add__(self, other: "Parameters") -> "Parameters":
        return Parameters((*self._pairs, *other._pairs))

    def __bool__(self) -> bool:
        return bool(self._pairs)

    def __contains__(self, name: str) -> bool:
        return any(other == name for other, _ in self._pairs)

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return tuple(value for other, value in self._pairs if other == name)

    def single(self, name: str) -> str | None:
        """The value of a parameter, None without one; QueryError where there are several."""
        values = self.every(name)
        if len(values) > 1:
            raise QueryError(f"the parameter `{name}` is there {len(values)} times; once is enough")
        return values[0] if values else None


def media_type_of(request: Request) -> str:
    """The media type of a body, in lower case and empty where none is named.

    415 for another charset than UTF-8, and for a body that is compressed.
    """
    if request.headers.get("content-encoding", "identity").strip().lower() not in {"identity", ""}:
        raise HTTPException(415, "send it as it is, not compressed", {"Accept-Encoding": "identity"})
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if "charset" in parameters and "utf-8" not in parameters:
        raise HTTPException(415, "send UTF-8")
    return kind.strip()


async def read_body(request: Request, most: int) -> bytes:
    """The body; QueryTooLarge before it is held in memory where it has more than `most` bytes."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise QueryTooLarge(f"the request is larger than {most} bytes")
    return bytes(body)


def as_text(body: bytes) -> str:
    """The body as text; QueryError where it is not UTF-8."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise QueryError(f"the request is not UTF-8: {error}") from error


async def _decoded(text: str) -> str:
    """A name or a value of a form: `+` is a space, and `%` with two digits a byte; another `%` stands for itself."""
    pieces, at = list[bytes](), 0
    while at < len(text):
        if at:
            await asyncio.sleep(0)
        cut = text.find("%", at + PIECE - 2, at + PIECE)  # the next piece begins there, so that no escape is cut
        end = cut if cut > at else at + PIECE
        pieces.append(unquote_to_bytes(text[at:end].replace("+", " ")))
        at = end
    return b"".join(pieces).decode()


def address_of(request: Request) -> str:
    """The address that was asked for, as it was written, without parameters."""
    raw = request.scope.get("raw_path") or request.scope["path"].encode()
    path = raw.partition(b"?")[0].decode("ascii", "replace")
    return f"{request.url.scheme}://{request.url.netloc}{path}"
