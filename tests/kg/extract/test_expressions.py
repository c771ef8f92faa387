"""Expressions that look only where they can match: their matches are those of the engine."""

import re

import pytest

from kg.extract.expressions import SHORT, expression, leads_of, lowered
from tests.kg.extract.gathering import expressions, sample_texts

FILL = "what stands before and behind has nothing of it, " * 5


@pytest.mark.parametrize(
    ("pattern", "flags", "leads"),
    [
        ("fined?", 0, ("fine", "fined")),
        (r"\b(?:fine|penalty)\b", re.IGNORECASE, ("fine", "penalt")),
        (r"(?:two|three) (?:banks|firms)", 0, ("three ", "two ba", "two fi")),
        (r"(?<!\w)(?=fi)(?:the )?fine", 0, ("fine", "the fi")),
        (r"\d{1,3} people", 0, tuple("0123456789")),
        (r"[€£]\d+", 0, ("£0", "£1", "£2", "£3", "£4", "£5", "£6", "£7", "£8", "£9", *(f"€{n}" for n in range(10)))),
        (r"a\w+", 0, ()),
        (r"(?:fine)?", 0, ()),
        (r"[^.]*fine", 0, ()),
        (r"\w+ fined", 0, ()),
        (r".fine", 0, ()),
        ("STRASSE|Straße", re.IGNORECASE, ("strass", "straße")),
    ],
)
def test_leads(pattern: str, flags: int, leads: tuple[str, ...]) -> None:
    assert leads_of(re.compile(pattern, flags)) == leads


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bfine[sd]?\b", "fine fined FINES refined fines"),
        (r"fifine|fine", "fififine fine"),
        (r"(?:fine )+", "fine fine fine fine "),
        (r"sanction", "\u017fanction SANCTION"),
        (r"fine", "F\u0130NE f\u0131ne fine"),
        (r"kilo", "\u212ailo"),
        (r"\d+ people", "\u0663\u0664 people, 12 people"),
        (r"fine(?= of)|of\b", "fine of, fine"),
    ],
)
def test_the_matches_are_those_of_the_engine(pattern: str, text: str) -> None:
    for flags in (0, re.IGNORECASE):
        ours, engine = expression(pattern, flags), re.compile(pattern, flags)
        for whole in (text, FILL + text, FILL + text + FILL):
            found = [match.span() for match in engine.finditer(whole)]
            assert [match.span() for match in ours.finditer(whole)] == found
            assert [match.span() for match in filter(None, [ours.search(whole)])] == found[:1]
            assert ours.findall(whole) == engine.findall(whole)
            for start, end in ((5, len(whole) - 2), (len(FILL), len(whole)), (0, len(FILL) + 6)):
                found = [match.span() for match in engine.finditer(whole, start, end)]
                assert [match.span() for match in ours.finditer(whole, start, end)] == found


def test_lower_case_keeps_the_offsets() -> None:
    text = "\u0130stanbul GROSS Straße \u03a3\u03a3"
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize("text", sample_texts(), ids=lambda text: text[:30])
def test_every_expression_of_the_rules_matches_as_the_engine_does(text: str) -> None:
    assert len(text) > SHORT
    for ours in expressions():
        found = [match.span() for match in ours.compiled.finditer(text)]
        assert [match.span() for match in ours.finditer(text)] == found, ours.pattern[:80]


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\u00a0", "\u2009", "\u3000"])
def test_blanks_of_all_kinds_are_one_in_leads(blank: str) -> None:
    sought = expression(r"\bthe\s(?:bank|shop)")
    text = ("Nothing here. " * 20) + f"But the{blank}shop was told, and the{blank}bank."
    assert leads_of(sought.compiled) == ("the ba", "the sh")
    assert [found.group() for found in sought.finditer(text)] == [f"the{blank}shop", f"the{blank}bank"]


def test_the_edge_of_a_word_is_looked_at_before_the_engine_is_asked() -> None:
    sought = expression(r"\bart\w*")
    text = ("Start apart, parted; " * 20) + "artful Art-art _art"
    assert [found.group() for found in sought.finditer(text)] == sought.compiled.findall(text) == ["artful", "art"]
