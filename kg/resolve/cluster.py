"""Claims grouped into decisions, the same way whatever the order in which they come."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.model import Report
from kg.resolve.match import Profile, contradict, likeness, same_case


@dataclass(slots=True)
class _Cluster:
    """A decision in the making."""

    reports: list[Report] = field(default_factory=list)
    profiles: dict[Profile, None] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)

    def add(self, report: Report, profile: Profile) -> None:
        self.reports.append(report)
        self.profiles[profile] = None
        self.articles.add(report.article_id)


def cluster(profiled: Iterable[tuple[Report, Profile]]) -> tuple[tuple[Report, ...], ...]:
    """Group reports of the same decision; each group, and all of them, sorted by article and number.

    The most telling profiles come first; each joins the group that it is most like and that nothing in it
    contradicts (but see `_score`), or begins one. Two claims of one article are never one decision: the article tells
    them apart.
    """
    clusters: list[_Cluster] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    for profile, reports in _grouped(profiled):
        ranked = _ranking(profile, clusters, places)
        for report in reports:
            at = next((place for place in ranked if report.article_id not in clusters[place].articles), None)
            if at is None:
                at = len(clusters)
                clusters.append(_Cluster())
                if likeness(profile, profile):
                    ranked.append(at)
            if profile not in clusters[at].profiles:
                for key in _kept_under(profile):
                    places[key].append(at)
            clusters[at].add(report, profile)
    groups = (tuple(sorted(found.reports, key=_key)) for found in clusters)
    return tuple(sorted(groups, key=lambda group: _key(group[0])))


def _key(report: Report) -> tuple[str, int]:
    return (report.article_id, report.number)


def _grouped(profiled: Iterable[tuple[Report, Profile]]) -> Iterator[tuple[Profile, list[Report]]]:
    groups: defaultdict[Profile, list[Report]] = defaultdict(list)
    for report, profile in profiled:
        groups[profile].append(report)
    for profile in sorted(groups, key=lambda profile: profile.sort_key):
        yield profile, sorted(groups[profile], key=_key)


def _ranking(profile: Profile, clusters: list[_Cluster], places: dict[str, list[int]]) -> list[int]:
    """The clusters that the profile may join, the most alike first, of these the first made."""
    near = {place for key in _looked_up(profile) if key in places for place in places[key]}
    scores = {place: _score(profile, clusters[place]) for place in near}
    return sorted((place for place in near if scores[place]), key=lambda place: (-scores[place], place))


def _score(profile: Profile, found: _Cluster) -> int:
    """How much a profile is like a group; 0 where something in it contradicts.

    Reports of one case are together even where they differ, so what contradicts one of them may be like another: then
    it is of that case too.
    """
    against = [other for other in found.profiles if _contradict(profile, other)]
    alike = [other for other in found.profiles if _likeness(profile, other) and other not in against]
    for other in against:
        if same_case(profile, other) or not any(same_case(other, close) for close in alike):
            return 0
    return max((_likeness(profile, other) for other in alike), default=0)


_contradict = lru_cache(1 << 16)(contradict)
_likeness = lru_cache(1 << 16)(likeness)


def _kept_under(profile: Profile) -> Iterator[str]:
    """The keys under which a profile is found again by every profile that it could be like."""
    yield from _exact(profile)
    yield from {f"longer/{shorter}" for name in profile.organisations for shorter in _shorter(name)}


def _looked_up(profile: Profile) -> Iterator[str]:
    yield from _exact(profile)
    yield from (f"longer/{name}" for name in profile.organisations)
    yield from {f"organisation/{shorter}" for name in profile.organisations for shorter in _shorter(name)}


def _exact(profile: Profile) -> Iterator[str]:
    yield from (f"organisation/{name}" for name in profile.organisations)
    if profile.case is not None:
        yield f"case/{profile.case}"
    if not profile.organisations and profile.decided is not None:
        yield f"day/{profile.authority}/{profile.decided}"


def _shorter(name: str) -> Iterator[str]:
    """The names that `name` extends: `a-b-c` extends `a-b` and `a`."""
    words = name.split("-")
    return ("-".join(words[:length]) for length in range(1, len(words)))
