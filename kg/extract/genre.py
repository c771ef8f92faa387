"""Texts that speak of sums and authorities and report no decision: refusals, surveys, foreign regulators.

Each kind is told by what the head of the text says is its subject. A text that says of a named party that it was fined
is a report all the same.
"""

import re

from kg.extract.lexicon import table
from kg.extract.naming import Names
from kg.extract.party_words import Strength
from kg.extract.reading import Reading
from kg.model import Label

_HEAD = 450
"""Characters in which a text says what it is about."""

_REFUSED = table(
    r"""
    (?:reject(?:s|ed)|dismiss(?:es|ed)|turn(?:s|ed) down|refus(?:es|ed))(?: \w+){0,4} (?:complaints?|appeal|claims? \
        |request)
    (?:complaints?|claims?|request)(?: \w+){0,6} (?:was|were|is|has been|have been) (?:rejected|dismissed|refused \
        |turned down)
    (?:complaints?|claims?) (?:was|were|is|as) (?:manifestly )?(?:unfounded|inadmissible)
    no (?:further )?(?:regulatory |enforcement )?action
    no (?:infringement|violation|breach) (?:was|could be|has been) found
    (?:found|finds|saw|sees) no (?:infringement|violation|breach|reason)
    (?:will|would|does|did) not (?:be )?(?:punish(?:ed)?|fined?|investigated?|take action|act|pursue)
    not to (?:investigate|pursue|open|take action)
    (?:closed|closes|dropped|drops) the (?:case|file|inquiry|investigation)
    need(?:s|ed)? not (?:investigate|pursue)
    """
)
"""What an authority does that does not act."""

_MANY = table(
    r"""
    (?:authorities|regulators|watchdogs|agencies)(?: \w+){0,6} (?:issued|imposed|handed out|handed down|levied \
        |dealt out)
    (?:annual|yearly|half-yearly|activity) (?:report|survey|review)
    (?:fines?|enforcement) (?:survey|tracker|report|statistics)
    survey of (?:\w+ )?(?:fines|enforcement|breaches)  in the (?:past|last) (?:twelve months|year|half-year)
    in (?:twelve|12) months  in the year to  year in (?:figures|numbers)  fines totall?ing since  report for the year
    league table  sum of all fines
    """
)
"""What a text of totals is about."""

_FOREIGN = table(
    r"""
    (?:South )?Korea(?:n|'s)?  China(?:'s)?  Chinese  Japan(?:'s|ese)?  India(?:'s|n)?  Brazil(?:'s|ian)?
    Canad(?:a|a's|ian)  Australia(?:n|'s)?  New Zealand(?:'s)?  Turk(?:ey|ey's|ish)  Russia(?:n|'s)?  Israel(?:'s|i)?
    Singapore(?:'s)?  Texas  California(?:n|'s)?  U\.?S\.?  American  United States  Mexic(?:o|an|o's)  Nigeria(?:n|'s)?
    Kenya(?:n|'s)?  South Africa(?:n|'s)?  Indonesia(?:n|'s)?  Vietnam(?:ese|'s)?  Thai(?:land|land's)?
    """
)
_REGULATOR = re.compile(
    rf"{_FOREIGN.pattern}\s+(?:\w+\s+){{0,4}}"
    r"(?:watchdog|regulator|authority|commission|agency|ministry|attorney general)\b",
    re.IGNORECASE,
)


def reports_decisions(reading: Reading, names: Names) -> bool:
    """Whether a text may report decisions of European authorities, as far as its head tells."""
    head = reading.text[: reading.title.end + _HEAD]
    if (foreign := _REGULATOR.search(head)) and not _names_other(reading, foreign, len(head)):
        return False
    if _MANY.search(head) or _REFUSED.search(head):
        return _fines_somebody(names)
    return True


def _names_other(reading: Reading, foreign: re.Match[str], end: int) -> bool:
    """Whether the head names an authority besides the foreign one, whose words may read like one of ours."""
    found = (mention for mention, _ in reading.named(Label.AUTHORITY) if mention.start < end)
    return any(mention.end <= foreign.start() or foreign.end() <= mention.start for mention in found)


def _fines_somebody(names: Names) -> bool:
    """Whether somebody with a name, or a described party, is said to have been fined or ordered, as a fact."""
    return any(s.strength is Strength.FINED for s in names.statements)
