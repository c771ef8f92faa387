"""Which party of a sentence each of its sums falls on: "€60,000 for A and €18,000 for B", "A (€60,000), B (€18,000)".

Three forms: the party behind its sum, the party before it, and lists that go together by their order ("A and B …
€60,000 and €18,000 respectively"). Only words of sanctioning may stand between a party and its sum.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.expressions import expression
from kg.extract.lexicon import alternation, words
from kg.extract.names import Phrase, phrase_at
from kg.extract.parties import Statement, describes_party, is_party
from kg.extract.party_words import Strength
from kg.extract.reading import Reading, Span
from kg.model import Mention

_GLUE = words(
    """which who that it was were is are has have had been being will must to pay pays paid paying find owes gets got
    get receives received receiving given handed fined sanctioned penalised penalized punished hit a
    an another the separate further second fine penalty sanction administrative monetary sum amount amounts
    amounting total totalling of with by in at only just about around over nearly almost approximately some roughly
    alone also now each both bill invoice comes came for should be and"""
)
"""Words that may stand between a party and the sum that falls on it."""

_BETWEEN_PARTY_AND_SUM = expression(
    rf"(?:,\s(?:which|who|whose|its|the|an?)\s[^,.;]{{2,60}},)?(?:[\s,:(\u2013\u2014-]*\b{alternation(_GLUE)}\b)*"
    r"[\s,:(\u2013\u2014-]*",
    re.IGNORECASE,
)
_BEHIND = expression(
    r"\s*[)\"\u201d]?(?:\s*\([^)]{1,40}\))?,?\s+(?:(?:administrative |monetary )?(?:fine|penalty|sanction)\s+)?"
    r"(?:(?:was |were )?(?:imposed|issued|levied)\s+|(?:fall|falls|fell|go|goes|went)\s+)?"
    r"(?P<word>on|upon|against|for|to|from)\s+"
)
_FALLS_TO = expression(r",?\s(?:falls?|fell|goes|go|went)\s(?:to|on)\s")
_BRACKET = expression(r"\s?(?P<word>\()(?:for\s|the\s)*(?=[^\W\d_a-z])")
_LIST = expression(
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:,|,?\s+and|,?\s+as well as|&|,?\s+or)\s+(?:for\s+|on\s+|against\s+|to\s+)?"
    r"(?:(?:the|its|a|an|of)\s+)*(?:[a-z][\w-]*\s+){0,4}"
)
"""Between two parties of a list, or two sums of one."""

_SUM_LIST = expression(r"\s*(?:\([^)]{1,40}\)\s*)?(?:,|,?\s+and|&)\s+(?:of\s+|another\s+)?", re.IGNORECASE)
_CONVERSION = expression(r"\s*[(,/=]?\s*(?:[a-z]+\.?\s){0,5}")
_EACH = expression(r"\beach\b", re.IGNORECASE)
_DETERMINER = expression(r"\b(?:the|an?|its|their|his|her|one|another)\s+(?=[\w])", re.IGNORECASE)
_ENTRY = expression(r"\s?[:(]\s?")
_CAPITAL = expression(r"(?<![\w'\u2019.&-])(?=[^\W\d_a-z])")
_CLOSE = 70


def paired(reading: Reading) -> tuple[Statement, ...]:
    """The statements that sums make on the parties of their sentences; the place of each is that of its sum.

    A sentence of one sum makes one only of lists ("A and B €20,000 each") and entries ("A: €20,000"): all else is for
    its verbs to say.
    """
    found: list[Statement] = []
    for sentence, here in _by_sentence(reading):
        found += _of_sentence(reading, sentence, here)
    return tuple(found)


def _by_sentence(reading: Reading) -> Iterator[tuple[Span, list[Mention]]]:
    """Each sentence that has sums, with them, but for conversions of the sum before."""
    here: dict[Span, list[Mention]] = {}
    last: tuple[int, str] = (0, "")
    for mention, money in reading.money:
        sums = here.setdefault(reading.sentence(mention.start), [])
        between = reading.text[last[0] : mention.start]
        if not (sums and money.currency != last[1] and _CONVERSION.fullmatch(between)):
            sums.append(mention)
        last = (mention.end, money.currency)
    yield from here.items()


def _of_sentence(reading: Reading, sentence: Span, sums: Sequence[Mention]) -> list[Statement]:
    parties = [] if reading.words(sentence).isupper() else list(_parties(reading, sentence, sums))
    if not parties:
        return []
    joint = _each(reading, sentence, sums, parties) or _zipped(reading, sentence, sums, parties)
    if joint:
        return joint
    if len(sums) == 1:
        return _of_one(reading, sentence, sums[0], parties)
    behind = [s for mention in sums if (s := _behind(reading, sentence, mention)) is not None]
    before = [s for mention in sums if (s := _before(reading, mention, parties)) is not None]
    if len(behind) == len(before) == len(sums):
        return behind if sums[0].start < parties[0].start else before
    return max(behind, before, key=len) if behind and before else behind or before


def _of_one(reading: Reading, sentence: Span, mention: Mention, parties: Sequence[Phrase]) -> list[Statement]:
    """What a sum alone in its sentence says of a party: "A: €20,000", or in a heading "€20,000 for A"."""
    if reading.is_heading(mention.start) and (found := _behind(reading, sentence, mention)) is not None:
        return [found]
    first = parties[0]
    opens = first.start - sentence.start < _CLOSE and first.end <= mention.start
    if opens and reading.text[sentence.start : mention.start].rstrip().endswith(":"):
        return [Statement(first, Strength.FINED, mention.start, paired=True)] if first.named else []
    if _FALLS_TO.match(reading.text, mention.end) and (found := _behind(reading, sentence, mention)) is not None:
        return [found]
    found = _before(reading, mention, parties)
    return [found] if found and _ENTRY.fullmatch(reading.text, found.phrase.end, mention.start) else []


def _parties(reading: Reading, sentence: Span, sums: Sequence[Mention]) -> Iterator[Phrase]:
    """The phrases of a sentence that can be parties, in order, none overlapping another."""
    end = sentence.start
    starts = {match.start() for match in _DETERMINER.finditer(reading.text, sentence.start, sentence.end)}
    starts |= {match.start() for match in _CAPITAL.finditer(reading.text, sentence.start, sentence.end)}
    for start in sorted(starts):
        if start < end:
            continue
        stop = next((mention.start for mention in sums if mention.start > start), sentence.end)
        phrase = phrase_at(reading.text, start, stop)
        if phrase is not None and is_party(reading, phrase):
            yield phrase
            end = phrase.end


def _each(reading: Reading, sentence: Span, sums: Sequence[Mention], parties: Sequence[Phrase]) -> list[Statement]:
    """Parties of a list that all get the same sum: "A and B are each to pay €20,000"."""
    if len(sums) != 1:
        return []
    [mention] = sums
    before, after = (
        reading.text[max(sentence.start, mention.start - 60) : mention.start],
        reading.text[mention.end :][:25],
    )
    if not (_EACH.search(before) or _EACH.match(after.lstrip(" ,("))):
        return []
    run = max(_runs(reading, parties), key=len)
    return [Statement(phrase, Strength.FINED, mention.start, paired=True) for phrase in run] if len(run) > 1 else []


def _zipped(reading: Reading, sentence: Span, sums: Sequence[Mention], parties: Sequence[Phrase]) -> list[Statement]:
    """As many parties in a list as sums in one, in the same order."""
    listed = all(_SUM_LIST.fullmatch(reading.text, a.end, b.start) for a, b in pairwise(sums))
    if len(sums) < 2 or not listed:
        return []
    for run in _runs(reading, parties):
        if len(run) != len(sums):
            continue
        gap = (run[-1].end, sums[0].start) if run[-1].end <= sums[0].start else (sums[-1].end, run[0].start)
        if gap[0] <= gap[1] and (gap[1] - gap[0] <= _CLOSE or "respectively" in reading.words(sentence)):
            return [Statement(p, Strength.FINED, m.start, paired=True) for p, m in zip(run, sums, strict=True)]
    return []


def _runs(reading: Reading, parties: Sequence[Phrase]) -> list[list[Phrase]]:
    """The lists that parties stand in: "A, B and C"; a party alone is a list of one."""
    runs: list[list[Phrase]] = []
    for phrase in parties:
        if runs and _LIST.fullmatch(reading.text, runs[-1][-1].end, phrase.start):
            runs[-1].append(phrase)
        else:
            runs.append([phrase])
    return runs


def _behind(reading: Reading, sentence: Span, mention: Mention) -> Statement | None:
    found = _BEHIND.match(reading.text, mention.end, sentence.end) or _BRACKET.match(
        reading.text, mention.end, sentence.end
    )
    phrase = phrase_at(reading.text, found.end(), sentence.end) if found else None
    if found is not None and found["word"] == "(" and (phrase is None or not phrase.named):
        return None
    if found is None or phrase is None or not is_party(reading, phrase):
        return None
    if found["word"] in {"for", "to", "from"} and not phrase.named and not describes_party(phrase.text):
        return None
    return Statement(phrase, Strength.FINED, mention.start, paired=True)


def _before(reading: Reading, mention: Mention, parties: Sequence[Phrase]) -> Statement | None:
    phrase = next((phrase for phrase in reversed(parties) if phrase.end <= mention.start), None)
    if phrase is None or mention.start - phrase.end > _CLOSE:
        return None
    if not _BETWEEN_PARTY_AND_SUM.fullmatch(reading.text, phrase.end, mention.start):
        return None
    return Statement(phrase, Strength.FINED, mention.start, paired=True)
