"""What a user may change, and how the owner of the writing process and that process say it to each other.

The owner sends SETUP once, answered by READY or ERROR; then WRITE (a change as JSON), followed by one DATA with its
body. It is answered by HEAD when the change is on disk and by END (an outcome as JSON) when there is a snapshot that
readers may be given, or by ERROR at any point of that.
"""

import json
from dataclasses import asdict, dataclass
from typing import Literal

from kg.errors import InputError
from kg.graph.query import frames

WRITE = b"W"

Action = Literal["update", "replace", "add", "drop", "publish"]
"""`publish` changes nothing: it makes a snapshot of what was changed without becoming visible."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a writing process is for: the folder of an instance, and the bytes of memory that a change may use.

    `tokens` and `depth` are bounds of an operation: see `kg.graph.write.guard`.
    """

    data_dir: str
    memory_bytes: int
    tokens: int
    depth: int


@dataclass(frozen=True, slots=True)
class Change:
    """A change whose body is a SPARQL update, or RDF for a graph (None for the default graph), or nothing.

    `using` and `using_named` are the dataset of an update, as the protocol has it; `base` is what its relative IRIs, or
    those of the RDF, are resolved against. `media_type` is the Content-Type of the RDF.
    """

    action: Action
    base: str | None = None
    graph: str | None = None
    media_type: str = ""
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a change: whether the graph was there before, and the snapshot that has it."""

    existed: bool = True
    snapshot: str = ""


def update_text(body: bytes) -> str:
    """The text of an update; InputError where it is not UTF-8."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise InputError(f"the update is not UTF-8: {error}") from error


def pack_setup(setup: Setup) -> bytes:
    """The frame of a setup."""
    return frames.pack(frames.SETUP, json.dumps(asdict(setup)).encode())


def unpack_setup(body: bytes) -> Setup:
    """The setup in the body of its frame."""
    return Setup(**json.loads(body))


def pack_change(change: Change, seconds: float) -> bytes:
    """The frame of a change that is to be done in so many seconds; the frame of its body follows."""
    return frames.pack(WRITE, json.dumps([asdict(change), seconds]).encode())


def unpack_change(body: bytes) -> tuple[Change, float]:
    """The change in the body of its frame, and its seconds."""
    fields, seconds = json.loads(body)
    lists = {name: tuple(fields[name]) for name in ("using", "using_named")}
    return Change(**fields | lists), seconds


def pack_outcome(outcome: Outcome) -> bytes:
    """The frame of an outcome."""
    return frames.pack(frames.END, json.dumps(asdict(outcome)).encode())


def unpack_outcome(body: bytes) -> Outcome:
    """The outcome in the body of its frame."""
    return Outcome(**json.loads(body))
