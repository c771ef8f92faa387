"""Which of several sums is the fine."""

import pytest

from kg.extract.grouping import find_cases

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "fine", "parts", "initial"),
    [
        ("The CNIL fined Brumeline €900.", "900", [], None),
        ("The CNIL fined Brumeline €900: €600 for cookies and €300 for spam.", "900", ["600", "300"], None),
        ("The CNIL fined Brumeline €900 for cookies and €300 for spam.", "900", ["900", "300"], None),
        ("The CNIL fined Brumeline €900. The court reduced the fine to €300.", "300", [], "900"),
        ("The CNIL fined Brumeline €900. The board lowered it from €900 to €300.", "300", [], "900"),
        ("The CNIL fined Brumeline €900. Twice before it was fined, €600 in May and €300 in June.", "900", [], None),
        ("The CNIL fined Brumeline €3 million. It has to pay €3.07 million.", "3070000", [], None),
        ("The CNIL fined Brumeline €1.2 million. The exact fine is €1,204,500.", "1204500", [], None),
    ],
)
def test_sums_of_one_party_fall_into_place(
    read: Read, text: str, fine: str, parts: list[str], initial: str | None
) -> None:
    (case,), _ = find_cases(read(text))
    assert case.fine is not None
    assert str(case.fine.money.amount) == fine
    assert [str(part.money.amount) for part in case.parts] == parts
    assert (str(case.initial.money.amount) if case.initial else None) == initial
