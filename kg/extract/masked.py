"""A text in which every name of a candidate, every sum, date and authority is one token: what the party model reads.

The model shall learn how texts speak of a sanctioned party, and no names: so it never sees one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.naming import Named
from kg.extract.reading import Reading, Span
from kg.model import Label

_WORD = re.compile(r"[^\W\d_][\w'’&-]*|[.,;:()\"“”]|\n|\d+")  # noqa: RUF001
_MASKS = {
    Label.MONEY: "SUM",
    Label.AUTHORITY: "AUTHORITY",
    Label.DATE: "DATE",
    Label.PROVISION: "LAW",
    Label.CASE_NUMBER: "CASE",
    Label.HEADCOUNT: "COUNT",
}
_ENDINGS = ("ing", "ies", "ed", "es", "s")
_WINDOW = 12
"""Tokens on either side of a name that are read, within its sentence."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word without its ending, or a mask; `candidate` is the number of the candidate that it is a name of."""

    start: int
    text: str
    candidate: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The tokens around a name, the nearest first, on its left and on its right."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class MaskedText:
    """The tokens of a text, with the names of its candidates (numbered by their order) and other mentions masked."""

    def __init__(self, reading: Reading, candidates: Sequence[Sequence[Named]]) -> None:
        self._reading = reading
        self._tokens = _tokens(reading, candidates)
        self._starts = [token.start for token in self._tokens]

    def context(self, named: Named) -> Context | None:
        """What stands around a name, as far as its sentence goes; None where the name lies inside another mention."""
        place = bisect_left(self._starts, named.start)
        if place == len(self._tokens) or self._starts[place] != named.start:
            return None
        own = self._tokens[place].candidate
        sentence = self._reading.sentence(named.start)
        first = max(bisect_left(self._starts, sentence.start), place - _WINDOW)
        last = min(bisect_left(self._starts, sentence.end), place + 1 + _WINDOW)
        left = tuple(_seen(token, own) for token in reversed(self._tokens[first:place]))
        return Context(left, tuple(_seen(token, own) for token in self._tokens[place + 1 : last]))


def _seen(token: Token, own: int | None) -> str:
    """A token as it stands beside a candidate: another mention of the same one is told from those of others."""
    return "SELF" if token.candidate is not None and token.candidate == own else token.text


def _tokens(reading: Reading, candidates: Sequence[Sequence[Named]]) -> list[Token]:
    masks = [(m.start, -m.end, _MASKS[m.label], None) for m in reading.mentions if m.label in _MASKS]
    names = [(n.start, -n.end, "NAME", number) for number, group in enumerate(candidates) for n in group]
    found: list[Token] = []
    place = 0
    for start, end, mask, number in sorted([*masks, *names], key=lambda row: row[:2]):
        if start >= place:
            found += _words(reading.text, Span(place, start))
            found.append(Token(start, mask, number))
            place = -end
    return found + _words(reading.text, Span(place, len(reading.text)))


def _words(text: str, span: Span) -> list[Token]:
    return [Token(word.start(), stem(word.group())) for word in _WORD.finditer(text, span.start, span.end)]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word in lower case without its ending (fined, fines, fining are one); `0` for a number, `¶` for a new line."""
    if word[0].isdigit():
        return "0"
    if word == "\n":
        return "¶"
    low = word.lower()
    ending = next((end for end in _ENDINGS if low.endswith(end) and len(low) - len(end) >= 3), "")
    bare = low.removesuffix(ending)
    return bare[:-1] if bare.endswith("e") and len(bare) > 4 else bare
