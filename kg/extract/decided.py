"""Which date is the decision's: the day it was taken, else the day it was announced."""

import re
from collections.abc import Sequence, Set

from kg.extract import triggers
from kg.extract.expressions import expression
from kg.extract.reading import Reading, Span, remembered, within
from kg.model import Mention
from kg.values import PartialDate

_ACT = (
    r"decisions?|resolutions?|deliberations?|rulings?|ordinances?|provisions?|determinations?|decrees?|notices?|"
    r"orders?|"
    r"fines?|penalt(?:y|ies)|sanctions?|measures?|reprimands?|precepts?|deliberação|deliberaç\w+|bescheid|"
    r"beschluss|décision|délibération|"
    r"decisione|provvedimento|resolución|besluit|decyzja|decyzją|beslut|afgørelse|vedtak"
)
"""What an authority takes, issues, adopts; penalties by their name too."""

_TAKEN = (
    r"adopted|taken|issued|made|handed down|imposed|signed|dated|rendered|delivered|pronounced|notified|served|"
    r"reached|"
    r"determined|given|passed|levied|announced|published|released|communicated|vom|du|del|van|av|af|z dnia|datée?"
)
_ACTED = (
    r"fined|reprimanded|sanctioned|imposed|issued|adopted|decided|ruled|ordered|found|concluded|determined|announced|"
    r"prohibited|banned|closed|penali[sz]ed|levied|handed down|convicted|sentenced|made public|completed|"
    r"finali[sz]ed|finished"
)
_SANCTIONED = (
    r"fined|reprimanded|sanctioned|imposed|prohibited|banned|levied|handed (?:down|out)|penali[sz]ed|convicted|"
    r"sentenced|"
    r"ordered|ruled|concluded|decided|issued|announced|slapped|hit|found (?:that|against)|upheld the complaint"
)
_JUST_BEFORE = expression(
    rf"\b(?:{_SANCTIONED}|(?:set|laid (?:up|down)|fixed) the (?:\w+ )?(?:fine|sum|amount))(?:\s[^\s,;.:]+){{0,5}}?\s"
    r"(?:(?:back\s)?(?:in|on)\s(?:the\s(?:spring|summer|autumn|winter|end|beginning)\sof\s)?)?$",
    re.IGNORECASE,
)
"""A sanction, and the date in the same breath: "imposed in December 2021", "ordered the hospital last Friday"."""
_JUST_AFTER = expression(
    rf"(?:\sof (?:this|last|that|the same) year)?,?\s(?:the\s)?(?:(?!was|were|had)\w+\s){{0,1}}(?:{_SANCTIONED})\b",
    re.IGNORECASE,
)
_PAID = expression(
    r"[^.;]{0,60}\b(?:proceeded to pay|paid|made (?:use|the payment)|voluntary payment|acknowledged)\b", re.IGNORECASE
)
"""After the date: somebody paid then."""
_NUMBERED = expression(
    r"(?:\b\S{0,20}\d[\d/.-]{0,12}\d\S{0,8}|\bn[o°.]{0,2}\s?\d+)\s?(?:,|\u2013|\u2014|-|\(|of|dated|del|vom|"
    r"du)\s(?:of\s|the\s)?$",
    re.IGNORECASE,
)
"""A number of a case right before the date, as at the head and the foot of summaries."""
_ISSUE = expression(r"\b(?:newsletter|bulletin|press|issue|edition|release|news)\b", re.IGNORECASE)
_NUMBERED_LINE = 140
"""How long such a line may be, in characters."""
_DECISION = expression(
    rf"\b(?:{_ACT}|opinion|took (?:the|its|this|a|that) (?:\w+ )?(?:decision|measure|step)|fines|pronounced|"
    rf"published its|"
    rf"{_ACTED})\b",
    re.IGNORECASE,
)
_DIRECT = expression(
    # "decision no. 12/2021, adopted on", "the decision bears the number X and the date of", "Bescheid vom".
    rf"(?:\b(?:{_ACT})(?:,?\s(?:no\.?|nr\.?|number|ref\.?|[^\s,;:]*\d[^\s,;:]*|was|were|is|are|has|have|been|bears?|"
    rf"carries|bearing|and|the|itself|finally|{_TAKEN})){{0,9}},?"
    r"\s(?:on|of|from|in|dated|the|date|dates|vom|du|del|van|av|af|dnia)(?:\s(?:of|from|on|the|is|to)){0,3}\s+$"
    r"|\b(?:decisions?|resolutions?|penalt(?:y|ies)|fines?)\s(?:dates?|dated|is|are|was|were)\sfrom\s$"
    r"|\b(?:completed|concluded|closed|finali[sz]ed|decided),?(?:\s[^\s;]+){0,9}?\s(?:on|in)\s+$"
    r"|\b(?:notified|served|issued|communicated)\s(?:to|on|upon)(?:\s[^\s.;]+){1,6}?\son\s+$"
    r"|\bdated?\s(?:of\s|on\s)?(?:the\s)?$|date of (?:the )?(?:decision|adoption)\s*:?\s*$"
    r"|\([^)]{0,30},\s*$)",
    re.IGNORECASE,
)
_LEGAL = expression(
    r"\b(?:act|law|code|directive|regulation|convention|budget)\b(?:\s[^\s.;]+){0,4}\s(?:of|from)\s+$", re.IGNORECASE
)
"""The date is that of a law."""

_EVENT = expression(
    r"\b(?:complain\w*|notified(?! on)|notification|breach occurred|attack\w*|incident|hack\w*|leak(?:ed)? (?:on|"
    r"in)|since|between|until|from|opened|commenced|started|began|begun|created|launched|initiated|"
    r"requested|received|inspection|deadline|before|after|came into (?:force|effect)|applicable|entered|judgment|"
    r"court|appeal\w*|filed|sent|discovered|by|during|inbox|occurred|took place|lodged|"
    r"established in|founded|summer of|request|richiesta|demande|solicitud|anfrage|hearing|employed|email|"
    r"reported|wrote|asked|dismissed|hired|installed|"
    r"intends?|proposed|preliminary|provisional|draft)\b",
    re.IGNORECASE,
)
_COURT = expression(
    r"\b(?:courts?|tribunal|judges?|judgment|council of state|conseil d.[ée]tat|appeals? (?:board|committee)|upheld|"
    r"annull?ed|quashed|overturned|set aside|lowered|reduced|cut|brought (?:the \w+ )?down|on appeal)\b",
    re.IGNORECASE,
)
_CONVICTED = expression(r"\b(?:convicted|sentenced)\b", re.IGNORECASE)
"""Where courts impose the fines, as in Denmark."""
_FIRST_INSTANCE = expression(
    r"\b(?:had|was|were|first) (?:\w+ )?(?:imposed|fined|issued|decided|laid|handed)|\bimposed\b", re.IGNORECASE
)
_PREVIOUS = expression(
    r"\b(?:twice|once) before\b|\b(?:previous(?:ly)?|earlier|already|repeat)\b[^.;]{0,50}$|\binitially\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_PLUPERFECT = expression(r"[^.;]{0,60}\bhad (?:already |once |previously )?[a-z]+(?:ed|en)\b")
_SEVERAL = expression(r"\b(?:decisions|resolutions|orders|fines|penalties|notices)\b", re.IGNORECASE)

_ENOUGH = 2.0
"""The score from which on a date is that of the decision."""

_CERTAIN = 5.0
"""The score of a date that is called that of a decision."""

_ROUND_UP = expression(
    r"\b(?:round-?up|enforcement (?:tracker|digest|overview|review|in|round)|(?:fines|decisions|"
    r"sanctions) (?:of|in))\b",
    re.IGNORECASE,
)
_LEAD = 400
"""A decision that a text opens with is that of all its parties, in characters from its beginning."""

_SIGNATURE = 60
"""How long the line of a signature may be, in characters."""

_DATELINE_AFTER = expression(r"\s?(?:[-\u2013\u2014]\s|\([A-Z]|/[A-Z]|:\s)")


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
            return best, min(0.5 + score / 10, 0.97)
    return _common(reading, sentences)


def _common(reading: Reading, sentences: Set[Span]) -> tuple[Mention, float] | None:
    """The one date that a text gives for decisions together or in a sentence on the case that speaks of others "
    "too."""
    direct = [
        (mention, date)
        for mention, date in reading.dates
        if _plausible(reading, date) and _score(reading, mention, date, anchored=False) >= _CERTAIN
    ]
    near = [
        row
        for row in direct
        if reading.sentence(row[0].start) in sentences or _SEVERAL.search(reading.before(row[0], 110))
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
        if date.day is None and _ROUND_UP.search(reading.words(first)) and _plausible(reading, date):
            return mention, 0.6
    return None


def _plausible(reading: Reading, date: PartialDate) -> bool:
    """The GDPR has applied since May 2018, and no decision is younger than the article on it."""
    published = reading.article.published
    return date.year >= 2010 and (
        published is None or str(date) <= str(published) or published.covers(date) or date.covers(published)
    )


def _opens(reading: Reading, mention: Mention) -> bool:
    """Whether a date opens its sentence: "On 8 February the authority …", "Today …"."""
    return re.search(
        r"(?:^(?:\S+\s)?(?:On|In|At|It was)?|\bthat (?:on|in))\s*$", reading.before(mention, 40)
    ) is not None and not _EVENT.search(reading.after(mention, 30))


@remembered
def _score(reading: Reading, mention: Mention, date: PartialDate, anchored: bool) -> float:
    before, after = reading.before(mention, 110), reading.after(mention, 60)
    words = reading.text[mention.start : mention.end]
    preposition = "on " if words.startswith("on ") else ""
    direct = _DIRECT.search(before + preposition) is not None and not _LEGAL.search(before)
    score = 5.0 * direct + 2 * anchored + 2 * _is_signature(reading, mention)
    if _is_numbered(reading, mention):
        score += 5
    if (
        date.month
        and not _EVENT.search(before[-28:])
        and (_JUST_BEFORE.search(before + preposition) or _JUST_AFTER.match(after))
    ):
        score += 1.3
    if _PAID.match(after) or re.search(r"\b(?:paid|payment)\b[^.;]{0,40}$", before):
        score -= 5
    if triggers.DRAFT.search(after):
        score -= 0 if words.lower() == "today" else 2
    elif _opens(reading, mention) and _DECISION.search(reading.after(mention, 150)):
        score += 2
    if re.fullmatch(r"(?:last|this|past) (?:year|month)", words, re.IGNORECASE):
        score -= 2
    if _DECISION.search(before[-60:]) or _DECISION.search(after[:40]):
        score += 1.5
    if _EVENT.search(before[-28:]) and not direct:
        score -= 3
    elif _EVENT.search(before[-60:]) and not direct:
        score -= 0.7
    return score - _doubts(reading, mention, date, direct=direct)


def _doubts(reading: Reading, mention: Mention, date: PartialDate, *, direct: bool) -> float:
    """What speaks against a date: a court's, one that only heads a report, a year that an earlier case recalls."""
    before, after = reading.before(mention, 110), reading.after(mention, 110)
    doubts = 4.0 if _LEGAL.search(before) else 0.0
    clause = re.split(r"[,;:]\s", before[-90:])[-1] + " | " + re.split(r"[,;:]\s", after)[0]
    if _COURT.search(clause) and not _FIRST_INSTANCE.search(clause) and not _CONVICTED.search(clause):
        doubts += 1.5 + 2.5 * (not direct)
    elif _is_dateline(reading, mention):
        doubts += 5
    if _PREVIOUS.search(before):
        doubts += 3 + 3 * direct
    if len(str(date)) == 4 and not direct:
        doubts += 4 if _PLUPERFECT.match(after) else not _DECISION.search(before[-60:] + " | " + after[:60])
    return doubts


def _is_numbered(reading: Reading, mention: Mention) -> bool:
    """Whether a date ends a short line, right behind the number of a case."""
    line = reading.paragraph(mention.start)
    rest = reading.text[mention.end : line.end]
    before = reading.words(Span(line.start, mention.start))
    return (
        line.end - line.start < _NUMBERED_LINE
        and _ISSUE.search(before) is None
        and re.fullmatch(r"[\s).]*", rest) is not None
        and _NUMBERED.search(before) is not None
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
        and _DATELINE_AFTER.match(reading.text, mention.end) is not None
    )
