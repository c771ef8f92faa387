"""Which number of people is that of those affected."""

import re

from kg.extract.reading import Reading, Span
from kg.model import Mention
from kg.values import Headcount

_POSITIVE = re.compile(
    r"\b(?:affect\w*|concern\w*|expos\w*|leak\w*|breach\w*|compromis\w*|stolen|accessed|access to|disclos\w*|"
    r"publish\w*|victims?|data (?:of|on|about|relating)|"
    r"information (?:on|about|of)|details of|records? (?:of|on)|involv\w*|relat\w* to|personal data|data subjects?|"
    r"hack\w*|lost|sent to|without consent|"
    r"downloaded|files?|database|information|names|addresses|numbers|passwords?|details|records?|pinched|"
    r"registered|contacts?|profiles|impact\w*|monitored|used|subject)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:affect\w*|expos\w*|leak\w*|stolen|victims?|compromis\w*|downloaded|data (?:of|on|about|relating to)|"
    r"personal data of|information (?:on|about)|"
    r"details of|data subjects|concern\w*)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:complain\w*|employs|staff of|inhabitants|population|members and|turnover|calls|messages|e-?mails sent|"
    r"downloads?|million times|visitors? a|"
    r"readers|followers|subscribers worldwide|app users|has (?:over|around|about|more than|some)|with (?:around|"
    r"about|over|some|more than)|"
    r"signatures|demonstrat\w*|fined|answers? up to|an average|per (?:day|week|month|year)|medical practices|"
    r"could have|cases|worldwide)\b",
    re.IGNORECASE,
)


def affected(reading: Reading, spans: tuple[Span, ...]) -> tuple[Mention, Headcount, float] | None:
    """The number of people affected, and how well the words around it support it (0 to 1); None where none is told."""
    best: tuple[float, int, Mention, Headcount] | None = None
    for mention, headcount in reading.headcounts:
        if headcount.count < 2 or not any(mention.start in span for span in spans):
            continue
        score = _score(reading, mention)
        if score <= 0:
            continue
        # The total comes before its parts: of equal support the larger number wins, then the first.
        candidate = (score, headcount.count, mention, headcount)
        if best is None or candidate[:2] > best[:2]:
            best = candidate
    return (best[2], best[3], min(best[0] / 4, 1.0)) if best else None


def _score(reading: Reading, mention: Mention) -> float:
    near = reading.before(mention, 80) + " | " + reading.after(mention, 80)
    close = reading.before(mention, 40) + " | " + reading.after(mention, 40)
    score = 0.0
    score += bool(_POSITIVE.search(near)) + bool(_STRONG.search(close)) * 1.5
    score += mention.start in reading.title and 0.5
    score -= bool(_NEGATIVE.search(close)) * 1.8
    if re.search(r"\b(?:of whom|of them|of which|of those|of these|for|by)\s+$", reading.before(mention, 12)):
        score -= 0.6
    return score
