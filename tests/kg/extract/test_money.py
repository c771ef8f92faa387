"""Sums of money. A wrong power of ten is the worst error, so most examples here are about that."""

import pytest

from kg.extract.money import find_money


def sums(text: str, krone: str | None = None) -> list[str]:
    return [str(found.value) for found in find_money(text, krone)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a fine of EUR 1.5 million", "1500000 EUR"),
        ("a fine of €1,5 Mio.", "1500000 EUR"),
        ("it paid €1.500", "1500 EUR"),
        ("it paid €1,500.75", "1500.75 EUR"),
        ("it paid 10.000,50 €", "10000.5 EUR"),
        ("it paid 15,000.00 euros", "15000 EUR"),
        ("it paid 10 000 euros", "10000 EUR"),
        ("it paid € 3 471 905", "3471905 EUR"),
        ("it paid 4,50 euros", "4.5 EUR"),
        ("a 1.2bn euro fine", "1200000000 EUR"),
        ("a €1.2B fine", "1200000000 EUR"),
        ("half a million euros", "500000 EUR"),
        ("two and a half million euros", "2500000 EUR"),
        ("fourteen thousand euros", "14000 EUR"),
        ("one million levs", "1000000 BGN"),
        ("EUR 15 thousand", "15000 EUR"),
        ("a € 7.3-million fine", "7300000 EUR"),
        ("a 1,500,000-euro fine", "1500000 EUR"),
        ("a five-million-euro fine", "5000000 EUR"),
        ("£98k", "98000 GBP"),
        ("a £3.14 MILLION penalty", "3140000 GBP"),
        ("12 million pounds", "12000000 GBP"),
        ("NOK 65 million", "65000000 NOK"),
        ("NOK250,000", "250000 NOK"),
        ("SEK 75m", "75000000 SEK"),
        ("47 million Swedish kronor", "47000000 SEK"),
        ("PLN 3,141,592", "3141592 PLN"),
        ("200 zł", "200 PLN"),
        ("HUF 180 million", "180000000 HUF"),
        ("5'000 CHF", "5000 CHF"),
        ("US$ 5m", "5000000 USD"),
        ("50 dollars", "50 USD"),
        ("1 .5 million euros", "1500000 EUR"),
        ("20 , 000 euros", "20000 EUR"),
        ("1.234.567,89 EUR", "1234567.89 EUR"),
        ("€1,234.5 million", "1234500000 EUR"),
        ("9.000 (neuf mille) euros", "9000 EUR"),
        ("5 millions d'euros", "5000000 EUR"),
        ("10.000,- EUR", "10000 EUR"),
        ("€45,000 euros", "45000 EUR"),
        ("50 euro cents", "0.5 EUR"),
        ("EUR 500.000.", "500000 EUR"),
        ("1 million 240 thousand euros", "1240000 EUR"),
        ("€ 30  million", "30000000 EUR"),
        ("€30\nmillion", "30000000 EUR"),
        ("EUR\n30 million", "30000000 EUR"),
    ],
)
def test_a_sum_is_read_with_the_right_power_of_ten(text: str, expected: str) -> None:
    assert sums(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "several million euros",
        "millions of euros",
        "a fine of 20,000 for the firm",
        "Regulation (EU) 2016/679",
        "ALL 28 states",
        "4% of turnover",
        "500 Monopoly dollars",
        "15.04.2022 euros",
        "kr. 100.000",
        "000 euros",
    ],
)
def test_what_is_no_clear_sum_is_left_out(text: str) -> None:
    assert sums(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6,213.4 lei (equivalent to 1,250 EURO)", ["6213.4 RON", "1250 EUR"]),
        ("NOK 50,000 (€5,000)", ["50000 NOK", "5000 EUR"]),
        ("fines of €1m and 2m.", ["1000000 EUR", "2000000 EUR"]),
        ("fines of 37,000, 20,000 and 10,000 euros", ["37000 EUR", "20000 EUR", "10000 EUR"]),
        ("9mila, 4mila e 3mila euro", ["9000 EUR", "4000 EUR", "3000 EUR"]),
        ("between 30 and 50 million euros", ["30000000 EUR", "50000000 EUR"]),
        ("between NOK 100,000 and 200,000", ["100000 NOK", "200000 NOK"]),
        ("€10-20 million", ["10000000 EUR", "20000000 EUR"]),
        ("€10 to 20 million", ["10000000 EUR", "20000000 EUR"]),
        ("£400 to £4,000", ["400 GBP", "4000 GBP"]),
        ("€500 and 20,000 customers", ["500 EUR"]),
        ("Articles 5 and 6 and 50 million euros", ["50000000 EUR"]),
        ("EUR 10,000 NOK 20,000", ["10000 EUR", "20000 NOK"]),
        ("10,000 EUR 20,000 people", ["10000 EUR"]),
        ("NOK 6 million. The works cost 21 million kroner.", ["6000000 NOK", "21000000 NOK"]),
        ("€20 million\n\n5 firms", ["20000000 EUR"]),
        ("TRY 50,000, it said: TRY 3 times", ["50000 TRY"]),
        ("A15,000 and 20,000 euros", ["20000 EUR"]),
    ],
)
def test_several_sums_are_told_apart(text: str, expected: list[str]) -> None:
    assert sums(text) == expected


def test_crowns_are_those_of_the_country() -> None:
    assert sums("a fee of kr. 100.000", "DKK") == ["100000 DKK"]
    assert sums("a fee of 250,000 kroner", "NOK") == ["250000 NOK"]


def test_the_span_holds_number_scale_and_currency() -> None:
    text = "The clinic must pay EUR 1.5 million at once."
    (found,) = find_money(text)
    assert text[found.start : found.end] == "EUR 1.5 million"
