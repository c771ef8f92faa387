"""The fines of a text, each with the party that it falls on: equal sums brought together, descriptions resolved."""

from collections.abc import Iterator, Sequence

from kg.extract import triggers
from kg.extract.case import EXACT, ROUNDED, Cluster, close, digits, rounds, smaller
from kg.extract.expressions import expression
from kg.extract.fines import Sum, Use
from kg.extract.kinds import ANYBODY, RELATIVE, head
from kg.extract.legal_forms import has_form
from kg.extract.names import Phrase, phrase_at
from kg.extract.naming import Named, Names, same_party
from kg.extract.parties import Statement, is_party
from kg.extract.party_words import Strength
from kg.extract.reading import Reading, Span
from kg.extract.roundups import HEADING
from kg.extract.salience import is_placed
from kg.extract.settling import summands


def bound(reading: Reading, names: Names, found: Sequence[Sum]) -> list[Cluster]:
    """The fines among the sums, equal ones of one party together, in the order of the text."""
    merged = _merged(reading, [cluster for item in _fines(reading, found) for cluster in _bind(reading, names, item)])
    for cluster in merged:
        if cluster.own and cluster.party is not None and not cluster.party.named:
            cluster.party = names.introduced(cluster.party) or cluster.party
    _bind_in_order(names, merged)
    _bind_in_sentence(reading, names, merged)
    _bind_by_section(reading, names, merged)
    _bind_before(reading, names, merged)
    return merged


def _fines(reading: Reading, found: Sequence[Sum]) -> list[Sum]:
    """The fines among the sums, else those proposed. A sum that is elsewhere called something else is no fine."""
    vetoed = [
        s.money for s in found if s.use in {Use.DAMAGES, Use.TOTAL} or (s.use is Use.OTHER and _foreign(reading, s))
    ]
    for use in (Use.FINE, Use.DRAFT):
        if fines := [s for s in found if s.use is use and not any(close(s.money, money) for money in vetoed)]:
            return fines
    return []


def _foreign(reading: Reading, item: Sum) -> bool:
    return triggers.OTHER_REGULATORS.search(reading.words(reading.sentence(item.mention.start))) is not None


def _bind(reading: Reading, names: Names, item: Sum) -> Iterator[Cluster]:
    """A sum with the party beside it, or with that of the nearest statement in its sentence; a name goes first.

    "A and B €20,000 each" makes two.
    """
    here = names.in_sentence(reading.sentence(item.mention.start))
    paired = [s for s in here if s.paired and s.place == item.mention.start]
    if paired:
        apart = {s.phrase.text for s in here if s.paired and not s.phrase.text.startswith("same ")}
        own = len(apart) > 1 or any(head(phrase) in RELATIVE for phrase in apart)
        for one in paired:
            yield Cluster([item], one, one.phrase if own else _resolved(reading, names, one), own)
        return
    statement = min((s for s in here if _can_tell(reading, s, item)), key=lambda s: _rank(s, item), default=None)
    yield Cluster([item], statement, _resolved(reading, names, statement) if statement else None)


def _can_tell(reading: Reading, statement: Statement, item: Sum) -> bool:
    """Whether a statement may say on whom a sum falls: it is of a sanction, and not of another sum."""
    if statement.strength < Strength.ORDERED or statement.phrase.plural:
        return False
    return statement.place == item.mention.start or not reading.is_sum(statement.place)


def _rank(statement: Statement, item: Sum) -> tuple[bool, int, int]:
    start, phrase = item.mention.start, statement.phrase
    beside = statement.place == start
    distance = -1 if beside else min(abs(phrase.start - start), abs(phrase.end - start))
    return not (phrase.named or beside), distance, statement.place


def _resolved(reading: Reading, names: Names, statement: Statement) -> Phrase:
    """The name that a statement's phrase stands for, where the text gives one, else the phrase."""
    phrase = statement.phrase
    if (section := names.section(statement.place)) is not None:
        # What a round-up says elsewhere is said of others.
        found = names.introduced(phrase) or names.resolve(phrase, names.statements_within(section))
        return found if found is not None and found.start in section else phrase
    near = names.statements_within(reading.paragraph(phrase.start))
    close_by = names.resolve(phrase, near) if phrase.definite and not phrase.named else None
    return close_by or names.resolve(phrase) or phrase


def _merged(reading: Reading, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Equal sums of one party as one cluster; a sum without a party goes with the first equal one."""
    found: list[Cluster] = []
    for cluster in clusters:
        known = next((c for c in found if _equal(c, cluster) and _compatible(reading, c, cluster)), None)
        if known is None:
            found.append(cluster)
            continue
        known.sums += cluster.sums
        known.own = known.own or cluster.own
        if cluster.party is not None and (known.party is None or (cluster.party.named and not known.party.named)):
            known.party = cluster.party
    return found


def _equal(one: Cluster, other: Cluster) -> bool:
    return any(_belongs(one, item) for item in other.sums)


def _belongs(cluster: Cluster, item: Sum) -> bool:
    ours = [item.money, *(money for _, money in item.alternatives)]
    return any(
        close(a, b, ROUNDED if digits(a) != digits(b) else EXACT) or rounds(a, b) for a in cluster.every for b in ours
    )


def _compatible(reading: Reading, one: Cluster, other: Cluster) -> bool:
    """Whether two equal sums can be on one party: no two names, no two different kinds of party.

    A title may have a brand where the text has the company.
    """
    if one.own and other.own and one.sums[-1].mention == other.sums[0].mention:
        return False
    if all(item.mention.start in reading.title for item in one.sums):
        one.party = other.party or one.party
        return True
    if one.party is None or other.party is None:
        return True
    if one.party.named and other.party.named:
        return same_party([one.party], other.party)
    if one.party.named or other.party.named or one.party.definite or other.party.definite:
        return True
    heads = {head(one.party.text), head(other.party.text)}
    return one.party.text == other.party.text or len(heads) == 1 or not heads.isdisjoint(ANYBODY)


def _bind_in_order(names: Names, clusters: Sequence[Cluster]) -> None:
    """Where a sentence gives parties without names a fine each, and the text as many names in full, those in order."""
    own = [cluster for cluster in clusters if cluster.own and cluster.party is not None]
    unnamed = [cluster for cluster in own if cluster.party and not cluster.party.named]
    known = [cluster.party for cluster in own if cluster.party and cluster.party.named]
    formed: list[Phrase] = []
    for named in names.parties:
        phrase = Phrase(named.start, named.end, named.text, named=True)
        if has_form(named.text) and not same_party([*known, *formed], phrase):
            formed.append(phrase)
    if unnamed and len(unnamed) == len(formed):
        for cluster, phrase in zip(unnamed, formed, strict=True):
            cluster.party = phrase


def _bind_in_sentence(reading: Reading, names: Names, clusters: Sequence[Cluster]) -> None:
    """In a text of several sums, give one without a party the only name, or the only company, of its sentence."""
    if len(clusters) < 2:
        return
    for cluster in clusters:
        if cluster.party is not None:
            continue
        sentence = reading.sentence(cluster.first)
        here = [named for named in names.parties if named.start in sentence and not is_placed(reading, named)]
        formed = [named for named in here if has_form(named.text)]
        chosen = formed or here
        if len({named.text for named in chosen}) == 1:
            cluster.party = Phrase(chosen[0].start, chosen[0].end, chosen[0].text, named=True)


def _bind_by_section(reading: Reading, names: Names, clusters: Sequence[Cluster]) -> None:
    """In a text with a paragraph for each case, give a sum without a party the name that its paragraph brings in."""
    homes = [reading.paragraph(cluster.first) for cluster in clusters]
    if len(set(homes)) < 2:
        return
    parts = [part for whole in clusters for found in summands(whole, smaller(clusters, whole))[:1] for part in found]
    for cluster, home in zip(clusters, homes, strict=True):
        if cluster in parts:
            continue
        if cluster.party is not None and (cluster.party.named or not cluster.party.definite):
            continue
        if homes.count(home) > 1 or home.start in reading.title:
            continue
        elsewhere = {c.party.text for c in clusters if c.party}
        new = [n for n in names.parties if n.start in home and names.first(n.text) in home and n.text not in elsewhere]
        new = [named for named in new if not is_placed(reading, named)]
        if new:
            cluster.party = _likeliest(names, new)
        elif cluster.party is None and (section := names.section(cluster.first)) is not None:
            cluster.party = _opening(reading, section)
        elif cluster.party is None and _ONE.match(reading.text, home.start, home.end):
            cluster.party = _opening(reading, home)


_ONE = expression(r"\W{0,4}(?:An?|One)\s")
"""A paragraph that brings in somebody who is not named."""


def _likeliest(names: Names, found: Sequence[Named]) -> Phrase:
    """The party among the names of a section: one in full, else that of the strongest statement, else the first."""
    told = {
        one.start: statement
        for statement in sorted(names.statements, key=lambda s: s.strength)
        for one in found
        if statement.phrase.named and statement.phrase.start <= one.start < statement.phrase.end
    }
    strength = {place: int(statement.strength) for place, statement in told.items()}
    best = max(found, key=lambda n: (has_form(n.text), strength.get(n.start, 0), len(n.text) > 2, -n.start))
    return told[best.start].phrase if best.start in told else Phrase(best.start, best.end, best.text, named=True)


def _opening(reading: Reading, section: Span) -> Phrase | None:
    """The party that a section of a round-up opens with: "LUXEMBOURG - A cleaning company tracked …"."""
    head = HEADING.match(reading.text, section.start, section.end)
    starts = [head.end()] if head else []
    for start in (*starts, section.start):
        phrase = phrase_at(reading.text, start, section.end)
        if phrase is not None and (not phrase.named or has_form(phrase.text)) and is_party(reading, phrase):
            return phrase
    return None


def _bind_before(reading: Reading, names: Names, clusters: Sequence[Cluster]) -> None:
    """In a text of several sums, give one without a party the party that the sentences before it speak of."""
    if len(clusters) < 2:
        return
    for cluster in clusters:
        if cluster.party is not None or cluster.first in reading.title:
            continue
        home = reading.paragraph(cluster.first)
        told = names.statements_within(Span(home.start, cluster.first))
        before = [s.phrase for s in told if s.strength >= Strength.INFRINGES and s.phrase.named]
        if before:
            cluster.party = before[-1]
