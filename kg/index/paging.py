"""The orders of a list, and cursors: a cursor names the last decision seen, so a list may grow while it is read."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Order:
    """An order of decisions: an SQL expression that is never null, and the direction. Ties go by id."""

    key: str
    descending: bool

    @property
    def direction(self) -> str:
        """The SQL word."""
        return "DESC" if self.descending else "ASC"

    @property
    def after(self) -> str:
        """The SQL operator for what comes later."""
        return "<" if self.descending else ">"


ORDERS: Mapping[str, Order] = MappingProxyType(
    {
        "-date": Order("coalesce(first_day, '')", True),
        "date": Order("coalesce(first_day, '~')", False),
        "-fine": Order("coalesce(CAST(fine_eur AS REAL), -1)", True),
        "fine": Order("coalesce(CAST(fine_eur AS REAL), 1e300)", False),
    }
)
"""By name; a minus is descending. What has no date or no sum in euro comes last."""


def write_cursor(order: str, key: str | float, decision: str) -> str:
    """The cursor of the decision with a key in an order."""
    return base64.urlsafe_b64encode(json.dumps([order, key, decision]).encode()).decode().rstrip("=")


def read_cursor(cursor: str, order: str) -> tuple[str | float, str]:
    """Key and decision of a cursor; InputError where it is none, or one of another order."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found = json.loads(base64.b64decode(padded.encode(), altchars=b"-_", validate=True))
    except (ValueError, RecursionError) as error:
        raise InputError("not a cursor: take it from `next` of the list before") from error
    match found:
        case [str(name), str() as key, str(decision)] if name == order:
            return key, decision
        case [str(name), float() | int() as key, str(decision)] if name == order:
            return _finite(key), decision
    raise InputError("the cursor belongs to another list: start without one")


def _finite(number: float) -> float:
    """A number that SQLite can take; one that is too large for it comes after all others just as well."""
    try:
        return float(number)
    except OverflowError:
        return 1e300 if number > 0 else -1e300
