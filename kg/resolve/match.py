"""Do two claims report the same decision?"""

from dataclasses import dataclass

from kg.ids import slug
from kg.model import Claim, Fine
from kg.resolve.agreement import ANNOUNCED_WITHIN, dates_agree, days_between, digits, fines_agree, is_before
from kg.resolve.names import canonical, extends
from kg.values import PartialDate, Status

SPAN = 1
"""Years between two articles that may still mean one decision where neither sum nor day says so."""

UNEVEN = 3
"""Digits that count in a sum which is no round one: 345 million has three, 300,000 one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the comparison of claims looks at; many claims of one decision share one.

    `organisations` are the keys of the named parties, `case` is the key of the case number, `published` is a month.
    """

    authority: str | None
    organisations: frozenset[str]
    case: str | None
    fine: Fine | None
    decided: PartialDate | None
    published: PartialDate | None
    proposed: bool

    @property
    def sort_key(self) -> tuple[bool, bool, bool, bool, str]:
        """The most telling first, so that the vague find a decision to join; and the same order on every run."""
        told = (self.case is None, self.fine is None, self.decided is None, self.authority is None)
        sums = (
            (self.fine.amount, self.fine.initial, *self.fine.alternatives, "|", *self.fine.parts) if self.fine else ()
        )
        words = (self.authority, *sorted(self.organisations), self.case, self.decided, self.published, self.proposed)
        return (*told, " ".join(map(str, (*words, *sums))))


def profile(claim: Claim, published: PartialDate | None) -> Profile:
    """The profile of a claim in an article of that date."""
    return Profile(
        authority=claim.authority.value if claim.authority else None,
        organisations=frozenset(canonical(party.value.name) for party in claim.parties if party.value.name),
        case=slug(claim.case_number.value) if claim.case_number else None,
        fine=claim.fine.value if claim.fine else None,
        decided=claim.decided.value if claim.decided else None,
        published=PartialDate(published.year, published.month) if published else None,
        proposed=claim.status.value is Status.PROPOSED,
    )


def likeness(one: Profile, other: Profile) -> int:
    """How strongly two claims point at one decision; 0 where they do not.

    It takes the same case number, or the same party, or (where neither names a party) the same authority with the
    same sum on the same day. A shorter name is that of the same party only on the same day, or with the same sum where
    the date agrees or the sum is no round one: `Acme` and `Acme Energy` may be two companies, fined alike.
    """
    fine, date, day = _same_fine(one, other) is True, _same_date(one, other) is True, _same_day(one, other)
    authority = one.authority is not None and one.authority == other.authority
    points = 2 * fine + day + date + authority
    if one.case is not None and one.case == other.case:
        return 8 + points
    if one.organisations & other.organisations:
        return 4 + points if fine or day or (authority and _near(one, other)) else 0
    if _extended(one, other):
        return 2 + points if day or (fine and (date or (_uneven(one) and _uneven(other)))) else 0
    nameless = not one.organisations and not other.organisations
    return points if nameless and authority and fine and day else 0


def contradict(one: Profile, other: Profile) -> bool:
    """Whether two claims cannot be of one decision: another authority, sum, date, case number or party.

    One case of one authority is one decision, whatever else is said of it; but parties that have nothing to do with
    each other may be fined different sums under one number, by decisions of their own. Case numbers may differ (a file
    and its decision) where both sum and date agree.
    """
    if one.authority and other.authority and one.authority != other.authority:
        return True
    fine, date, strangers = _same_fine(one, other), _same_date(one, other), _strangers(one, other)
    if same_case(one, other):
        return strangers and fine is False
    if fine is False or date is False or _foretold(one, other) or _foretold(other, one):
        return True
    if one.case and one.case == other.case:
        return False
    return strangers or bool(one.case and other.case and not (fine and date))


def same_case(one: Profile, other: Profile) -> bool:
    """Whether two claims name one case of one authority."""
    return bool(one.case and one.authority) and (one.case, one.authority) == (other.case, other.authority)


def _strangers(one: Profile, other: Profile) -> bool:
    """Whether both name parties, and none of one is one of the other."""
    return bool(one.organisations and other.organisations) and not _related(one, other)


def _same_fine(one: Profile, other: Profile) -> bool | None:
    return fines_agree(one.fine, other.fine) if one.fine and other.fine else None


def _uneven(one: Profile) -> bool:
    """Whether a fine is so uneven that it is hardly imposed twice."""
    return one.fine is not None and one.fine.amount is not None and digits(one.fine.amount.amount) >= UNEVEN


def _same_date(one: Profile, other: Profile) -> bool | None:
    """None where one has no date, and where one may be the day of the decision and the other of its announcement."""
    if one.decided is None or other.decided is None:
        return None
    if dates_agree(one.decided, other.decided):
        return True
    days = days_between(one.decided, other.decided)
    return None if days is not None and days <= ANNOUNCED_WITHIN and _same_fine(one, other) else False


def _same_day(one: Profile, other: Profile) -> bool:
    return one.decided is not None and other.decided is not None and days_between(one.decided, other.decided) == 0


def _related(one: Profile, other: Profile) -> bool:
    return bool(one.organisations & other.organisations) or _extended(one, other)


def _extended(one: Profile, other: Profile) -> bool:
    return any(extends(a, b) or extends(b, a) for a in one.organisations for b in other.organisations)


def _near(one: Profile, other: Profile) -> bool:
    """Whether two claims are of about the same time, as far as both say when."""
    first, second = one.decided or one.published, other.decided or other.published
    return first is None or second is None or abs(first.year - second.year) <= SPAN


def _foretold(one: Profile, other: Profile) -> bool:
    """Whether one was published before the other says it was decided; a plan may be told before."""
    if one.published is None or other.decided is None or one.proposed:
        return False
    return is_before(one.published, other.decided)
