"""What a whole text finds of provisions: infringed, not infringed, only cited. The texts are in `findings.tsv`."""

import pytest

from kg.extract.findings import findings
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
