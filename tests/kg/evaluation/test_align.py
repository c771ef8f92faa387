"""Claims find their decisions."""

from kg.evaluation.align import align, likeness
from tests.kg.evaluation.writing import decision
from tests.kg.making import claim

TULIPS = decision(controllers=[{"name": "Tulpenveld"}], fine={"amount": 75000, "currency": "EUR"})
ROSES = decision(controllers=[{"name": "Rozenveld"}], fine={"amount": 9000, "currency": "EUR"})


def test_each_claim_takes_the_decision_most_like_it() -> None:
    by_name, by_sum = claim("Tulpenveld B.V."), claim(sum_="9000 EUR")
    aligned = align((by_sum, by_name), (TULIPS, ROSES))
    assert set(aligned.pairs) == {(by_name, TULIPS), (by_sum, ROSES)}
    assert (aligned.extra, aligned.missed) == ((), ())


def test_what_has_nothing_in_common_stays_alone() -> None:
    stranger = claim("Lelieveld", sum_="1 EUR")
    aligned = align((stranger,), (TULIPS, ROSES))
    assert (aligned.pairs, aligned.extra, aligned.missed) == ((), (stranger,), (TULIPS, ROSES))


def test_one_claim_and_one_decision_belong_together() -> None:
    stranger = claim("Lelieveld", sum_="1 EUR")
    assert align((stranger,), (TULIPS,)).pairs == ((stranger, TULIPS),)


def test_a_claim_serves_one_decision_only() -> None:
    found = claim("Tulpenveld")
    aligned = align((found,), (TULIPS, TULIPS))
    assert len(aligned.pairs) == len(aligned.missed) == 1


def test_likeness_adds_up() -> None:
    wanted = decision(
        controllers=[{"name": "Tulpenveld"}],
        authority_id="nl/ap",
        fine={"amount": 75000, "currency": "EUR"},
        fine_initial={"amount": 90000, "currency": "EUR"},
        articles=["5(1)(f)", "32(1)"],
    )
    assert likeness(claim("Rozenveld"), wanted) == 0
    assert likeness(claim("Tulpenveld"), wanted) == 2
    assert likeness(claim(sum_="75100 EUR"), wanted) == 2
    assert likeness(claim(sum_="90000 EUR"), wanted) == 1
    assert likeness(claim(authority="nl/ap"), wanted) == 0.5
    assert likeness(claim(infringed="32 5 6"), wanted) == 0.6
