"""The normal form of texts, on examples and as laws over all texts."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.sources.text import compose, normalise


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("plain", "plain"),
        ("one\r\ntwo\rthree\u2028four\ffive", "one\ntwo\nthree\nfour\nfive"),
        ("one\u2029two", "one\n\ntwo"),
        ("75\u00a0000\u202f€", "75 000 €"),
        ("a\tb\u2003c\u3000d", "a b c d"),
        ("con\u00adtrol\u200bler\ufeff", "controller"),
        ("left\u202eright\u2069", "leftright"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("cut off \ud83d", "cut off \ufffd"),
        ("the firm\x92s \x93data\x94", "the firm\u2019s \u201cdata\u201d"),
        ("bell\x07 and \x7f", "bell and"),
        ("non\ufffecharacter\U0001ffff", "noncharacter"),
        ("e\u200b\u0301", "\u00e9"),
        ("  indented\nline  \n\n\n\n next  \n", "indented\nline\n\n next"),
        ("a" + 99 * "\u0308\u0323", "\u1ea1" + 14 * "\u0323" + 15 * "\u0308"),
        ("x" + 31 * "\u0344", "\u1e8d" + "\u0301" + 14 * "\u0308\u0301" + "\u0308"),
        ("zero\u200djoiner", "zero\u200djoiner"),
        (" \n\t ", ""),
    ],
)
def test_normalise(raw: str, normal: str) -> None:
    assert normalise(raw) == normal


ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("\r\n\t \u00ad\u200b\ud800\u0301\x85\ufeff"))


@settings(deadline=None)
@given(ANY_TEXT)
def test_normalising_twice_is_normalising_once(raw: str) -> None:
    assert normalise(normalise(raw)) == normalise(raw)


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_normal_text_can_be_written_everywhere(raw: str) -> None:
    text = normalise(raw)
    text.encode()
    assert unicodedata.is_normalized("NFC", text)
    assert not {unicodedata.category(char) for char in text.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        (None, "Body.", "Body."),
        ("", "Body.", "Body."),
        ("Title", "Body.", "Title\n\nBody."),
        ("Title", "Title\nBody.", "Title\n\nBody."),
        ("Title", "Title\n\nBody.", "Title\n\nBody."),
        ("Title", "Titles matter.", "Title\n\nTitles matter."),
        ("Title", "Title", "Title"),
        ("Title", "", "Title"),
    ],
)
def test_compose_says_the_title_once(title: str | None, body: str, text: str) -> None:
    assert compose(title, body) == text


def test_a_run_of_spaces_is_bounded() -> None:
    assert normalise("a" + " " * 500 + "b") == "a" + " " * 30 + "b"
    assert normalise(normalise("a" + " " * 31 + "b")) == normalise("a" + " " * 31 + "b")
