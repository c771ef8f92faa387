"""Numbers of people."""

import pytest

from kg.extract.headcounts import find_headcounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 500,000 people", ["about 500000"]),
        ("more than 2 million customers", ["at-least 2000000"]),
        ("up to 35 employees", ["at-most 35"]),
        ("some 30 000 patients", ["about 30000"]),
        ("nearly 100 users", ["about 100"]),
        ("over 1.2m accounts", ["at-least 1200000"]),
        ("at least three students", ["at-least 3"]),
        ("fewer than 40 tenants", ["at-most 40"]),
        ("two thousand guests", ["exact 2000"]),
        ("half a million voters", ["exact 500000"]),
        ("1,500 former and current employees", ["exact 1500"]),
        ("7,074 Maltese citizens", ["exact 7074"]),
        ("120 of its members", ["exact 120"]),
        ("500,000+ subscribers", ["at-least 500000"]),
        ("300 or more passengers", ["at-least 300"]),
        ("an estimated 3,000 data subjects", ["about 3000"]),
        ("12 employees' mailboxes", ["exact 12"]),
        ("almost 10k followers", ["about 10000"]),
        ("between 500 and 1,000 clients", ["at-least 500", "at-most 1000"]),
        ("10 to 15 workers", ["at-least 10", "at-most 15"]),
        ("2 to 3 million users", ["at-least 2000000", "at-most 3000000"]),
        ("12 pupils and 3 teachers", ["exact 12", "exact 3"]),
        ("2,000 recipients", ["exact 2000"]),
        ("some 450 respondents", ["about 450"]),
        ("two million Austrians", ["exact 2000000"]),
        ("rund 140 Besch\u00e4ftigte", ["about 140"]),
        ("all users of the portal (almost 16,000 of them)", ["about 16000"]),
        ("2,500 of its 10,000 members", ["exact 2500"]),
        ("2,500 of the 10,000 people affected", ["exact 10000"]),
        ("The number of people affected was 12,500.", ["exact 12500"]),
        ("The number of affected customers: 3,400.", ["exact 3400"]),
        ("A total of 45,000 were affected.", ["exact 45000"]),
        ("The leak lasted a day, affecting about 320,000 in Portugal.", ["about 320000"]),
        ("The breach hit 9.7 million at the chain.", ["exact 9700000"]),
        ("330,000 (mostly elderly) customers", ["exact 330000"]),
        ("The portal is for patients. The figure is 7,200.", ["exact 7200"]),
        ("Customers suffered; altogether there were more than 5,000.", ["at-least 5000"]),
    ],
)
def test_people_are_counted_as_the_words_say(text: str, expected: list[str]) -> None:
    assert [str(found.value) for found in find_headcounts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "hundreds of users",
        "millions of customers",
        "50,000 calls to people",
        "300 complaints from users",
        "7 electronic records of patients",
        "20,000 email addresses of customers",
        "in 2018 customers complained",
        "until 13-03-2019 customers complained",
        "€5 million users of it paid",
        "children under 13 users",
        "one customer",
        "1 patient",
        "4% of users",
        "Article 9 data subjects",
        "2.5 persons",
        "customers' documents, about 2,000 of them",
        "above 16 child users",
        "40 American companies",
        "1 in 5 customers",
        "The breach affected 300 companies.",
        "The fine hit 9.7 million.",
        "The number of employees was 250.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert find_headcounts(text) == ()


def test_the_span_holds_bound_number_and_noun() -> None:
    text = "Data of more than 2,000 former employees leaked."
    (found,) = find_headcounts(text)
    assert text[found.start : found.end] == "more than 2,000 former employees"
