"""What each sum is."""

import pytest

from kg.extract.fines import Use, sums

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("The CNIL imposed a fine of €40,000 on a shop.", [Use.FINE]),
        ("The bank must pay 40,000 euros.", [Use.FINE]),
        ("The law allows fines of up to 20 million euros or 4% of turnover.", [Use.MAXIMUM]),
        ("Penalties can reach €10 million.", [Use.MAXIMUM]),
        ("The group, which had a turnover of €3 billion, was fined €50,000.", [Use.OTHER, Use.FINE]),
        ("It was fined €50,000, although revenue was €3 billion.", [Use.FINE, Use.OTHER]),
        ("The court awarded damages of €5,000 to the customer.", [Use.DAMAGES]),
        ("If it does not comply, a penalty of €500 per day falls due.", [Use.PERIODIC]),
        ("The competition authority fined the shop €900,000.", [Use.OTHER]),
        ("Last year the agency imposed fines totalling €2 million on 30 companies.", [Use.TOTAL]),
        ("The regulator had proposed a fine of between €1 million and €2 million.", [Use.DRAFT, Use.DRAFT]),
        ("Without the discount the penalty would have been €80,000.", [Use.MAXIMUM]),
        ("The founder sold his shares for $90 million.", [Use.OTHER]),
        ("It earned a net profit of €3 billion; the sum will not hurt.", [Use.OTHER]),
        ("The agency fines the Revenue Office €90,000.", [Use.FINE]),
        ("The agency fined a debt collector €9,000, since it called the neighbours.", [Use.FINE]),
        ("The bill comes to 500,000 euros, or 2.5 per cent of the turnover.", [Use.FINE]),
        ("Is your shop ready for a fine of €20 million?", [Use.UNREAL]),
        ("Why was a fortune teller fined €20,000?", [Use.FINE]),
        ("We considered a fine of £85,000.", [Use.UNREAL]),
        ("A company would have had to pay £10 million.", [Use.MAXIMUM]),
        ("What it first had in mind was a penalty of €100,000.", [Use.UNREAL]),
        ("The airline received an advance notification of a fine of €9 million.", [Use.DRAFT]),
        ("The airline was fined €9 million, a filing with the Securities and Exchange Commission says.", [Use.FINE]),
        ("If the firm pays by May, the amount is reduced by a fifth to £80,000.", [Use.UNREAL]),
        ("She asked that the controller be fined €20,000.", [Use.UNREAL]),
        ("In the example on page 3, a fine of €2 million is the result.", [Use.UNREAL]),
        ("The bill would let the agency impose fines of €2 million on schools.", [Use.UNREAL]),
        ("He may appeal to the tribunal against a fee of €23.", [Use.OTHER]),
        ("The Minister was fined 100,000 zlotys, the maximum for a public body.", [Use.FINE]),
        ("Like the fine, it is public; the bureau sells its certificate at 29 euros.", [Use.OTHER]),
        ("The whole affair: 400,000 euros.", [Use.BARE]),
        ("The first amount of €12,000 was reduced to €9,700.", [Use.FINE, Use.FINE]),
    ],
)
def test_the_words_around_a_sum_tell_what_it_is(read: Read, text: str, uses: list[Use]) -> None:
    assert [item.use for item in sums(read(text))] == uses


def test_a_conversion_belongs_to_its_sum(read: Read) -> None:
    found = sums(read("The clinic was fined PLN 30,000 (about €7,000)."))
    assert [(str(s.money), [str(money) for _, money in s.alternatives]) for s in found] == [("30000 PLN", ["7000 EUR"])]


def test_two_fines_are_no_conversion(read: Read) -> None:
    assert len(sums(read("The shop was fined €7,000 and the bank PLN 30,000."))) == 2
