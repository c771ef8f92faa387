"""Parties in entries of lists: "NAME: €900", "1. NAME, EUR 900 (…)", "| NAME | €900 |", "€900 for NAME".

An entry has no verb: that a party was fined is said by its form, and by the text around it.
"""

import re
from collections.abc import Iterator

from kg.extract.expressions import expression
from kg.extract.legal_forms import has_form
from kg.extract.names import Phrase, phrase_at
from kg.extract.parties import Statement, can_be_party, describes_party
from kg.extract.party_words import Strength
from kg.extract.reading import Reading
from kg.model import Label, Mention

_ENTRY = expression(
    r"""(?:^|.*(?:[.;!?:]\s+|\|))   # the last of: a line, a sentence, a cell
    [\s*_#>|•·\u2013\u2014-]*(?:\(?\d{1,2}[.)]\s+)?[\s*_"]*
    (?:[Ii]ts\s+(?:sister|parent|subsidiary)\s+|[Tt]he\s+)?
    (?P<name>[^\W\d_][^:|;!?\n]{1,90}?)
    \s*(?:\([^()]{1,40}\))?\s*
    (?:[*_]*\s*[,:|=\u2013\u2014-]\s*[*_]*)
    (?:(?:a\s+)?(?:fine|penalty|sanction|total)\s+of\s+|(?:fine|penalty):?\s+|over\s+|about\s+|around\s+|nearly\s+)?
    [*_]*$""",
    re.VERBOSE | re.DOTALL,
)
"""What stands between the beginning of a line or sentence and its sum, where the line is an entry with a name."""

_BARE_ENTRY = expression(
    r"(?:^|[.;!?:,]\s+(?:and\s+)?)(?P<name>[A-Z\u00c0-\u00de][^:|;!?,\n]{1,80}?)(?:,\s(?:which|who|whose)\s[^.;:]{1,80},)?"
    r"(?:\s(?:(?:was|were|is|are)\s\w+\s)?(?:with|by))?\s+$"
)
_END_OF_ENTRY = expression(r"\s*(?:\([^)]*\)\s*)?(?:[.,;|*]|$)")
_BEHIND = expression(r"\s*(?:\([^)]{1,40}\)\s*)?(?:for|on|against|from|to)\s+(?:the\s+)?(?=[A-Z\u00c0-\u00de])")
_REST = expression(
    r"""(?:\s[a-z][a-z-]+){0,2}(?:\s*\([^()]{1,40}\))?(?:\s(?:in|of|from|at)\s[A-Z\u00c0-\u00de][\w-]+)?(?:\s?,[^:;|\n]{1,90})?
    (?:[\s*_",:|=\u2013\u2014-]*(?:\s(?:(?:was|were|is|are)\s\w+\s)?(?:with|by|for|to|gets|got|at)\s(?:the\s)?)?)
    (?:(?:a\s+)?(?:fine|penalty|sanction|total)\s+of\s+|(?:fine|penalty):?\s+|over\s+|about\s+|around\s+|nearly\s+)?
    [*_]*""",
    re.VERBOSE,
)
"""What may stand between the name of an entry and its sum: brackets, an apposition, marks."""

_ROW = expression(r"\s*\|\s*[*_]*(?=[^\W_][^|\n]*\|[^\n]*\|)")
"""Where the first cell of a row of a table begins, which names its party."""

_LAW = expression(
    r"\b(?:Art(?:icles?)?|Arts|Section|Chapter|GDPR|RGPD|LSSI|PECR|Act|Regulation|Directive|Line|No"
    r"|EUROS?|EUR|RON|PLN|SEK|NOK|DKK|GBP|CHF|HUF|CZK|BGN)\b"
)
_MOST_WORDS = 9
_MOST_DESCRIBED = 4


def listed(reading: Reading) -> tuple[Statement, ...]:
    """The statements that entries of lists make, in the order of their sums: the place of each is that of its sum."""
    found = (_entry(reading, mention) for mention, _ in reading.money)
    return tuple(statement for statement in found if statement is not None)


def _entry(reading: Reading, mention: Mention) -> Statement | None:
    line = reading.paragraph(mention.start)
    if reading.words(line).isupper():
        return None
    if (row := _ROW.match(reading.text, line.start, mention.start)) is not None:
        phrase = phrase_at(reading.text, row.end(), mention.start)
        fits = phrase is not None and phrase.named and _fits(reading, phrase)
        return Statement(phrase, Strength.FINED, mention.start) if phrase is not None and fits else None
    before = reading.text[max(line.start, mention.start - 220) : mention.start]
    for place in _names_before(reading, before, mention):
        phrase = phrase_at(reading.text, place, mention.start)
        if phrase is not None and is_entry(reading, phrase, mention):
            return Statement(phrase, Strength.FINED, mention.start)
    behind = _BEHIND.match(reading.text, mention.end, line.end)
    if behind is not None:
        phrase = phrase_at(reading.text, behind.end(), line.end)
        if phrase is not None and phrase.named and _fits(reading, phrase) and _is_known(reading, phrase):
            return Statement(phrase, Strength.FINED, mention.start)
    return None


def is_entry(reading: Reading, phrase: Phrase, mention: Mention) -> bool:
    """Whether a phrase before a sum can be the party of its entry: nothing but marks and an apposition between."""
    return _fits(reading, phrase) and _REST.fullmatch(reading.text, phrase.end, mention.start) is not None


def _names_before(reading: Reading, before: str, mention: Mention) -> Iterator[int]:
    """Where the names of entries may begin, offsets of the text."""
    first = mention.start - len(before)
    entry = _ENTRY.match(before)
    if entry is not None and len(entry["name"].split()) <= _MOST_WORDS:
        yield first + entry.start("name")
    line = reading.paragraph(mention.start)
    if _END_OF_ENTRY.match(reading.text, mention.end, line.end) is not None:
        bare = _BARE_ENTRY.search(before)
        if bare is not None:
            yield first + bare.start("name")


def _fits(reading: Reading, phrase: Phrase) -> bool:
    if reading.overlapped(Label.AUTHORITY, phrase.start, phrase.end):
        return False
    if phrase.named:
        return can_be_party(phrase.text) and _LAW.search(phrase.text) is None
    return describes_party(phrase.text) and len(phrase.text.split()) <= _MOST_DESCRIBED


def _is_known(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name behind a sum is more than a word in capitals: it has a legal form, or the text names it again."""
    return has_form(phrase.text) or reading.text.count(phrase.text) > 1
