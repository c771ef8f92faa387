"""Which decisions are wanted, and the SQL that selects them. Values only ever become parameters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kg.index.words import match_expression
from kg.values import PartialDate

TAGS = (
    "authority",
    "country",
    "year",
    "status",
    "provision",
    "not_infringed",
    "data_category",
    "measure",
    "sector",
    "context",
    "trigger",
    "organisation",
    "role",
)
"""The kinds of values that decisions are tagged with."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What all wanted decisions have. `tags` gives for a kind of `TAGS` the values of which one must be there.

    `words` are searched in names, facts and articles; `party` in names only, by the start of each word. A date counts
    where some day that it may mean lies in the range; a decision without a date or a sum in euro is in no range.
    """

    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: str | None = None
    party: str | None = None
    date_from: PartialDate | None = None
    date_to: PartialDate | None = None
    fine_min: Decimal | None = None
    fine_max: Decimal | None = None
    has_fine: bool | None = None

    def without(self, kind: str) -> "Filters":
        """These filters but that on one kind of tag."""
        return replace(self, tags={name: values for name, values in self.tags.items() if name != kind})


def where(filters: Filters) -> tuple[str, list[object]]:
    """A condition on the table `decision`, and its parameters."""
    conditions, parameters = ["1"], list[object]()

    def add(condition: str, *values: object) -> None:
        conditions.append(condition)
        parameters.extend(values)

    for kind, values in sorted(filters.tags.items()):
        add(f"number IN (SELECT decision FROM tag WHERE kind = ? AND value IN ({_marks(values)}))", kind, *values)  # noqa: S608
    for expression in _expressions(filters):
        if expression is None:
            add("0")
        else:
            add("number IN (SELECT rowid FROM words WHERE words MATCH ?)", expression)
    if filters.date_from:
        add("last_day >= ?", str(filters.date_from))
    if filters.date_to:
        add("first_day <= ?", _last_day(filters.date_to))
    if filters.fine_min is not None:
        add("CAST(fine_eur AS REAL) >= ?", float(filters.fine_min))
    if filters.fine_max is not None:
        add("CAST(fine_eur AS REAL) <= ?", float(filters.fine_max))
    if filters.has_fine is not None:
        add("has_fine = ?", int(filters.has_fine))
    return " AND ".join(conditions), parameters


def _expressions(filters: Filters) -> list[str | None]:
    found = []
    if filters.words is not None:
        found.append(match_expression(filters.words))
    if filters.party is not None:
        found.append(match_expression(filters.party, "parties", prefixes=True))
    return found


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _last_day(date: PartialDate) -> str:
    """A string that no day within the date comes after."""
    return str(date) + "-12-31"[len(str(date)) - 4 :]
