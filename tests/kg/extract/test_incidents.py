"""Breaches: how they came about, what they took away, and how late they were notified."""

import pytest

from kg.extract.delays import delay
from kg.extract.incidents import breach
from kg.extract.reading import Span

from .conftest import Read


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


@pytest.mark.parametrize(
    ("text", "kinds", "causes"),
    [
        ("Hackers stole the customer database.", ["confidentiality"], ["attack"]),
        ("Ransomware encrypted the files of the clinic.", ["availability", "confidentiality"], ["ransomware"]),
        ("An employee fell for a phishing e-mail; the attackers read mailboxes.", ["confidentiality"], ["phishing"]),
        ("Somebody exploited a known vulnerability.", ["confidentiality"], ["vulnerability"]),
        ("The letter was sent to the wrong patient.", ["confidentiality"], ["misdelivery"]),
        ("The newsletter went out with all addresses in the CC field.", ["confidentiality"], ["open-copy"]),
        ("The list was accidentally published on the web.", ["confidentiality"], ["publication"]),
        ("Anyone could download the invoices.", ["confidentiality"], ["misconfiguration"]),
        ("A laptop was stolen from a car.", ["confidentiality"], ["loss-or-theft"]),
        ("Patient files were found in a rubbish bin.", ["confidentiality"], ["improper-disposal"]),
        ("A nurse looked up the file of a neighbour out of curiosity.", ["confidentiality"], ["insider"]),
        ("The data leak concerned 400 members.", ["confidentiality"], []),
        ("There was no data breach.", [], []),
        ("It had no procedure for the notification of data breaches.", [], []),
        ("He lost his phone.", [], []),
        ("Those who gained access to the platform were young.", [], []),
    ],
)
def test_what_happened_to_the_data(read: Read, text: str, kinds: list[str], causes: list[str]) -> None:
    found = breach(read(text), whole(text))
    assert (list(found[0]), list(found[1])) == (kinds, causes)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("The bank reported the breach 15 days late.", 432),
        ("It notified the leak to the authority 41 days after having had knowledge of it.", 984),
        ("The shop waited three weeks to report the incident.", 504),
        ("It took the clinic 100 hours to notify the breach.", 100),
        ("Five days after the discovery it informed the regulator.", 120),
        ("The breach must be reported within 72 hours.", None),
        ("The train was two days late.", None),
    ],
)
def test_how_late_a_breach_was_notified(read: Read, text: str, hours: int | None) -> None:
    found = delay(read(text), whole(text))
    assert (found[0] if found else None) == hours
