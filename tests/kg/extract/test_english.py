"""Which words are common English words."""

import pytest

from kg.extract.english import is_common


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Total", True),
        ("we", True),
        ("Retention", True),
        ("CHILDREN", True),
        ("Lumivolt", False),
        ("Grindr", False),
        ("Neighbour", True),
    ],
)
def test_common_words(word: str, expected: bool) -> None:
    assert is_common(word) is expected
