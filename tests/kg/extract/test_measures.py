"""Measures imposed, and those only threatened or asked for."""

import pytest

from kg.extract.measures import imposed

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The ICO issued a reprimand to the school.", {"reprimand"}),
        ("The bank must bring its processing into compliance within three months.", {"compliance-order"}),
        ("The authority ordered the shop to delete the recordings.", {"erasure-order"}),
        ("The Garante prohibited the university from any further processing of faces.", {"ban"}),
        ("The company has six months to stop collecting such data.", {"ban"}),
        ("The CNIL decided to make its decision public.", {"publication"}),
        ("If it fails, the authority could order the shop to delete the recordings.", set()),
        ("The authority did not issue a reprimand.", set()),
        ("The customer had asked the shop to delete his account.", set()),
        ("Controllers must implement appropriate measures.", set()),
        ("The visitor had been banned from the gym.", set()),
    ],
)
def test_only_what_was_imposed_counts(read: Read, text: str, measures: set[str]) -> None:
    assert {name for _, name in imposed(read(text))} == measures
