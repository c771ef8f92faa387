"""Towns stand for their countries."""

import pytest

from kg.extract.authorities import find_authorities
from kg.extract.towns import TOWNS, lies_in


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("A bakery in Brno", ("CZ",)),
        ("MALMÖ: a butcher, and one in Bergen", ("SE", "NO")),
        ("Nicer weather", ()),
    ],
)
def test_the_countries_of_the_towns_of_a_text(text: str, countries: tuple[str, ...]) -> None:
    assert lies_in(text) == countries


def test_no_town_lies_in_two_countries() -> None:
    towns = [town for names in TOWNS.values() for town in names]
    assert len(towns) == len(set(towns))


def test_a_town_tells_whose_authority_is_meant() -> None:
    found = find_authorities("GRAZ - The owner of a kiosk was fined by the data protection authority.")
    assert [hit.value for hit in found] == ["at/dsb"]
