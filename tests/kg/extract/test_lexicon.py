"""Labels in texts: boundaries, case, overlaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.lexicon import Entry, Lexicon, fold, is_acronym

LEXICON = Lexicon(
    [
        Entry("data watchdog", "w"),
        Entry("Rhine data watchdog", "r"),
        Entry("AKD", "acronym"),
        Entry("health data", "health"),
        Entry("DataGuard", "a"),
        Entry("dataguard", "b"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Data Watchdog spoke.", ["w"]),
        ("The Rhine data watchdog spoke.", ["r"]),
        ("the AKD and the akd", ["acronym"]),
        ("AKDX, XAKD, AKD-1", ["acronym"]),
        ("prehealth data", []),
        ("health datasets", []),
        ("health\ndata and health\xa0data", ["health", "health"]),
        ("", []),
    ],
)
def test_labels_are_found_as_whole_words(text: str, found: list[str]) -> None:
    assert [name for hit in LEXICON.find(text) for name in hit.ids] == found


def test_a_label_of_two_concepts_gives_both() -> None:
    assert LEXICON.find("dataguard")[0].ids == ("a", "b")


@pytest.mark.parametrize(
    ("label", "expected"),
    [("CNIL", True), ("BlnBDI", True), ("Garante", False), ("A B", False), ("LONGACRONYM", False)],
)
def test_acronyms_keep_their_case(label: str, expected: bool) -> None:
    assert is_acronym(label) is expected


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
