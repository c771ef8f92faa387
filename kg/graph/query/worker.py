"""The process that evaluates: opens a snapshot, goes to jail, answers one query at a time.

What the engine cannot survive (a stack overflow, memory that runs out) kills this process and nothing else.
"""

import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from kg.errors import KgError, QueryError, QueryTooLarge, StoreError, UnknownGraph
from kg.graph.namespaces import PREFIXES
from kg.graph.query import frames, jail
from kg.graph.query.accept import best
from kg.graph.query.formats import GRAPHS, RESULTS
from kg.graph.query.guard import not_here
from kg.graph.store.holding import hold
from kg.graph.terms import Iri, Term

GRACE = 2.0
"""Seconds after the deadline at which a worker ends itself, should its owner not have done so."""

LONGEST_MESSAGE = 300
"""A syntax error of the engine lists all that it expected, down to ranges of letters."""

_KEPT = 4
"""A worker that has kept a fourth of a query's memory is replaced."""

_RESULT_FORMATS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPH_FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nq": ox.RdfFormat.N_QUADS,
}


def work(connection: socket.socket) -> None:
    """Serve the owner at the other end of the connection until it hangs up."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    incoming = connection.makefile("rb")
    if (first := frames.read(incoming, frames.SETUP)) is None:
        return
    setup = frames.unpack_setup(first)
    try:
        jail.close_network()
        hold(Path(setup.snapshot))  # as long as this process lives
        store = _open(Path(setup.snapshot) / "store")
        jail.limit(setup.memory_bytes)
    except (StoreError, OSError) as error:
        connection.sendall(frames.pack_error(StoreError(f"{setup.snapshot}: {error}")))
        return
    connection.sendall(frames.pack(frames.READY, str(os.getpid()).encode()))
    fresh = jail.used_memory()
    while (body := frames.read(incoming, frames.QUERY)) is not None:
        request = frames.unpack_request(body)
        signal.setitimer(signal.ITIMER_REAL, request.seconds + GRACE)
        signal.setitimer(signal.ITIMER_PROF, request.cpu_seconds)
        writer = _Writer(connection.sendall, request.answer_bytes)
        failure = _answer(store, request, writer)
        spent = jail.used_memory() - fresh > setup.memory_bytes // _KEPT
        writer.end(failure or frames.pack(frames.END, frames.RETIRE if spent else b""))
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)


def _open(folder: Path) -> ox.Store:
    """Open a store, and ask it something, so that what it makes on first use is made."""
    store = ox.Store.read_only(str(folder))
    store.query("ASK { ?s ?p ?o }")
    return store


def _answer(store: ox.Store, request: frames.Request, writer: "_Writer") -> bytes | None:
    """Write an answer; the frame of an error, where there was one."""
    try:
        results = _evaluate(store, request)
        offered = GRAPHS if isinstance(results, ox.QueryTriples) else RESULTS
        media_type = best(request.accept, tuple(offered))
        writer.head(media_type)
        _serialize(results, offered[media_type], cast("BinaryIO", writer))
    except KgError as error:
        return frames.pack_error(error)
    except MemoryError:
        return frames.pack_error(QueryTooLarge("the query needs more memory than one query may use"))
    except ConnectionError:
        raise
    except OSError as error:
        return frames.pack_error(StoreError(str(error)))
    except (SyntaxError, ValueError, RuntimeError) as error:
        return frames.pack_error(QueryError(_shortened(str(error))))
    return None


def _evaluate(store: ox.Store, request: frames.Request) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    for iri in request.existing:
        if not store.contains_named_graph(ox.NamedNode(iri)):
            raise UnknownGraph(not_here(iri))
    dataset = bool(request.default_graphs or request.named_graphs)
    return store.query(
        request.text,
        base_iri=request.base,
        prefixes=PREFIXES,
        default_graph=[ox.NamedNode(iri) for iri in request.default_graphs] if dataset else None,
        named_graphs=[ox.NamedNode(iri) for iri in request.named_graphs] if dataset else None,
        substitutions={ox.Variable(name): _term(term) for name, term in (request.substitutions or {}).items()},
    )


def _serialize(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, name: str, out: BinaryIO) -> None:
    if not isinstance(results, ox.QueryTriples):
        results.serialize(out, _RESULT_FORMATS[name])
    elif name == "ttl":
        ox.serialize(results, out, ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    else:
        results.serialize(out, _GRAPH_FORMATS[name])


class _Writer:
    """A file that sends what is written to it as frames, and takes no more than `most` bytes in all.

    A small answer goes out with its head and its end at once, which wakes its reader once.
    """

    def __init__(self, send: Callable[[bytes], None], most: int) -> None:
        self._send = send
        self._most = most
        self._written = 0
        self._ready = b""
        self._held = bytearray()

    def head(self, media_type: str) -> None:
        """Begin with the media type of what follows."""
        self._ready = frames.pack(frames.HEAD, media_type.encode())

    def write(self, data: bytes) -> int:
        """Take a piece of the answer; QueryTooLarge where it passes the limit."""
        self._written += len(data)
        if self._written > self._most:
            raise QueryTooLarge(f"the answer is larger than {self._most} bytes; ask for less, or use LIMIT and OFFSET")
        self._held += data
        if len(self._held) >= frames.DATA_BYTES:
            self._send(self._taken())
        return len(data)

    def flush(self) -> None:
        """Nothing: what is held goes out when it is enough, or at the end."""

    def end(self, last: bytes) -> None:
        """Send what is held, and the last frame."""
        self._send(self._taken() + last)

    def _taken(self) -> bytes:
        """What is to be sent, in frames of a bounded size, so that its reader need not hold more than one."""
        parts = range(0, len(self._held), frames.DATA_BYTES)
        data = [frames.pack(frames.DATA, bytes(self._held[at : at + frames.DATA_BYTES])) for at in parts]
        taken = b"".join([self._ready, *data])
        self._ready = b""
        self._held.clear()
        return taken


def _term(term: Term) -> ox.NamedNode | ox.Literal:
    if isinstance(term, Iri):
        return ox.NamedNode(term.value)
    if term.language:
        return ox.Literal(term.lexical, language=term.language)
    return ox.Literal(term.lexical, datatype=ox.NamedNode(term.datatype))


def _shortened(message: str) -> str:
    return message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]} …"
