"""The gate."""

import pytest

from kg.extract.relevance import is_relevant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CNIL has fined a shop.", True),
        ("A penalty under the GDPR hit a bank.", True),
        ("The privacy watchdog reprimanded the ministry.", True),
        ("Un'amende pour violation du RGPD", True),
        ("The football club was fined for late tickets.", False),
        ("Our privacy policy has changed.", False),
        ("IMY made the app Zahlix part with 3 million kronor.", True),
        ("The bank paid 3 million kronor for a stadium.", False),
        ("", False),
    ],
)
def test_a_text_needs_words_of_protection_and_of_sanction(text: str, expected: bool) -> None:
    assert is_relevant(text) is expected
