"""What articles say becomes decisions with ids, organisations and sums in euro."""

import re
from collections.abc import Sequence
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Claim, Decision, EuroAmount, Organisation, Party
from kg.resolve.decisions import resolve
from kg.resolve.sources import Source
from kg.values import Money, PartialDate, Role
from tests.kg.making import claim, date, fine, money, provision, source
from tests.kg.resolve.test_cluster import SOURCES


def only(*sources: Source) -> Decision:
    [decision] = resolve(sources)
    return decision


@given(SOURCES, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_every_order_of_the_sources_gives_the_same_decisions(
    drawn: Sequence[tuple[Sequence[Claim], str | None]], random: Random
) -> None:
    sources = [
        Source(f"a{at}", PartialDate.parse(day) if day else None, tuple(claims))
        for at, (claims, day) in enumerate(drawn)
    ]
    decisions = resolve(sources)
    assert decisions == resolve(random.sample(sources, len(sources)))
    assert decisions == resolve([*sources, *sources])
    assert len({decision.id for decision in decisions}) == len(decisions)
    assert [decision.id for decision in decisions] == sorted(decision.id for decision in decisions)


def test_two_reports_are_consolidated() -> None:
    decision = only(
        source("a", claim("Acme SA", sum_="90000 EUR", infringed="32", data="health", case="SAN-2022-009")),
        source(
            "b",
            claim(
                "ACME", on="2022-04-15", infringed="5(1)(f)", data="email", measures="reprimand", case="SAN-2022-009"
            ),
        ),
    )
    assert decision.id == "fr-cnil-2022-san-2022-009"
    assert [report.article_id for report in decision.reports] == ["a", "b"]
    assert decision.addressees[0].organisation == Organisation("acme", "Acme SA", ("ACME",))
    assert decision.fine == fine("90000 EUR")
    assert decision.euro == EuroAmount(money("90000 EUR"))
    assert decision.decided == date("2022-04-15")
    assert decision.infringed == (provision("5(1)(f)"), provision("32"))
    assert decision.data_categories == ("email", "health")
    assert decision.measures == ("reprimand",)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (claim("Acme", on="2022-04-15", case="SAN-2022-009"), r"fr-cnil-2022-san-2022-009"),
        (claim("Acme", case="SAN-2022-009"), r"fr-cnil-san-2022-009"),
        (claim("Acme", on="2022"), r"fr-cnil-2022-[0-9a-f]{8}"),
        (claim("Acme", authority=None, on="2022-04"), r"unknown-2022-[0-9a-f]{8}"),
        (claim(Party(None, description="a clinic")), r"fr-cnil-[0-9a-f]{8}"),
        (claim(Party("Maria Exempla", Role.NATURAL_PERSON), on="2022"), r"fr-cnil-2022-[0-9a-f]{8}"),
    ],
)
def test_an_id_is_made_of_what_identifies_the_decision(made: Claim, expected: str) -> None:
    assert re.fullmatch(expected, only(source("a", made)).id)


def test_the_name_of_a_person_is_in_no_id() -> None:
    made = claim(Party("Maria Exempla", Role.NATURAL_PERSON), on="2022")
    decision = only(source("a", made), source("b", claim(Party("Maria Exempla"), on="2022")))
    organisation = decision.addressees[0].organisation
    assert decision.addressees[0].role is Role.NATURAL_PERSON
    assert organisation is not None
    assert re.fullmatch(r"person-[0-9a-f]{16}", organisation.id)
    elsewhere = only(source("a", claim(Party("Maria Exempla", Role.NATURAL_PERSON), authority="it/garante")))
    assert elsewhere.addressees[0].organisation != organisation


def test_reports_of_one_case_are_one_decision_with_the_sum_of_most() -> None:
    sums = ["60000 EUR", "90000 EUR", "90000 EUR"]
    decision = only(
        *(source(name, claim("Acme", sum_=sum_, case="SAN-1")) for name, sum_ in zip("abc", sums, strict=True))
    )
    assert decision.fine == fine("90000 EUR")
    assert [report.article_id for report in decision.reports] == ["a", "b", "c"]


def test_decisions_that_come_to_the_same_id_are_told_apart() -> None:
    made = [claim("Acme", sum_="90000 EUR", case="SAN-1"), claim("Acme", sum_="60000 EUR", case="SAN-1")]
    decisions = resolve([source("a", *made), source("b", *made)])
    assert len(decisions) == 2
    assert all(re.fullmatch(r"fr-cnil-san-1-[0-9a-f]{16}", decision.id) for decision in decisions)
    clinics = [claim(Party(None, description="a clinic"))] * 2
    assert len({decision.id for decision in resolve([source("a", *clinics)])}) == 2


def test_an_organisation_has_one_name_in_all_its_decisions() -> None:
    decisions = resolve(
        [
            source("a", claim("Acme SA", sum_="1 EUR")),
            source("b", claim("Acme", sum_="2 EUR")),
            source("c", claim("Acme SA", sum_="3 EUR")),
        ]
    )
    assert {decision.addressees[0].organisation for decision in decisions} == {
        Organisation("acme", "Acme SA", ("Acme",))
    }


def test_the_full_stop_of_a_sentence_is_in_no_name() -> None:
    decision = only(source("a", claim("Acme Unlimited Company.", case="1")), source("b", claim("Acme.", case="1")))
    assert decision.addressees[0].organisation == Organisation("acme", "Acme Unlimited Company", ("Acme",))


def test_a_short_name_is_the_long_one_of_another_report_but_not_of_the_same() -> None:
    joined = only(source("a", claim("Acme Energy", sum_="915 EUR")), source("b", claim("Acme", sum_="915 EUR")))
    assert [item.organisation.id for item in joined.addressees if item.organisation] == ["acme-energy"]
    apart = only(source("a", claim("Acme Energy", "Acme", sum_="915 EUR")), source("b", claim("Acme", sum_="915 EUR")))
    assert [item.organisation.id for item in apart.addressees if item.organisation] == ["acme", "acme-energy"]


def test_a_party_without_a_name_is_the_one_that_another_report_names() -> None:
    clinic = Party(None, Role.PROCESSOR, "a clinic")
    decision = only(source("a", claim(clinic, case="7")), source("b", claim("Clinic of Elm", case="7")))
    assert [(item.organisation and item.organisation.id, item.description) for item in decision.addressees] == [
        ("clinic-of-elm", None)
    ]
    both = only(source("a", claim(clinic, "Clinic of Elm", case="7")))
    assert [(item.organisation and item.organisation.id, item.description) for item in both.addressees] == [
        ("clinic-of-elm", None),
        (None, "a clinic"),
    ]


def test_sums_are_converted_at_the_day_of_the_decision_else_of_the_first_report() -> None:
    decided = only(source("a", claim("Acme", sum_="1000000 DKK", on="2022-01-01"), published="2023-01-01"))
    assert decided.euro == EuroAmount(Money(Decimal("134473.67"), "EUR"), 7.4364, date("2021-12-31"))
    made = claim("Acme", sum_="1000000 DKK")
    assert (
        only(source("a", made, published="2022-06-01"), source("b", made, published="2022-01-01")).euro == decided.euro
    )
    assert only(source("a", made)).euro is None
    assert only(source("a", claim("Acme", sum_=fine("1000000 DKK", also=["134000 EUR"])))).euro == EuroAmount(
        money("134000 EUR"), 7.4627
    )
