"""Every miss has its place in the text, as far as the text prints it."""

import pytest

from kg.evaluation.judge import Judgement
from kg.evaluation.marking import Mark, excerpts, is_unseen, marks, pieces
from kg.evaluation.places import places
from kg.evaluation.result import Judged
from kg.evaluation.verdict import Answer, Field, Verdict
from kg.model import Article, Extraction
from kg.values import PartialDate

TEXT = (
    "The Dutch Data Protection Authority (AP) fined Tulpenveld\nB.V. EUR 75,000 on 3 May 2021 under Articles 5(1)(f) "
    "and 32 GDPR.\n\nHealth data of 5,000 customers were open. The regulator also issued a reprimand."
)
ARTICLE = Article("t", TEXT, published=PartialDate(2021, 5, 4))


def judged(*verdicts: Verdict) -> Judged:
    return Judged(ARTICLE, Extraction((), ()), Judgement(verdicts))


@pytest.mark.parametrize(
    ("field", "expected", "words"),
    [
        (Field.CONTROLLER, "tulpenveld b.v.", ["Tulpenveld\nB.V."]),
        (Field.CONTROLLER, "Tulpen", []),
        (Field.FINE, "75000 EUR", ["EUR 75,000"]),
        (Field.FINE, "75000 SEK", []),
        (Field.DECISION_DATE, "2021-05-03", ["3 May 2021"]),
        (Field.DECISION_DATE, "2021-05", ["3 May 2021"]),
        (Field.DATA_TYPE, "health", ["Health"]),
        (Field.MEASURE, "reprimand", ["reprimand"]),
        (Field.DECISION, "Tulpenveld B.V., 75000 EUR", []),
        (Field.NO_FINE, "none", []),
    ],
)
def test_places(field: Field, expected: str, words: list[str]) -> None:
    found = [TEXT[start:end] for start, end in places(ARTICLE, field, expected)]
    assert len(found) == len(words)
    assert all(word in stretch for word, stretch in zip(words, found, strict=True))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (Field.AUTHORITY, "nl/ap"),
        (Field.ARTICLE, "5"),
        (Field.PROVISION, "32"),
        (Field.PROVISION_RECALL, "5(1)"),
        (Field.DATA_SUBJECTS, "5000"),
    ],
)
def test_what_the_finders_know_has_a_place(field: Field, expected: str) -> None:
    assert places(ARTICLE, field, expected)


def test_found_and_expected_are_marked() -> None:
    start = TEXT.index("5,000 customers")
    wrong = Verdict("t", Field.DATA_SUBJECTS, Answer("9", 0.5, ((start, start + 5),)), "5000", False)
    right = Verdict("t", Field.MEASURE, Answer("ban", 0.5, ((0, 3),)), "ban", True)
    found = marks(judged(wrong, wrong, right))
    assert {(mark.field, mark.expected, mark.value) for mark in found} == {
        (Field.DATA_SUBJECTS, False, "9"),
        (Field.DATA_SUBJECTS, True, "5000"),
    }
    assert len(found) == 2
    assert sorted(map(str, found)) == ["expected data_subjects: 5000", "found data_subjects: 9"]


def test_pieces_are_the_text() -> None:
    outer, inner = Mark(4, 40, Field.AUTHORITY, True, "nl/ap"), Mark(10, 20, Field.CONTROLLER, False, "Data")
    cut = pieces(TEXT, (outer, inner))
    assert "".join(piece.text for piece in cut) == TEXT
    assert [piece.marks for piece in cut if piece.marks] == [(outer,), (outer, inner), (outer,)]


def test_only_sentences_with_a_mark_are_near() -> None:
    start = TEXT.index("reprimand")
    near = "".join(p.text for p in pieces(TEXT, (Mark(start, start + 9, Field.MEASURE, True, "reprimand"),)) if p.near)
    assert near.startswith("The regulator also")
    first = "".join(piece.text for piece in pieces(TEXT, ()) if piece.near)
    assert first.startswith("The Dutch")
    assert "Health" not in first


def test_excerpts_are_the_sentences_of_one_miss() -> None:
    miss = Verdict("t", Field.MEASURE, None, "reprimand", False)
    [excerpt] = excerpts(judged(miss), miss)
    assert "".join(piece.text for piece in excerpt).startswith("The regulator also issued a reprimand")
    nowhere = Verdict("t", Field.MEASURE, None, "ban", False)
    assert excerpts(judged(nowhere), nowhere) == ()


@pytest.mark.parametrize(
    ("field", "expected", "unseen"),
    [
        (Field.MEASURE, "ban", True),
        (Field.MEASURE, "reprimand", False),
        (Field.CONTROLLER, "Rozenveld", True),
        (Field.DECISION, "Rozenveld, 5 EUR", False),
        (Field.MEASURE, None, False),
    ],
)
def test_what_no_word_stands_for(field: Field, expected: str | None, unseen: bool) -> None:
    miss = Verdict("t", field, Answer("x"), expected, False)
    assert is_unseen(judged(miss), miss) is unseen


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", ()) == ()
