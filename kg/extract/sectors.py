"""The branch of activity of a decision's parties: by their names, and by what the text calls them.

"Danske Bank", "the taxi company Taxa", "the airline said": a word for a business counts where it is a party's name or
description, or takes its place; not in "bank statements" or "a call centre of the chain".
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.extract.lexicon import table
from kg.extract.reading import Reading, Span, within
from kg.extract.topics import is_everyday, narrowest
from kg.model import Label, Mention

_BUSINESS = (
    r"(?:company|companies|firm|provider|supplier|group|giant|operator|chain|sector|service|business|seller|vendor"
    r"|specialist|organi[sz]ation|institution|industry|utility|player|subsidiary)"
)
_TOPIC = table(
    r"""
    IT  energy  media  finance  transport  trade  telecommunications  telecoms  insurance  education  health care
    healthcare  sports  region  hospitality  logistics  construction  retail trade  advertising  real estate  industry
    banking  telecommunication  retail  fitness  insulation  wholesale  mining  farming  government  gambling  software
    information technology  other services
    """
)
"""Words for a field of work: they name a business only before a word for one."""

_IS_BUSINESS = re.compile(rf"(?:[\s-]\w+)?[\s-]{_BUSINESS}\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"[\s-](?:statements?|accounts?|details|cards?|transfers?|software|information systems?|assistants?|customers?"
    r"|data|files?|notes?|websites?|employees|secrecy|holidays?|council|holders?|records?|numbers?|report|strike"
    r"|bookings?|rooms?|guests?)\b",
    re.IGNORECASE,
)
_NOT_THE_PARTY = re.compile(
    r"\b(?:to the|with the|by the|from the|against the|other|twelve|of a|a|an|some|many|your|my|our|any"
    r"|which|every|each"
    r"|two|several|from|both|like|as|this or that|that the|among)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|this|its|that)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_ACTS = re.compile(
    r"(?:['\u2019]s\b|,?\s(?:has|had|is|was|must|will|said|says|did|does|may|can|kept|keeps|collected"
    r"|processed|failed|argued"
    r"|announced|accepts?|accepted|apologised|should|did|to pay|gets|pays|informed|stored|used|asked|wants))\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?:the\s)?(?:\w+\s){0,2}?(?:department|ministry|municipality|office|council|city)\b", re.IGNORECASE
)
_APPOSITION = 60
"""Characters from a party's name within which a word for a business describes it."""

_IN_OTHER_ROLES = frozenset({"police", "association", "lawyer", "lawyers", "government"})
"""Those that cases are reported to, that complain, or that speak: a party only by its name."""

_NEEDED = 1.5
"""Votes from which on a branch is told."""


def sector(
    reading: Reading, spans: tuple[Span, ...], parties: Sequence[Mention], *, alone: bool
) -> tuple[str, tuple[Mention, ...]] | None:
    """The branch of the parties of a case with its mentions; None where no one has most votes."""
    votes: defaultdict[str, float] = defaultdict(float)
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention, name in within(reading.named(Label.SECTOR), spans):
        vote = _vote(reading, mention, parties, alone=alone)
        if vote:
            votes[name] += vote
            mentions[name].append(mention)
    kept = sorted(narrowest(Label.SECTOR, frozenset(votes)), key=lambda name: (-votes[name], name))
    if not kept or votes[kept[0]] < _NEEDED or (len(kept) > 1 and votes[kept[1]] >= votes[kept[0]]):
        return None
    return kept[0], tuple(mentions[kept[0]])


def _vote(reading: Reading, mention: Mention, parties: Sequence[Mention], *, alone: bool) -> float:
    """How far a mention says what the parties do; 0 where it speaks of something else."""
    if (party := next((p for p in parties if p.start <= mention.start and mention.end <= p.end), None)) is not None:
        # "Department for Education" is no school: of the words of a public body's name the first one counts.
        public = _PUBLIC.match(reading.text, party.start)
        return (
            0.0
            if public and mention.start > public.start() and not _PUBLIC.match(mention.quote(reading.article))
            else 4.0
        )
    words, after, before = (
        reading.text[mention.start : mention.end],
        reading.after(mention, 40),
        reading.before(mention),
    )
    if is_everyday(Label.SECTOR, words) or (_TOPIC.fullmatch(words) and not _IS_BUSINESS.match(after)):
        return 0.0
    if _OF_ANOTHER.match(after) or words.lower() in _IN_OTHER_ROLES:
        return 0.0
    if any(_describes(reading, mention, party) for party in parties):
        return 3.0
    if not alone:
        return 0.0
    if _NOT_THE_PARTY.search(before):
        return 0.0
    if mention.start in reading.title or (_DEFINITE.search(before) and _ACTS.match(after)):
        return 2.0
    return 1.5 if _DEFINITE.search(before) else 0.0


def _describes(reading: Reading, mention: Mention, party: Mention) -> bool:
    """Whether a mention stands in apposition to a name: "the taxi company NAME", "NAME, the postal service"."""
    if mention.end <= party.start:
        between = reading.text[mention.end : party.start]
        return len(between) < _APPOSITION and re.fullmatch(r"(?:\s[\w-]+)?[,:]?\s(?:of\s)?[\"“]?", between) is not None
    between = reading.text[party.end : mention.start]
    return (
        0 < len(between) < _APPOSITION
        and re.fullmatch(r"(?:\s\([^()]*\))?(?:,|\sis|\swas)\s(?:the|a|an|one of)\s(?:[\w'\u2019-]+\s){0,4}", between)
        is not None
    )
