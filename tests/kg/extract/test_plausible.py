"""Sums that no word calls a fine."""

import pytest

from kg.extract.fines import Use, sums
from kg.extract.listings import listed
from kg.extract.pairing import paired
from kg.extract.parties import statements
from kg.extract.plausible import with_plausible

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "fines"),
    [
        ("400,000 euros is what the CNIL wants from the firm for a breach of Article 32 GDPR.", ["400000 EUR"]),
        ("The CNIL looked at Brumeline and its decision is out. The sum: 9,000 euros.", ["9000 EUR"]),
        ("The CNIL decided. Brumeline: 9,000 euros. Voltaris: 4,000 euros.", ["9000 EUR", "4000 EUR"]),
        ("Nobody decided anything about Brumeline. The whole affair: 9,000 euros.", []),
        ("The CNIL decided that no fine was imposed on Brumeline. The repair took 9,000 euros.", []),
        ("The CNIL fined Brumeline €9,000. A new lock was €40,000.", ["9000 EUR"]),
    ],
)
def test_the_text_around_a_sum_makes_it_a_fine(read: Read, text: str, fines: list[str]) -> None:
    reading = read(text)
    found = with_plausible(reading, sums(reading), (*statements(reading), *paired(reading), *listed(reading)))
    assert [str(item.money) for item in found if item.use is Use.FINE] == fines


def test_an_assumed_fine_is_marked(read: Read) -> None:
    reading = read("400,000 euros is what the CNIL wants from the firm for a breach of Article 32 GDPR.")
    (item,) = with_plausible(reading, sums(reading), ())
    assert item.assumed
