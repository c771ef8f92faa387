"""A text against its gold: what is scored, and what is counted besides."""

from typing import Any

import pytest

from kg.evaluation.judge import Judgement, judge
from kg.evaluation.scores import Score, scores
from kg.evaluation.verdict import Field
from kg.values import Status
from tests.kg.evaluation.writing import DECISION, annotated, case
from tests.kg.making import claim


def field(judgement: Judgement, field: Field) -> tuple[int, int, int]:
    score = scores(judgement.verdicts).get(field, Score(0, 0, 0))
    return score.right, score.wrong, score.missed


def test_found_extra_and_missed_decisions() -> None:
    gold = annotated(DECISION, DECISION | {"controllers": [{"name": "Rozenveld"}], "authority_id": "be/gba"})
    judged = judge("t", (claim("Tulpenveld", sum_="75000 EUR"), claim("Lelieveld", sum_="5 EUR")), gold)
    assert field(judged, Field.DECISION) == (1, 1, 1)
    assert field(judged, Field.FINE) == (1, 1, 1)
    assert field(judged, Field.CONTROLLER) == (1, 1, 1)


def test_a_past_decision_may_be_found_or_not() -> None:
    recalled = DECISION | {"mention": "background"}
    for claims in ((), (claim("Tulpenveld", sum_="8 EUR"),)):
        judged = judge("t", claims, annotated(recalled))
        assert judged.verdicts == ()
        assert not judged.counts


def test_a_claim_without_sum_and_name_is_not_held_against_the_extraction() -> None:
    assert judge("t", (claim(measures="reprimand"),), annotated()).verdicts == ()


@pytest.mark.parametrize(("sum_", "reported"), [("5 EUR", 1), (None, 0)])
def test_texts_without_a_decision_are_counted(sum_: str | None, reported: int) -> None:
    counts = judge("t", (claim("Tulpenveld", sum_=sum_),), annotated()).counts
    assert counts == {"texts_without_decision": 1, "texts_without_decision_but_fine_reported": reported}


def test_a_case_is_scored_by_its_first_fine() -> None:
    other, right = claim("Rozenveld", sum_="5 EUR"), claim(authority="nl/ap", sum_="75000 EUR", infringed="32")
    judged = judge("t", (other, right), case())
    assert field(judged, Field.FINE) == (0, 1, 1)
    assert field(judged, Field.AUTHORITY) == (1, 0, 0)
    assert field(judged, Field.PROVISION_RECALL) == (1, 0, 0)
    assert judged.counts == {"fine_any_total": 1, "fine_any_right": 1}


def test_a_case_without_a_corrective_outcome_may_be_passed_over() -> None:
    skipped = judge("t", (), case(fine=None, fine_in_text=False, outcome="Rejected"))
    assert (skipped.verdicts, skipped.counts) == ((), {"cases_without_corrective_outcome_skipped": 1})
    assert judge("t", (), case(fine=None, fine_in_text=False, outcome="Reprimand")).verdicts != ()


@pytest.mark.parametrize(
    ("sum_", "status", "right"),
    [(None, Status.FINAL, 1), ("5 EUR", Status.FINAL, 0), ("5 EUR", Status.APPEALED, 0), ("5 EUR", Status.PROPOSED, 1)],
)
def test_a_fine_where_there_was_none(sum_: str | None, status: Status, right: int) -> None:
    judged = judge("t", (claim(sum_=sum_, status=status),), case(fine=None, fine_in_text=False, no_fine=True))
    assert field(judged, Field.NO_FINE)[0] == right
    assert judged.counts["no_fine_total"] == 1
    assert judged.counts["no_fine_but_fine_reported"] == 1 - right


@pytest.mark.parametrize(
    ("found", "expected"), [({"infringed": "32"}, True), ({"cleared": "32"}, True), ({"infringed": "33"}, False)]
)
def test_a_case_asks_for_what_its_text_cites(found: dict[str, Any], expected: bool) -> None:
    [verdict] = [v for v in judge("t", (claim(**found),), case()).verdicts if v.field is Field.PROVISION_RECALL]
    assert (verdict.expected, verdict.right) == ("32", expected)


@pytest.mark.parametrize(
    ("numbers", "right"), [(("Z 2021 17",), True), (("X-1", "z2021/17"), True), (("X-1",), False), ((None,), False)]
)
def test_case_numbers_are_compared_without_what_stands_between(numbers: tuple[str | None, ...], right: bool) -> None:
    gold = case(case_number="Z/2021/17", case_number_in_text=True)
    claims = [claim(case=number) for number in numbers]
    [verdict] = [verdict for verdict in judge("t", claims, gold).verdicts if verdict.field is Field.CASE_NUMBER]
    assert verdict.right is right


@pytest.mark.parametrize(("found", "right"), [("2021-03-04", True), ("2021-03", False)])
def test_the_date_of_a_case_is_exact(found: str, right: bool) -> None:
    judged = judge("t", (claim(on=found),), case(decision_date="2021-03-04", date_in_text=True))
    assert [verdict.right for verdict in judged.verdicts if verdict.field is Field.DECISION_DATE] == [right]
