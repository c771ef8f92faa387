"""Where a text speaks of which of its cases: by their sums, their parties' names, and what it calls these parties."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from kg.extract.case import Case
from kg.extract.expressions import expression
from kg.extract.kinds import ANYBODY, RELATIVE, nouns
from kg.extract.names import Phrase
from kg.extract.naming import Names, same
from kg.extract.reading import Reading, Span
from kg.model import Mention

_FEWEST_LETTERS = 4
"""Letters of a word that alone stands for a longer name."""

_OF_ALL = (
    r"(?:of (?:them|these)|(?:\w+ )?(?:compan|cases|controllers|parties|firms|undertakings|operators|bodies|decisions|"
    r"organi[sz]ations)\w*|are|were|had|have|must|may|infringed|breached|violated)\b"
)
_TOGETHER = {
    2: expression(rf"\b(?:both|the two) {_OF_ALL}", re.IGNORECASE),
    3: expression(rf"\ball three {_OF_ALL}", re.IGNORECASE),
    4: expression(rf"\ball four {_OF_ALL}", re.IGNORECASE),
}
"""Words that speak of all parties, by how many there are."""

_WORKED_FOR_IT = ("supplier", "processor", "contractor", "subcontractor", "vendor")

_THE = r"[Tt]he (?:[a-z][\w-]+ )?"
_BESIDE = expression(r"\b(?:with|by|from)\s$")
_BESIDE_LENGTH = 6

_PROCESSORS = frozenset({"processor", "sub-processor", "subprocessor"})

_NOTHING: frozenset[int] = frozenset()


class _Hit(NamedTuple):
    """A stretch `[start, end)` that speaks of some cases, by their numbers."""

    start: int
    end: int
    cases: frozenset[int]


class Mentions:
    """Where a text speaks of which of its cases."""

    def __init__(self, reading: Reading, cases: Sequence[Case], names: Names) -> None:
        self._reading = reading
        self._cases = cases
        self._names = names

    def within(self, span: Span) -> frozenset[int]:
        """The numbers of the cases that a stretch speaks of."""
        return _NOTHING.union(*(hit.cases for hit in self._hits_in(span)))

    def parts(self, sentence: Span) -> Iterator[tuple[Span, frozenset[int]]]:
        """A sentence in parts with the cases that each names: it ends one where another case follows on a provision."""
        start, named, end = sentence.start, _NOTHING, sentence.start
        for hit in self._hits_in(sentence):
            if named and hit.cases != named and self._cites(end, hit.start):
                yield Span(start, hit.start), named
                start, named = hit.start, _NOTHING
            named, end = named | hit.cases, hit.end
        yield Span(start, sentence.end), named

    def _cites(self, start: int, end: int) -> bool:
        rows = self._reading.provisions
        first = bisect_left(rows, start, key=lambda row: row[0].start)
        return first < len(rows) and rows[first][0].start < end

    def _hits_in(self, span: Span) -> Sequence[_Hit]:
        first = bisect_left(self._hits, span.start, key=lambda hit: hit.start)
        last = bisect_left(self._hits, span.end, key=lambda hit: hit.start)
        return self._hits[first:last]

    @cached_property
    def _hits(self) -> list[_Hit]:
        found = [
            _Hit(place.start, place.end, frozenset([number]))
            for number, case in enumerate(self._cases)
            for place in _places(case)
        ]
        everyone = frozenset(range(len(self._cases)))
        if (together := _TOGETHER.get(len(everyone))) is not None:
            found += [_Hit(hit.start(), hit.end(), everyone) for hit in together.finditer(self._reading.text)]
        found += _words(self._named, self._reading.text)
        described = _words(self._called, self._reading.text, before=_THE)
        found += (hit for hit in described if not self._is_beside(hit))
        return sorted(found)

    def _is_beside(self, hit: _Hit) -> bool:
        """Whether a sentence on another party mentions this one in passing: "a contract with the supplier"."""
        return _BESIDE.search(self._reading.text[max(0, hit.start - _BESIDE_LENGTH) : hit.start]) is not None

    @cached_property
    def _named(self) -> dict[str, set[int]]:
        """The names of the parties, and the words that begin them where they stand for them alone."""
        found: dict[str, set[int]] = defaultdict(set)
        short: dict[str, set[int]] = defaultdict(set)
        for number, case in enumerate(self._cases):
            for name in {party.text for party in case.parties if party.named}:
                found[name].add(number)
                word = re.match(r"[A-Z][\w&.-]*", name)
                if word and len(word.group()) >= _FEWEST_LETTERS and same(word.group(), name):
                    short[word.group()].add(number)
        return {**short, **found}

    @cached_property
    def _called(self) -> dict[str, set[int]]:
        """The descriptions of the parties ("the supplier") that fit no other of them."""
        found: dict[str, set[int]] = defaultdict(set)
        for number, case in enumerate(self._cases):
            for party in case.parties:
                for noun in self._nouns(party.text) if party.named else nouns(party.text):
                    found[noun].add(number)
        if len(self._cases) == 2 and not found.keys() & RELATIVE:
            # The second of two parties that a text introduces is the one that worked for the other.
            later = max((0, 1), key=lambda number: min(self._cases[number].places, default=0))
            found |= {noun: {later} for noun in _WORKED_FOR_IT}
        processing = {number for noun in _PROCESSORS for number in found.get(noun, ())}
        rest = set(range(len(self._cases))) - processing
        controlling = {"controller": rest} if processing and len(rest) == 1 else {}
        return {
            noun: numbers
            for noun, numbers in {**found, **controlling}.items()
            if len(numbers) == 1 and (noun not in ANYBODY or noun in controlling)
        }

    def _nouns(self, name: str) -> Iterator[str]:
        return (noun for noun, other in self._names.called if same(other, name))


def _words(words: Mapping[str, set[int]], text: str, before: str = "") -> Iterator[_Hit]:
    """Where words stand in a text behind what matches `before`, and own nothing: "the supplier's server"."""
    if not words:
        return
    longest = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for hit in re.finditer(rf"(?<!\w){before}({longest})(?!\w|['\u2019]s\s[a-z])", text):
        yield _Hit(hit.start(), hit.end(), frozenset(words[hit[1]]))


def _places(case: Case) -> Iterator[Mention | Phrase]:
    yield from (item.mention for cluster in case.clusters for item in cluster.sums)
    yield from case.parties
