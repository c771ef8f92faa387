"""What a text says of a provision."""

import pytest

from kg.extract.infringements import outcome
from kg.extract.provision_place import Outcome

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("The shop infringed Articles 5(1)(f) and 32 GDPR.", {"5(1)(f)": "infringed", "32": "infringed"}),
        ("This was contrary to Article 13 of the GDPR.", {"13": "infringed"}),
        ("A breach of Article 34 GDPR was examined and dropped.", {"34": "not infringed"}),
        ("Article 9 GDPR was not found to be infringed.", {"9": "not infringed"}),
        (
            "The fine under Article 83(5) GDPR punishes a breach of Article 6 GDPR.",
            {"83(5)": "cited", "6": "infringed"},
        ),
        ("The complainant alleged a breach of Article 17 GDPR.", {"17": "cited"}),
        ("Pursuant to Article 58(2)(i) GDPR the authority may fine.", {"58(2)(i)": "cited"}),
        (
            "Consent as defined in Article 4(11) GDPR was missing, in violation of Article 7 GDPR.",
            {"4(11)": "cited", "7": "infringed"},
        ),
        ("The DPA did not find an infringement of Article 34(1) GDPR.", {"34(1)": "not infringed"}),
        ("Article 17 GDPR was therefore not violated.", {"17": "not infringed"}),
        ("The shop notified the data breach in May under Article 33(1) GDPR.", {"33(1)": "cited"}),
        ("A fine was imposed for a data breach pursuant to Article 32 GDPR.", {"32": "infringed"}),
        ("It did not fulfil the information obligation pursuant to Article 13 GDPR.", {"13": "infringed"}),
        ("Nor had an impact assessment according to Article 35 GDPR been made.", {"35": "infringed"}),
        ("Guests who had objected were called again (Art. 21 GDPR).", {"21": "infringed"}),
        ("It ordered the shop, with reference to Article 24 GDPR, to write rules.", {"24": "cited"}),
    ],
)
def test_the_words_around_a_provision_tell_its_outcome(read: Read, text: str, outcomes: dict[str, str]) -> None:
    reading = read(text)
    found = {str(provision): outcome(reading, mention, provision)[0] for mention, provision in reading.provisions}
    assert found == {name: Outcome(value) for name, value in outcomes.items()}


@pytest.mark.parametrize(
    ("text", "provision", "expected"),
    [
        (
            "It found these infringements:\n- Article 5(1)(f), which states that data be safe;\n- Article 24(1).",
            "24(1)",
            1,
        ),
        (
            "It found these infringements:\n- Article 5(1)(f), which states that data be safe;\n- Article 24(1).",
            "5(1)(f)",
            1,
        ),
        ("No infringement was found of:\n- Article 5(1)(f) GDPR;\n- Article 24(1) GDPR.", "24(1)", 0),
        (
            "It infringed Article 13 GDPR.\n\nComment\nOne may ask why Article 12(3) GDPR was not infringed too.",
            "12(3)",
            2,
        ),
    ],
)
def test_lines_and_sections_tell_the_outcome(read: Read, text: str, provision: str, expected: int) -> None:
    reading = read(text)
    told = {str(named): outcome(reading, mention, named)[0] for mention, named in reading.provisions}
    assert told[provision] is (Outcome.NOT_INFRINGED, Outcome.INFRINGED, Outcome.CITED)[expected]
