"""What an ingestion says at its end."""

import pytest

from kg.ingest.report import IngestReport


@pytest.mark.parametrize(
    ("new", "duplicates", "decisions", "words"),
    [
        (1, 0, 1, ("1 record in", "0 duplicates", "holds 1 decision")),
        (1_200, 1, 1_000, ("1,201 records in", "1 duplicate,", "holds 1,000 decisions")),
    ],
)
def test_numbers_and_nouns_agree(new: int, duplicates: int, decisions: int, words: tuple[str, ...]) -> None:
    report = IngestReport(new, 0, 0, duplicates, 0, (), decisions, 1.0)
    assert [part for part in words if part not in str(report)] == []
