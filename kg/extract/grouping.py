"""How many decisions a text tells of: its fines, grouped by sum and by party."""

import re
from collections.abc import Iterable, Sequence

from kg.extract import sum_words, triggers
from kg.extract.binding import bound
from kg.extract.case import Case, Cluster, smaller
from kg.extract.expressions import expression
from kg.extract.fines import Sum, Use, sums
from kg.extract.listings import listed
from kg.extract.names import Phrase
from kg.extract.naming import Names, key, same, same_party
from kg.extract.pairing import paired
from kg.extract.parties import Statement, statements
from kg.extract.party_words import Strength
from kg.extract.plausible import with_plausible
from kg.extract.reading import Reading
from kg.extract.scopes import BACKGROUND, is_debris
from kg.extract.settling import enumerated, settle, summands


def find_cases(reading: Reading) -> tuple[tuple[Case, ...], Names]:
    """The decisions of a text in the order of their sums, and the names by which their parties go."""
    names = Names(reading, in_order_of_place((*statements(reading), *paired(reading), *listed(reading))))
    told = [item for item in sums(reading) if not _counts_many(reading, item) and not _in_debris(reading, item)]
    clusters = bound(reading, names, with_plausible(reading, told, names.statements))
    if not clusters:
        return _without_fine(names), names
    cases = _group(reading, names, clusters)
    cases = [split for case in cases for split in _split(reading, case)]
    for case in cases:
        settle(reading, case)
        if len(cases) == 1:
            _take_proposed(case, told)
        _complete(names, case, told, alone=len(cases) == 1)
    return (*cases, *_only_ordered(names, cases)), names


NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def in_order_of_place(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements in the order of their verbs, each once, the strongest first."""
    return tuple(
        sorted(set(found), key=lambda s: (s.place, -s.strength, s.phrase.start, s.phrase.end, s.listed, s.paired))
    )


def _in_debris(reading: Reading, item: Sum) -> bool:
    return is_debris(reading.words(reading.paragraph(item.mention.start)))


def _counts_many(reading: Reading, item: Sum) -> bool:
    """Whether a sum is that of "fines" in a sentence that counts those of a year or of many authorities."""
    sentence = reading.words(reading.sentence(item.mention.start))
    return (
        triggers.SEVERAL_FINES.search(reading.before(item.mention, 110)) is not None
        and sum_words.SURVEY.search(sentence) is not None
    )


def _group(reading: Reading, names: Names, clusters: list[Cluster]) -> list[Case]:
    cases: list[Case] = []
    for cluster in _without_totals(reading, clusters):
        known = _home(reading, cases, cluster, names)
        if known is None:
            cases.append(Case(fine=cluster, parties=[cluster.party] if cluster.party else []))
            continue
        known.parts.append(cluster)
        if not known.parties and cluster.party is not None:
            known.parties.append(cluster.party)
    return cases


def _home(reading: Reading, cases: Sequence[Case], cluster: Cluster, names: Names) -> Case | None:
    """The case that a further sum belongs to; None where it is a case of its own."""
    if (section := names.section(cluster.first)) is not None:
        cases = [case for case in cases if any(place in section for place in case.places)]
    if not cases:
        return None
    party = cluster.party
    if (before := _reduced_from(reading, cases, cluster)) is not None:
        return before
    if cluster.own and party is not None:
        return next((case for case in cases if any(key(p.text) == key(party.text) for p in case.parties)), None)
    if party is None:
        return cases[-1] if len(cases) == 1 or _same_paragraph(reading, cases[-1], cluster) else cases[0]
    known = next((case for case in cases if same_party(case.parties, party)), None)
    if known is None and not cases[0].parties:
        return None if party.named and _is_background(reading, cluster) else cases[0]
    # "The company must pay …" goes on with the last case; "a bank was fined …" is a case of its own.
    if known is None and not party.named and party.definite:
        return cases[-1]
    return known


def _is_background(reading: Reading, cluster: Cluster) -> bool:
    """Whether every mention of a sum stands in a sentence of the body that recalls an earlier case."""
    sentences = [reading.sentence(item.mention.start) for item in cluster.sums]
    return all(
        span.start >= reading.title.end > 0
        and (BACKGROUND.search(reading.words(span)) or sum_words.RECALLED.search(reading.words(span)))
        for span in sentences
    )


def _reduced_from(reading: Reading, cases: Sequence[Case], cluster: Cluster) -> Case | None:
    """The case whose fine a lower sum replaces: "the court brought it down to"; None for a sum of its own."""
    words = [reading.before(item.mention, 110) for item in cluster.sums]
    if not any(triggers.REPLACES.search(before) for before in words):
        return None
    higher = [
        case
        for case in cases
        if case.fine is not None
        and case.fine.money.currency == cluster.money.currency
        and case.fine.money.amount > cluster.money.amount
    ]
    return higher[-1] if higher else None


def _same_paragraph(reading: Reading, case: Case, cluster: Cluster) -> bool:
    return any(reading.paragraph(place) == reading.paragraph(cluster.first) for place in case.places)


def _without_totals(reading: Reading, clusters: list[Cluster]) -> list[Cluster]:
    """Drop a sum that is the total of sums of different parties."""
    for whole in clusters:
        for parts in summands(whole, smaller(clusters, whole)):
            parties = {c.party.text if c.party else None for c in parts}
            first = parts[0].party
            # One case summary speaks of one decision, if on several companies of a group; news tells them apart.
            if (
                reading.article.title is None
                and first is not None
                and all(c.party is not None and same(first.text, c.party.text) for c in parts)
            ):
                for part in parts:
                    part.own = False
                continue
            own = (
                whole.party is not None
                and whole.party.named
                and not same_party([p for c in parts if (p := c.party)], whole.party)
            )
            if len(parties) > 1 and None not in parties and not own:
                return [c for c in clusters if c is not whole]
    return clusters


def _split(reading: Reading, case: Case) -> list[Case]:
    """Several sums on several parties without names ("fines of A and B on two shops") are as many cases."""
    listed = list({id(cluster): cluster for cluster in enumerated(reading, case.clusters)}.values())
    if len(listed) < 2:
        return [case]
    sentence = reading.words(reading.sentence(listed[0].first))
    if (many := triggers.SEVERAL_FINED.search(sentence)) is not None and NUMBERS[many[1].lower()] == len(listed):
        return [Case(fine=cluster) for cluster in listed]
    if any(party.named for party in case.parties):
        return [case]
    if not triggers.SEVERAL_PARTIES.search(sentence) and not (
        triggers.RESPECTIVELY.search(sentence) and triggers.OF_INFRINGEMENTS.search(sentence) is None
    ):
        return [case]
    return [Case(fine=cluster, parties=list(case.parties)) for cluster in listed]


def _take_proposed(case: Case, told: Sequence[Sum]) -> None:
    """Give the only case of a text, as its initial fine, the higher one that was proposed before."""
    if case.fine is None or case.initial is not None or case.fine.sums[0].use is Use.DRAFT:
        return
    money = case.fine.money
    higher = [s for s in told if s.use is Use.DRAFT and s.money.currency == money.currency]
    higher = [s for s in higher if s.money.amount > money.amount]
    if higher:
        case.initial = Cluster(higher)


def _complete(names: Names, case: Case, told: Sequence[Sum], *, alone: bool) -> None:
    """Give a case the statements on its party; a case alone in its text takes the party of the strongest statement."""
    if alone and not any(p.named for p in case.parties):
        best = _main_party(names, [s for s in names.statements if not _is_of_another(names.reading, s, case, told)])
        if best is not None and (best.named or not case.parties):
            case.parties = [best]
    case.statements = [s for s in names.statements if same_party(case.parties, s.phrase)]


def _is_of_another(reading: Reading, statement: Statement, case: Case, told: Sequence[Sum]) -> bool:
    """Whether a sentence says of somebody that he was fined with fines none of which is the case's."""
    sentence = reading.sentence(statement.place)
    here = [s for s in told if s.mention.start in sentence and s.use in {Use.FINE, Use.DRAFT}]
    own = {s.mention.start for cluster in case.clusters for s in cluster.sums}
    return statement.strength is Strength.FINED and bool(here) and not any(s.mention.start in own for s in here)


def _main_party(names: Names, said: Sequence[Statement]) -> Phrase | None:
    """The party of the strongest of some statements, by name where it has one."""
    order = sorted(said, key=lambda s: (-s.strength, not s.phrase.named, s.place))
    for statement in order:
        if statement.strength < Strength.INFRINGES or statement.phrase.plural:
            continue
        found = names.resolve(statement.phrase)
        if found is not None:
            return found
    defined = [s.phrase for s in order if s.strength is Strength.DEFINED and s.phrase.named]
    described = [s.phrase for s in order if s.strength >= Strength.ORDERED and not s.phrase.plural]
    return next(iter([*defined, *described]), None)


def _without_fine(names: Names) -> tuple[Case, ...]:
    """A decision without a fine: one, of the party of the strongest statement."""
    party = _main_party(names, names.statements)
    if party is None:
        return (Case(),)
    # The only case of a text is that of "the company" too.
    said = [s for s in names.statements if same_party([party], s.phrase) or (s.phrase.definite and not s.phrase.plural)]
    return (Case(parties=[party], statements=said),)


_REPRIMAND = expression(r"(?:\w+\s){0,3}?(?:reprimand|censure|admonish)\w*", re.IGNORECASE)


def _only_ordered(names: Names, cases: Sequence[Case]) -> list[Case]:
    """Parties that the text names beside the fined ones as ordered or reprimanded: a case each, without a fine."""
    known = [party for case in cases for party in case.parties]
    if not any(party.named for party in known):
        return []
    found: list[Case] = []
    reading = names.reading
    homes = {reading.paragraph(place) for case in cases for place in case.anchors}
    roundup = len(cases) > 1 and len({reading.paragraph(case.anchors[0]) for case in cases if case.anchors}) == len(
        cases
    )
    for statement in names.statements:
        phrase = statement.phrase
        if (
            statement.strength is Strength.ORDERED
            and (
                statement.listed
                or _REPRIMAND.match(reading.text, statement.place)
                or (roundup and reading.paragraph(statement.place) not in homes)
            )
            and phrase.named
            and not same_party(known, phrase)
        ):
            known.append(phrase)
            found.append(
                Case(parties=[phrase], statements=[s for s in names.statements if same_party([phrase], s.phrase)])
            )
    return found
