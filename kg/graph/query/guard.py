"""What may not run here at all, found before a worker sees it.

This is courtesy: an early answer that says where and why. The wall is the worker's sandbox, which holds whatever
passes here.
"""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.errors import QueryRefused, QueryTooLarge
from kg.graph.namespaces import PREFIXES
from kg.graph.query.rows import Rows
from kg.graph.query.scan import Kind, Token, place, scan
from kg.settings import Settings

TURN = 256
"""How many tokens are read in one turn of the event loop: less than a millisecond."""

UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
"""What a SPARQL 1.1 update starts with; none of them starts a query."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large a query may be. The engine overflows its stack at 2,200 nested braces and near 10,000 operators."""

    characters: int = 32_768
    tokens: int = 4_000
    depth: int = 64


BOUNDS = Bounds()


def bounds_of(settings: Settings) -> Bounds:
    """The bounds that an operator has set."""
    return Bounds(settings.query_length, settings.query_tokens, settings.query_depth)


class Checked(NamedTuple):
    """What was seen of a query that may run: the graphs that it names after FROM, and where it limits its rows."""

    sources: list[str]
    rows: Rows


async def check(text: str, bounds: Bounds = BOUNDS) -> Checked:
    """Pass a query that may run; it need not be well formed.

    Others have their turn while a long one is read. QueryRefused for SERVICE or an update, QueryTooLarge for what
    passes the bounds, QueryError for a string without an end. Each names line and column.
    """
    sources, rows, turn = list[str](), Rows(), TURN
    if len(text) > bounds.characters:
        raise QueryTooLarge(f"the query has {len(text)} characters; {bounds.characters} are allowed")
    tokens = _Tokens(text, bounds)
    for token in tokens:
        if tokens.seen >= turn:
            turn += TURN
            await asyncio.sleep(0)
        if token.kind is not Kind.WORD:
            continue
        rows.note(token, tokens.depth)
        match token.text.upper():
            case "PREFIX":
                tokens.declare()
            case "SERVICE":
                raise QueryRefused(f"{place(text, token.start)}: SERVICE is not allowed here; nothing leaves the store")
            case "FROM":
                sources += tokens.source()
            case word if word in UPDATES and tokens.first:
                raise QueryRefused(f"{place(text, token.start)}: {word} is an update, which is not taken as a query")
            case word if word != "BASE":
                tokens.first = False
    return Checked(sources, rows)


def foreign(named: Iterable[str], graphs: str) -> tuple[str, ...]:
    """The IRIs of graphs that a request asks for and that do not start with `graphs`."""
    return tuple(iri for iri in named if not iri.startswith(graphs))


def not_here(iri: str) -> str:
    """That there is no such graph, for people."""
    return f"<{iri}> is no graph here, and nothing is fetched from elsewhere"


class _Tokens:
    """The tokens of one query, counted against the bounds as they pass."""

    def __init__(self, text: str, bounds: Bounds) -> None:
        self._text = text
        self._bounds = bounds
        self._tokens = scan(text)
        self._prefixes = dict(PREFIXES)
        self.seen = self.depth = 0
        self.first = True
        """Whether the query's first word after its prologue is still to come."""

    def __iter__(self) -> Iterator[Token]:
        return self

    def __next__(self) -> Token:
        token = next(self._tokens)
        self.seen += 1
        self.depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if self.seen > self._bounds.tokens:
            raise QueryTooLarge(f"{place(self._text, token.start)}: more than {self._bounds.tokens} words and signs")
        if self.depth > self._bounds.depth:
            raise QueryTooLarge(f"{place(self._text, token.start)}: nested more than {self._bounds.depth} deep")
        return token

    def declare(self) -> None:
        """Note the prefix that is declared after PREFIX."""
        name, iri = next(self, None), next(self, None)
        if name is not None and iri is not None and iri.kind is Kind.IRI:
            self._prefixes[name.text.removesuffix(":")] = iri.text[1:-1]

    def source(self) -> list[str]:
        """The graph after FROM or FROM NAMED; a relative IRI is left to the engine."""
        token = next(self, None)
        if token is not None and token.text.upper() == "NAMED":
            token = next(self, None)
        if token is None or token.kind not in {Kind.IRI, Kind.NAME}:
            return []
        prefix, _, local = token.text.partition(":")
        iri = token.text[1:-1] if token.kind is Kind.IRI else self._prefixes.get(prefix, "") + local
        return [iri] if ":" in iri else []
