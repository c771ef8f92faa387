"""What each sum in a text is: a fine, or a ceiling, a turnover, damages, a sum over several parties …

The judgement rests on the words of the sentence around the sum, the nearest first.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.extract import sum_words, triggers
from kg.extract.expressions import Expression, expression
from kg.extract.other_sums import is_example, is_maximum, is_other, is_paid_to_somebody, is_question, is_unreal
from kg.extract.reading import Reading
from kg.model import Label, Mention
from kg.values import Money

_CLOSE = 45
_BESIDE = 30
_NEAR = 110


class Use(StrEnum):
    """What a sum is."""

    FINE = "fine"
    DRAFT = "draft"
    TOTAL = "total over several parties"
    MAXIMUM = "maximum"
    PERIODIC = "for each day"
    DAMAGES = "damages"
    UNREAL = "thought of, asked about, not imposed"
    BARE = "with no word that tells what it is"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, what it is, and the same sum in other currencies as printed beside it."""

    mention: Mention
    money: Money
    use: Use
    alternatives: tuple[tuple[Mention, Money], ...] = ()
    assumed: bool = False
    """Whether no word beside it calls it a fine, and only the text around it makes it one."""


def sums(reading: Reading) -> tuple[Sum, ...]:
    """Every sum of a text with its use, in order; conversions beside a sum belong to it."""
    groups: list[list[tuple[Mention, Money]]] = []
    for mention, money in reading.money:
        if groups and _is_conversion(reading, groups[-1], mention, money):
            groups[-1].append((mention, money))
        else:
            groups.append([(mention, money)])
    return tuple(
        Sum(group[0][0], group[0][1], use(reading, group[0][0], group[-1][0].end), tuple(group[1:])) for group in groups
    )


_BETWEEN = expression(
    r"[\s,(\u2013-]*(?:which is |that is |or |i\.e\.,? |around |about |approximately |approx\.? |roughly |some |"
    r"nearly |"
    r"almost |"
    r"just (?:over|under) |equivalent to |the equivalent of |the amount of |a sum of |"
    r"equal to |ca\.? |circa |an? |at the time |close to |"
    r"more than |"
    r"over |under |and |~|≈|=|/)*[\s(]*",
    re.IGNORECASE,
)


def _is_conversion(reading: Reading, group: Sequence[tuple[Mention, Money]], mention: Mention, money: Money) -> bool:
    between = reading.text[group[-1][0].end : mention.start]
    if money == group[0][1] and between.strip() == "(":
        return True  # in words, and in figures: "five thousand euros (€5,000)"
    if any(other.currency == money.currency for _, other in group) or not money.amount:
        return False
    if "\n" in between or not _BETWEEN.fullmatch(between) or between.strip() == "and":
        return False
    quotient = group[0][1].amount / money.amount
    return Decimal("0.001") < quotient < Decimal(1000)


def use(reading: Reading, mention: Mention, end: int) -> Use:
    """What a sum is; `end` is where its last conversion ends."""
    sentence = reading.sentence(mention.start)
    # A sum at the head of a sentence may stand there by a full stop inside a name ("S.A. €900").
    first = sentence.start if mention.start - sentence.start > 2 else reading.paragraph(mention.start).start
    before = reading.text[max(first, mention.start - _NEAR) : mention.start]
    after = reading.text[end : min(sentence.end, end + _NEAR)]
    whole = reading.words(sentence)
    if _by_time_or_unit(before, after):
        return Use.PERIODIC
    if _is_range(reading, mention, before):
        return Use.MAXIMUM
    if sum_words.PETTY.search(before) or sum_words.PETTY.search(after[:_CLOSE]):
        return Use.OTHER
    if is_paid_to_somebody(before, after):
        return Use.DAMAGES
    if is_maximum(before, after):
        return Use.MAXIMUM
    if is_unreal(before, after) or is_question(whole) or is_example(whole):
        return Use.UNREAL
    if is_other(before, after):
        return Use.OTHER
    if (
        _IS_FINE.search(before)
        and not triggers.DRAFT.search(before[-70:])
        and not triggers.SEVERAL_PARTIES.search(whole)
        and not _foreign(reading, mention, whole)
    ):
        return Use.FINE
    several = triggers.TOTAL.search(before[-30:]) and triggers.SEVERAL_PARTIES.search(whole)
    fined = _WAS_FINED.search(before) or _FINED_WHOM.search(before)
    if fined and not several and not _foreign(reading, mention, whole):
        return Use.FINE
    return _by_nearest(reading, mention, before, after)


def _by_nearest(reading: Reading, mention: Mention, before: str, after: str) -> Use:
    """What a sum is by which words stand nearest to it: those of fines, of damages, or of other sums."""
    if _after_authority(reading, mention):
        return Use.FINE
    sentence = reading.sentence(mention.start)
    whole = reading.words(sentence)
    fine = _fine_distance(before, after)
    other = _distance(sum_words.OTHER_SUMS, before, after, plain=True)
    if _distance(sum_words.DAMAGES, before, after) < fine:
        return Use.DAMAGES
    if _foreign(reading, mention, whole):
        return Use.OTHER
    if fine > _NEAR and not _weak_fine(reading, whole, sentence.start) and not triggers.REDUCTION.search(before):
        if _WAS_REDUCED.match(after):
            return Use.FINE
        return Use.OTHER if other < _BESIDE else Use.BARE
    if sum_words.RANSOM.search(before[-_CLOSE:] + after[:_CLOSE]) and not triggers.FINE_WORDS.search(before + after):
        return Use.OTHER
    if other < fine and other < _CLOSE and not triggers.REPLACES.search(before):
        return Use.OTHER
    if triggers.TOTAL.search(before + " " + after[:40]) and triggers.SEVERAL_PARTIES.search(whole):
        return Use.TOTAL
    if triggers.DRAFT.search(before[-70:]) or re.search(r"\bbetween\s+$", before):
        return Use.DRAFT
    return Use.FINE


def _after_authority(reading: Reading, mention: Mention) -> bool:
    """Whether a sum is what an authority is said to have decided by nothing but a colon: "The CNIL: €3,500"."""
    return any(
        _COLON.fullmatch(reading.text, authority.end, mention.start)
        for authority, _ in reading.named(Label.AUTHORITY)
        if authority.end < mention.start < authority.end + _BESIDE
    )


_COLON = expression(r"(?:\s(?:followed up|decided|said|ruled|struck))?:\s(?:\w+\s)?")
_EACH_DAY = expression(r"\b(?:each|every|per)\s(?:\w+\s)?(?:day|week|month)\b[^.;,]{0,60}$", re.IGNORECASE)


def _by_time_or_unit(before: str, after: str) -> bool:
    """Whether a sum falls due for each day, month or case, or only if an order is not obeyed."""
    rest = after.lstrip(" ,()-")
    if triggers.PERIODIC.match(rest) or triggers.PERIODIC.search(after[:25]) or sum_words.BY_UNIT.match(rest):
        return True
    if _EACH_DAY.search(before):
        return True
    clause = re.split(r"[;:]|\band\b", before)[-1]
    return sum_words.PENALTY_PAYMENT.search(clause[-60:]) is not None or (
        sum_words.PENALTY_PAYMENT.match(rest) is not None
    )


_TO_NEXT = expression(r"\s?(?:to|-|\u2013|\u2014)\s?(?:about |around |some )?")


def _is_range(reading: Reading, mention: Mention, before: str) -> bool:
    """Whether a sum is one end of a range ("fines of €4,000 to €10,000"), not of a change from one to the other."""
    whole = reading.words(reading.sentence(mention.start))
    if triggers.REDUCTION.search(whole) or triggers.DRAFT.search(before) or _CHANGED.search(before):
        return False
    at = bisect_left(reading.money, mention.start, key=lambda row: row[0].start)
    for first, second in ((at, at + 1), (at - 1, at)):
        if first < 0 or second >= len(reading.money):
            continue
        if reading.money[first][1].currency != reading.money[second][1].currency:
            continue
        between = reading.text[reading.money[first][0].end : reading.money[second][0].start]
        lead = reading.before(reading.money[first][0], 20)
        if _TO_NEXT.fullmatch(between) or (between.strip() == "and" and re.search(r"\bbetween\s+\S?$", lead)):
            return True
    return False


_CHANGED = expression(r"\b(?:rais|increas|doubl|chang|rose|went|gone|grew|climb)\w*", re.IGNORECASE)


def _distance(words: Expression, before: str, after: str, *, plain: bool = False) -> int:
    """How far the nearest of the words is, in characters; a big number where none stands there.

    What lies beyond the end of a clause is further away. With `plain` a capital inside a sentence does not
    count: the "Revenue" of a Revenue Agency is no revenue.
    """
    ends = [_apart(before[hit.end() :]) for hit in words.finditer(before) if not (plain and hit.group()[0].isupper())]
    starts = [_apart(after[: hit.start()]) for hit in words.finditer(after) if not (plain and hit.group()[0].isupper())]
    return min([*ends, *starts], default=10**6)


_CLAUSE_ENDS = expression(
    r"[,;:]|\b(?:while|whilst|after|before|but|when|because|which|who|whose|although|and|as)\b", re.IGNORECASE
)
_CLAUSE = 25
"""How many characters the end of a clause counts for."""


def _apart(between: str) -> int:
    return len(between) + _CLAUSE * min(len(_CLAUSE_ENDS.findall(between)), 2)


def _fine_distance(before: str, after: str) -> int:
    return min(_distance(triggers.FINE_WORDS, before, after), _distance(triggers.PAY_WORDS, before, after))


def _weak_fine(reading: Reading, whole: str, start: int) -> bool:
    """A sum in a sentence whose beginning, or whose headline, speaks of a fine."""
    if triggers.FINE_WORDS.search(whole):
        return True
    return start in reading.title and triggers.PAY_WORDS.search(whole) is not None


_IS_FINE = expression(
    r"\b(?:fines?|penalt(?:y|ies)|sanctions?|fee|multa|amendes?)\b(?: payment)?(?: \w+){0,4}? (?:of|"
    r"d['’]un montant de|de|in the amount of|amounting to)\s+"  # noqa: RUF001
    r"(?:about |around |approximately |nearly |almost |over |more than |just (?:over|under) |a total of |€ ?)?$",
    re.IGNORECASE,
)


_TOLD = expression(
    r"\b(?:filings?|filed|told|submitted|statement|disclos\w+|report(?:s|ed|ing)?|listed|registered|notified)"
    r"(?:\W+\w+){0,2}\W+(?:with|to|before|at)(?:\W+(?:the|an?|U\.?S\.?|American|British|federal|\w+'s))*\W*$",
    re.IGNORECASE,
)
"""Before a regulator that only receives papers."""
_PAPER = expression(r"(?:'s)?\s(?:filings?|reports?|documents?|disclosures?|forms?|statements?)\b")


_FINED_WHOM = expression(
    r"\b(?:fine[sd]|fining|penali[sz]e[sd])\s(?:(?!(?:with|whose|which|that|of|worth|for|in|totall?ing|amounting|adding)\b)"
    r"[^\W\d][\w&.'\u2019-]*\s){1,8}$",
)
"""A verb and its object, and directly behind them the sum: "fined a debt collector | €900"."""

_WAS_REDUCED = expression(
    r"[\s,)]*(?:was|were|has been|had been|is)\s(?:\w+\s)?(?:reduced|lowered|cut|halved|trimmed|slashed)\b",
    re.IGNORECASE,
)

_WAS_FINED = expression(
    r"\b(?:was|were|been|got)\s(?:\w+ly\s)?(?:fined|penali[sz]ed|sanctioned with)\s"
    r"(?:a total of\s|almost\s|nearly\s|about\s|around\s|over\s|more than\s|just (?:under|over)\s)?[€£$]?$",
    re.IGNORECASE,
)


def _foreign(reading: Reading, mention: Mention, whole: str) -> bool:
    """Whether another regulator acts in the sentence, and no data-protection authority."""
    line = reading.paragraph(mention.start)
    row = reading.text[line.start] == "|"  # a row of a table speaks of itself only
    whole = reading.words(line) if row else whole
    others = [
        hit
        for hit in triggers.OTHER_REGULATORS.finditer(whole)
        if not _TOLD.search(whole[: hit.start()]) and not _PAPER.match(whole, hit.end())
    ]
    if not others:
        return False
    sentence = line if row else reading.sentence(mention.start)
    return not any(m.start in sentence for m, _ in reading.named(Label.AUTHORITY))
