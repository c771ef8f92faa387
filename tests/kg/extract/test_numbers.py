"""Numbers as they are printed."""

from decimal import Decimal

import pytest

from kg.extract.numbers import find_numbers, read_digits


@pytest.mark.parametrize(
    ("digits", "scaled", "value"),
    [
        ("500", False, "500"),
        ("1.500", False, "1500"),
        ("1.500", True, "1.5"),
        ("1,500", True, "1500"),
        ("1,5", False, "1.5"),
        ("0.125", False, "0.125"),
        ("20713.6", False, "20713.6"),
        ("3,518.4", False, "3518.4"),
        ("10.000,50", False, "10000.50"),
        ("15,000.00", False, "15000.00"),
        ("1,50,000", False, "150000"),
        ("12,34,56,789", False, "123456789"),
        ("1.234.567,89", False, "1234567.89"),
        ("1'000'000", False, "1000000"),
        ("3 471 905,50", False, "3471905.50"),
    ],
)
def test_separators_mean_what_the_digits_around_them_say(digits: str, scaled: bool, value: str) -> None:
    assert read_digits(digits, scaled=scaled) == Decimal(value)


@pytest.mark.parametrize("digits", ["15.04.2022", "1.2.3", "1.23.456", "000", "1,2,345", "12.345,678.9"])
def test_what_is_no_number_is_none(digits: str) -> None:
    assert read_digits(digits) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one of three firms", [1, 3]),
        ("forty-five thousand", [45_000]),
        ("one hundred and fifty thousand", [150_000]),
        ("a million", [1_000_000]),
        ("half a million", [500_000]),
        ("a quarter of a million", [250_000]),
        ("three quarters of a million", [750_000]),
        ("two and a half billion", [2_500_000_000]),
        ("between two and three million", [2, 3_000_000]),
        ("several million", []),
        ("several hundred thousand", []),
        ("hundreds of thousands", []),
        ("3,5 Mio.", [3_500_000]),
        ("2 Mrd.", [2_000_000_000]),
        ("250 tys.", [250_000]),
        ("7mila", [7_000]),
        ("370million", [370_000_000]),
        ("1 million 240 thousand", [1_240_000]),
        ("1 .5 million", [1_500_000]),
        ("of 1. 5 million", [1_500_000]),
        ("20 , 000", [20_000]),
        ("20, 000", [20_000]),
        ("2016/679", []),
        ("1234 000", [1234]),
    ],
)
def test_scale_words_and_number_words_are_read(text: str, expected: list[int]) -> None:
    assert [int(found.value.value) for found in find_numbers(text)] == expected


def test_a_list_marker_is_not_taken_for_the_whole_part_of_a_number() -> None:
    assert [int(found.value.value) for found in find_numbers("1. 5 million people")] == [1, 5_000_000]


def test_only_a_small_number_without_a_scale_is_bare() -> None:
    assert [found.value.bare for found in find_numbers("30 and 30,000 and 30 million")] == [True, False, False]
