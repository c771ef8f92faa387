"""Who a decision addresses, of all the names that its reports give."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.ids import digest
from kg.model import Addressee, Claim, Organisation, Party
from kg.resolve.merge import most_stated
from kg.resolve.names import best, canonical, extends, known, tidy
from kg.values import Role

_ROLES = (Role.NATURAL_PERSON, Role.PROCESSOR, Role.CONTROLLER)
"""The order in which a role wins a tie; a natural person always wins, because a name is then personal data."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An addressee before the names of all decisions are known: the id of its organisation, and its names here.

    Without names it has a description and no id.
    """

    role: Role
    id: str | None = None
    names: tuple[str, ...] = ()
    description: str | None = None
    sector: str | None = None


def drafts(claims: Sequence[Claim], authority: str | None) -> tuple[Draft, ...]:
    """The addressees of a decision: those with a name first, each group in the order of names and descriptions.

    Parties without a name count where their own claim names others beside them, or where no claim names any: else
    they are the ones that another claim names. All are of the branch that most claims tell.
    """
    branch = most_stated(claim.sector for claim in claims)
    parties = [[stated.value for stated in claim.parties] for claim in claims]
    named = _named(parties)
    found = sorted((_draft(group, authority) for group in named), key=lambda draft: str(draft.id))
    return tuple(replace(draft, sector=branch) for draft in (*found, *_nameless(parties, bool(named))))


def addressee(draft: Draft, organisations: dict[str, Organisation]) -> Addressee:
    """The addressee that a draft becomes."""
    return Addressee(
        draft.role,
        organisations[draft.id] if draft.id else None,
        draft.description,
        None if draft.id else draft.sector,
    )


def organisations(drafted: Iterable[Draft]) -> dict[str, Organisation]:
    """One organisation for each id, with the best of all its names, and the branch that most of its decisions tell."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    branches: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for draft in drafted:
        if draft.id is not None:
            names[draft.id] += draft.names
            branches[draft.id].update([draft.sector] if draft.sector else [])
    return {key: _organisation(key, found, branches[key]) for key, found in sorted(names.items())}


def _organisation(key: str, names: Sequence[str], branches: Counter[str]) -> Organisation:
    """An organisation that the ontology knows goes by its preferred label there, and has its other labels too."""
    concept = known(key)
    name = concept.label() if concept else best(names)
    labels = {label.text for label in concept.labels if label.kind != "hidden"} if concept else set[str]()
    branch = min(branches, key=lambda branch: (-branches[branch], branch), default=None)
    return Organisation(key, name, tuple(sorted({*map(tidy, names), *labels} - {name})), branch)


def _named(parties: Sequence[Sequence[Party]]) -> list[list[Party]]:
    """The named parties, those of one organisation together."""
    groups: defaultdict[str, list[Party]] = defaultdict(list)
    told_apart = [frozenset(canonical(party.name) for party in claim if party.name) for claim in parties]
    keys = sorted(frozenset().union(*told_apart), key=lambda key: (-len(key), key))
    place: dict[str, str] = {}
    for key in keys:
        longer = {place[other] for other in place if extends(other, key)}
        one = longer.pop() if len(longer) == 1 else key
        apart = any({key, other} <= keys_ for keys_ in told_apart for other in place if place[other] == one != key)
        place[key] = key if apart else one
    for party in (party for claim in parties for party in claim):
        if party.name:
            groups[place[canonical(party.name)]].append(party)
    return [groups[key] for key in sorted(groups)]


def _draft(group: Sequence[Party], authority: str | None) -> Draft:
    names = tuple(sorted(party.name for party in group if party.name))
    counted = Counter(canonical(name) for name in names)
    key = min(counted, key=lambda key: (-counted[key], -len(key), key))
    role = _role(group)
    if role is Role.NATURAL_PERSON:
        key = f"person-{digest(f'{authority} {key}')}"
    return Draft(role, key, names)


def _role(group: Sequence[Party]) -> Role:
    counted = Counter(party.role for party in group)
    if Role.NATURAL_PERSON in counted:
        return Role.NATURAL_PERSON
    return min(counted, key=lambda role: (-counted[role], _ROLES.index(role)))


def _nameless(parties: Sequence[Sequence[Party]], any_named: bool) -> Sequence[Draft]:
    lists = [
        sorted((party.description or "", party.role) for party in claim if not party.name)
        for claim in parties
        if any(party.name for party in claim) or not any_named
    ]
    longest = min(lists, key=lambda found: (-len(found), found), default=[])
    return [Draft(role, description=description) for description, role in longest]
