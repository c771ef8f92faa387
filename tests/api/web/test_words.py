"""How values are put for people."""

import pytest

from api.web.facts import affected_text, fine_note, fine_text
from api.web.render import coded, day, host, money, percent, readable, short_euro, web_address, whole_euro
from kg.index.records import Affected, Date, Fine, Sum

BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("amount", "currency", "put"),
    [
        ("1500000", "EUR", "€1,500,000"),
        ("1500000.5", "EUR", "€1,500,000.50"),
        ("20000", "GBP", "£20,000"),
        ("65000000", "NOK", f"NOK{BREAK}65,000,000"),
        ("800", None, "800"),
        ("12345678901234567890", "HUF", f"HUF{BREAK}12,345,678,901,234,567,890"),
    ],
)
def test_sums(amount: str, currency: str | None, put: str) -> None:
    assert money(Sum(amount=amount, currency=currency)) == put


@pytest.mark.parametrize(
    ("amount", "short", "whole"),
    [
        ("0", "€0", "€0"),
        ("999", "€999", "€999"),
        ("1400", f"€1.4{BREAK}k", "€1,400"),
        ("245495.16", f"€245.5{BREAK}k", "€245,495"),
        ("20000000", f"€20{BREAK}m", "€20,000,000"),
        ("1200000000", f"€1.2{BREAK}bn", "€1,200,000,000"),
    ],
)
def test_rounded_sums(amount: str, short: str, whole: str) -> None:
    assert (short_euro(amount), whole_euro(amount)) == (short, whole)


@pytest.mark.parametrize(
    ("value", "precision", "put"),
    [("2022-04-15", "day", "15 April 2022"), ("2022-04", "month", "April 2022"), ("2022", "year", "2022")],
)
def test_dates(value: str, precision: str, put: str) -> None:
    assert day(Date.model_validate({"value": value, "precision": precision})) == put


@pytest.mark.parametrize(("share", "put"), [(0.0, "0%"), (0.851, "85%"), (0.9999, "99%"), (1.0, "100%")])
def test_what_is_not_certain_is_not_put_as_certain(share: float, put: str) -> None:
    assert percent(share) == put


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://www.news.example/a?b=c", True),
        ("HTTP://news.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//news.example", False),
        (" https://news.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, link: bool) -> None:
    assert (web_address(url) is not None) == link


def test_small_words() -> None:
    assert host("https://www.news.example/story") == "news.example"
    assert [readable(value) for value in ("900000", "2022-04", "SAN-1")] == ["900,000", "2022-04", "SAN-1"]
    assert coded("`a<b` and <i>") == "<code>a&lt;b</code> and &lt;i&gt;"


def fine(**more: object) -> Fine:
    total = {"amount": "900", "currency": "EUR"}
    return Fine.model_validate({"sum": total, "amount_eur": "900", **more})


def test_fines() -> None:
    assert (fine_text(fine()), fine_note(fine())) == ("€900", None)
    parts = [{"amount": "600", "currency": "EUR"}, {"amount": "300", "currency": "EUR"}]
    assert fine_note(fine(parts=parts, initial={"amount": "1000", "currency": "EUR"})) == (
        "first €1,000; made up of €600 + €300"
    )
    foreign = fine(sum={"amount": "9000", "currency": "SEK"}, exchange_rate="10", exchange_rate_date="2021-03-04")
    assert fine_note(foreign) == "€900 at 10, ECB rate of 2021-03-04"
    assert "no source" in fine_text(fine(sum=None, amount_eur=None, undisclosed=True))


@pytest.mark.parametrize(
    ("given", "put"),
    [
        ({"count": 1200, "qualifier": "exact"}, "1,200"),
        ({"count": 1200, "qualifier": "about"}, "about 1,200"),
        ({"minimum": 1200, "qualifier": "at-least"}, "at least 1,200"),
        ({"maximum": 1200, "qualifier": "at-most"}, "at most 1,200"),
        ({}, None),
    ],
)
def test_people(given: dict[str, object], put: str | None) -> None:
    unknown = dict.fromkeys(("count", "minimum", "maximum", "qualifier"))
    assert affected_text(Affected.model_validate(unknown | given)) == put
