"""Which date is the decision's."""

import pytest

from kg.extract.decided import decided
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "In a decision of 12 March 2021 the CNIL fined the shop. The leak was discovered on 3 May 2020.",
            "2021-03-12",
        ),
        ("Date of decision: 4 June 2022", "2022-06-04"),
        ("On 9 July 2020 the authority imposed a fine on the bank.", "2020-07-09"),
        ("The penalty notice, dated 1 August 2021, was published later.", "2021-08-01"),
        ("The complaint was filed in May 2019.", None),
        ("The breach lasted from 1 June 2019 until 2 July 2019.", None),
        ("No date here.", None),
        ("Both decisions were taken on 4 March 2021.", "2021-03-04"),
        ("The decision bears the number 17 and the date of 9 May 2022.", "2022-05-09"),
        ("By decision AB-12/2020 of 7 July 2020 the office imposed a sum on a grocer.", "2020-07-07"),
        ("The decision was notified to the grocer on 2 June 2021.", "2021-06-02"),
        ("The authority has completed an inquiry at Acme S.A. on 03.04.2020 and found a breach.", "2020-04-03"),
        ("On 11.03.2020, the supervisory authority finalised an investigation.", "2020-03-11"),
        ("Der Bescheid vom 12. September 2022 ist rechtskr\u00e4ftig.", "2022-09-12"),
        ("On 8 May 2021 the regional court lowered the fine.", None),
        ("On 8 May 2021 the court lowered the fine, which had been imposed in March 2020.", "2020-03"),
        ("OSLO, 9 May 2022 - A baker has to pay a fine.", None),
        ("In 2015 the authority had ordered the search engine to act; now a fine follows.", None),
        ("The act of 5 May 2015 is the basis of the fine.", None),
        ("The board has upheld the sum that the agency imposed in December 2021.", "2021-12"),
        ("Cameras came, and in November 2020 the commissioner prohibited their use.", "2020-11"),
        ("The agency ordered (precept of 15 April 2021) the chain to stop.", "2021-04-15"),
        ("The servers went dark in August 2022 and took the clinics with them.", None),
        ("On 21 October 2022 the baker proceeded to pay the fine in full.", None),
        ("The baker paid the fine of 900 euros on 30 January 2023.", None),
        ("The bank was already the addressee of two measures, in 2012 and in 2019.", None),
        ("The penalty dates from 7 May 2021.", "2021-05-07"),
        ("The district court convicted the grocer on 12 February 2021.", "2021-02-12"),
        ("Case: AB-9/2031, 17 March 2023", "2023-03-17"),
        ("(Case 2031092288 \u2013 3 May 2022)", "2022-05-03"),
        ("Final decision no. 99FR/2023 of 30 June 2023", "2023-06-30"),
        ("Newsletter no. 489 of 28 April 2022", None),
        ("Privacy round-up: April 2023\nA baker paid a fine.", "2023-04"),
        ("Initially the office issued a warning in March 2021.", None),
    ],
)
def test_the_date_beside_the_decision_counts(read: Read, text: str, date: str | None) -> None:
    found = decided(read(text), (Span(0, len(text)),), [text.find("fine")] if "fine" in text else [])
    assert (str(found[0].value) if found else None) == date


def test_the_date_of_a_signature_counts(read: Read) -> None:
    text = "The grocer is reprimanded for having sent leaflets to strangers.\nLisbon, the 3 March 2022"
    found = decided(read(text), (Span(0, len(text)),), [])
    assert found is not None
    assert str(found[0].value) == "2022-03-03"


def test_a_date_that_all_cases_share_counts_for_each(read: Read) -> None:
    text = "The decisions of 3 March 2022 are on two shops.\nThe second shop must pay."
    found = decided(read(text), (Span(text.find("\n") + 1, len(text)),), [])
    assert found is not None
    assert str(found[0].value) == "2022-03-03"


def test_no_decision_is_younger_than_the_article(read: Read) -> None:
    text = "In its decision of 1 May 2024 the authority set a deadline."
    assert decided(read(text, published="2023-04-01"), (Span(0, len(text)),), []) is None
