"""Where in a text an expected value stands, as far as its words can be recognised."""

import re
from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType

from kg.evaluation.align import article_number, same_sum
from kg.evaluation.verdict import Field, Span
from kg.extract.components import FINDERS
from kg.model import Article, Label, Value
from kg.values import Headcount, Money, PartialDate, Provision


def places(article: Article, field: Field, expected: str) -> tuple[Span, ...]:
    """The stretches that print an expected value, in order; none where nothing in the text reads as that value.

    A decision as a whole stands nowhere: its parts do.
    """
    if field is Field.CONTROLLER:
        return _words(article.text, expected)
    if field not in _LABELS:
        return ()
    label, means = _LABELS[field]
    return tuple(sorted((start, end) for start, end, value in _found(article, label) if means(value, expected)))


def _is_sum(value: Value, expected: str) -> bool:
    wanted = Money.parse(expected)
    return isinstance(value, Money) and wanted is not None and same_sum(value, wanted)


def _is_article(value: Value, expected: str) -> bool:
    return isinstance(value, Provision) and str(value.article) == article_number(expected)


def _is_count(value: Value, expected: str) -> bool:
    return isinstance(value, Headcount) and str(value.count) == expected


def _is_date(value: Value, expected: str) -> bool:
    wanted = PartialDate.parse(expected)
    return isinstance(value, PartialDate) and wanted is not None and wanted.covers(value)


def _is_equal(value: Value, expected: str) -> bool:
    return str(value) == expected


_LABELS: MappingProxyType[Field, tuple[Label, Callable[[Value, str], bool]]] = MappingProxyType(
    {
        Field.FINE: (Label.MONEY, _is_sum),
        Field.AUTHORITY: (Label.AUTHORITY, _is_equal),
        Field.ARTICLE: (Label.PROVISION, _is_article),
        Field.PROVISION: (Label.PROVISION, _is_equal),
        Field.PROVISION_RECALL: (Label.PROVISION, _is_article),
        Field.DATA_TYPE: (Label.DATA_CATEGORY, _is_equal),
        Field.DATA_SUBJECTS: (Label.HEADCOUNT, _is_count),
        Field.DECISION_DATE: (Label.DATE, _is_date),
        Field.MEASURE: (Label.MEASURE, _is_equal),
        Field.STATUS: (Label.STATUS, _is_equal),
        Field.CASE_NUMBER: (Label.CASE_NUMBER, _is_equal),
        Field.SECTOR: (Label.SECTOR, _is_equal),
        Field.CONTEXT: (Label.CONTEXT, _is_equal),
        Field.SUBJECT_GROUP: (Label.SUBJECT_GROUP, _is_equal),
        Field.TRIGGER: (Label.TRIGGER, _is_equal),
        Field.BREACH_KIND: (Label.BREACH_KIND, _is_equal),
        Field.BREACH_CAUSE: (Label.BREACH_CAUSE, _is_equal),
        Field.NOTIFICATION_DELAY: (Label.NOTIFICATION_DELAY, _is_equal),
        Field.FACTOR: (Label.FACTOR, _is_equal),
    }
)
"""What finds the values of a field, and when one of them is the expected one."""


def _words(text: str, name: str) -> tuple[Span, ...]:
    """Every place of a name, whatever its case and the blanks in it."""
    pattern = r"\s+".join(map(re.escape, name.split()))
    return tuple(found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE))


@lru_cache(maxsize=64)
def _found(article: Article, label: Label) -> tuple[tuple[int, int, Value], ...]:
    """All mentions of a label, also in a text that the extraction passes over as irrelevant."""
    return tuple((hit.start, hit.end, hit.value) for hit in FINDERS[label](article))
