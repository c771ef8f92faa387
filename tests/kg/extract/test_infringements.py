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


@pytest.mark.parametrize(
    "fact",
    [
        "The data subject requested access to her data under Article 15 GDPR.",
        "She asked for erasure (Article 17 GDPR) on 3 May 2021.",
        "On 3 May, a customer made an access request pursuant to Article 15 GDPR, to which the firm replied in June.",
        "The controller refused the request, citing Article 12(5)(b) GDPR.",
        "The controller invoked Article 17(3)(b) GDPR and refused to delete the file.",
        "The firm based the processing on Article 6(1)(f) GDPR.",
        "The bank told her that it processed the data on the basis of Article 6(1)(c) GDPR.",
        "In its privacy notice the shop named Article 6(1)(b) GDPR as legal basis.",
        "The controller notified the breach to the DPA under Article 33 GDPR within 72 hours.",
        "The affected customers were informed in accordance with Article 34 GDPR.",
        "The controller carried out an impact assessment pursuant to Article 35 GDPR.",
        "The company had appointed a data protection officer under Article 37 GDPR.",
        "The DPA opened an inquiry into compliance with Articles 24 and 25 GDPR.",
        "The DPA asked the controller for information under Article 58(1)(a) GDPR.",
        "The complainant claimed damages under Article 82 GDPR.",
        "The DPA recalled that controllers must be able to prove compliance (Article 5(2) GDPR).",
        "Under Article 28(3) GDPR, processing by a processor must be governed by a contract.",
        "The controller and the processor had concluded a contract within the meaning of Article 28 GDPR.",
        "The DPA noted that health data are special categories of data under Article 9(1) GDPR.",
        "The photographs do not constitute biometric data within the meaning of Article 9(1) GDPR.",
        "The controller argued that Article 14(5)(b) GDPR exempted it from informing anybody.",
        "The controller argued that it had complied with Article 32 GDPR.",
        "According to the controller, consent had been obtained under Article 6(1)(a) GDPR.",
        "The complaint, based on Article 21 GDPR, was forwarded to the lead authority.",
        "The data subject objected to the processing under Article 21(1) GDPR.",
        "The complainant exercised his right to rectification under Article 16 GDPR.",
        "The case was handled in cooperation with other authorities under Article 60 GDPR.",
        "The DPA is competent under Article 55 GDPR.",
        "The two companies are joint controllers pursuant to Article 26 GDPR.",
        "The EDPB adopted a binding decision under Article 65(1)(a) GDPR.",
        "The DPA advised the controller to document its balancing test under Article 6(1)(f) GDPR.",
        "Article 85 GDPR allows Member States to make exemptions for journalists.",
        "The DPA left it open whether Article 25 GDPR applied.",
        "The court referred to Article 5(1)(c) GDPR, which lays down the principle of data minimisation.",
        "The question was whether the photographer could rely on Article 6(1)(f) GDPR.",
        "Did the gym violate Article 9 GDPR by scanning fingerprints?",
        "Is the processing lawful under Article 6 GDPR?",
        "The DPA explained that consent must be freely given, as Article 7(4) GDPR shows.",
        "The shop's lawyers say that Article 13 GDPR was respected at all times.",
        "The association accuses the shop of breaching Articles 44 and 46 GDPR.",
        "Noyb had lodged a complaint over alleged violations of Articles 12 and 15 GDPR.",
        "Access may be refused where a request is excessive (Article 12(5) GDPR).",
        "The DPA ordered the firm to inform customers as laid down in Article 14 GDPR.",
        "The controller is obliged by Article 30 GDPR to keep a record.",
        "The DPA proposed in its draft to find a breach of Article 24 GDPR too, but the others objected.",
    ],
)
def test_facts_arguments_and_rules_are_no_findings(read: Read, fact: str) -> None:
    reading = read(f"Facts\n{fact}\n\nHolding\nThe DPA found a violation of Article 8 GDPR and fined the firm €900.")
    infringed = [str(named) for m, named in reading.provisions if outcome(reading, m, named)[0] is Outcome.INFRINGED]
    assert infringed == ["8"]
