"""The unit of an evaluation: one thing found, or not found, held against the gold."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""A stretch `[start, end)` of an article's text."""


class Field(StrEnum):
    """What is scored. From `provision_recall` to `no_fine` they belong to case records only; those after are the
    circumstances of a case, scored where the gold has them.

    `article` is a provision by its number alone; `provision-recall` is the finding of what a text cites, whatever it
    says of it; `no-fine` is right where none was imposed and none is reported.
    """

    DECISION = "decision"
    FINE = "fine"
    AUTHORITY = "authority"
    CONTROLLER = "controller"
    ARTICLE = "article"
    PROVISION = "provision"
    DATA_TYPE = "data_type"
    DATA_SUBJECTS = "data_subjects"
    DECISION_DATE = "decision_date"
    MEASURE = "measure"
    STATUS = "status"
    PROVISION_RECALL = "provision_recall"
    CASE_NUMBER = "case_number"
    NO_FINE = "no_fine"
    SECTOR = "sector"
    CONTEXT = "context"
    SUBJECT_GROUP = "subject_group"
    TRIGGER = "trigger"
    BREACH_KIND = "breach_kind"
    BREACH_CAUSE = "breach_cause"
    NOTIFICATION_DELAY = "notification_delay"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Answer:
    """A value that was found: as printed by its type, its probability (None where it has none), what it rests on."""

    value: str
    confidence: float | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing of one article: what was found (None: nothing) and what the gold says (None: no such thing).

    `right` says that the two agree by the rule of the field, which may be wider than equality.
    """

    article: str
    field: Field
    found: Answer | None
    expected: str | None
    right: bool

    def __post_init__(self) -> None:
        if self.found is None and self.expected is None:
            raise ValueError(f"nothing to judge: {self.article} {self.field}")
        if self.right and (self.found is None or self.expected is None):
            raise ValueError(f"right without both sides: {self.article} {self.field}")
