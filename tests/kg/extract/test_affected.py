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
    ],
)
def test_people_whose_data_were_concerned_count(read: Read, text: str, count: int | None) -> None:
    found = affected(read(text), (Span(0, len(text)),))
    assert (found[1].count if found else None) == count
