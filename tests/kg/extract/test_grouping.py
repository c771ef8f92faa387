"""How many decisions a text tells of."""

import pytest

from kg.extract.grouping import find_cases

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The CNIL fined Brumeline €900. The fine of €900 is final.", [["Brumeline"]]),
        ("The CNIL fined Brumeline €900 and Voltaris €900.", [["Brumeline"], ["Voltaris"]]),
        (
            "Two firms must pay €1,200 in all. The CNIL fined Brumeline €900 and Voltaris €300.",
            [["Brumeline"], ["Voltaris"]],
        ),
        ("A bank was fined €900 by the CNIL. A school was fined €300.", [["bank"], ["school"]]),
        (
            "The CNIL fined Brumeline €900. That week Voltaris, Sudgaz and Nordgaz were ordered to delete files.",
            [["Brumeline"], ["Nordgaz"], ["Sudgaz"], ["Voltaris"]],
        ),
        ("The ICO reprimanded Brindle Council.", [["Brindle Council"]]),
        ("The CNIL fines two shops €900 and €300 over cookies.", [[], []]),
        (
            "The CNIL fined Brumeline €900. Voltaris must pay €500 and Nordgaz €400.",
            [["Brumeline"], ["Nordgaz"], ["Voltaris"]],
        ),
        (
            "Lyon. The CNIL fined Brumeline €900.\n\nRome. The Garante fined Voltaris €300.\n\n"
            "Bonn. The BfDI reprimanded Nordgaz.",
            [["Brumeline"], ["Nordgaz"], ["Voltaris"]],
        ),
        ("The CNIL fined Brumeline €900. On appeal the judges of Nantes brought it down to €300.", [["Brumeline"]]),
    ],
)
def test_sums_and_parties_make_cases(read: Read, text: str, parties: list[list[str]]) -> None:
    cases, _ = find_cases(read(text))
    assert sorted([phrase.text for phrase in case.parties] for case in cases) == sorted(parties)
