"""Claims of many articles become decisions: the door of this package."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.ids import digest, slug
from kg.model import Decision, EuroAmount, Fine, Organisation, Report
from kg.resolve import merge
from kg.resolve.cluster import cluster
from kg.resolve.match import profile
from kg.resolve.parties import Draft, addressee, drafts, organisations
from kg.resolve.rates import EURO, as_printed, in_euro
from kg.resolve.sources import Source
from kg.values import PartialDate


@dataclass(frozen=True, slots=True)
class _Drafted:
    """A decision whose organisations have no best name yet."""

    decision: Decision
    parties: tuple[Draft, ...]


def resolve(sources: Iterable[Source]) -> tuple[Decision, ...]:
    """The decisions that articles report, sorted by id; ids are unique.

    The order of the sources makes no difference, and one that comes twice counts once. An id is made of authority,
    year and case number, else of a digest of what identifies the decision: no id holds the name of a natural person.
    """
    by_article: dict[str, Source] = {}
    for source in sources:
        other = by_article.setdefault(source.article_id, source)
        by_article[source.article_id] = other if other == source else min(other, source, key=repr)
    published = {key: source.published for key, source in by_article.items()}
    groups = cluster(
        (Report(key, number, claim), profile(claim, source.published))
        for key, source in by_article.items()
        for number, claim in enumerate(source.claims, start=1)
    )
    drafted = [_draft(reports, published) for reports in groups]
    known = organisations(party for item in drafted for party in item.parties)
    return tuple(sorted(_distinct([_finish(item, known) for item in drafted]), key=lambda decision: decision.id))


def _draft(reports: tuple[Report, ...], published: dict[str, PartialDate | None]) -> _Drafted:
    claims = [report.claim for report in reports]
    authority = merge.most_stated(claim.authority for claim in claims)
    fine, decided = merge.fine(claims), merge.decided(claims)
    seen = min((date for report in reports if (date := published[report.article_id])), key=str, default=None)
    infringed, not_infringed = merge.infringements(claims)
    decision = Decision(
        id="",
        reports=reports,
        status=merge.status(claims),
        authority=authority,
        fine=fine,
        euro=_euro(fine, decided or seen),
        infringed=infringed,
        not_infringed=not_infringed,
        data_categories=_all(stated.value for claim in claims for stated in claim.data_categories),
        affected=merge.affected(claims),
        decided=decided,
        measures=_all(stated.value for claim in claims for stated in claim.measures),
        case_number=merge.most_stated((claim.case_number for claim in claims), len),
        contexts=_all(stated.value for claim in claims for stated in claim.contexts),
        subject_groups=_all(stated.value for claim in claims for stated in claim.subject_groups),
        trigger=merge.most_stated(claim.trigger for claim in claims),
        breach_kinds=_all(stated.value for claim in claims for stated in claim.breach_kinds),
        breach_causes=_all(stated.value for claim in claims for stated in claim.breach_causes),
        notification_delay=merge.most_stated(claim.notification_delay for claim in claims),
        factors=merge.factors(claims),
    )
    return _Drafted(decision, drafts(claims, authority))


def _finish(item: _Drafted, known: dict[str, Organisation]) -> Decision:
    addressees = tuple(addressee(party, known) for party in item.parties)
    decision = replace(item.decision, addressees=addressees)
    return replace(decision, id=_id(decision))


def _euro(fine: Fine | None, date: PartialDate | None) -> EuroAmount | None:
    """By the rate of the decision's date, else of the first report's; without a rate, as an article prints it."""
    if fine is None or fine.amount is None:
        return None
    printed = next((other for other in fine.alternatives if other.currency == EURO), None)
    return in_euro(fine.amount, date) or (as_printed(fine.amount, printed) if printed else None)


def _id(decision: Decision) -> str:
    start = [slug(decision.authority) if decision.authority else "unknown"]
    if decision.decided:
        start.append(str(decision.decided.year))
    if decision.case_number:
        return "-".join((*start, slug(decision.case_number)))
    return "-".join((*start, digest(_identity(decision))[:8]))


def _identity(decision: Decision) -> str:
    """What tells a decision without a case number from every other; where no party is named, its first report."""
    parties = [item.organisation.id for item in decision.addressees if item.organisation]
    amount = decision.fine.amount if decision.fine else None
    told = [decision.authority, *sorted(parties), decision.decided, amount]
    return " ".join(map(str, told if parties else [*told, _first(decision)]))


def _distinct(decisions: list[Decision]) -> list[Decision]:
    """Decisions that came to the same id are told apart by their first report: no report is of two decisions."""
    counted = Counter(decision.id for decision in decisions)
    return [
        replace(item, id=f"{item.id}-{digest(_first(item))}") if counted[item.id] > 1 else item for item in decisions
    ]


def _first(decision: Decision) -> str:
    return f"{decision.reports[0].article_id} {decision.reports[0].number}"


def _all(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
