"""From the cases of a text to claims: each field with what it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract import confidence, sum_words, triggers
from kg.extract.affected import affected
from kg.extract.authorities import currency_of
from kg.extract.case import Case, Cluster, close
from kg.extract.categories import involved
from kg.extract.choosing import Chooser
from kg.extract.circumstances import circumstances
from kg.extract.decided import decided
from kg.extract.deciding import deciding_authority
from kg.extract.findings import Findings, findings, shared_out
from kg.extract.fines import Sum, Use
from kg.extract.genre import is_decision, reports_decisions
from kg.extract.grouping import find_cases
from kg.extract.measures import imposed
from kg.extract.modality import denied, unreal
from kg.extract.names import Phrase
from kg.extract.naming import Names
from kg.extract.party_model import PartyModel
from kg.extract.party_words import Strength
from kg.extract.provision_place import Outcome
from kg.extract.reading import Reading, Span, in_order, within
from kg.extract.scopes import one_matter, scopes
from kg.extract.statuses import status_of
from kg.model import Claim, Fine, Label, Mention, Party, Stated
from kg.values import Money, PartialDate, Provision, Role, Status


def find_claims(reading: Reading, model: PartyModel | None = None) -> tuple[Claim, ...]:
    """What the text says of each decision of a data-protection authority that it tells of, in the order of the text.

    The model, if any, says which name is the party's where no statement does.
    """
    if not reading.sentences:
        return ()
    cases, names = find_cases(reading)
    if not reports_decisions(reading, names):
        return ()
    chooser = Chooser(names, model)
    found, measures = [], tuple(imposed(reading))
    every = scopes(reading, cases, names)
    matter = one_matter(reading, cases)
    provisions = shared_out([findings(reading, spans) for spans in every], every)
    for case, spans, own in zip(cases, every, provisions, strict=True):
        part = Part(spans, matter, own)
        claim = _claim(reading, chooser, case, part, measures, alone=len(cases) == 1)
        if claim is not None and is_decision(reading, claim, case):
            found.append(claim)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Part:
    """What of a text belongs to a case: the stretches that speak of it, and its provisions.

    `matter` is where the text speaks of what all of its cases rest on, for facts that the case's own stretches lack.
    """

    spans: tuple[Span, ...]
    matter: tuple[Span, ...]
    provisions: Findings


def _claim(
    reading: Reading,
    chooser: Chooser,
    case: Case,
    part: Part,
    ordered: Sequence[tuple[Mention, str]],
    *,
    alone: bool,
) -> Claim | None:
    """What the text says of a case in its part of it; `ordered` are all measures of the text."""
    spans, provisions = part.spans, part.provisions
    authority = deciding_authority(reading, case, spans, alone=alone)
    fine = _fine(reading, case, authority.value if authority else None, alone=alone)
    parties = tuple(_party(chooser.names, case, phrase) for phrase in chooser.parties(case, alone=alone))
    measures = _values(within(ordered, spans), confidence.MEASURE)
    anchor = _anchor(fine, parties, measures, provisions[Outcome.INFRINGED], authority)
    if anchor is None:
        return None
    status, status_mention = status_of(reading, spans, anchor, reduced=_is_reduced(reading, fine))
    if status is Status.FINAL and _only_proposed(reading, case, fine, authority):
        status = Status.PROPOSED
    if status is Status.PROPOSED and case.fine is not None and _imposed(reading, case.fine):
        status, status_mention = Status.FINAL, anchor
    count = affected(reading, spans) or affected(reading, part.matter)
    date = decided(reading, spans, case.anchors)
    if date is None and part.matter:
        date = decided(reading, part.matter, case.anchors)
    around = circumstances(reading, spans, parties, provisions[Outcome.INFRINGED], alone=alone)
    return Claim(
        status=Stated(
            status, (status_mention,), confidence.STATUS_DEFAULT if status is Status.FINAL else confidence.STATUS_STATED
        ),
        authority=authority,
        parties=tuple(_as_processor(reading, party, provisions[Outcome.INFRINGED]) for party in parties),
        fine=fine,
        infringed=provisions[Outcome.INFRINGED],
        not_infringed=provisions[Outcome.NOT_INFRINGED],
        cited=provisions[Outcome.CITED],
        data_categories=_values(involved(reading, spans) or involved(reading, part.matter), confidence.CATEGORY),
        affected=Stated(count[1], (count[0],), min(0.8 + count[2] / 6, 0.97)) if count else None,
        decided=_stated_date(date) if date else None,
        measures=measures,
        case_number=_case_number(reading, spans),
        sector=around.sector,
        contexts=around.contexts,
        subject_groups=around.subject_groups,
        trigger=around.trigger,
        breach_kinds=around.breach_kinds,
        breach_causes=around.breach_causes,
        notification_delay=around.notification_delay,
        factors=around.factors,
    )


def _only_proposed(reading: Reading, case: Case, fine: Stated[Fine] | None, authority: Stated[str] | None) -> bool:
    """Whether a fine was only proposed: by its words, or since the authority cannot fine, which Danish courts do."""
    if case.fine is not None and all(s.use is Use.DRAFT for s in case.fine.sums):
        return True
    danish = authority is not None and authority.value == "dk/datatilsynet"
    return danish and fine is not None and triggers.SETTLED_BY_COURT.search(reading.text) is None


def _imposed(reading: Reading, fine: Cluster) -> bool:
    """Whether a sum is called an imposed fine, in sentences that speak of no proposal."""
    places = {reading.sentence(m.start).start for m, kind in reading.named(Label.STATUS) if kind == Status.PROPOSED}
    firm = [s for s in fine.sums if s.use is Use.FINE and not s.assumed]
    words = [reading.words(reading.sentence(s.mention.start)) for s in firm]
    return (
        bool(firm)
        and all(
            reading.sentence(s.mention.start).start not in places and not triggers.DRAFT.search(w)
            for s, w in zip(firm, words, strict=True)
        )
        and any(triggers.IS_IMPOSED.search(w) for w in words)
    )


def _is_reduced(reading: Reading, fine: Stated[Fine] | None) -> bool:
    """Whether a fine was reduced after it was imposed: not for paying at once, and not from what was only proposed."""
    if fine is None or (initial := fine.value.initial) is None or triggers.DISCOUNT.search(reading.text):
        return False
    first = [mention for mention, money in reading.money if close(money, initial)]
    return not any(triggers.DRAFT.search(reading.before(mention, 70)) for mention in first)


def _anchor(
    fine: Stated[Fine] | None,
    parties: Sequence[Stated[Party]],
    measures: Sequence[Stated[str]],
    infringed: Sequence[Stated[Provision]],
    authority: Stated[str] | None,
) -> Mention | None:
    """The mention that a decision as such rests on."""
    for stated in (fine, *measures, *parties, *infringed, authority):
        if stated is not None:
            return stated.mentions[0]
    return None


def _fine(reading: Reading, case: Case, authority: str | None, *, alone: bool) -> Stated[Fine] | None:
    if case.fine is None:
        return _undisclosed(reading, case, alone=alone)
    money, others = _currency(case.fine.sums, authority, case.fine.money)
    mentions = tuple(m for s in case.fine.sums for m in (s.mention, *(m for m, _ in s.alternatives)))
    parts = tuple(cluster.money for cluster in case.parts)
    way = (
        "titled"
        if any(s.mention.start in reading.title for s in case.fine.sums)
        else "assumed"
        if all(s.assumed for s in case.fine.sums)
        else "repeated"
        if len(case.fine.sums) > 1
        else "once"
    )
    initial = case.initial.money if case.initial else None
    if case.initial:
        way, mentions = "reduced", (*mentions, *(s.mention for s in case.initial.sums))
    if case.parts:
        mentions = (*mentions, *(s.mention for cluster in case.parts for s in cluster.sums))
    if case.summed:
        way, money, others = "summed", Money(sum((p.amount for p in parts[1:]), parts[0].amount), parts[0].currency), ()
    return Stated(Fine(money, initial, others, parts), in_order(mentions), confidence.FINE[way])


def _undisclosed(reading: Reading, case: Case, *, alone: bool) -> Stated[Fine] | None:
    """A fine without a sum: the text says that the party was fined, and not how much."""
    if alone and sum_words.NO_FINE.search(reading.text) is None:
        for mention, _ in reading.named(Label.AUTHORITY):
            said = triggers.IMPOSED_A_FINE.match(reading.text, mention.end, reading.sentence(mention.start).end)
            if said is not None and not denied(said.group()) and not unreal(said.group()):
                fined = Mention(said.start(1), said.end(1), Label.MEASURE, "fine")
                return Stated(Fine(None), (fined,), confidence.FINE["undisclosed"])
    for statement in case.statements:
        word = triggers.FINED.search(reading.text, statement.place, statement.place + 40)
        if statement.strength is not Strength.FINED or word is None:
            continue
        if any(word.start() <= mention.start < word.end() + 60 for mention, _ in reading.money):
            continue
        before = reading.before(Span(word.start(), word.end()), 60)
        if not unreal(before) and not denied(before):
            mention = Mention(word.start(), word.end(), Label.MEASURE, "fine")
            return Stated(Fine(None), (mention,), confidence.FINE["undisclosed"])
    return None


def _currency(found: Sequence[Sum], authority: str | None, exact: Money) -> tuple[Money, tuple[Money, ...]]:
    """The sum in the currency of the authority, and the conversions."""
    every = [exact, *(s.money for s in found), *(money for s in found for _, money in s.alternatives)]
    # Romania's authority sets fines in euros and states them in lei by the rate of the day: the text's first counts.
    leading = authority is None or authority == "ro/anspdcp"
    wanted = found[0].money.currency if leading else currency_of(str(authority))
    main = next((money for money in every if money.currency == wanted), exact)
    others = {money.currency: money for money in reversed(every) if money.currency != main.currency}
    return main, tuple(others[currency] for currency in sorted(others))


def _party(names: Names, case: Case, phrase: Phrase) -> Stated[Party]:
    named = [s for s in case.statements if s.phrase.start == phrase.start] or case.statements
    place = named[0].place if named else phrase.start
    roles = [names.role(s.phrase, s.place) for s in case.statements if s.strength >= Strength.DEFINED] or [
        names.role(phrase, place)
    ]
    role = next((role for role in roles if role is not Role.CONTROLLER), Role.CONTROLLER)
    if phrase.named and not triggers.ANONYMISED.fullmatch(phrase.text):
        party = Party(names.best_form(phrase.text), role)
        strongest = max((s.strength for s in case.statements), default=Strength.REACTS)
        sure = confidence.PARTY_NAMED[strongest] if named else confidence.PARTY_RESOLVED
    else:
        party, sure = Party(None, role, phrase.text), confidence.PARTY_DESCRIBED
    spots = {(s.phrase.start, s.phrase.end) for s in case.statements if s.phrase.named == phrase.named} | {
        (phrase.start, phrase.end)
    }
    return Stated(party, tuple(Mention(start, end, Label.PARTY, party) for start, end in sorted(spots)), sure)


def _as_processor(reading: Reading, party: Stated[Party], infringed: Sequence[Stated[Provision]]) -> Stated[Party]:
    """A party whose infringement is that of a processor's own duty is one."""
    if party.value.role is not Role.CONTROLLER:
        return party
    told = any(triggers.PROCESSOR_DUTY.search(reading.before(m, 200)) for stated in infringed for m in stated.mentions)
    if not told:
        return party
    changed = Party(party.value.name, Role.PROCESSOR, party.value.description)
    return Stated(changed, tuple(Mention(m.start, m.end, m.label, changed) for m in party.mentions), party.confidence)


def _values(found: Iterable[tuple[Mention, str]], sure: float) -> tuple[Stated[str], ...]:
    """Strings with their mentions, each once, sorted."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention, name in found:
        mentions[name].append(mention)
    return tuple(Stated(name, tuple(mentions[name]), sure) for name in sorted(mentions))


def _stated_date(found: tuple[Mention, float]) -> Stated[PartialDate] | None:
    mention, sure = found
    return Stated(mention.value, (mention,), sure) if isinstance(mention.value, PartialDate) else None


def _case_number(reading: Reading, spans: tuple[Span, ...]) -> Stated[str] | None:
    found = within(reading.named(Label.CASE_NUMBER), spans)
    return Stated(found[0][1], (found[0][0],), confidence.CASE_NUMBER) if found else None
