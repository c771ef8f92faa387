"""Finding many words in one pass: an Aho-Corasick automaton over labels, with word boundaries and rules of case.

An acronym (a label without a lower-case letter, up to eight characters) is found only as it is written; every other
label in any case. Where two labels overlap, the longer wins, then the one that starts first.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.expressions import Expression, expression

_ACRONYM_LENGTH = 8
_DASHES = str.maketrans("\u2019\u2018\u2010\u2011\u2013\n\t\xa0", "''---   ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and the id of the concept that it names."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found at `[start, end)`; `ids` are all concepts that go by it, sorted."""

    start: int
    end: int
    ids: tuple[str, ...]


def is_acronym(label: str) -> bool:
    """Whether a label is found only in the case it is written in: CNIL, AP, BlnBDI."""
    return len(label) <= _ACRONYM_LENGTH and " " not in label and sum(map(str.isupper, label)) >= 2


def fold(text: str) -> str:
    """Lower case and one form of dashes, quotes and blanks, of the same length as the text."""
    lowered = text.translate(_DASHES).lower()
    # A few letters (İ) grow when they are lowered; offsets must not move.
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.translate(_DASHES).lower()) == 1 else letter for letter in text)


class Lexicon:
    """Labels, ready to be found in texts. Immutable after it is made."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        exact: dict[str, set[str]] = {}
        folded: dict[str, set[str]] = {}
        for entry in entries:
            acronym = is_acronym(entry.text)
            key = entry.text if acronym else fold(entry.text)
            (exact if acronym else folded).setdefault(key, set()).add(entry.id)
        self._exact = WordSet(exact)
        self._folded = WordSet(folded)

    def find(self, text: str) -> tuple[Hit, ...]:
        """The labels in a text, in its order, none overlapping another."""
        hits = [*self._exact.find(text), *self._folded.find(fold(text))]
        hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
        free = bytearray(b"\1") * len(text)
        taken: list[Hit] = []
        for hit in hits:
            if all(free[hit.start : hit.end]):
                free[hit.start : hit.end] = bytes(hit.end - hit.start)
                taken.append(hit)
        return tuple(sorted(taken, key=lambda hit: hit.start))


class WordSet:
    """Words, each with the ids that go by it, found exactly as they are written, where no letter or digit goes on."""

    def __init__(self, words: Mapping[str, Collection[str]]) -> None:
        self._words = sorted(words)
        self._ids = [tuple(sorted(words[word])) for word in self._words]
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[Hit]:
        """The words in a text, also those that overlap."""
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _bounded(text, start, end):
                yield Hit(start, end, self._ids[number])


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit continues the stretch at either end."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_word(before) and _word(text[start])) and not (_word(after) and _word(text[end - 1]))


def _word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; words may use regular expressions themselves."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def pattern(words: Iterable[str]) -> Expression:
    """A case-insensitive pattern for whole words."""
    return expression(rf"\b{alternation(words)}\b", re.IGNORECASE)


def words(text: str) -> frozenset[str]:
    """The words of a table that blanks separate."""
    return frozenset(text.split())


def table(alternatives: str) -> Expression:
    """The pattern of a table: two blanks or a line break stand between alternatives; a backslash joins two lines."""
    joined = re.sub(r"\s*\\\n\s*", "", alternatives.strip())
    return pattern(re.split(r"\s{2,}", joined))
