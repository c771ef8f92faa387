"""What a whole text finds of provisions: infringed, not infringed, only cited. The texts are in `findings.tsv`."""

import pytest

from kg.extract.findings import findings, shared_out
from kg.extract.provision_place import Outcome
from kg.extract.reading import Span

from .conftest import Read, rows


@pytest.mark.parametrize("row", rows("findings.tsv"), ids=lambda row: row["text"][:60])
def test_a_text_tells_what_was_found(read: Read, row: dict[str, str]) -> None:
    text = row["text"]
    found = findings(read(text), (Span(0, len(text)),))
    told = {
        str(outcome): " ".join(str(stated.value) for stated in stated_rows) for outcome, stated_rows in found.items()
    }
    assert told == {str(outcome): row[outcome] for outcome in Outcome}


@pytest.mark.parametrize(
    ("both", "expected"),
    [("Articles 13 and 28", [["13"], ["28"]]), ("Articles 13, 28 and 32", [["13", "28", "32"], ["13", "28", "32"]])],
)
def test_what_one_case_of_two_infringed_alone_is_not_the_others(
    read: Read, both: str, expected: list[list[str]]
) -> None:
    text = f"Both infringed {both} GDPR. The bank breached Article 13 GDPR. The lab breached Article 28 GDPR."
    first, second = text.index("The bank"), text.index("The lab")
    spans = ((Span(0, second),), (Span(0, first), Span(second, len(text))))
    found = shared_out([findings(read(text), each) for each in spans], spans)
    told = [[str(stated.value) for stated in case[Outcome.INFRINGED]] for case in found]
    assert told == expected
