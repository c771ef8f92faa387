"""The rules of the fields: what is right, what is wrong, what is not asked."""

from typing import Any

import pytest

from kg.evaluation.compare import beyond, compare
from kg.evaluation.verdict import Field, Verdict
from kg.model import Claim, Party
from kg.values import Headcount, Status
from tests.kg.evaluation.writing import decision
from tests.kg.making import claim, fine

Shown = tuple[str | None, str | None, bool]


def verdicts(found: Claim | None, field: Field, **gold: Any) -> list[Shown]:
    """What was found, what was expected, and whether that is right."""
    return [shown(verdict) for verdict in compare("t", found, decision(**gold)) if verdict.field is field]


def shown(verdict: Verdict) -> Shown:
    return (verdict.found.value if verdict.found else None, verdict.expected, verdict.right)


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ("75000 EUR", {"fine": {"amount": 75000, "currency": "EUR"}}, [("75000 EUR", "75000 EUR", True)]),
        ("75300 EUR", {"fine": {"amount": 75000, "currency": "EUR"}}, [("75300 EUR", "75000 EUR", True)]),
        ("75400 EUR", {"fine": {"amount": 75000, "currency": "EUR"}}, [("75400 EUR", "75000 EUR", False)]),
        ("75000 SEK", {"fine": {"amount": 75000, "currency": "EUR"}}, [("75000 SEK", "75000 EUR", False)]),
        (
            "10000 EUR",
            {"fine": {"amount": 49000, "currency": "RON"}, "fine_alt": {"amount": 10000, "currency": "EUR"}},
            [("10000 EUR", "49000 RON", True)],
        ),
        (
            "90000 EUR",
            {"fine": {"amount": 75000, "currency": "EUR"}, "fine_initial": {"amount": 90000, "currency": "EUR"}},
            [("90000 EUR", "75000 EUR", False)],
        ),
        ("75000 EUR", {"fine_alt": [{"amount": 75000, "currency": "EUR"}]}, [("75000 EUR", None, False)]),
        (None, {"fine": {"amount": 8.5, "currency": "EUR"}}, [(None, "8.5 EUR", False)]),
        (None, {}, []),
        (fine(None), {}, []),  # fined, no sum told: there is no sum to judge
    ],
)
def test_fine(found: Any, gold: dict[str, Any], expected: list[Shown]) -> None:
    assert verdicts(claim(sum_=found), Field.FINE, **gold) == expected


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        (("Tulpenveld B.V.",), ["Tulpenveld"], [("Tulpenveld B.V.", "Tulpenveld", True)]),
        (("Rozenveld",), ["Tulpenveld"], [(None, "Tulpenveld", False), ("Rozenveld", None, False)]),
        (("Rozenveld",), [None], [("Rozenveld", None, False)]),
        ((Party(None, description="a web shop"),), ["Tulpenveld"], [(None, "Tulpenveld", False)]),
        ((Party(None, description="a web shop"),), [None], []),
        # A second form of a name that is found already is neither right again nor wrong.
        (("Tulpenveld", "Tulpenveld B.V."), ["Tulpenveld"], [("Tulpenveld", "Tulpenveld", True)]),
    ],
)
def test_controllers(found: tuple[str | Party, ...], gold: list[str | None], expected: list[Shown]) -> None:
    assert verdicts(claim(*found), Field.CONTROLLER, controllers=[{"name": name} for name in gold]) == expected


def test_provisions_count_by_number_and_at_depth() -> None:
    found, gold = claim(infringed="5(1)(a) 5(1)(f) 6"), {"articles": ["5(1)(f)", "32"]}
    assert verdicts(found, Field.ARTICLE, **gold) == [(None, "32", False), ("5", "5", True), ("6", None, False)]
    assert verdicts(found, Field.PROVISION, **gold) == [
        (None, "32", False),
        ("5(1)(a)", None, False),
        ("5(1)(f)", "5(1)(f)", True),
        ("6", None, False),
    ]


def test_an_authority_that_the_text_does_not_tell_is_not_asked() -> None:
    gold = {"authority_id": "nl/ap", "authority": {"name": None, "inferred": True}}
    assert verdicts(claim(authority="fr/cnil"), Field.AUTHORITY, **gold) == []
    assert verdicts(claim(authority="fr/cnil"), Field.AUTHORITY, authority_id="nl/ap") == [("fr/cnil", "nl/ap", False)]
    assert verdicts(claim(authority="nl/ap"), Field.AUTHORITY, authority_id="nl/ap") == [("nl/ap", "nl/ap", True)]


@pytest.mark.parametrize(("count", "right"), [(5000, True), (5050, True), (5051, False)])
def test_a_number_of_people_may_differ_by_a_hundredth(count: int, right: bool) -> None:
    found = verdicts(claim(affected=Headcount(count)), Field.DATA_SUBJECTS, data_subjects=5000)
    assert found == [(str(count), "5000", right)]


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ("2022-04-15", {"decision_date": "2022-04-15"}, [("2022-04-15", "2022-04-15", True)]),
        ("2022-04-15", {"decision_date": "2022-04"}, [("2022-04-15", "2022-04", True)]),
        ("2022-04", {"decision_date": "2022-04-15"}, [("2022-04", "2022-04-15", False)]),
        ("2022-04-19", {"announced_date": "2022-04-19"}, [("2022-04-19", "2022-04-19", True)]),
        (
            "2022-04-19",
            {"decision_date": "2022-04-15", "announced_date": "2022-04-19"},
            [("2022-04-19", "2022-04-19", True)],
        ),
        (None, {"announced_date": "2022-04-19"}, []),
        ("2022-04-19", {}, [("2022-04-19", None, False)]),
    ],
)
def test_date(found: str | None, gold: dict[str, Any], expected: list[Shown]) -> None:
    assert verdicts(claim(on=found), Field.DECISION_DATE, **gold) == expected


def test_measures_without_those_that_no_gold_lists() -> None:
    found = verdicts(
        claim(measures="reprimand publication"), Field.MEASURE, measures=["erasure order", "police report"]
    )
    assert found == [(None, "erasure-order", False), ("reprimand", None, False)]


def test_measures_count_by_kind() -> None:
    found = claim(measures="transfer-suspension ban warning")
    assert verdicts(found, Field.MEASURE, measures=["ban", "reprimand"]) == [
        ("ban", "ban", True),
        ("reprimand", "reprimand", True),
    ]


def test_labels_are_ids_with_underscores() -> None:
    assert verdicts(claim(data="sex-life"), Field.DATA_TYPE, data_types=["sex_life"]) == [
        ("sex-life", "sex-life", True)
    ]


def test_status() -> None:
    found = claim(status=Status.PROPOSED)
    assert verdicts(found, Field.STATUS, status="final") == [("proposed", "final", False)]
    assert verdicts(found, Field.STATUS) == []


def test_a_missed_decision_misses_all_that_it_holds_but_its_status() -> None:
    gold = decision(
        controllers=[{"name": "Tulpenveld"}],
        authority_id="nl/ap",
        fine={"amount": 75000, "currency": "EUR"},
        articles=["32"],
        data_types=["name"],
        data_subjects=12,
        decision_date="2022",
        measures=["ban"],
        status="final",
    )
    missed = list(compare("t", None, gold))
    assert {verdict.field for verdict in missed} == set(list(Field)[1:10])
    assert all(verdict.found is None and verdict.expected and not verdict.right for verdict in missed)


def test_of_a_claim_too_many_fine_and_names_are_wrong() -> None:
    found = claim("Tulpenveld", sum_="75000 EUR", infringed="32", data="name")
    assert [shown(verdict) for verdict in beyond("t", found)] == [
        ("75000 EUR", None, False),
        ("Tulpenveld", None, False),
    ]


def test_a_verdict_keeps_probability_and_place() -> None:
    [verdict] = [v for v in compare("t", claim(data="health"), decision()) if v.field is Field.DATA_TYPE]
    assert verdict.found is not None
    assert (verdict.found.confidence, verdict.found.spans) == (0.9, ((0, 3),))


@pytest.mark.parametrize("right", [True, False])
def test_a_verdict_needs_something_to_judge(right: bool) -> None:
    with pytest.raises(ValueError, match="judge"):
        Verdict("t", Field.FINE, None, None, right)


def test_right_needs_both_sides() -> None:
    with pytest.raises(ValueError, match="both sides"):
        Verdict("t", Field.FINE, None, "75000 EUR", True)
