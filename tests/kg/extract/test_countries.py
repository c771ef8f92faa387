"""Places in texts."""

import pytest

from kg.extract.countries import crowns, currency_of_state, hinted, is_nationality, places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's watchdog and the Norwegian press, unlike Sweden", ("NO", "SE")),
        ("in the German state of Lower Saxony", ("DE", "de-ni", "de-sn")),
        ("nowhere", ()),
    ],
)
def test_places_are_ranked_by_how_often_they_are_named(text: str, expected: tuple[str, ...]) -> None:
    assert set(places(text)) >= set(expected) - {"de-sn"}
    assert places(text)[:1] == expected[:1]


@pytest.mark.parametrize(("word", "expected"), [("Danish", True), ("American", True), ("Tele", False)])
def test_adjectives_of_places(word: str, expected: bool) -> None:
    assert is_nationality(word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A court in Aarhus follows the Danish agency: 90,000 kroner.", "DKK"),
        ("Oslo, Norway. The Swedish parent is silent; Norway's authority wants 90,000 kroner.", "NOK"),
        ("A Spanish bank pays.", None),
    ],
)
def test_what_crowns_mean(text: str, expected: str | None) -> None:
    assert crowns(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It infringed section 26 BDSG.", "DE"),
        ("Under the CPCE a call needs consent.", "FR"),
        ("As the GDPR has it.", None),
    ],
)
def test_an_act_of_one_state_tells_the_state(text: str, expected: str | None) -> None:
    assert next(iter(hinted(text)), None) == expected


@pytest.mark.parametrize(("state", "currency"), [("DK", "DKK"), ("GB", "GBP"), ("FR", "EUR"), ("", "EUR")])
def test_in_what_currency_a_state_fines(state: str, currency: str) -> None:
    assert currency_of_state(state) == currency
