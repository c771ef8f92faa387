"""What moves through the pipeline: articles, mentions, claims, decisions, rejects. Frozen and built once."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from kg.values import Factor, Headcount, Money, PartialDate, Provision, Role, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it was read, normalised once (NFC) by `kg.sources`; all offsets count its code points.

    `text` starts with the title, where the record has one, followed by a blank line and the body. `key` is the
    record's own id, or a name made from its place in the input.
    """

    key: str
    text: str
    title: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that could not be used: the file, the line where that is known, and the reason."""

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}" if self.line is not None else f"{self.file}: {self.reason}"


class Label(StrEnum):
    """What kind of thing a mention names."""

    MONEY = "money"
    PROVISION = "provision"
    DATE = "date"
    HEADCOUNT = "headcount"
    AUTHORITY = "authority"
    PARTY = "party"
    DATA_CATEGORY = "data-category"
    MEASURE = "measure"
    STATUS = "status"
    CASE_NUMBER = "case-number"
    SECTOR = "sector"
    CONTEXT = "processing-context"
    SUBJECT_GROUP = "data-subject-category"
    TRIGGER = "case-trigger"
    BREACH_KIND = "breach-kind"
    BREACH_CAUSE = "breach-cause"
    NOTIFICATION_DELAY = "notification-delay"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Party:
    """Who a decision addresses: by name, or where the text gives none, by description ("a hospital in the north")."""

    name: str | None
    role: Role = Role.CONTROLLER
    description: str | None = None

    def __post_init__(self) -> None:
        if not self.name and not self.description:
            raise ValueError("a party has a name or a description")


Value: TypeAlias = Money | Provision | PartialDate | Headcount | Party | Factor | str
"""A string is an id of the ontology (authority, data category, sector…), a status, a number as printed, or hours."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch `[start, end)` of an article's text and what it means. The words stay in the article."""

    start: int
    end: int
    label: Label
    value: Value

    def quote(self, article: Article) -> str:
        """The words of the mention."""
        return article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value that an article states: what it rests on (at least one mention), and the probability that it is right."""

    value: T
    mentions: tuple[Mention, ...]
    confidence: float

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"a value without a mention: {self.value}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"no probability: {self.confidence}")


@dataclass(frozen=True, slots=True)
class Fine:
    """A fine as an article reports it. No amount means that the text names none.

    `initial` is the sum before a reduction, `alternatives` the same sum in other currencies as printed, `parts` the
    items that the amount is the total of.
    """

    amount: Money | None
    initial: Money | None = None
    alternatives: tuple[Money, ...] = ()
    parts: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of one decision. Absent means: the article does not say.

    `sector` is that of its parties. `breach_kinds` and `breach_causes` are of the incident behind the decision,
    `notification_delay` the hours from its discovery to its notification.
    """

    status: Stated[Status]
    authority: Stated[str] | None = None
    parties: tuple[Stated[Party], ...] = ()
    fine: Stated[Fine] | None = None
    infringed: tuple[Stated[Provision], ...] = ()
    not_infringed: tuple[Stated[Provision], ...] = ()
    cited: tuple[Stated[Provision], ...] = ()
    data_categories: tuple[Stated[str], ...] = ()
    affected: Stated[Headcount] | None = None
    decided: Stated[PartialDate] | None = None
    measures: tuple[Stated[str], ...] = ()
    case_number: Stated[str] | None = None
    sector: Stated[str] | None = None
    contexts: tuple[Stated[str], ...] = ()
    subject_groups: tuple[Stated[str], ...] = ()
    trigger: Stated[str] | None = None
    breach_kinds: tuple[Stated[str], ...] = ()
    breach_causes: tuple[Stated[str], ...] = ()
    notification_delay: Stated[int] | None = None
    factors: tuple[Stated[Factor], ...] = ()

    def mentions(self) -> Iterator[Mention]:
        """Every mention that the claim rests on, once, in the order of the text."""
        found: set[Mention] = set()
        for field in fields(self):
            value = getattr(self, field.name)
            for stated in value if isinstance(value, tuple) else (value,):
                if stated is not None:
                    found.update(stated.mentions)
        return iter(sorted(found, key=lambda mention: (mention.start, mention.end, mention.label, str(mention.value))))


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one article: its claims, and all mentions, used by a claim or not."""

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A known addressee: the last part of its IRI, its best name, its other names, its branch of activity."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """A party of a decision, resolved: an organisation, or a description where no source names it."""

    role: Role
    organisation: Organisation | None
    description: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class EuroAmount:
    """An amount in euro: the ECB reference rate (units of the currency for one euro) and its day.

    Both are None for EUR. A rate without a day is the one that an article implies, which prints both sums.
    """

    amount: Money
    rate: float | None = None
    rate_date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One article's claim about a decision: `article_id` as in `kg.ids`, `number` counts its claims from 1."""

    article_id: str
    number: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of an authority, with what is held true of it. Made only by `kg.resolve`.

    `id` is the last part of its IRI. Values are consolidated over `reports`; what the reports say differently stays
    visible in them.
    """

    id: str
    reports: tuple[Report, ...]
    status: Status
    authority: str | None = None
    addressees: tuple[Addressee, ...] = ()
    fine: Fine | None = None
    euro: EuroAmount | None = None
    infringed: tuple[Provision, ...] = ()
    not_infringed: tuple[Provision, ...] = ()
    data_categories: tuple[str, ...] = ()
    affected: Headcount | None = None
    decided: PartialDate | None = None
    measures: tuple[str, ...] = ()
    case_number: str | None = None
    contexts: tuple[str, ...] = ()
    subject_groups: tuple[str, ...] = ()
    trigger: str | None = None
    breach_kinds: tuple[str, ...] = ()
    breach_causes: tuple[str, ...] = ()
    notification_delay: int | None = None
    factors: tuple[Factor, ...] = ()
