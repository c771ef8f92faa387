"""What sets a case off."""

import pytest

from kg.extract.case_triggers import trigger
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The authority opened the inquiry after a complaint by a former customer.", "complaint"),
        ("Three members lodged a complaint with the regulator.", "complaint"),
        ("The inquiry goes back to a complaint that the association Open Windows filed.", "collective-complaint"),
        ("Acting on a breach notification, the agency looked at the servers.", "breach-notification"),
        ("The clinic had notified the breach to the authority.", "breach-notification"),
        ("The shortcomings came up during a planned inspection.", "audit"),
        ("The commissioner opened the inquiry on her own initiative.", "ex-officio"),
        ("The commissioner opened the inquiry of its own motion.", "ex-officio"),
        ("The agency began its inquiry following media reports about the app.", "media-report"),
        ("An anonymous tip led the inspectors to the cellar.", "tip-off"),
        ("The file was passed on by the police.", "referral"),
        ("It ignored several letters and an order of the office.", "failure-to-comply"),
        ("The company will appeal.", None),
        ("The company improved its handling of complaints.", None),
        ("It went to court after a complaint to the tribunal.", None),
    ],
)
def test_what_set_the_case_off(read: Read, text: str, expected: str | None) -> None:
    found = trigger(read(text), (Span(0, len(text)),))
    assert (found[0] if found else None) == expected


def test_what_most_words_say_wins(read: Read) -> None:
    text = (
        "A complainant wrote in. Two complainants followed. The company also had notified the breach to the authority."
    )
    found = trigger(read(text), (Span(0, len(text)),))
    assert found is not None
    assert found[0] == "complaint"
    assert [mention.quote(read(text).article) for mention in found[1]] == ["complainant", "complainants"]
