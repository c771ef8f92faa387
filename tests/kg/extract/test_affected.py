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
        ("A stranger had access to the town of 12,000 inhabitants.", None),
    ],
)
def test_people_whose_data_were_concerned_count(read: Read, text: str, count: int | None) -> None:
    found = affected(read(text), (Span(0, len(text)),))
    assert (found[1].count if found else None) == count
