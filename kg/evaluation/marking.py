"""A text with its misses marked, cut into pieces that a page can print one after another."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from kg.evaluation.places import places
from kg.evaluation.result import Judged
from kg.evaluation.verdict import Field, Verdict
from kg.model import Article
from kg.sentences import spans


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `[start, end)` of a text that a miss is about: wrongly found there, or expected and not found."""

    start: int
    end: int
    field: Field
    expected: bool
    value: str

    def __str__(self) -> str:
        return f"{'expected' if self.expected else 'found'} {self.field}: {self.value}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; `near` where its sentence holds a mark."""

    text: str
    marks: tuple[Mark, ...]
    near: bool


def marks(judged: Judged) -> tuple[Mark, ...]:
    """The marks of all misses of a text, in its order; a value that two decisions miss is marked once."""
    return _sorted(mark for miss in judged.misses for mark in _marks(judged.article, miss))


def excerpts(judged: Judged, miss: Verdict) -> tuple[tuple[Piece, ...], ...]:
    """The sentences of a text that a miss is about, each in pieces; none where it stands nowhere."""
    own = _sorted(_marks(judged.article, miss))
    runs = groupby(pieces(judged.article.text, own), key=lambda piece: piece.near)
    return tuple(tuple(run) for near, run in runs if near and own)


def is_unseen(judged: Judged, miss: Verdict) -> bool:
    """Whether no word of the text reads as what a miss expected: then a word is lacking, not a link between words."""
    if miss.expected is None or miss.field in (Field.DECISION, Field.NO_FINE):
        return False
    return not places(judged.article, miss.field, miss.expected)


def _sorted(found: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(set(found), key=lambda mark: (mark.start, mark.end, str(mark))))


def _marks(article: Article, miss: Verdict) -> Iterator[Mark]:
    if miss.found is not None:
        for start, end in miss.found.spans:
            yield Mark(start, end, miss.field, False, miss.found.value)
    if miss.expected is not None:
        for start, end in places(article, miss.field, miss.expected):
            yield Mark(start, end, miss.field, True, miss.expected)


def pieces(text: str, marked: Sequence[Mark]) -> tuple[Piece, ...]:
    """The whole text in order, cut wherever a mark or a sentence begins or ends.

    Without any mark the first sentence counts as near, so that there is something to see.
    """
    sentences = spans(text)
    near = {_sentence(sentences, offset) for mark in marked for offset in (mark.start, mark.end - 1)} or {0}
    edges = {edge for start, end in sentences for edge in (start, end)}
    edges |= {edge for mark in marked for edge in (mark.start, mark.end)}
    return tuple(
        Piece(
            text[start:end],
            tuple(mark for mark in marked if mark.start <= start and end <= mark.end),
            _sentence(sentences, start) in near,
        )
        for start, end in pairwise(sorted(edges | {0, len(text)}))
    )


def _sentence(sentences: Sequence[tuple[int, int]], offset: int) -> int:
    """The number of the sentence at an offset; between sentences the one before."""
    return max(bisect_right(sentences, offset, key=lambda sentence: sentence[0]) - 1, 0)
