"""The state of a procedure."""

import pytest

from kg.extract.reading import Span
from kg.extract.statuses import status_of
from kg.model import Label, Mention
from kg.values import Status

from .conftest import Read

ANCHOR = Mention(0, 1, Label.MEASURE, "fine")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The shop was fined €5,000.", Status.FINAL),
        ("The shop can appeal within a month.", Status.FINAL),
        ("The shop said it would appeal.", Status.FINAL),
        ("A customer lodged a complaint with the authority.", Status.FINAL),
        ("The shop has appealed the decision.", Status.APPEALED),
        ("The shop has filed an objection with the regulator.", Status.APPEALED),
        ("The authority sent a notice of intent to fine the shop.", Status.PROPOSED),
        ("The agency has reported the hotel to the police and recommends a fine of 10,000 kroner.", Status.PROPOSED),
        ("Last year's provisional decision had spoken of more; the shop was fined €5,000.", Status.FINAL),
        ("The draft went to the other authorities; none raised an objection.", Status.FINAL),
        ("It shared a draft decision with the authorities concerned under Article 60 GDPR.", Status.FINAL),
        ("The shop lodged an objection. At the hearing it withdrew the objection.", Status.FINAL),
        ("The shop has gone to court against the fine.", Status.APPEALED),
        ("The company lodged a remonstrance against it.", Status.APPEALED),
        ("The shop objected to the authority's decision.", Status.APPEALED),
        ("The shop has received an advance notification of a fine.", Status.PROPOSED),
        ("The shop then appealed in court. The court reduced the fine by a fifth.", Status.REDUCED),
        ("The court found the fine too high and reduced it to €5,000.", Status.REDUCED),
        ("The court threw out the fine of €5,000.", Status.OVERTURNED),
        ("It does not agree with the fine and has lodged an appeal.", Status.APPEALED),
        ("It proposed a fine of €5,000. The voluntary payment of €4,000 closed the case.", Status.FINAL),
        ("The Administrative Court annulled the fine on Tuesday.", Status.OVERTURNED),
    ],
)
def test_the_text_tells_the_state(read: Read, text: str, status: Status) -> None:
    assert status_of(read(text), (Span(0, len(text)),), ANCHOR, reduced=False)[0] is status


def test_a_reduction_seen_in_the_sums_is_enough(read: Read) -> None:
    text = "The tribunal set the sum at €5,000."
    assert status_of(read(text), (Span(0, len(text)),), ANCHOR, reduced=True) == (Status.REDUCED, ANCHOR)
