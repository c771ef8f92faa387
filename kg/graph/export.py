"""The graph as a file, in an order that depends on nothing but the quads: N-Quads, TriG, Turtle.

The lines of N-Quads are in canonical form (RDF 1.1 N-Quads, with the escapes of RDFC-1.0), sorted, each once. All are
sorted in portions on disk, so memory stays flat, but for what TriG and Turtle say of one subject.
"""

import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

from kg.errors import StoreError
from kg.graph.quoting import quoted
from kg.graph.sorting import sorted_once
from kg.graph.terms import XSD, Iri, Quad, Term
from kg.graph.turtle import write_trig, write_turtle


def write(quads: Iterable[Quad], format: str, out: BinaryIO, others: Iterable[str] = ()) -> None:  # noqa: A002
    """Write quads as `nquads`, `trig` or `turtle`; Turtle has no graphs, so it holds the default graph alone.

    `others` are statements that no Quad can express, in N-Quads without the final dot; only N-Quads takes them.
    ValueError for another format.
    """
    match format:
        case "nquads":
            lines = _lines(quads, others)
            out.writelines(sorted_once(lines, key=bytes, dump=bytes, load=bytes))
        case "trig":
            write_trig(quads, out)
        case "turtle":
            write_turtle((quad for quad in quads if quad.graph is None), out)
        case _:
            raise ValueError(f"no format {format!r}: nquads, trig or turtle")


@contextmanager
def compressed(out: BinaryIO) -> Iterator[BinaryIO]:
    """A file that compresses (Zstandard) what is written to it into another."""
    with io.BufferedWriter(
        cast("io.RawIOBase", zstandard.ZstdCompressor(level=6).stream_writer(out, closefd=False))
    ) as file:
        yield file


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write, which is in its place, and on disk, when the block has ended well, and else is not there at all.

    StoreError where it cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StoreError(f"{target} cannot be written: {error}") from error
        raise


def _lines(quads: Iterable[Quad], others: Iterable[str]) -> Iterator[bytes]:
    yield from map(nquads_line, quads)
    yield from (f"{other} .\n".encode() for other in others)


def nquads_line(quad: Quad) -> bytes:
    """The canonical line of a quad, with its newline."""
    graph = f" <{quad.graph.value}>" if quad.graph is not None else ""
    return f"<{quad.subject.value}> <{quad.predicate.value}> {_term(quad.object)}{graph} .\n".encode()


def _term(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term.value}>"
    text = quoted(term.lexical)
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype == XSD + "string" else f"{text}^^<{term.datatype}>"
