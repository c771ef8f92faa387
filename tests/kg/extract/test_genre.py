"""Texts that speak of sums and authorities and report no decision."""

import pytest

from kg.extract.genre import reports_decisions
from kg.extract.naming import Names
from kg.extract.parties import statements

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CNIL fined Brumeline €90,000 for a breach of Article 32 GDPR.", True),
        ("The AEPD rejected the complaint of a tenant who had asked for a fine of €5,000.", False),
        ("The complaint was unfounded, the DPC held; the €300 that the tenant wanted are off the table.", False),
        ("The watchdog will not punish the ministry, the ICO says, though the leak cost £8m.", False),
        ("The DPC dropped the case against one shop and fined Brumeline €90,000.", True),
        ("Regulators across Europe handed out fines of €900 million in the year to March, a survey says.", False),
        ("In its annual report the AEPD counts penalties of €30 million.", False),
        ("South Korea's privacy watchdog fined Hanbit Telecom 4 billion won for a leak.", False),
        ("The Garante gave a non-favourable opinion on the draft decree of the Ministry of Boats.", False),
        ("Parliament debates a bill that would let the CNIL fine ministries.", False),
        ("Brumeline gets a bill of €90,000: the CNIL fined Brumeline for its cookies.", True),
        ("Like the Korean regulator before it, the CNIL fined Hanbit Telecom €900,000.", True),
    ],
)
def test_whether_a_text_reports_decisions(read: Read, text: str, expected: bool) -> None:
    reading = read(text)
    assert reports_decisions(reading, Names(reading, statements(reading))) is expected
