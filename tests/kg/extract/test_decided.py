"""Which date is the decision's."""

import pytest

from kg.extract.decided import decided
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "In a decision of 12 March 2021 the CNIL fined the shop. The leak was discovered on 3 May 2020.",
            "2021-03-12",
        ),
        ("Date of decision: 4 June 2022", "2022-06-04"),
        ("On 9 July 2020 the authority imposed a fine on the bank.", "2020-07-09"),
        ("The penalty notice, dated 1 August 2021, was published later.", "2021-08-01"),
        ("The complaint was filed in May 2019.", None),
        ("The breach lasted from 1 June 2019 until 2 July 2019.", None),
        ("No date here.", None),
    ],
)
def test_the_date_beside_the_decision_counts(read: Read, text: str, date: str | None) -> None:
    found = decided(read(text), (Span(0, len(text)),), [text.find("fine")] if "fine" in text else [])
    assert (str(found[0].value) if found else None) == date


def test_no_decision_is_younger_than_the_article(read: Read) -> None:
    text = "In its decision of 1 May 2024 the authority set a deadline."
    assert decided(read(text, published="2023-04-01"), (Span(0, len(text)),), []) is None
