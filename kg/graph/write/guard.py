"""What no update may do, found before the engine sees it.

The patterns of an update overflow the engine's stack as those of a query do, so each of its operations is bound like a
query. Data may be long: the triples after INSERT DATA and DELETE DATA, and the rows after VALUES.
"""

from kg.errors import QueryRefused, QueryTooLarge
from kg.graph.query.guard import BOUNDS, Bounds
from kg.graph.query.scan import Kind, Token, place, scan

LONGEST = 8 << 20
"""Characters of an update."""

MOST_TOKENS = 2 << 20
"""Words and signs of an update, with its data."""

_DATA = frozenset({"DATA", "VALUES"})
"""What comes before data in braces."""


def check_update(text: str, bounds: Bounds = BOUNDS) -> None:
    """Pass an update that may run; it need not be well formed.

    Of the bounds, `tokens` holds for each operation without its data, `depth` for all. QueryRefused for LOAD and
    SERVICE, QueryTooLarge for what passes the bounds, QueryError for a string without an end.
    """
    if len(text) > LONGEST:
        raise QueryTooLarge(f"the update has {len(text)} characters; {LONGEST} are allowed")
    counted = _Counted(text, bounds)
    for number, token in enumerate(scan(text), start=1):
        if number > MOST_TOKENS:
            raise QueryTooLarge(f"{place(text, token.start)}: more than {MOST_TOKENS} words and signs")
        if token.kind is Kind.WORD and token.text.upper() in {"LOAD", "SERVICE"}:
            raise QueryRefused(f"{place(text, token.start)}: {token.text} is not allowed here; send the data itself")
        counted.add(token)


class _Counted:
    """The tokens of an update, counted against the bounds as they pass."""

    def __init__(self, text: str, bounds: Bounds) -> None:
        self._text = text
        self._bounds = bounds
        self._depth = self._seen = 0
        self._announced = False
        """Whether the next brace begins data."""
        self._data: int | None = None
        """How deep the data is nested that tokens now belong to."""
        self._before = Token(Kind.OTHER, "", -1)

    def add(self, token: Token) -> None:
        """Count a token; QueryTooLarge where it is one too many, or too deep."""
        self._depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if self._data is not None:
            if quoted := self._quoted(token):
                self._depth += quoted
                token = token._replace(kind=Kind.OPEN)  # no part of a further sign
            if self._depth < self._data:
                self._data = None
        elif token.kind is Kind.OPEN and token.text == "{" and self._announced:
            self._data, self._announced = self._depth, False
        else:
            self._count(token)
        if self._depth > self._bounds.depth:
            raise QueryTooLarge(f"{place(self._text, token.start)}: nested more than {self._bounds.depth} deep")
        self._before = token

    def _count(self, token: Token) -> None:
        if token.kind is Kind.WORD:
            self._announced = token.text.upper() in _DATA
        if token.text == ";" and self._depth == 0:
            self._seen = 0
            return
        self._seen += 1
        if self._seen > self._bounds.tokens:
            most = self._bounds.tokens
            raise QueryTooLarge(f"{place(self._text, token.start)}: more than {most} words and signs besides data")

    def _quoted(self, token: Token) -> int:
        """1 where a triple in `<< … >>` begins, -1 where it ends; in data there are no comparisons."""
        adjacent = self._before.kind is Kind.OTHER and token.start == self._before.start + 1
        if adjacent and self._before.text == "<" and (token.kind is Kind.IRI or token.text == "<"):
            return 1
        if adjacent and self._before.text == token.text == ">":
            return -1
        return 0
