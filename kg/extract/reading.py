"""An article as the rules see it: its sentences and paragraphs, and all mentions that the finders made."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from kg.model import Article, Label, Mention
from kg.values import Headcount, Money, PartialDate, Provision

T = TypeVar("T")
P = ParamSpec("P")

_HEADING = 140
"""How long a heading may be, in characters."""
_LONGEST_PARAGRAPH = 10_000
"""Characters of a paragraph: the longest articles on one line are shorter."""


@dataclass(frozen=True)
class Span:
    """A stretch `[start, end)` of a text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def near(self, offset: int) -> int:
        """How many characters lie between the stretch and an offset; 0 inside."""
        return max(self.start - offset, offset - self.end, 0)


@dataclass(frozen=True)
class Reading:
    """An article, its sentences in order and its mentions in order. Every offset counts code points of the text.

    `organisations` are those that another pipeline named, where one is set: see `kg.extract.entities`.
    """

    article: Article
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    organisations: tuple[Span, ...] = ()

    @cached_property
    def answers(self) -> dict[object, Any]:
        """What was asked, and the answers: see `remembered`."""
        return {}

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.article.text

    @cached_property
    def title(self) -> Span:
        """Where the title stands: the first line of the text if the article has a title, else nothing."""
        length = len(self.article.title) if self.article.title else 0
        return Span(0, length if self.text.startswith(self.article.title or "") else 0)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the text that hold anything; endless ones in parts, so that no rule looks at all of it."""
        found, start = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                found += [
                    Span(start + part, start + min(part + _LONGEST_PARAGRAPH, len(line)))
                    for part in range(0, len(line), _LONGEST_PARAGRAPH)
                ]
            start += len(line) + 1
        return tuple(found)

    def sentence(self, offset: int) -> Span:
        """The sentence at an offset; between sentences the one before."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(place, 0)]

    def sentences_within(self, span: Span) -> Sequence[Span]:
        """The sentences that begin in a stretch."""
        first, last = (bisect_left(self._sentence_starts, place) for place in (span.start, span.end))
        return self.sentences[first:last]

    def paragraph(self, offset: int) -> Span:
        """The paragraph at an offset; between paragraphs the one before."""
        place = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[max(place, 0)]

    def is_heading(self, offset: int) -> bool:
        """Whether a place lies in a heading: a short paragraph without the stop of a sentence at its end."""
        line = self.words(self.paragraph(offset)).strip(" *_#=")
        return 0 < len(line) <= _HEADING and line[-1] not in ".!?:;,"

    def before(self, span: Span | Mention, limit: int = 200) -> str:
        """The words of the sentence before a stretch, at most `limit` characters."""
        return self.text[max(self.sentence(span.start).start, span.start - limit) : span.start]

    def after(self, span: Span | Mention, limit: int = 200) -> str:
        """The words of the sentence after a stretch, at most `limit` characters."""
        return self.text[span.end : min(self.sentence(span.start).end, span.end + limit)]

    def words(self, span: Span) -> str:
        """The words of a stretch."""
        return self.text[span.start : span.end]

    @cached_property
    def money(self) -> tuple[tuple[Mention, Money], ...]:
        """The sums in the text."""
        return tuple((m, m.value) for m in self.mentions if isinstance(m.value, Money))

    def money_within(self, start: int, end: int) -> tuple[tuple[Mention, Money], ...]:
        """The sums that begin in a stretch of the text."""
        return tuple(within(self.money, (Span(start, end),)))

    @cached_property
    def provisions(self) -> tuple[tuple[Mention, Provision], ...]:
        """The provisions of the GDPR in the text."""
        return tuple((m, m.value) for m in self.mentions if isinstance(m.value, Provision))

    @cached_property
    def dates(self) -> tuple[tuple[Mention, PartialDate], ...]:
        """The dates in the text."""
        return tuple((m, m.value) for m in self.mentions if isinstance(m.value, PartialDate))

    @cached_property
    def headcounts(self) -> tuple[tuple[Mention, Headcount], ...]:
        """The numbers of people in the text."""
        return tuple((m, m.value) for m in self.mentions if isinstance(m.value, Headcount))

    def overlapped_by_sum(self, start: int, end: int) -> bool:
        """Whether a sum lies across a stretch; sums do not overlap each other."""
        place = bisect_left(self.money, end, key=_place) - 1
        return place >= 0 and self.money[place][0].end > start

    def is_sum(self, offset: int) -> bool:
        """Whether a sum begins at an offset."""
        return offset in self._sum_starts

    @cached_property
    def _sum_starts(self) -> frozenset[int]:
        return frozenset(mention.start for mention, _ in self.money)

    def named(self, label: Label) -> tuple[tuple[Mention, str], ...]:
        """The mentions of a label whose value is a string."""
        return self._strings.get(label, ())

    def overlapped(self, label: Label, start: int, end: int) -> bool:
        """Whether a mention of a label, whose mentions do not overlap each other, lies across a stretch."""
        rows = self.named(label)
        place = bisect_left(rows, end, key=_place) - 1
        return place >= 0 and rows[place][0].end > start

    @cached_property
    def _strings(self) -> dict[Label, tuple[tuple[Mention, str], ...]]:
        found: dict[Label, list[tuple[Mention, str]]] = {}
        for mention in self.mentions:
            if isinstance(mention.value, str):
                found.setdefault(mention.label, []).append((mention, mention.value))
        return {label: tuple(rows) for label, rows in found.items()}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]


def remembered(asked: Callable[Concatenate[Reading, P], T]) -> Callable[Concatenate[Reading, P], T]:
    """A question on a text, or on what stands in it, that is answered once: each of its cases asks it again.

    What it is asked with besides has to be hashable.
    """

    def once(reading: Reading, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (asked, args, *kwargs.items())
        if key not in reading.answers:
            reading.answers[key] = asked(reading, *args, **kwargs)
        answer: T = reading.answers[key]
        return answer

    return update_wrapper(once, asked)


def within(rows: Sequence[tuple[Mention, T]], spans: Sequence[Span]) -> Sequence[tuple[Mention, T]]:
    """The rows whose mentions begin in some stretches; rows and stretches are in the order of the text."""
    if not rows or not spans:
        return ()
    first = bisect_left(rows, spans[0].start, key=_place)
    last = bisect_left(rows, spans[-1].end, first, key=_place)
    inside = rows[first:last]
    return inside if len(spans) == 1 else [row for row in inside if covered(row[0].start, spans)]


def covered(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of some stretches that are in the order of the text, none overlapping another."""
    place = bisect_right(spans, offset, key=_start) - 1
    return place >= 0 and offset < spans[place].end


def _start(span: Span) -> int:
    return span.start


def _place(row: tuple[Mention, object]) -> int:
    return row[0].start


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in the order of the text, each once."""
    return tuple(sorted(set(mentions), key=lambda m: (m.start, m.end, m.label, str(m.value))))
