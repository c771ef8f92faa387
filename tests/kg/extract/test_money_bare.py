"""Sums whose currency is left out beside the word for a fine."""

import pytest

from kg.extract.money import find_money


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.3M fine in Italy for cold calls", ["2300000 EUR"]),
        ("12M cookie fine against Brumeline", ["12000000 EUR"]),
        ("The firm got a fine of 40k last week.", ["40000 EUR"]),
        ("A 5 million penalty, 20 million users", ["5000000 EUR"]),
        ("Fine of 3 million customers' making", []),
        ("3 million users complained; the fine is small", []),
        ("A fine of 4% of turnover", []),
        ("A €2m fine", ["2000000 EUR"]),
    ],
)
def test_a_number_beside_a_fine_is_a_sum(text: str, expected: list[str]) -> None:
    assert [f"{hit.value.amount:f} {hit.value.currency}" for hit in find_money(text, home="EUR")] == expected


def test_without_a_country_it_is_none() -> None:
    assert find_money("2.3M fine for cold calls") == ()
