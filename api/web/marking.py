"""A text in passages: what lies between statements, and what statements rest on."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.index.records import Article, Evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text, and the statements that rest on words in it; none of them reaches beyond it."""

    text: str
    evidence: tuple[Evidence, ...]

    @property
    def anchors(self) -> tuple[int, ...]:
        """Where the statements' words start in the whole text."""
        return tuple(sorted({item.start for item in self.evidence}))

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the statements are about: `fine`, `authority`, …"""
        return tuple(
            sorted({item.fact.split("/")[1].replace("_", " ") if item.fact else "decision" for item in self.evidence})
        )


def passages(article: Article) -> tuple[Passage, ...]:
    """The text of an article, cut where statements begin and end; overlapping ones are one passage.

    The title, which is the page's heading, is left out at the start, unless something rests on it.
    """
    title, body = article.headline or "", article.text
    start = len(body) - len(body.removeprefix(title).lstrip())
    return tuple(_cut(article, 0 if any(item.start < start for item in article.evidence) else start))


def _cut(article: Article, at: int) -> Iterator[Passage]:
    for start, end, evidence in _groups(article.evidence):
        if start > at:
            yield Passage(article.text[at:start], ())
        yield Passage(article.text[start:end], evidence)
        at = end
    if at < len(article.text):
        yield Passage(article.text[at:], ())


def _groups(evidence: tuple[Evidence, ...]) -> Iterator[tuple[int, int, tuple[Evidence, ...]]]:
    """Statements whose words overlap, together."""
    group: list[Evidence] = []
    end = 0
    for item in sorted(evidence, key=lambda item: (item.start, item.end)):
        if group and item.start >= end:
            yield group[0].start, end, tuple(group)
            group, end = [], 0
        group.append(item)
        end = max(end, item.end)
    if group:
        yield group[0].start, end, tuple(group)
