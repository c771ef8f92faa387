"""Which number of people is that of those affected."""

import pytest

from kg.extract.affected import affected
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The leak affected 12,400 customers. The shop employs 300 people.", 12400),
        ("Data of 70,000 patients were exposed; in 2,500 of those cases nothing could be recovered.", 70000),
        ("The database held information about 550 people.", 550),
        ("The chain has over 700,000 members.", None),
        ("The authority received 14 complaints from 14 people who complained.", None),
        ("The shop was fined.", None),
        ("For weeks the sauna filmed 22 guests.", 22),
        ("4,100 people were on it. None of them knew.", 4100),
        ("Some 3,000 riders were rated by an algorithm.", 3000),
        ("The accountant had mailed the tax returns of 36 clients to a stranger.", 36),
        ("An error made that 143 clients received the invoice of somebody else.", 143),
        ("One mistake affected 4,000 customers; altogether there were more than 5,000.", 5000),
        ("The agency guessed the party that 2 million Austrians would vote for.", 2_000_000),
        ("The clinic serves 9,000 patients.", None),
        ("How big is it? Over 7,000 members and more than 20 clubs.", None),
        ("40 employees who had nothing to do with it looked at the file.", None),
        ("The file held details of her two children.", None),
        ("The device held policies of about 1,960 people.", 1960),
        ("Salary data of some 6,000 former employees are thought to have been accessed.", 6000),
        ("The list sent a letter to 12,000 young voters using the population register.", 12000),
        ("All 212 employees clocked in with a finger.", 212),
        ("The authority trained its staff; all 212 employees were instructed.", None),
        ("In all, 74 current and former employees were listed.", 74),
        ("The company took fingerprints from 250 workers.", 250),
        ("A spreadsheet listing 140 employees' sick days lay open.", 140),
        ("Answers of more than 6,000 residents passed through it.", 6000),
        ("Data of 2,200,000 customers had been stolen, including those of 35,000 who paid in parts.", 2_200_000),
        ("The clinic has a customer base of 9,000 patients.", None),
        ("The town of 30,000 inhabitants had no records of processing.", None),
        ("The shop, with 35 employees, leaked the files.", None),
        ("A stranger had access to the town of 12,000 inhabitants.", None),
        ("The number of customers affected has been put by the supplier at 29,450.", 29450),
        ("When they asked how many guests were on file, the answer was 11,460.", 11460),
        ("More than 2.1 million people's data appeared on a forum.", 2_100_000),
        ("The identifiers stood in the browsers of some 50 million people living in the country.", 50_000_000),
        ("Some 17,462 people chose to have their face scanned.", 17462),
        ("More than 300,000 people in the country have provided their biometric data.", 300_000),
        ("A union wrote a report on the monitoring of the about 2,150 employees of the region.", 2150),
        ("The inspectors noted that 874 pupils had been invited.", 874),
        (
            "A stick with dates of birth and identity numbers (IDN) of 181,641 individuals; 4,000 debtors complained.",
            181_641,
        ),
        ("The leak hit almost 500,000 people. The file held the diagnoses of 491,939 persons.", 491_939),
        ("The spreadsheet, with the debts of 84 tenants, was sent to all 612 households.", 84),
        ("A breach that hit more than 400,000 customers; PINs of up to 612 members may have been accessed.", 400_000),
        ("The town, home to 52,000 people, published the list of benefit recipients, 318 in all.", 318),
        ("The notification spoke of 640 persons; the investigation showed that 2,310 were affected.", 2310),
        ("The shop kept the data of inactive customers, some 1,870,000, without a time limit.", 1_870_000),
        ("The personal data of former customers (approximately 2.5 million) were not erased.", 2_500_000),
        ("Number of data subjects: approx. 10,200", 10200),
        ("Roughly 400,000 of the bank's one million clients saw the statements of others.", 400_000),
        ("A total of 26 employees were under constant video surveillance.", 26),
        ("Over 26,000 staff and former staff had their payroll details stolen.", 26000),
        ("The landlord has processed more than 9,500 pieces of data on prospective tenants.", 9500),
        ("The town set up a chat group with 98 inhabitants and showed the numbers of all.", 98),
        ("Around 12% of the 40,000 subscribers had their card details exposed.", None),
        ("Nearly two-thirds of its 1.8m subscribers were affected.", None),
        ("The system scanned the faces of 5,000 visitors per day.", None),
        ("The app, which has 3 million users in one country alone, shared their location.", None),
        ("985 people were able to access files as doctors.", None),
        ("It appeared that 1,046 former employees still had an active user account in the record.", None),
        ("53 members of staff had a little look at the record.", None),
        ("More than 25,000 patients have filed a report to the police.", None),
        ("The database contains more than 30 billion photos of people.", None),
        ("They got at personal data of 24 million contracts of subscribers.", None),
        ("Sick notes and records were e-mailed to 640 colleagues.", None),
        ("The proposal exempts firms of fewer than 750 staff from keeping records.", None),
    ],
)
def test_people_whose_data_were_concerned_count(read: Read, text: str, count: int | None) -> None:
    found = affected(read(text), (Span(0, len(text)),))
    assert (found[1].count if found else None) == count
