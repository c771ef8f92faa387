"""Categories that a case is about."""

import pytest

from kg.extract.categories import involved
from kg.extract.reading import Span

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("Names, home addresses and medical records were leaked.", {"name", "address", "health"}),
        ("The file held phone numbers, but no bank details.", {"phone"}),
        ("The firm must pay the sum by May.", set()),
        ("The CNIL orders a penalty.", set()),
        ("The school informed the parents by e-mail.", set()),
        ("Fingerprints of the staff, that is sensitive data, were stored.", {"biometric"}),
    ],
)
def test_only_data_that_were_processed_count(read: Read, text: str, categories: set[str]) -> None:
    assert {name for _, name in involved(read(text), (Span(0, len(text)),))} == categories


def test_other_stretches_do_not_count(read: Read) -> None:
    text = "Medical records were leaked. Phone numbers were not in the file."
    assert {name for _, name in involved(read(text), (Span(0, 28),))} == {"health"}
