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
        ("The shop was told to stop the filming and to delete what it has.", {"ban", "erasure-order"}),
        ("The agency gave the bank six months to bring its processing into line.", {"compliance-order"}),
        ("The grocer was ordered to supply the information within four weeks.", {"compliance-order"}),
        ("The inspectorate ordered the town to draw up a new notice.", {"compliance-order"}),
        ("The agency orders that in six months the shop accredits new measures.", {"compliance-order"}),
        ("The authority ordered the town to pay 5,000 euros.", set()),
        ("Along with the fine comes an order with a penalty of 900 euros for each day of delay.", {"compliance-order"}),
        ("A fine of 100 euros, plus a ban on collecting such data, plus deletion.", {"ban", "erasure-order"}),
        ("The watchdog wants the bank to stop analysing voices.", {"ban"}),
        ("The trial of the gates remains prohibited; the use of the gates was banned by decision.", set()),
        ("The use of the software has been prohibited, the regulator decided.", {"ban"}),
        ("One firm stopped of its own accord. The regulator ordered two others to do the same.", {"ban"}),
        ("A temporary ban on the processing by cameras.", {"ban"}),
        ("In order to determine this, the authority looked at the law.", set()),
        ("The operator has four weeks to comment on the notice.", set()),
        ("The order to the Ministry speaks of it.", set()),
        ("The company need not delete the data.", set()),
        ("The firm failed to reply to a formal notice.", set()),
        ("The town had been warned several times.", set()),
        ("A company has a month to answer; it must know that.", set()),
    ],
)
def test_only_what_was_imposed_counts(read: Read, text: str, measures: set[str]) -> None:
    assert {name for _, name in imposed(read(text))} == measures
