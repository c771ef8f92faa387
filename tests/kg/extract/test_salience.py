"""Whom a text is about, where no verb says who was sanctioned."""

import pytest

from kg.extract.countries import is_place
from kg.extract.naming import Names
from kg.extract.parties import can_be_party, statements
from kg.extract.reading import Span
from kg.extract.salience import NEEDED, most_prominent

from .conftest import Read


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("A bill for Lumivolt", "Lumivolt kept calls for years. The AEPD set the sum: 90,000 euros.", "Lumivolt"),
        ("Costly calls", "At Lumivolt S.L. nobody deleted recordings, says the AEPD: 90,000 euros.", "Lumivolt S.L."),
        (
            "A fine in Madrid",
            "MADRID - Nothing was deleted at lumivolt.es. The AEPD asks for 90,000 euros.",
            "lumivolt.es",
        ),
        (
            "The end of a ride",
            "Velo4you knew every trip. According to Dr Anna Berg of noyb, Velo4you erred.",
            "Velo4you",
        ),
        (
            "Too many cameras",
            "After a complaint by Freedom Watch the CNIL went to see Brumeline. It pays.",
            "Brumeline",
        ),
    ],
)
def test_the_most_prominent_name(read: Read, title: str, text: str, expected: str) -> None:
    reading = read(text, title=title)
    names = Names(reading, statements(reading))
    found = most_prominent(names, [Span(0, len(reading.text))], [])
    assert found is not None
    assert found.named.text == expected
    assert found.score >= NEEDED


@pytest.mark.parametrize(
    "text",
    [
        "In Rome a hospital lost files. The Garante opened an inquiry near Milan.",
        "Retention matters. Deletion matters too. The fine came late.",
    ],
)
def test_no_name_stands_out(read: Read, text: str) -> None:
    reading = read(text)
    found = most_prominent(Names(reading, statements(reading)), [Span(0, len(reading.text))], [])
    assert found is None or found.score < NEEDED


@pytest.mark.parametrize("name", ["Rome", "The Hague", "PARIS", "Europe", "Nobody", "Eleven", "Oct", "PS", "Take"])
def test_places_and_common_words_are_no_parties(name: str) -> None:
    assert not can_be_party(name)


@pytest.mark.parametrize(("name", "expected"), [("Lisbon", True), ("City of Lisbon", False), ("Rome Metro", False)])
def test_a_place_is_a_bare_name(name: str, expected: bool) -> None:
    assert is_place(name) is expected
