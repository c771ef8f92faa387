"""Whole texts of our own: how many decisions, and what they say."""

from collections.abc import Callable

import pytest

from kg.model import Claim
from kg.values import Role, Status

Claims = Callable[..., tuple[Claim, ...]]


def brief(claim: Claim) -> tuple[list[str | None], str | None]:
    fine = claim.fine.value.amount if claim.fine else None
    return [stated.value.name for stated in claim.parties], str(fine) if fine else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The CNIL fined Brumeline €20,000 over cookies.", [(["Brumeline"], "20000 EUR")]),
        (
            "The Garante fined the insurer Norte €70,000 and the broker Sudbroker €5,000 for the same leak.",
            [(["Norte"], "70000 EUR"), (["Sudbroker"], "5000 EUR")],
        ),
        (
            "The AEPD fined Norte Seguros a total of €90,000: "
            "€60,000 for a breach of Article 32 GDPR and €30,000 for a breach of Article 33 GDPR.",
            [(["Norte Seguros"], "90000 EUR")],
        ),
        (
            "In Zagreb, AZOP imposed fines of 15,000 euros and 20,000 euros on two betting companies for cookies.",
            [([], "15000 EUR"), ([], "20000 EUR")],
        ),
        (
            "Two from Paris. Monthly look at the CNIL and what violates the law.\n\n"
            "1. Brumeline Inc., EUR 800,000 (May). Article 32 GDPR.\n\n"
            "2. Voltaris, EUR 600,000 (June). Article 13 GDPR.",
            [(["Brumeline Inc."], "800000 EUR"), (["Voltaris"], "600000 EUR")],
        ),
        (
            "The AEPD sanctions:\n\n| Operator | Sum |\n|---|---|\n"
            "| Norte Telecom | 900,000 euros |\n| Sud Mobile | 700,000 euros |",
            [(["Norte Telecom"], "900000 EUR"), (["Sud Mobile"], "700000 EUR")],
        ),
        (
            "Brindle Ltd pays for a breach. The price: £40,000, says the ICO of Brindle Ltd.",
            [(["Brindle Ltd"], "40000 GBP")],
        ),
        (
            "The ICO considered a fine of £85,000 for Brindle Council. It decided not to issue one and reprimanded the "
            "Brindle Council.",
            [(["Brindle Council"], None)],
        ),
        ("The ICO reprimanded Brindle Council for a breach of Article 32 UK GDPR.", [(["Brindle Council"], None)]),
        ("Poland: UODO imposed a fine of €4,700 (PLN 20,000) on the school Jaskolka.", [(["Jaskolka"], "20000 PLN")]),
    ],
)
def test_a_text_gives_its_decisions(
    claims_of: Claims, text: str, expected: list[tuple[list[str | None], str | None]]
) -> None:
    assert [brief(claim) for claim in claims_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The court ordered the operator to pay EUR 300 in non-material damages under Article 82 GDPR for a breach of "
        "its Article 32.",
        "Most small shops will pay £40 or £60. The fee goes to the ICO, and data protection is not to be had for less.",
        "The DPC has opened an inquiry into Brumeline's checks of faces under the GDPR. In 2021 the DPC concluded 9 "
        "large inquiries, and imposed administrative fines in excess of €30 million.",
        "Brumeline has agreed to pay $28 million to settle a class action by drivers. The CNIL has received complaints "
        "under the GDPR.",
        "PARENTS have been warned to watch out for scams after a hack of Brumeline. The ICO was told under Article 33 "
        "of the UK GDPR; it has preferred to reprimand public bodies.",
        "France's competition authority fined Brumeline €90 million. The case had nothing to do with personal data.",
        "The court awarded a customer damages of €500 under Article 82 GDPR for a data breach.",
        "The CNIL opens an investigation. Fines under the GDPR can reach 20 million euros or 4% of turnover.",
        "The Federal Trade Commission reached a settlement of $7 million with Therapix; the GDPR does not apply.",
        "Last year the DPC counted 6,000 data breaches and imposed fines totalling €2 million on 12 companies.",
        "Regulators imposed fines totalling €1.4 billion under the GDPR, a survey says. The Irish DPC was first.",
        "The clinic paid 450,000 euros to hackers, says the Finnish data protection ombudsman about the leak.",
        "The group noyb filed a complaint with the Austrian data protection authority against Skyfly under the GDPR.",
        "The Belgian DPA rejected the complaint. There was no violation of the GDPR.",
        "A guide to the GDPR. Is your shop safe from a €20 million fine? Order by Friday and save €100.",
        "The authority's year: 19 inquiries completed, fines of 1.5 billion euros, says the DPC's annual report.",
        "Regulators across Europe issued fines of €158 million for breaches of the GDPR last year, a survey says.",
        "The Belgian Competition Authority fined Sudgaz €4 million. The Data Protection Authority had no say in it.",
        "",
    ],
)
def test_what_is_no_decision_gives_none(claims_of: Claims, text: str) -> None:
    assert claims_of(text) == ()


def test_a_roundup_is_split_by_its_paragraphs(claims_of: Claims) -> None:
    text = (
        "Energy. On 3 May 2022 the CNIL fined Voltaris €60,000 for a breach of Article 13 GDPR.\n\n"
        "Shops. A week later came the lamp seller LUMINA. Fine: €25,000, for a breach of Article 32 GDPR."
    )
    found = claims_of(text)
    assert [brief(claim) for claim in found] == [(["Voltaris"], "60000 EUR"), (["LUMINA"], "25000 EUR")]
    assert [[str(p.value) for p in claim.infringed] for claim in found] == [["13"], ["32"]]


def test_a_reduced_fine_keeps_the_first_sum(claims_of: Claims) -> None:
    text = "The ICO fined Doorwell Ltd £275,000 under the UK GDPR. The tribunal reduced the fine to £92,000."
    (claim,) = claims_of(text)
    assert claim.fine is not None
    assert (str(claim.fine.value.amount), str(claim.fine.value.initial)) == ("92000 GBP", "275000 GBP")
    assert claim.status.value is Status.REDUCED


def test_a_fine_without_a_sum_is_a_fine(claims_of: Claims) -> None:
    (claim,) = claims_of("The CNIL fined Brumeline for a breach of Article 6 GDPR. The sum was not made public.")
    assert claim.fine is not None
    assert claim.fine.value.amount is None


def test_a_processors_duty_makes_a_processor(claims_of: Claims) -> None:
    (claim,) = claims_of(
        "The CNIL fined Labosoft €9,000. It found a breach of the processor's obligations (Article 28 GDPR)."
    )
    assert claim.parties[0].value.role is Role.PROCESSOR


def test_every_value_rests_on_words_of_the_text(claims_of: Claims) -> None:
    text = "On 3 May 2022 the CNIL fined Voltaris €60,000 under the GDPR. Names of 500 customers had leaked."
    (claim,) = claims_of(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in claim.mentions())
    assert {text[m.start : m.end] for m in claim.mentions()} >= {"3 May 2022", "CNIL", "Voltaris", "€60,000"}


def test_what_a_text_tells_once_of_a_matter_is_told_of_each_of_its_cases(claims_of: Claims) -> None:
    found = claims_of(
        "The Garante fined the insurer Norte €70,000 and the broker Sudbroker €5,000 for the same leak.\n\n"
        "The files of the insurer held the email addresses of 12,000 policyholders affected by the leak."
    )
    assert [claim.affected.value.count if claim.affected else None for claim in found] == [12_000, 12_000]
    assert [[stated.value for stated in claim.data_categories] for claim in found] == [["email"], ["email"]]
