"""Which stretches of a text speak of which of its decisions."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from kg.extract.case import Case
from kg.extract.case_mentions import Mentions
from kg.extract.expressions import expression
from kg.extract.naming import Names
from kg.extract.reading import Reading, Span
from kg.extract.roundups import sections

_DEBRIS = expression(
    r"\s*(?:READ ALSO|Read also|Read more|Read next|Related(?: news| articles?)?|MORE:|More on this story|See also|"
    r"Most (?:read|popular)\b|You (?:may|might) also like|Recommended|In other news|Trending|Sponsored|Editor|Home \||"
    r"Previous article|Next article|Click here|Copyright|Filed under|Popular\b|"
    r"Topics:|Follow us|Sign up|Share\b|Advertisement|"
    r"Get our|MORE ABOUT|Contact|Subscribe|We use cookies|By continuing|Source link|Photo:|Tags?:|Posted in)"
)


_LEAD = 200
"""Before this the text reports, and does not recall."""


def is_debris(line: str) -> bool:
    """Whether a line of a page is none of the article: links to others, notices on cookies."""
    return _DEBRIS.match(line) is not None


REACH = 5_000
"""How far from the places of a case, in characters, a text of very many cases may still speak of it."""

_FEW = 12
"""So many cases may all be spoken of anywhere in a text; of more, each has its part of it."""


class Nearby:
    """Which of the cases of a text are near a stretch of it: all of them, where they are few."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._all = frozenset(range(len(cases))) if len(cases) <= _FEW else None
        self._places = sorted((place, number) for number, case in enumerate(cases) for place in case.places)

    def cases(self, span: Span) -> frozenset[int]:
        """The numbers of the cases that have a place near a stretch, else of the last before it."""
        if self._all is not None:
            return self._all
        first = bisect_left(self._places, (span.start - REACH, 0))
        last = bisect_left(self._places, (span.end + REACH, 0))
        if first == last:
            first = max(first - 1, 0)
            last = first + 1
        return frozenset(number for _, number in self._places[first:last])


def scopes(reading: Reading, cases: Sequence[Case], names: Names) -> tuple[tuple[Span, ...], ...]:
    """For each case the stretches that speak of it; what speaks of none in particular speaks of all."""
    bodies = _bodies(reading)
    if len(cases) == 1:
        return (bodies,)
    found: list[list[Span]] = [[] for _ in cases]
    if (own := _sections(reading, cases, names)) is not None:
        return own
    recalled = {number: _recalled(reading, case) for number, case in enumerate(cases)}
    aside = [span for span in recalled.values() if span is not None]
    if aside and len(aside) < len(cases):
        rest = [case for number, case in enumerate(cases) if recalled[number] is None]
        mine = iter(scopes(reading, rest, names))
        return tuple(
            (span,) if (span := recalled[number]) is not None else tuple(_without(next(mine), aside))
            for number in range(len(cases))
        )
    mentions = Mentions(reading, cases, names)
    nearby = Nearby(cases)
    current: frozenset[int] | None = None
    for paragraph in bodies:
        around = nearby.cases(paragraph)
        named = mentions.within(paragraph)
        if len(named) == 1:
            current = named
            _give(found, named, paragraph)
        elif named:
            _by_sentence(reading, mentions, around, paragraph, found)
            current = None
        else:
            _give(found, around if current is None else current, paragraph)
    return tuple(tuple(spans) for spans in found)


def one_matter(reading: Reading, cases: Sequence[Case]) -> tuple[Span, ...]:
    """Where a text speaks of the one matter that its cases, which a paragraph names together, are of; else nowhere.

    Sentences that name a party speak of that one only.
    """
    homes = [frozenset(map(reading.paragraph, case.places)) for case in cases]
    if len(cases) < 2 or not frozenset.intersection(*homes):
        return ()
    names = {party.text for case in cases for party in case.parties if party.named}
    sentences = (sentence for body in _bodies(reading) for sentence in reading.sentences_within(body))
    return tuple(s for s in sentences if not any(name in reading.words(s) for name in names))


def _bodies(reading: Reading) -> tuple[Span, ...]:
    return tuple(p for p in reading.paragraphs if not is_debris(reading.words(p)))


def _sections(reading: Reading, cases: Sequence[Case], names: Names) -> tuple[tuple[Span, ...], ...] | None:
    """The sections of a round-up that tell of each case; None where a case stands outside of them."""
    every = sections(reading)
    told = [_holding(every, case.anchors) for case in cases] if every else []
    if not every or not all(told):
        return None
    found: list[list[Span]] = [[] for _ in cases]
    numbers: dict[Span, list[int]] = defaultdict(list)
    for number, spans in enumerate(told):
        for section in spans:
            numbers[section].append(number)
    for section, inside in sorted(numbers.items(), key=lambda row: row[0].start):
        if len(inside) < 2:
            _give(found, frozenset(inside), section)
            continue
        parts: list[list[Span]] = [[] for _ in inside]
        mentions = Mentions(reading, [cases[number] for number in inside], names)
        _by_sentence(reading, mentions, frozenset(range(len(inside))), section, parts)
        for number, spans in zip(inside, parts, strict=True):
            found[number] += spans
    return tuple(tuple(spans) for spans in found)


def _holding(spans: Sequence[Span], places: Sequence[int]) -> list[Span]:
    """The stretches that some places lie in; both are in the order of the text."""
    return [span for span in spans if bisect_left(places, span.start) < bisect_left(places, span.end)]


BACKGROUND = expression(
    r"\b(?:last (?:year|month|week)|"
    r"previous(?:ly)?|earlier|until now|so far|so-far|a year ago|months? ago|years? ago|(?:last|"
    r"in|of) (?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)|in 20\d\d|record (?:was|is|fine was)|headed by|in the past|had already|"
    r"also fined|recently)\b",
    re.IGNORECASE,
)
"""Words of a sentence that may recall an earlier case."""


def _recalled(reading: Reading, case: Case) -> Span | None:
    """The one sentence that a past case is recalled in; None for a case that the text reports."""
    sentences = {reading.sentence(place) for place in case.places}
    if len(sentences) != 1:
        return None
    (only,) = sentences
    return only if only.start > _LEAD and BACKGROUND.search(reading.words(only)) else None


def _without(spans: Sequence[Span], aside: Sequence[Span]) -> list[Span]:
    """Stretches less the sentences that speak of other cases."""
    found = []
    for span in spans:
        start = span.start
        for gap in sorted((s for s in aside if s.start in span), key=lambda s: s.start):
            found.append(Span(start, gap.start))
            start = gap.end
        found.append(Span(start, span.end))
    return [span for span in found if span.start < span.end]


def _give(found: list[list[Span]], to: frozenset[int], span: Span) -> None:
    for number in sorted(to):
        found[number].append(span)


def _by_sentence(
    reading: Reading, mentions: Mentions, around: frozenset[int], paragraph: Span, found: list[list[Span]]
) -> None:
    """Give the sentences of a paragraph to the cases that they name; parts of one with provisions of their own too."""
    current = around
    for sentence in reading.sentences_within(paragraph):
        for part, named in mentions.parts(sentence):
            current = named or current
            _give(found, current, part)
