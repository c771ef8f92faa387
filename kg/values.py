"""The values that facts are made of. Each has one way in, and cannot be invalid.

`parse` reads the printed form and gives None for "not one of these"; a constructor raises ValueError for the
impossible, which is a fault of ours. `str` writes the form that `parse` reads.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Self

LAST_ARTICLE = 99
"""The GDPR (Regulation (EU) 2016/679) has 99 articles."""

_PROVISION = re.compile(r"(\d{1,2})(?:\((\d{1,2})\))?(?:\(([a-z])\))?")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONEY = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Provision:
    """A place in the GDPR, as deep as a text names it: `83(5)(a)`.

    A definition of Article 4 counts as a paragraph. Whether the regulation has such a place is for
    `ontology.regulation` to say: this type holds only the form.
    """

    article: int
    paragraph: int | None = None
    point: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.article <= LAST_ARTICLE:
            raise ValueError(f"the GDPR has {LAST_ARTICLE} articles, not {self.article}")
        if self.paragraph is not None and self.paragraph < 1:
            raise ValueError(f"no paragraph {self.paragraph}")
        if self.point is not None and re.fullmatch("[a-z]", self.point) is None:
            raise ValueError(f"no point {self.point!r}")

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `5(1)(f)`; None where the text is not of that form."""
        if (found := _PROVISION.fullmatch(text)) is None or not 1 <= int(found[1]) <= LAST_ARTICLE:
            return None
        paragraph = int(found[2]) if found[2] else None
        return None if paragraph == 0 else cls(int(found[1]), paragraph, found[3])

    @property
    def parent(self) -> "Provision | None":
        """The next wider place; None for a whole article."""
        if self.point is not None:
            return Provision(self.article, self.paragraph)
        return Provision(self.article) if self.paragraph is not None else None

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """The order of the regulation; a whole before its parts."""
        return (self.article, self.paragraph or 0, self.point or "")

    def __str__(self) -> str:
        paragraph = f"({self.paragraph})" if self.paragraph is not None else ""
        return f"{self.article}{paragraph}" + (f"({self.point})" if self.point else "")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in the currency (ISO 4217) in which a text prints it."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount < 0:
            raise ValueError(f"no sum: {self.amount}")
        if re.fullmatch("[A-Z]{3}", self.currency) is None:
            raise ValueError(f"no ISO 4217 currency: {self.currency!r}")

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `1500000 EUR`; None where the text is not of that form."""
        if (found := _MONEY.fullmatch(text)) is None or found[1].startswith("-"):
            return None
        return cls(Decimal(found[1]), found[2])

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.currency}"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as precise as the text: `2022-04-15`, `2022-04`, `2022`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not datetime.MINYEAR <= self.year <= datetime.MAXYEAR:
            raise ValueError(f"no year {self.year}")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"no month {self.month}")
        if self.day is not None:
            if self.month is None:
                raise ValueError("a day without a month")
            if not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
                raise ValueError(f"no day {self.day} in {self.year}-{self.month:02}")

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `2022-04-15`, `2022-04` or `2022`; None where the text is no such date."""
        if (found := _DATE.fullmatch(text)) is None:
            return None
        try:
            return cls(int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None)
        except ValueError:
            return None

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """The whole date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def as_day(self) -> datetime.date | None:
        """The calendar day, where the date is that precise."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    def covers(self, other: "PartialDate") -> bool:
        """Whether `other` lies within this date: 2022-04 covers 2022-04-15, and every date covers itself."""
        return str(other).startswith(str(self))

    def __str__(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}" + (f"-{self.day:02}" if self.day else "")


class Bound(StrEnum):
    """How a printed number bounds the real one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class Headcount:
    """A number of people: the printed number, and what the words around it say of the real one."""

    count: int
    bound: Bound = Bound.EXACT

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"no number of people: {self.count}")

    def __str__(self) -> str:
        return f"{self.bound} {self.count}"


class Role(StrEnum):
    """In what capacity a party is addressed; a role belongs to a finding, not to an organisation."""

    CONTROLLER = "controller"
    PROCESSOR = "processor"
    NATURAL_PERSON = "natural person"


class Status(StrEnum):
    """Where a decision stands in its procedure."""

    FINAL = "final"
    PROPOSED = "proposed"
    APPEALED = "appealed"
    REDUCED = "reduced"
    OVERTURNED = "overturned"


class Effect(StrEnum):
    """Which way a factor of Article 83(2) weighed."""

    AGGRAVATING = "aggravating"
    MITIGATING = "mitigating"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Factor:
    """A point of Article 83(2), a to k, and which way an authority weighed it."""

    point: str
    effect: Effect

    def __post_init__(self) -> None:
        if re.fullmatch("[a-k]", self.point) is None:
            raise ValueError(f"Article 83(2) has no point {self.point!r}")

    def __str__(self) -> str:
        return f"{self.point} {self.effect}"


def plain(number: Decimal) -> str:
    """The canonical XSD decimal of a number: no exponent, no trailing zeros, `50000` and `0.5`."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
