"""Which date is the decision's: the day it was taken, else the day it was announced."""

import re
from collections.abc import Sequence

from kg.extract import triggers
from kg.extract.reading import Reading, Span
from kg.model import Mention
from kg.values import PartialDate

_DECISION = re.compile(
    r"\b(?:decision|resolution|deliberation|ruling|ordinance|provision|measure|notice|penalty notice|order|"
    r"determination|opinion|adopted|imposed|fined|fines|fine|issued|"
    r"sanctioned|completed|published its|pronounced|decided|took|taken|ordered|reprimanded|concluded|announced|"
    r"ruled|determined|prohibited|penalty)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"(?:\b(?:decision|resolution|deliberation|ruling|ordinance|provision|determination|decree|notice|order|"
    r"penalty notices?)\s*(?:no\.?\s*\S+\s*)?"
    r"(?:SAN-\S+\s*)?(?:is\s+|was\s+|,\s*)?(?:(?:dated|of|from|on|adopted on|taken on|issued on|dated of|made on|"
    r"handed down on)\s+(?:the\s+)?)$"
    r"|\bcompleted,?\s+(?:on|in)\s+$|\bdated\s+(?:the\s+)?$|"
    r"\b(?:fines?|penalty|sanction|decision|notices?)\s+(?:was |were |is )?"
    r"(?:issued |imposed |taken |adopted |determined )?on\s+(?:the\s+)?$"
    r"|date of (?:the )?decision\s*:?\s*$|\bdecided on\s+$|\bdecision (?:was )?(?:taken|adopted|issued|made) (?:on|"
    r"in)\s+$|\bthe decision on\s+$|\([^)]{0,30},\s*$)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:complaint|complained|notified|notification|breach occurred|attack\w*|incident|hack\w*|leak(?:ed)? (?:on|"
    r"in)|since|between|until|from|opened|commenced|started|began|created|"
    r"requested|received|inspection|deadline|before|after|came into (?:force|effect)|applicable|entered|judgment|"
    r"court|appeal\w*|filed|sent|discovered|by|during|"
    r"established in|founded|summer of|request|hearing|employed|email)\b",
    re.IGNORECASE,
)


def decided(reading: Reading, spans: tuple[Span, ...], anchors: Sequence[int]) -> tuple[Mention, float] | None:
    """The date of the decision among the dates of the stretches, and how sure it is; None where the text gives none.

    `anchors` are the places of the sanction's verbs and sums: a date in their sentences is the likeliest.
    """
    ranked: list[tuple[float, int, Mention]] = []
    sentences = {reading.sentence(anchor) for anchor in anchors}
    for mention, date in reading.dates:
        if not any(mention.start in span for span in spans) or not _plausible(reading, date):
            continue
        score = _score(reading, mention, any(mention.start in sentence for sentence in sentences))
        ranked.append((score, -mention.start, mention))
    if not ranked:
        return None
    score, _, mention = max(ranked, key=lambda row: row[:2])
    return (mention, min(0.5 + score / 10, 0.97)) if score >= 2 else None


def _plausible(reading: Reading, date: PartialDate) -> bool:
    """The GDPR has applied since May 2018, and no decision is younger than the article on it."""
    published = reading.article.published
    return date.year >= 2010 and (
        published is None or str(date) <= str(published) or published.covers(date) or date.covers(published)
    )


def _opens(reading: Reading, mention: Mention) -> bool:
    """Whether a date opens its sentence: "On 8 February the authority …", "Today …"."""
    return re.fullmatch(
        r"(?:\S+\s)?(?:On|In|At|It was)?\s*", reading.before(mention, 40)
    ) is not None and not _EVENT.search(reading.after(mention, 30))


def _score(reading: Reading, mention: Mention, anchored: bool) -> float:
    before, after = reading.before(mention, 90), reading.after(mention, 60)
    score = 0.0
    if _DIRECT.search(before):
        score += 5
    if anchored:
        score += 2
    if triggers.DRAFT.search(reading.after(mention, 60)):
        score -= 2
    elif _opens(reading, mention) and _DECISION.search(reading.after(mention, 130)):
        score += 2
    if re.fullmatch(r"(?:last|this) year", reading.text[mention.start : mention.end], re.IGNORECASE):
        score -= 2
    if _DECISION.search(before[-60:]) or _DECISION.search(after[:40]):
        score += 1.5
    if _EVENT.search(before[-28:]):
        score -= 3
    elif _EVENT.search(before[-60:]) and not _DIRECT.search(before):
        score -= 0.7
    return score
