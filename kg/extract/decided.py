"""Which date is the decision's: the day it was taken, else the day it was announced."""

import re
from collections.abc import Sequence, Set

from kg.extract import date_phrases as phrases
from kg.extract import triggers
from kg.extract.reading import Reading, Span, covered, remembered, within
from kg.extract.roundups import sections
from kg.model import Label, Mention
from kg.values import PartialDate

_NUMBERED_LINE = 140
"""How long a line may be that ends with the number and the date of a case, in characters."""


_ENOUGH = 2.0
"""The score from which on a date is that of the decision."""

_LIKELY = 1.0
"""The score of a date that is the decision's if that is known to be of the same month or year."""

_CERTAIN = 5.0
"""The score of a date that is called that of a decision."""

_LEAD = 400
"""A decision that a text opens with is that of all its parties, in characters from its beginning."""

_CLAUSE = 80
"""How far behind a date that opens a sentence the one who acts may stand, in characters."""
_HEAD = 120
"""How far from the date in the head of a decision its number may stand, in characters."""
_SIGNATURE = 60
"""How long the line of a signature may be, in characters."""


def decided(reading: Reading, spans: tuple[Span, ...], anchors: Sequence[int]) -> tuple[Mention, float] | None:
    """The date of the decision among the dates of the stretches, and how sure it is; None where the text gives none.

    `anchors` are the places of the sanction's verbs and sums: a date in their sentences is the likeliest, and of
    equally likely ones the nearest to an anchor.
    """
    ranked: list[tuple[float, int, int, Mention]] = []
    sentences = {reading.sentence(anchor) for anchor in anchors}
    for mention, date in within(reading.dates, spans):
        if not _plausible(reading, date):
            continue
        score = _score(reading, mention, date, any(mention.start in sentence for sentence in sentences))
        nearest = min((abs(anchor - mention.start) for anchor in anchors), default=0)
        ranked.append((score, -nearest, -mention.start, mention))
    if ranked:
        score, _, _, best = max(ranked, key=lambda row: row[:3])
        if score >= _ENOUGH:
            return _precise(best, ranked), min(0.5 + score / 10, 0.97)
    return _common(reading, sentences)


def _precise(best: Mention, ranked: Sequence[tuple[float, int, int, Mention]]) -> Mention:
    """The likeliest date within the month or year of the decision, where the text tells one."""
    within = [row for row in ranked if row[0] >= _LIKELY and str(row[3].value).startswith(f"{best.value}-")]
    return max(within, key=lambda row: row[:3])[3] if within else best


def _common(reading: Reading, sentences: Set[Span]) -> tuple[Mention, float] | None:
    """The date that a text gives for decisions together, or in a sentence on the case that speaks of others too."""
    others = sections(reading)
    scored = [
        (_score(reading, mention, date, anchored=False), mention, date)
        for mention, date in reading.dates
        if _plausible(reading, date) and not covered(mention.start, others)
    ]
    highest = max((score for score, _, _ in scored), default=0.0)
    direct = [(mention, date) for score, mention, date in scored if score == highest >= _CERTAIN]
    near = [
        row
        for row in direct
        if reading.sentence(row[0].start) in sentences or phrases.SEVERAL.search(reading.before(row[0], 110))
    ]
    found = near or [row for row in direct if row[0].start < _LEAD]
    if len({str(date) for _, date in found}) == 1:
        return found[0][0], 0.6
    return _headed(reading) if not found else None


def _headed(reading: Reading) -> tuple[Mention, float] | None:
    """The month or year that the heading of a round-up gives for all its decisions."""
    first = reading.paragraphs[0]
    for mention, date in reading.dates:
        if mention.start not in first:
            return None
        if date.day is None and phrases.ROUND_UP.search(reading.words(first)) and _plausible(reading, date):
            return mention, 0.6
    return None


def _plausible(reading: Reading, date: PartialDate) -> bool:
    """The GDPR has applied since May 2018, and no decision is younger than the article on it."""
    published = reading.article.published
    return date.year >= 2010 and (
        published is None or str(date) <= str(published) or published.covers(date) or date.covers(published)
    )


def _opens(reading: Reading, mention: Mention) -> bool:
    """Whether a date opens its sentence: "On 8 February the authority …", "Today …", "It was in May that …"."""
    if re.search(r"\bIt was (?:on|in|only in|back in)\s$", reading.before(mention, 40)):
        return reading.after(mention, 10).startswith(" that ")
    return re.search(
        r"(?:^(?:\S+\s)?(?:On|In|At|It was|Back in|Only on)?|\bthat (?:on|in))\s*$", reading.before(mention, 40)
    ) is not None and not phrases.EVENT.search(reading.after(mention, 30))


def _decides(reading: Reading, mention: Mention) -> bool:
    """Whether an authority acts in the clause that a date opens, or is named in it beside a decision."""
    clause = reading.after(mention, 150)
    return phrases.ACTED.search(clause) is not None or (
        phrases.DECISION.search(clause) is not None
        and bool(within(reading.named(Label.AUTHORITY), (Span(mention.end, mention.end + _CLAUSE),)))
    )


@remembered
def _score(reading: Reading, mention: Mention, date: PartialDate, anchored: bool) -> float:
    before, after = reading.before(mention, 110), reading.after(mention, 60)
    words = reading.text[mention.start : mention.end]
    preposition = "on " if words.startswith("on ") or phrases.ADVERB.fullmatch(words) else ""
    direct = _is_direct(before + preposition, after)
    score = 5.0 * direct + 2 * anchored + 2 * _is_signature(reading, mention)
    if _is_numbered(reading, mention) or _is_headed(reading, mention):
        score += 5
    event = phrases.EVENT.search(before[-28:]) is not None and not phrases.CONVICTED.match(after.lstrip())
    if not event and (
        phrases.JUST_BEFORE.search(before + preposition) or (date.month and phrases.JUST_AFTER.match(after))
    ):
        score += 1.3
    if phrases.PAID.match(after) or re.search(r"\b(?:paid|payment)\b[^.;]{0,40}$", before):
        score -= 5
    if triggers.DRAFT.search(after):
        score -= 0 if words.lower() == "today" else 3.5
    elif _opens(reading, mention) and _decides(reading, mention):
        score += 2
    if re.fullmatch(r"(?:last|this|past) (?:year|month)", words, re.IGNORECASE):
        score -= 2
    if phrases.DECISION.search(before[-60:]) or phrases.DECISION.search(after[:40]):
        score += 1.5
    if event and not direct:
        score -= 3
    elif phrases.EVENT.search(before[-60:]) and not direct:
        score -= 0.7
    score -= 0.5 * (phrases.PUBLISHED.search(before) is not None)
    return score - _doubts(reading, mention, date, direct=direct)


def _is_direct(before: str, after: str) -> bool:
    """Whether a date is called that of a decision, by the words before it or by the noun that it belongs to."""
    if phrases.LEGAL.search(before) or phrases.DATED_ELSE.search(before):
        return False
    return phrases.DIRECT.search(before) is not None or (
        phrases.ITS_ACT.match(after) is not None
        and re.search(r"\b(?:an?|the|its|this|that)\s$", before, re.IGNORECASE) is not None
    )


def _doubts(reading: Reading, mention: Mention, date: PartialDate, *, direct: bool) -> float:
    """What speaks against a date: a court's, one that only heads a report, a year that an earlier case recalls."""
    before, after = reading.before(mention, 110), reading.after(mention, 110)
    doubts = 4.0 if phrases.LEGAL.search(before) else 0.0
    clause = re.split(r"[,;:]\s", before[-90:])[-1] + " | " + re.split(r"[,;:]\s", after)[0]
    if (
        phrases.COURT.search(clause)
        and not phrases.FIRST_INSTANCE.search(clause)
        and not phrases.CONVICTED.search(clause)
    ):
        doubts += 6.5 if direct and phrases.RULING.search(before) else 1.5 + 2.5 * (not direct)
    elif _is_dateline(reading, mention):
        doubts += 5
    if phrases.OTHERS_ACT.match(after) and not direct:
        doubts += 4
    if phrases.DATED_ELSE.search(before):
        doubts += 2
    if triggers.OTHER_REGULATORS.search(clause):
        doubts += 4
    if phrases.PREVIOUS.search(before):
        doubts += 3 + 3 * direct
    if len(str(date)) == 4 and not direct:
        doubts += (
            4 if phrases.PLUPERFECT.match(after) else not phrases.DECISION.search(before[-60:] + " | " + after[:60])
        )
    return doubts


def _is_numbered(reading: Reading, mention: Mention) -> bool:
    """Whether a date ends a short line, right behind the number of a case."""
    line = reading.paragraph(mention.start)
    rest = reading.text[mention.end : line.end]
    before = reading.words(Span(line.start, mention.start))
    return (
        line.end - line.start < _NUMBERED_LINE
        and phrases.ISSUE.search(before) is None
        and re.fullmatch(r"[\s).]*", rest) is not None
        and phrases.NUMBERED.search(before) is not None
    )


def _is_headed(reading: Reading, mention: Mention) -> bool:
    """Whether a date stands in the head of a decision: in a line of its own beside that of the number of the case."""
    line = reading.paragraph(mention.start)
    return (
        re.fullmatch(r"\W*date\s*:\s*", reading.words(Span(line.start, mention.start)), re.IGNORECASE) is not None
        and phrases.NUMBER_LINE.search(reading.text, max(0, line.start - _HEAD), line.end + _HEAD) is not None
    )


def _is_signature(reading: Reading, mention: Mention) -> bool:
    """Whether a date stands alone with a place in the second half of a text, where decisions are signed."""
    line = reading.words(reading.paragraph(mention.start))
    place = line.split(reading.text[mention.start : mention.end])[0]
    return (
        mention.start * 2 > len(reading.text)
        and len(line) < _SIGNATURE
        and re.fullmatch(r"[A-Z\u00c0-\u00de][\w -]{2,30},\s(?:le|den|il|the|on|dne)?\s?", place) is not None
    )


def _is_dateline(reading: Reading, mention: Mention) -> bool:
    """Whether a date stands between a place in capitals, or nothing, and a dash: "LONDON, Oct 18 - …"."""
    line = reading.paragraph(mention.start)
    before = reading.words(Span(line.start, mention.start))
    return (
        re.fullmatch(r"(?:[A-Z\u00c0-\u00de][\w'\u2019.-]*[\s,]{1,2}){0,4}(?:\(\w+\)\s)?", before) is not None
        and phrases.DATELINE_AFTER.match(reading.text, mention.end) is not None
    )
