"""What tells a decision from the rest: refusals, surveys, foreign regulators, other laws, hopes and warnings.

A text is judged by what its head says is its subject, before anything is assembled; a claim by what it holds, after. A
text that says of somebody that it was fined is a report whatever its head says.
"""

import re

from kg.extract import sum_words, triggers
from kg.extract.case import Case
from kg.extract.expressions import expression
from kg.extract.lexicon import table
from kg.extract.modality import denied, unreal
from kg.extract.naming import Names
from kg.extract.parties import Statement
from kg.extract.party_words import Strength
from kg.extract.reading import Reading
from kg.model import Claim, Label

_OPENING = 600
"""Characters in which a text says how its case ended."""

_HEAD = 450
"""Characters in which a text says what it is about."""

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
_REGULATOR = expression(
    rf"{_FOREIGN.pattern}\s+(?:\w+\s+){{0,4}}"
    r"(?:watchdog|regulator|authority|commission|agency|ministry|attorney general)\b",
    re.IGNORECASE,
)


def reports_decisions(reading: Reading, names: Names) -> bool:
    """Whether a text may report decisions of European authorities, as far as its head tells."""
    head = reading.text[: reading.title.end + _HEAD]
    if (foreign := _REGULATOR.search(head)) and not _names_other(reading, foreign, len(head)):
        return False
    if _MANY.search(head) or triggers.REJECTED.search(head):
        return _fines_somebody(names)
    return True


def _names_other(reading: Reading, foreign: re.Match[str], end: int) -> bool:
    """Whether the head names an authority besides the foreign one, whose words may read like one of ours."""
    found = (mention for mention, _ in reading.named(Label.AUTHORITY) if mention.start < end)
    return any(mention.end <= foreign.start() or foreign.end() <= mention.start for mention in found)


def _fines_somebody(names: Names) -> bool:
    """Whether somebody, by name or by description, is said to have been fined."""
    return any(s.strength is Strength.FINED for s in names.statements)


def is_decision(reading: Reading, claim: Claim, case: Case) -> bool:
    """Whether it is a decision of a data-protection authority: one is named, and something sanctioned."""
    protection = claim.authority is not None or bool(claim.infringed)
    if claim.fine is not None and claim.fine.value.amount is not None:
        if claim.authority is None and triggers.OTHER_REGULATORS.search(reading.text):
            return False
        if triggers.OTHER_REGULATOR_ACTS.search(reading.text) and not _acts(reading, case):
            return False
        by_name = any(stated.value.name for stated in claim.parties)
        told_of_one = by_name or sum_words.SURVEY.search(reading.text) is None
        return protection or (told_of_one and triggers.PROTECTION.search(reading.text) is not None)
    if claim.authority is None and not triggers.SOME_AUTHORITY.search(reading.text):
        inquired = claim.measures and claim.parties and triggers.RULING.search(reading.text)
        return bool(inquired) and triggers.COURT_WORDS.search(reading.text) is None
    opening = reading.text[:_OPENING]
    if triggers.OTHER_REGULATORS.search(opening) and not _acts(reading, case):
        return False
    ruled = triggers.RULING.search(reading.text) is not None
    if (triggers.REJECTED.search(opening) or triggers.NO_FINDING.search(opening)) and not (claim.measures and ruled):
        return False
    strong = any(s.strength >= Strength.ORDERED for s in case.statements)
    if claim.fine is not None and claim.authority is not None:
        return True
    if _authority_acts(reading) and (claim.measures or claim.infringed or any(_is_said(s) for s in case.statements)):
        return True
    imposed_something = any(claim.measures) and (strong or ruled or bool(claim.infringed))
    return (
        imposed_something
        or (ruled and (claim.authority is not None or bool(claim.parties)))
        or (strong and bool(claim.infringed))
    )


def _is_said(statement: Statement) -> bool:
    return statement.strength >= Strength.INFRINGES


def _authority_acts(reading: Reading) -> bool:
    """Whether the text says of an authority that it sanctioned somebody, or found an infringement."""
    for mention, _ in reading.named(Label.AUTHORITY):
        said = triggers.ACTS.match(reading.text, mention.end, reading.sentence(mention.start).end)
        if said is not None and not denied(said.group()) and not unreal(said.group()):
            return True
    return False


def _acts(reading: Reading, case: Case) -> bool:
    """Whether a data-protection authority stands in a sentence on the case."""
    sentences = {reading.sentence(place) for place in case.places}
    return any(mention.start in sentence for mention, _ in reading.named(Label.AUTHORITY) for sentence in sentences)
