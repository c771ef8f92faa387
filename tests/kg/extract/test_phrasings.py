"""Many ways of saying who was fined, how much and by whom: short texts about invented organisations."""

import pytest

from kg.extract.lexicon import words
from kg.extract.pipeline import extract
from kg.extract.record import to_record

from .phrasings import Phrasing, misses, phrasings

NOT_YET = words(
    """
    none-24 pages-3 pages-5 pages-9 pages-10 several-5 several-7 several-8 several-9 several-10 several-11
    several-16 sums-3 sums-32 sums-35 verbs-34 verbs-43
    wiki-5 wiki-7 wiki-14 wiki-16 wiki-19 wiki-33 wiki-38
    """
)
"""Texts that are still misread in something. One that is read rightly must leave this list."""


@pytest.mark.parametrize(
    "phrasing",
    [
        pytest.param(
            phrasing,
            id=phrasing.key,
            marks=pytest.mark.xfail(strict=True, raises=AssertionError) if phrasing.key in NOT_YET else (),
        )
        for phrasing in phrasings()
    ],
)
def test_a_text_is_read_as_it_is_meant(phrasing: Phrasing) -> None:
    record = to_record(phrasing.article, extract(phrasing.article))
    assert misses(phrasing, record) == []
