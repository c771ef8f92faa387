"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sentences import around, spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic breached Art. 32 of the regulation and Arts. 5 and 6 of it.",
        "Case No. SAN-1 was closed by the office.",
        "Nordlys S.p.A. was fined by the authority.",
        "Nordlys Ltd. of Leeds was fined.",
        "Muster GmbH & Co. KG was fined.",
        "The sum, i.e. EUR 1.5 million, is due on 15. April next year.",
        "It affects e.g. patients, see par. 3 of the decision.",
        "The fine of 2.5 million euros hurts.",
        "The complaint by J. Berg was upheld.",
        "Dr. Berg and Mrs. Lind complained.",
        "The firm paid approx. 300 euros.",
        "The company operates in the U.S. and in Spain.",
        "A line that is broken where it was full, as in letters of long ago, goes\non here and ends there.",
        '"Is that so?" asked the officer.',
        "Under Art. 6 (1). 1, letter f it was lawful.",
        "The fine (no. 7 this year) is final.",
    ],
)
def test_what_only_looks_like_an_end_is_none(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was fined. The firm paid.", ["It was fined.", "The firm paid."]),
        ("It was fined in 2022. The firm paid.", ["It was fined in 2022.", "The firm paid."]),
        ("Was it fined? Yes! It paid.", ["Was it fined?", "Yes!", "It paid."]),
        ('He said: "We pay." The office agreed.', ['He said: "We pay."', "The office agreed."]),
        ("Fined by Nordlys S.p.A. The firm paid.", ["Fined by Nordlys S.p.A.", "The firm paid."]),
        ("The answer was no. The office fined it.", ["The answer was no.", "The office fined it."]),
        ("It ended. 40 people wrote.", ["It ended.", "40 people wrote."]),
        ("A heading\n\nThe text of it", ["A heading", "The text of it"]),
        ("A heading\nThe text of it goes on.", ["A heading", "The text of it goes on."]),
        (
            "The office ordered:\n- to delete data;\n- to pay.",
            ["The office ordered:", "- to delete data;", "- to pay."],
        ),
        ("Findings\n1. No basis.\n2. No notice.", ["Findings", "1. No basis.", "2. No notice."]),
        ("It ended.\nAnother began.", ["It ended.", "Another began."]),
        ("  It ended…  Then silence.  ", ["It ended…", "Then silence."]),
        ("It paid ?!.. The office closed it.", ["It paid ?!..", "The office closed it."]),
        ("Name.....12 It paid...) The office closed it.", ["Name.....12 It paid...)", "The office closed it."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_end_where_they_do(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_around_gives_the_sentence_of_a_stretch() -> None:
    text = "First here. The fine is 10 euros. Last one."
    start = text.index("10 euros")
    begin, end = around(text, start, start + len("10 euros"))
    assert text[begin:end] == "The fine is 10 euros."


def test_around_gives_all_sentences_that_a_stretch_touches() -> None:
    text = "One is here. Two is here. Three is here."
    begin, end = around(text, text.index("Two"), text.index("Three") + 5)
    assert text[begin:end] == "Two is here. Three is here."


def test_a_paragraph_break_always_ends_a_sentence() -> None:
    assert all("\n\n" not in sentence for sentence in sentences("no stop here\n\nnone there\n \nnor there"))


@given(st.text(alphabet="aA. \n1(:-é😀"), st.data())
def test_sentences_cover_the_words_in_order_and_around_covers_the_stretch(text: str, data: st.DataObject) -> None:
    found = spans(text)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, stop = around(text, start, end)
    assert 0 <= begin <= start <= end <= stop <= len(text)
