"""Which date is the decision's."""

import re

import pytest

from kg.extract.decided import decided
from kg.extract.reading import Span

from .conftest import Read

_SPOKEN = r"day\b|March|February|January|this (?:month|week|year)|last year|8 March|9 May"


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
        ("The decision, which was adopted on 28 November 2023, is on the website.", "2023-11-28"),
        ("The decision in the case was taken by Director General Ola Nordmann on 28 August 2023.", "2023-08-28"),
        ("The decisions were issued on 17 June 2022, the office said.", "2022-06-17"),
        ("Decision 18/2031\nDate: 05/07/2032", "2032-07-05"),
        ("Date 27 March 2025\nA software house must pay.", None),
        ("It closed its subsidiary in January 2020.", None),
        ("In September 2020, an employee put up notices with the names of debtors in the stairwells.", None),
        ("It notified the company of its intention to impose a fine in October 2023.", None),
        ("The district court ordered the grocer to pay a fine of 900 euros on 12 February 2021.", "2021-02-12"),
        ("In a ruling of 4 May 2023 the court agreed with the authority.", None),
        ("Back in 2019 another clinic was fined for the same blunder.", None),
        ("Privacy round-up: April 2023\nA baker paid a fine.", "2023-04"),
        ("Initially the office issued a warning in March 2021.", None),
    ],
)
def test_the_date_beside_the_decision_counts(read: Read, text: str, date: str | None) -> None:
    found = decided(read(text), (Span(0, len(text)),), [text.find("fine")] if "fine" in text else [])
    assert (str(found[0].value) if found else None) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "BRUSSELS, March 14 (Newswire) - The data protection authority fined Acmecloud 2 million euros "
            "on Thursday for breaching privacy rules.",
            "2024-03-14",
        ),
        (
            "The authority said on Thursday it had fined Acmecloud 2 million euros in a decision dated 28 February.",
            "2024-02-28",
        ),
        (
            "In a decision adopted on 3 March and published on 9 March, the authority fined Acmecloud 20,000 euros.",
            "2024-03-03",
        ),
        ("The regulator fined Acmecloud last Tuesday over a breach discovered in May 2022.", "2024-03-12"),
        ("The regulator today imposed a fine of 40,000 euros on Acmecloud.", "2024-03-14"),
        ("The regulator yesterday slapped Acmecloud with a 40,000 euro fine.", "2024-03-13"),
        ("The regulator fined Acmecloud 40,000 euros earlier this month.", "2024-03"),
        ("In a ruling handed down in late 2023, the regulator fined Acmecloud 40,000 euros.", "2023"),
        ("By decision of 12/03/2024, the AEPD imposed a fine of 40,000 euros on Acmecloud.", "2024-03-12"),
        (
            "The breach took place on 4 May 2021. The complaint was lodged on 6 June 2021. On 2 February "
            "2023 the DPA fined Acmecloud 40,000 euros.",
            "2023-02-02",
        ),
        (
            "The DPA fined Acmecloud 40,000 euros on 2 February 2023. The court dismissed the appeal on 5 June 2024.",
            "2023-02-02",
        ),
        (
            "A hearing was held on 4 October 2022. The decision was taken on 11 November 2022 and notified "
            "to the parties on 15 November 2022.",
            "2022-11-11",
        ),
        ("The decision, which is dated 14 December 2022, was made public on Thursday.", "2022-12-14"),
        ("The Commissioner issued the penalty notice on 3 October 2023.", "2023-10-03"),
        ("The notice of intent was issued on 3 October 2022; the final penalty followed on 9 May 2023.", "2023-05-09"),
        ("The inquiry, opened on 3 October 2020, ended on 9 May 2023 with a fine of 1.2 billion euros.", "2023-05-09"),
        (
            "A complaint had been filed in January 2019. The CNIL's restricted committee fined Acmecloud 50 "
            "million euros on January 21, 2019.",
            "2019-01-21",
        ),
        (
            "Deliberation SAN-2023-009 of 15 June 2023 concerning Acmecloud. The restricted committee "
            "imposes a fine of 40,000 euros.",
            "2023-06-15",
        ),
        ("On Monday this week the DPC announced a fine of 91 million euros on Acmecloud.", "2024-03-11"),
        ("The watchdog, which announced the fine this week, said Acmecloud had failed to protect data.", None),
        (
            "The agency has imposed a fine of 40,000 euros on the hotel, according to a resolution dated "
            "January 17 and made public this Wednesday.",
            "2024-01-17",
        ),
        ("In January the authority imposed a fine of 40,000 euros on the hotel.", "2024-01"),
        ("In November last year the authority imposed a fine of 40,000 euros on the hotel.", "2023-11"),
        ("The fine was imposed at the end of 2022.", "2022"),
        ("The decision was issued in the first quarter of 2023.", "2023"),
        ("The deadline for appeal expires on 3 April 2024. The decision dates from 4 March 2024.", "2024-03-04"),
        ("The company must comply by 1 June 2024. The order was issued on 3 April 2024.", "2024-04-03"),
        ("On 25 May 2018 the GDPR came into force. The authority imposed the fine on 18 March 2021.", "2021-03-18"),
        ("The 2019 fine of 50 million euros was confirmed by the Council of State on 19 June 2020.", "2019"),
        ("The controller appealed on 3 May 2023 against the fine of 2 April 2023.", "2023-04-02"),
        ("In a statement on Friday the authority said the fine had been imposed on 1 March.", "2024-03-01"),
        ("Last Friday, 8 March, the authority fined the clinic 30,000 euros.", "2024-03-08"),
        ("It was on 8 March that the authority fined the clinic 30,000 euros.", "2024-03-08"),
        ("The fine (decided on 8 March) must be paid within a month.", "2024-03-08"),
        ("The fine that was announced on Thursday is the largest in the country.", "2024-03-14"),
        (
            "Datatilsynet notified the municipality of a fine on 8 March 2022. The final decision came on "
            "12 October 2022.",
            "2022-10-12",
        ),
        (
            "The National Supervisory Authority completed on 12.10.2022 an investigation at the operator "
            "and found a breach of Article 32.",
            "2022-10-12",
        ),
        (
            "The monetary penalty of \u00a398,000 was issued to the law firm on 28 February 2022 after a "
            "ransomware attack on 24 August 2020.",
            "2022-02-28",
        ),
        ("Decision date: 14 June 2022", "2022-06-14"),
        ("Date: 14 June 2022\nJournal number: 2021-431-0145\nThe Agency reprimands the region.", "2022-06-14"),
        ("Dated the 14th day of June 2022", "2022-06-14"),
        ("Published: 14 June 2022. The Agency reprimands the region.", None),
        ("The sanction resolution PS/00120/2022, signed on 25 May 2022, imposes a fine of 20,000 euros.", "2022-05-25"),
        ("Under the resolution of May 25th, 2022, the shop pays 20,000 euros.", "2022-05-25"),
        (
            "Two years after the attack of March 2021, the authority on 9 May fined the hospital 20,000 euros.",
            "2023-05-09",
        ),
        ("The authority reprimanded the clinic in autumn 2023.", "2023"),
        ("The Berlin commissioner (decision of 2 Aug. 2023) fined the bank 300,000 euros.", "2023-08-02"),
    ],
)
def test_dates_of_reports_count_from_the_day_of_publication(read: Read, text: str, date: str | None) -> None:
    """The articles are of Thursday, 14 March 2024, where they speak of days of the week."""
    reading = read(text, published="2024-03-14" if re.search(_SPOKEN, text) else None)
    found = decided(reading, (Span(0, len(text)),), [text.find("fine")] if "fine" in text else [])
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
