"""What the words beside a sum make of it other than a fine: a ceiling, damages, costs, a turnover, a mere thought.

`before` and `after` are the words of the sentence on either side, next to the sum.
"""

import re

from kg.extract import sum_words, triggers
from kg.extract.expressions import expression


def is_paid_to_somebody(before: str, after: str) -> bool:
    """Whether a court or a settlement made somebody pay a person: "ordered the clinic to pay a patient"."""
    if _AS_DAMAGES.search(before) or _IN_DAMAGES.match(after) or _TO_SETTLE.match(after):
        return True
    found = list(sum_words.PAID_TO_SOMEBODY.finditer(before))
    return bool(found) and _TO_AMOUNT.match(before, found[-1].end()) is not None


_AS_DAMAGES = expression(
    r"\b(?:compensation|damages|restitution|refunds?)\s(?:payment\s)?"
    r"(?:of|in (?:the )?(?:height|amount|sum) of|amounting to)\s(?:about |around |up to )?[€£$]?$",
    re.IGNORECASE,
)


_IN_DAMAGES = expression(r"\)?\s(?:in|as)\s(?:\w+[\s-]){0,2}?(?:damages|compensation|redress)\b", re.IGNORECASE)
_TO_SETTLE = expression(
    r"\)?\s(?:in order )?to\s(?:settle|resolve|end)\b[^.;]{0,50}\b(?:claims?|class[ -]action|lawsuits?|suits?"
    r"|litigation)\b",
    re.IGNORECASE,
)


def is_maximum(before: str, after: str) -> bool:
    """A ceiling, unless the words say that it was imposed ("sanctioned up to the height of")."""
    percent = triggers.PERCENT_OF_TURNOVER.search(after[:60])
    if (
        percent
        and _STATUTORY.match(percent.group())
        and re.match(
            r"[\s,)]*(?:\([^)]*\)\s*)?(?:or|and|, whichever|in (?:the )?event)\b", after[: percent.start() + 3]
        )
    ):
        return True
    if re.search(r"(?:%|per ?cent|percent|pct)[^.;]{0,70}(?:or|whichever)[^.;]{0,30}$", before):
        return True
    if _AT_THE_MAXIMUM.match(after) and re.search(r"\bfined\b[^.;]{0,30}$", before):
        return False
    near = before[-60:]
    found = list(triggers.MAXIMUM.finditer(near))
    if not found:
        return bool(
            re.match(
                r"[^.;]{0,30}(?:\bmaximum\b|\b(?:is|are|would be|may be) (?:possible|threatened|imposed))", after[:50]
            )
        )
    imposed = re.search(
        r"\b(?:has|have|was|were|been) (?:just )?(?:been )?(?:fined|sanctioned|imposed|ordered)", before
    )
    return not (imposed and re.search(r"up to\s*$|height of\s*$", near))


_AT_THE_MAXIMUM = expression(r"[^.;]{0,30}[\s,(]{1,2}the (?:legal |statutory )?maximum\b")
"""Behind a fine that is as high as the law allows."""

_STATUTORY = expression(r"(?:2|4|5|10|two|four|five|ten)\b(?![.,]\d)", re.IGNORECASE)
"""The shares of the turnover that laws give as ceilings; any other share describes a fine that was imposed."""


_TO_AMOUNT = expression(
    r"[\s:]*(?:(?:about|around|approximately|nearly|almost|over|more than|just (?:over|under)|some|roughly|up to|a"
    r"|only)\s){0,3}[€£$]?\s*$",
    re.IGNORECASE,
)


def is_other(before: str, after: str) -> bool:
    """Whether the sum is the amount of a noun for another sum ("with a net profit of"), or of costs."""
    if _IN_COSTS.match(after) or _IS_PAID_BY_MANY.search(before):
        return True
    heads = list(sum_words.HEAD_OF_OTHER.finditer(before))
    if not heads or not _TO_AMOUNT.match(before, heads[-1].end()):
        return False
    return triggers.FINE_WORDS.search(heads[-1].group()) is None


def is_unreal(before: str, after: str) -> bool:
    """Whether the words beside a sum make it one that was thought of only, or any such fine."""
    if (_ANY_FINE.search(before) and _IN_GENERAL.match(after)) or _IN_MIND.match(after):
        return True
    found = list(sum_words.UNREAL_SUM.finditer(before))
    return bool(found) and _TO_AMOUNT.match(before, found[-1].end()) is not None


def is_question(whole: str) -> bool:
    """Whether a sentence asks whether something is so; "why" and "how" take for granted that it is."""
    return whole.rstrip(" \"'*):").endswith("?") and _TAKES_FOR_GRANTED.match(whole) is None


def is_example(whole: str) -> bool:
    """Whether a sentence works out an example: its fine is nobody's."""
    return _EXAMPLE.search(whole) is not None


_EXAMPLE = expression(
    r"\bin (?:the|an|this|our|one) (?:\w+ )?example\b|\b(?:worked|calculation|fictitious|hypothetical) (?:example"
    r"|case|company|firm|controller)\b|^\W*(?:imagine|suppose|assume)\b",
    re.IGNORECASE,
)


_TAKES_FOR_GRANTED = expression(r"\W*(?:why|how|what|who|when|where|which)\b", re.IGNORECASE)


_ANY_FINE = expression(
    r"(?:^|[.!?]\s|\b(?:even|whether|if)\s)(?:a|an|any|even a)\s(?:\w+\s)?(?:fine|penalty|sanction)\sof\s\S{0,3}\s?$",
    re.IGNORECASE,
)


_IN_GENERAL = expression(
    r",?\s(?:is|isn.t|may|might|would|can|could|does|doesn.t|hurts?|means|sounds|looks|seems|frightens|scares|deters|impresses)\b"
)
"""Behind a fine in the indefinite at the head of a sentence: it speaks of any such fine, and of no case."""


_IN_MIND = expression(
    r"[^.;,]{0,12}\b(?:is|was) what (?:it|he|she|they|the \w+) (?:had|would|might|could)\b", re.IGNORECASE
)
_IS_PAID_BY_MANY = expression(
    r"\b(?:most|many|all|some|every)\s(?:[\w-]+\s){1,3}(?:will|would|must|have to|has to|need to)?\s?pays?\s"
    r"(?:\S{1,9}\s(?:or|and|to)\s)?\S{0,3}$"
    r"|\bfees?\s(?:is|are|of|costs?|ranges?)\s(?:between|from)\s\S{0,3}$",
    re.IGNORECASE,
)
"""Before a price or a fee: what all of a kind pay is no fine of anybody."""

_IN_COSTS = expression(r"\s(?:in|of|for|as)\s(?:the\s)?(?:\w+\s)?(?:costs|fees)\b", re.IGNORECASE)
