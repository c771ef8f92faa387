"""What a worker and its owner say to each other: frames of a kind, a length and a body.

The owner sends SETUP once, answered by READY or ERROR; then QUERY, each answered by HEAD (the media type), DATA, and
END, or by ERROR at any point of that. Nothing is ever unpickled: bodies are bytes of an answer, or JSON.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from dataclasses import fields as dataclass_fields
from typing import Any, BinaryIO

from kg import errors
from kg.errors import KgError, StoreError
from kg.graph.terms import Iri, Literal, Term

HEADER = struct.Struct("!cI")
SETUP, READY, QUERY, HEAD, DATA, END, ERROR = (kind.encode() for kind in "SRQHDEX")

DATA_BYTES = 131_072
"""How much of an answer goes into one frame."""

RETIRE = b"retire"
"""The body of an END by which a worker asks to be replaced, having kept much memory; otherwise it is empty."""

_ERRORS: dict[str, type[KgError]] = {
    name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, KgError)
}


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker is for: the folder of a snapshot, and the bytes of memory that a query may use."""

    snapshot: str
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Request:
    """A query: its text, what the client accepts, and what it may use.

    `default_graphs` and `named_graphs` are the dataset of the SPARQL protocol, both empty for the whole store.
    Where a graph of `existing` is not there, the query is refused. Relative IRIs are resolved against `base`.
    A variable of `substitutions` has that value from the start; the query must project it.
    """

    text: str
    accept: str
    seconds: float
    cpu_seconds: float
    answer_bytes: int
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    existing: tuple[str, ...] = ()
    base: str | None = None
    substitutions: Mapping[str, Term] | None = None


_REQUEST = tuple(field.name for field in dataclass_fields(Request))


def pack(kind: bytes, body: bytes = b"") -> bytes:
    """A frame."""
    return HEADER.pack(kind, len(body)) + body


def read(incoming: BinaryIO, expected: bytes) -> bytes | None:
    """The body of the next frame, which must be of that kind; None when the other side has hung up."""
    header = incoming.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    kind, length = HEADER.unpack(header)
    if kind != expected:
        raise ValueError(f"a frame {kind!r} where {expected!r} was due")
    return incoming.read(length)


def pack_setup(setup: Setup) -> bytes:
    """The frame of a setup."""
    return pack(SETUP, json.dumps(asdict(setup)).encode())


def unpack_setup(body: bytes) -> Setup:
    """The setup in the body of its frame."""
    return Setup(**json.loads(body))


def pack_request(request: Request) -> bytes:
    """The frame of a request."""
    terms = {name: [type(term).__name__, *term] for name, term in (request.substitutions or {}).items()}
    fields = {name: getattr(request, name) for name in _REQUEST} | {"substitutions": terms}
    return pack(QUERY, json.dumps(fields).encode())


def unpack_request(body: bytes) -> Request:
    """The request in the body of its frame."""
    fields: dict[str, Any] = json.loads(body)
    terms = {name: _term(*parts) for name, parts in fields["substitutions"].items()}
    lists = {name: tuple(fields[name]) for name in ("default_graphs", "named_graphs", "existing")}
    return Request(**fields | lists | {"substitutions": terms})


def pack_error(error: KgError) -> bytes:
    """The frame of an error, one of `kg.errors`."""
    told = [error.told] if isinstance(error, StoreError) else []
    return pack(ERROR, json.dumps([type(error).__name__, str(error), *told]).encode())


def unpack_error(body: bytes) -> KgError:
    """The error in the body of its frame."""
    name, *texts = json.loads(body)
    return _ERRORS[name](*texts)


def _term(kind: str, *parts: str) -> Term:
    return Iri(*parts) if kind == Iri.__name__ else Literal(*parts)
