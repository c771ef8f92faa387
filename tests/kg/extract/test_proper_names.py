"""Which words that look like a name can be one."""

import pytest

from kg.extract.proper import is_proper, reads_as_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bank of Ireland", True),
        ("Department for Maps", True),
        ("The Glass Shop", True),
        ("FREE PARKING", True),
        ("OPEN UNIVERSITY HOSPITAL TRUST", True),
        ("WHO SA", True),
        ("THEY READ ALL YOUR LETTERS", False),
        ("THE LAST LETTER HOME", False),
        ("How much the bakery", False),
        ("Ombudsman", False),
        ("Department", False),
        ("Appeals Board", False),
    ],
)
def test_what_reads_as_a_name(name: str, expected: bool) -> None:
    assert reads_as_name(name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Screenshots every minute: a bakery must pay.", False),
        ("Notebooks of a clerk led to a fine.", False),
        ("Brumeline must pay. It sells lamps.", True),
        ("The Screenshots were fined, said Screenshots.", True),
    ],
)
def test_a_plural_that_begins_a_sentence_is_no_name(text: str, expected: bool) -> None:
    word = text.removeprefix("The ").split()[0]
    assert is_proper(text, text.index(word), word) is expected
