"""Statements on who was sanctioned."""

import pytest

from kg.extract.parties import statements
from kg.extract.party_words import Strength

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "party", "strength"),
    [
        ("The CNIL fined Brumeline €20,000 over cookies.", "Brumeline", Strength.FINED),
        ("The CNIL imposed on the company Brumeline SAS a fine of €20,000.", "Brumeline SAS", Strength.FINED),
        ("A fine of €20,000 was imposed on Brumeline for cookies.", "Brumeline", Strength.FINED),
        ("In Paris a fine of €20,000 against Brumeline is final.", "Brumeline", Strength.FINED),
        ("This week Brumeline was fined €20,000.", "Brumeline", Strength.FINED),
        ("This week Brumeline must pay €20,000.", "Brumeline", Strength.FINED),
        ("The retailer Brumeline, which sells lamps, has been fined €20,000.", "Brumeline", Strength.FINED),
        ("The AEPD fined €2,000 a dental clinic for its forms.", "dental clinic", Strength.FINED),
        ("The ICO reprimanded Brindle Council over letters.", "Brindle Council", Strength.ORDERED),
        ("The ICO ordered Brindle Council to delete the files.", "Brindle Council", Strength.ORDERED),
        ("The ICO says that Brindle Council infringed Article 32.", "Brindle Council", Strength.INFRINGES),
        ("The controller is Brumeline SAS, a shop.", "Brumeline SAS", Strength.DEFINED),
        ("In May, Brumeline SAS (the controller) sent letters.", "Brumeline SAS", Strength.DEFINED),
        ("On Friday Brumeline said it would comply.", "Brumeline", Strength.REACTS),
    ],
)
def test_each_form_of_statement_gives_its_party(read: Read, text: str, party: str, strength: Strength) -> None:
    assert (party, strength) in {(s.phrase.text, s.strength) for s in statements(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The CNIL fined nobody.",
        "The court annulled the decision on Friday.",
        "A fine of €20,000 was imposed on 25 June 2020.",
        "The Inspection Service was ordered to look again.",
        "The agency reprimanded Public Lamps Card.",
        "It had a fine imposed on China in mind.",
        "The complainant was told to wait.",
    ],
)
def test_authorities_courts_and_dates_are_no_parties(read: Read, text: str) -> None:
    assert not [s for s in statements(read(text)) if s.strength >= Strength.ORDERED]


def test_the_names_of_a_list_are_all_parties(read: Read) -> None:
    found = {
        s.phrase.text
        for s in statements(read("In the end Northshop, Coopla and Dagblad Syd are ordered to stop."))
        if s.listed
    }
    assert found == {"Northshop", "Coopla", "Dagblad Syd"}
