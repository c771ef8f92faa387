"""Claims are grouped the same way whatever their order, and no group contradicts itself."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Claim, Party, Report
from kg.resolve.cluster import cluster
from kg.resolve.match import Profile, contradict, likeness, profile, same_case
from tests.kg.making import claim, date

PARTIES = st.sampled_from(
    ["Acme", "Acme Energy", "ACME SA", "Umbra", Party(None, description="a clinic"), Party(None, description="a bank")]
)
CLAIMS = st.builds(
    claim,
    PARTIES,
    authority=st.sampled_from([None, "fr/cnil", "it/garante"]),
    sum_=st.sampled_from([None, "90000 EUR", "90500 EUR", "60000 EUR", "1000 GBP"]),
    on=st.sampled_from([None, "2022", "2022-04", "2022-04-15", "2022-04-20", "2021-01-02"]),
    case=st.sampled_from([None, "SAN-1", "SAN-2"]),
)
SOURCES = st.lists(
    st.tuples(st.lists(CLAIMS, max_size=3), st.sampled_from([None, "2022-04-16", "2023-09-01"])), max_size=7
)


def profiled(sources: Sequence[tuple[Sequence[Claim], str | None]]) -> list[tuple[Report, Profile]]:
    return [
        (Report(f"a{at}", number, found), profile(found, date(published) if published else None))
        for at, (claims, published) in enumerate(sources)
        for number, found in enumerate(claims, start=1)
    ]


@given(SOURCES, st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_makes_no_difference(sources: Sequence[tuple[Sequence[Claim], str | None]], random: Random) -> None:
    reports = profiled(sources)
    shuffled = random.sample(reports, len(reports))
    assert cluster(reports) == cluster(shuffled)


@given(SOURCES)
@settings(max_examples=300, deadline=None)
def test_every_report_is_in_one_group_that_does_not_contradict_itself(
    sources: Sequence[tuple[Sequence[Claim], str | None]],
) -> None:
    reports = dict(profiled(sources))
    groups = cluster(reports.items())
    assert sorted((report.article_id, report.number) for group in groups for report in group) == sorted(
        (report.article_id, report.number) for report in reports
    )
    for group in groups:
        assert len({report.article_id for report in group}) == len(group)
        for one, other in combinations(group, 2):
            assert not contradict(reports[one], reports[other]) or (
                not same_case(reports[one], reports[other])
                and any(
                    agrees(reports[a], reports[close]) and same_case(reports[b], reports[close])
                    for a, b in ((one, other), (other, one))
                    for close in group
                )
            )


def agrees(one: Profile, other: Profile) -> bool:
    return likeness(one, other) > 0 and not contradict(one, other)


def test_reports_of_one_case_are_one_group_whatever_their_sums() -> None:
    sources = [
        ([claim("Acme", sum_="90000 EUR", case="SAN-1")], None),
        ([claim("Acme", sum_="60000 EUR", case="SAN-1")], None),
        ([claim("Acme", sum_="60000 EUR", on="2022-04-15")], None),
        ([claim("Acme", sum_="75000 EUR")], None),
    ]
    assert [[report.article_id for report in group] for group in cluster(profiled(sources))] == [
        ["a0", "a1", "a2"],
        ["a3"],
    ]


def test_a_report_without_parties_does_not_bring_together_who_is_apart() -> None:
    nobody = Party(None, description="a company")
    sources = [
        ([claim(party, sum_=sum_, case="SAN-1", on="2022-04-15")], None)
        for party, sum_ in (("Acme", "90000 EUR"), (nobody, "60000 EUR"), ("Umbra", "60000 EUR"))
    ]
    assert sorted(len(group) for group in cluster(profiled(sources))) == [1, 2]


def test_parties_fined_differently_under_one_number_stay_apart() -> None:
    both = [claim("Acme", sum_="90000 EUR", case="4/2022"), claim("Umbra", sum_="60000 EUR", case="4/2022")]
    sources = [(both, None), ([both[1]], None), ([both[0]], None)]
    assert [[report.article_id for report in group] for group in cluster(profiled(sources))] == [
        ["a0", "a2"],
        ["a0", "a1"],
    ]


def test_the_vague_joins_the_telling() -> None:
    sources = [([claim("Acme", on="2022")], None), ([claim("Acme", sum_="90000 EUR", on="2022-04-15")], None)]
    assert [len(group) for group in cluster(profiled(sources))] == [2]


def test_claims_of_one_article_stay_apart_and_find_their_own_in_another() -> None:
    both = [claim("Acme", sum_="90000 EUR"), claim("Acme", sum_="60000 EUR")]
    groups = cluster(profiled([(both, None), (list(reversed(both)), None)]))
    assert [[(report.article_id, report.number) for report in group] for group in groups] == [
        [("a0", 1), ("a1", 2)],
        [("a0", 2), ("a1", 1)],
    ]


def test_many_reports_of_one_decision_are_one_group() -> None:
    sources = [([claim("Acme", sum_="90000 EUR", on="2022-04-15")], f"2022-05-{1 + at % 28:02}") for at in range(3000)]
    assert [len(group) for group in cluster(profiled(sources))] == [3000]
