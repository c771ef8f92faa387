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
    ],
)
def test_people_whose_data_were_concerned_count(read: Read, text: str, count: int | None) -> None:
    found = affected(read(text), (Span(0, len(text)),))
    assert (found[1].count if found else None) == count
