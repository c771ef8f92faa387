"""Round-ups: texts whose paragraphs tell of a case each, by authorities or in countries of their own."""

from collections import Counter

from kg.extract.countries import places
from kg.extract.expressions import expression
from kg.extract.reading import Reading, Span, remembered, within
from kg.model import Label

HEADING = expression(r"\W{0,4}(?:\d{1,2}[.)]\s)?(?P<head>[^\n:.\u2013\u2014|]{2,50}?)(?:\s?[:\u2013\u2014|]|\s-|\.)\s")
"""The words that a paragraph of a round-up begins with: "SPAIN:", "2. The baker (Romania)."."""

_FEWEST = 3
"""Paragraphs with an authority or a country of their own from which on a text is a round-up."""


@remembered
def sections(reading: Reading) -> tuple[Span, ...]:
    """The paragraphs of a round-up that speak of an authority or a country of their own; none of any other text."""
    found = {span: whose for span in reading.paragraphs if (whose := _whose(reading, span)) is not None}
    counts = Counter(found.values())
    if len(counts) < _FEWEST or max(counts.values()) * 2 > len(found):
        return ()
    return tuple(found)


def _whose(reading: Reading, paragraph: Span) -> str | None:
    """The one authority that a paragraph names, else the one country that heads it."""
    if paragraph.start in reading.title:
        return None
    named = {name for _, name in within(reading.named(Label.AUTHORITY), (paragraph,))}
    if named:
        return next(iter(named)) if len(named) == 1 else None
    head = HEADING.match(reading.text, paragraph.start, paragraph.end)
    countries = places(head["head"]) if head else ()
    return countries[0] if len(countries) == 1 else None
