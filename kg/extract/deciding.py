"""Which authority decided: of those that a text names, or the one whose case number it prints."""

from collections import defaultdict

from kg.extract import confidence, triggers
from kg.extract.authorities import of_country
from kg.extract.case import Case
from kg.extract.cases import issuer
from kg.extract.countries import places
from kg.extract.reading import Reading, Span, covered, remembered, within
from kg.extract.roundups import HEADING
from kg.model import Label, Mention, Stated

_REACH = 10_000
"""How far from the places of one of several cases, in characters, its authority is looked for."""


def deciding_authority(reading: Reading, case: Case, spans: tuple[Span, ...], *, alone: bool) -> Stated[str] | None:
    """The authority that the case's sentences name; else the one that the text names most, early mentions first.

    A text that names none may print a case number in a form that only one authority uses.
    """
    weights: dict[str, float] = defaultdict(float)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    places = case.places
    sentences = {reading.sentence(place) for place in places}
    paragraphs = {reading.paragraph(place) for place in places}
    start = min(case.anchors, default=0)
    alone = alone or not places
    near = Span(0, len(reading.text)) if alone else Span(places[0] - _REACH, places[-1] + _REACH)
    named = within(reading.named(Label.AUTHORITY), (near,))
    last = next((mention for mention, _ in reversed(named) if mention.end <= start), None)
    for mention, name in named:
        if not _may_decide(reading, mention, name):
            continue
        # In a text of several cases the sentences of the case decide.
        weight = 1.0 + (2.0 if alone else 8.0) * (reading.sentence(mention.start) in sentences)
        weight += 0.5 * (reading.paragraph(mention.start) in paragraphs)
        # What a roundup says of an authority goes on until it names the next.
        weight += 4.0 * (not alone and mention == last)
        weight += 2.0 * (alone and _acts(reading, mention))
        weight += 1.0 * (mention.start < 400) + 0.5 * covered(mention.start, spans)
        weights[name] += weight * (0.3 if name == "eu/edps" else 1.0)
        mentions[name].append(mention)
    if not alone and (headed := _headed(reading, case)) is not None:
        return headed
    if not weights:
        return _by_number(reading, spans)
    name = max(weights, key=lambda name: (weights[name], name))
    beside = any(reading.sentence(m.start) in sentences for m in mentions[name])
    return Stated(
        name, tuple(mentions[name]), confidence.AUTHORITY_BESIDE if beside else confidence.AUTHORITY_ELSEWHERE
    )


@remembered
def _may_decide(reading: Reading, mention: Mention, name: str) -> bool:
    """Whether an authority may be the one that decided. The Board settles disputes between authorities only."""
    return name != "eu/edpb" and triggers.OTHER_AUTHORITY.search(reading.before(mention, 40)) is None


def _acts(reading: Reading, mention: Mention) -> bool:
    return triggers.ACTS.match(reading.text, mention.end, reading.sentence(mention.start).end) is not None


def _headed(reading: Reading, case: Case) -> Stated[str] | None:
    """The authority of the country that heads the one paragraph on a case, which names no authority itself."""
    homes = {reading.paragraph(place) for place in case.places}
    if len(homes) != 1:
        return None
    (home,) = homes
    head = HEADING.match(reading.text, home.start, home.end)
    found = places(head["head"]) if head else ()
    if head is None or len(found) != 1 or any(m.start in home for m, _ in reading.named(Label.AUTHORITY)):
        return None
    name = of_country(found[0])
    if name is None:
        return None
    rests_on = Mention(head.start("head"), head.end("head"), Label.AUTHORITY, name)
    return Stated(name, (rests_on,), confidence.AUTHORITY_ELSEWHERE)


def _by_number(reading: Reading, spans: tuple[Span, ...]) -> Stated[str] | None:
    for mention, number in within(reading.named(Label.CASE_NUMBER), spans):
        if (name := issuer(number)) is not None:
            rests_on = Mention(mention.start, mention.end, Label.AUTHORITY, name)
            return Stated(name, (rests_on,), confidence.AUTHORITY_BY_NUMBER)
    return None
