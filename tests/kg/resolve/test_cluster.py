"""Claims are grouped the same way whatever their order, and no group contradicts itself."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Claim, Party, Report
from kg.resolve.cluster import cluster
from kg.resolve.match import Profile, contradict, profile
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
            assert not contradict(reports[one], reports[other])


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
