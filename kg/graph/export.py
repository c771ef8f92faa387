"""The graph as a file, in an order that depends on nothing but the quads: N-Quads, TriG, Turtle.

The lines of N-Quads are in canonical form (RDF 1.1 N-Quads, with the escapes of RDFC-1.0), sorted, each once; they are
sorted in portions on disk, so memory stays flat. TriG and Turtle are for reading and are sorted in memory.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO, BinaryIO

from kg.graph.quoting import quoted
from kg.graph.terms import XSD, Iri, Quad, Term
from kg.graph.turtle import write_trig, write_turtle

PORTION = 200_000
"""Lines that are sorted in memory at once: about 60 MB."""


def write(quads: Iterable[Quad], format: str, out: BinaryIO) -> None:  # noqa: A002  (the word of the field)
    """Write quads as `nquads`, `trig` or `turtle`; Turtle has no graphs, so it holds the default graph alone.

    ValueError for another format.
    """
    match format:
        case "nquads":
            _write_sorted((nquads_line(quad) for quad in quads), out)
        case "trig":
            write_trig(quads, out)
        case "turtle":
            write_turtle((quad for quad in quads if quad.graph is None), out)
        case _:
            raise ValueError(f"no format {format!r}: nquads, trig or turtle")


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


def _write_sorted(lines: Iterator[bytes], out: BinaryIO) -> None:
    with ExitStack() as stack:
        portions: list[Iterable[bytes]] = []
        portion = sorted(islice(lines, PORTION))
        while following := sorted(islice(lines, PORTION)):
            portions.append(_spill(portion, stack))
            portion = following
        out.writelines(line for line, _ in groupby(heapq.merge(*portions, portion)))


def _spill(portion: list[bytes], stack: ExitStack) -> IO[bytes]:
    """The lines of a portion, in a file that goes when the stack is closed."""
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  (the stack closes it)
    file.writelines(portion)
    file.seek(0)
    return file
