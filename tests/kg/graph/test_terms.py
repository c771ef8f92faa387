"""Literals are canonical from the start, so that equal facts are equal quads."""

from decimal import Decimal

import pytest

from kg.graph.terms import XSD, Literal, literal
from kg.values import PartialDate


@pytest.mark.parametrize(
    ("value", "lexical", "datatype"),
    [
        (Decimal("50000.00"), "50000", "decimal"),
        (500_000, "500000", "integer"),
        (True, "true", "boolean"),
        (PartialDate(2022, 4, 15), "2022-04-15", "date"),
        (PartialDate(2022, 4), "2022-04", "gYearMonth"),
        (PartialDate(2022), "2022", "gYear"),
        ("words", "words", "string"),
    ],
)
def test_a_value_has_one_literal(value: str | bool | int | Decimal | PartialDate, lexical: str, datatype: str) -> None:
    assert literal(value) == Literal(lexical, XSD + datatype)


def test_words_may_have_a_language() -> None:
    assert literal("amende", "fr").language == "fr"
