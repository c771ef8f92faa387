"""Parties in entries of lists."""

import pytest

from kg.extract.listings import listed

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Brumeline AB: SEK 15 million. Its sister Voltaris AB: SEK 12 million.", ["Brumeline AB", "Voltaris AB"]),
        ("1. Brumeline Inc., EUR 800,000 (decision of May)", ["Brumeline Inc."]),
        ("**Brumeline, €60 million.** Its page stored cookies.", ["Brumeline"]),
        ("| Norte Telecom (Norte) | 900,000 euros | Art. 5 |", ["Norte Telecom"]),
        (
            "The bills: Brumeline 200,000 euros. Voltaris, which asked the questions, 20,000 euros.",
            ["Brumeline", "Voltaris"],
        ),
        ("Editor's note: PLN 4.9 million is a lot.", []),
        ("| Article 21 LSSI | €150,000 |", []),
        ("A long sentence about a new law that nobody needs: 900 euros.", []),
    ],
)
def test_entries_name_their_party(read: Read, text: str, parties: list[str]) -> None:
    assert [statement.phrase.text for statement in listed(read(text))] == parties
