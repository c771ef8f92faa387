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
from kg.extract.party_words import Strength
from kg.extract.reading import Reading, Span
from kg.model import Claim, Label
from kg.values import Status

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

_OPINION = table(
    r"""
    (?:(?:non-|un)?favourable|negative|positive|critical|joint) opinions?  opinions? on (?:the|a|an) (?:\w+ )?(?:draft \
        |bill|decree|law|proposal|regulation|directive)
    draft (?:law|decree|act|regulation|bill|legislation)  legislative proposal
    bill (?:in|before) (?:the )?(?:\w+ )?parliament  bill (?:would|that would)
    (?:adopt(?:s|ed)|publish(?:es|ed)) (?:\w+ ){0,6}(?:guidelines|guidance|recommendations?|opinion)
    """
)
"""What a text of laws to come and of guidance is about."""

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


_UPHELD = expression(
    r"\b(?:appeals?|cassation complaint|action|challenge|remonstrance|objection|lawsuit)\b"
    r"[^.;]{0,80}\bagainst\b[^.;]{0,60}\b(?:fine|penalty|sanction|reprimand|order)\b|"
    r"\b(?:fine|penalty|sanction|decision)\b[^.;]{0,60}\b(?:upheld|confirmed|stands|is (?:now )?final)\b",
    re.IGNORECASE,
)
"""A court that rejected the appeal against a fine left the fine as it was."""


def reports_decisions(reading: Reading, names: Names) -> bool:
    """Whether a text may report decisions of European authorities, as far as its head tells."""
    head = reading.text[: reading.title.end + _HEAD]
    if (foreign := _REGULATOR.search(head)) and not _names_other(reading, foreign, len(head)):
        return False
    if _MANY.search(head) or _OPINION.search(head) or (triggers.REJECTED.search(head) and not _UPHELD.search(head)):
        return _sanctions_somebody(names)
    return True


def _names_other(reading: Reading, foreign: re.Match[str], end: int) -> bool:
    """Whether the head names an authority besides the foreign one, whose words may read like one of ours."""
    found = (mention for mention, _ in reading.named(Label.AUTHORITY) if mention.start < end)
    return any(mention.end <= foreign.start() or foreign.end() <= mention.start for mention in found)


def _sanctions_somebody(names: Names) -> bool:
    """Whether somebody, by name or by description, is said to have been fined or reprimanded."""
    return any(
        s.strength is Strength.FINED
        or (s.strength is Strength.ORDERED and _REPRIMAND.match(names.reading.text, s.place) is not None)
        for s in names.statements
    )


def is_decision(reading: Reading, claim: Claim, case: Case) -> bool:
    """Whether it is a decision of a data-protection authority: one is named, and something sanctioned."""
    if claim.fine is not None and claim.fine.value.amount is not None:
        return _is_fine(reading, claim, case)
    if claim.authority is None and not triggers.SOME_AUTHORITY.search(reading.text):
        inquired = claim.measures and claim.parties and triggers.RULING.search(reading.text)
        return bool(inquired) and triggers.COURT_WORDS.search(reading.text) is None
    acts = _authority_acts(reading) or _is_reprimanded(reading, case)
    said = any(s.strength >= Strength.INFRINGES for s in case.statements)
    if claim.measures and acts and said:
        return True
    opening = reading.text[:_OPENING]
    if triggers.OTHER_REGULATORS.search(opening) and not _acts(reading, case):
        return False
    if _AWARDED.search(opening) and not claim.measures and not _authority_acts(reading):
        return False
    if _OPENED.search(opening) and not claim.measures and not claim.infringed:
        return False
    ruled = _ruled(reading)
    if (triggers.REJECTED.search(opening) or triggers.NO_FINDING.search(opening)) and not (claim.measures and ruled):
        return False
    if claim.fine is not None and claim.authority is not None:
        return True
    return (acts and (bool(claim.measures) or bool(claim.infringed) or said)) or _imposes(claim, case, ruled=ruled)


_OPENED = expression(
    r"\b(?:commenc|open|launch|start|begin|announc)(?:s|es|ed|ing)?(?:\s(?:an?|the|its|formal|official|own))*\s"
    r"(?:inquiry|investigation|probe|enquiry)\b",
    re.IGNORECASE,
)
"""A text that only tells of an investigation to come tells of no decision."""

_AWARDED = expression(
    r"\b(?:courts?|judges?|tribunals?)\b[^.;]{0,80}\b(?:award(?:s|ed)|damages|compensation)\b"
    r"|\b(?:award(?:s|ed)|damages|compensation)\b[^.;]{0,80}\b(?:courts?|judges?|tribunals?)\b",
    re.IGNORECASE,
)
"""What a court grants a person is no decision of an authority."""

_REPRIMAND = expression(r"(?:\w+\s){0,3}?(?:reprimand|censur|admonish)\w*", re.IGNORECASE)


def _is_reprimanded(reading: Reading, case: Case) -> bool:
    """Whether the text says of the party of a case, with nothing that denies it, that it was reprimanded."""
    places = [s.place for s in case.statements if s.strength >= Strength.ORDERED]
    said = [place for place in places if _REPRIMAND.match(reading.text, place)]
    return any(not denied(words) and not unreal(words) for words in (reading.text[max(0, p - 12) : p] for p in said))


_SUPERLATIVE = expression(
    r"\b(?:largest|highest|biggest|heaviest|smallest|lowest|average|median)\b(?:\s\w+){0,5}\s?[€£$]?$", re.IGNORECASE
)
"""Before the sum of a fine that is compared with others."""


def _is_imposed_on_somebody(reading: Reading, claim: Claim, case: Case) -> bool:
    """Whether a fine without a party is one all the same: not just compared and, in news, called an authority's fine.

    Releases and summaries, which have no title of their own, often leave out who was fined.
    """
    spots = claim.fine.mentions if claim.fine else ()
    if all(_SUPERLATIVE.search(reading.before(mention, 60)) for mention in spots):
        return False
    called = any(not item.assumed for cluster in case.clusters for item in cluster.sums)
    if reading.article.title is None:
        return True
    titled = any(mention.start in reading.title for mention in spots)
    return called and (titled or _authority_acts(reading) or _acts(reading, case))


def _is_fine(reading: Reading, claim: Claim, case: Case) -> bool:
    """Whether a sum is the fine of a data-protection authority: no court's, no other regulator's, and not dropped."""
    if not claim.parties and not _is_imposed_on_somebody(reading, claim, case):
        return False
    if claim.status.value is Status.PROPOSED and sum_words.NO_FINE.search(reading.text):
        return False
    around = _around(reading, case)
    if claim.authority is None and (
        triggers.OTHER_REGULATORS.search(around) or not _of_an_authority(reading, claim, around)
    ):
        return False
    if triggers.OTHER_REGULATOR_ACTS.search(around) and not _acts(reading, case):
        return False
    by_name = any(stated.value.name for stated in claim.parties)
    told_of_one = by_name or sum_words.SURVEY.search(reading.text) is None
    protection = claim.authority is not None or bool(claim.infringed)
    return protection or (told_of_one and triggers.PROTECTION.search(reading.text) is not None)


def _imposes(claim: Claim, case: Case, *, ruled: bool) -> bool:
    """Whether a text without a sum tells of a measure or an infringement all the same."""
    strong = any(s.strength >= Strength.ORDERED for s in case.statements)
    return (
        (any(claim.measures) and (strong or ruled or bool(claim.infringed)))
        or (ruled and (claim.authority is not None or bool(claim.parties)))
        or (strong and bool(claim.infringed))
    )


def _around(reading: Reading, case: Case) -> str:
    """The paragraphs that speak of a case."""
    return "\n".join(
        reading.words(p) for p in sorted({reading.paragraph(p) for p in case.places}, key=lambda p: p.start)
    )


def _of_an_authority(reading: Reading, claim: Claim, around: str) -> bool:
    """Whether a fine of no named authority is one's all the same, and not what a court awards in a suit."""
    fined = claim.fine is not None and any(
        triggers.FINE_WORDS.search(reading.words(reading.sentence(m.start))) for m in claim.fine.mentions
    )
    return (
        fined
        or bool(claim.infringed)
        or not (triggers.COURT_WORDS.search(around) and triggers.SOME_AUTHORITY.search(reading.text) is None)
    )


def _ruled(reading: Reading) -> bool:
    """Whether the text says, and not only supposes, that an infringement was found."""
    if _UPHELD.search(reading.text):
        return True
    found = triggers.RULING.finditer(reading.text)
    return any(_SUPPOSED.search(reading.before(Span(hit.start(), hit.end()), 60)) is None for hit in found)


_SUPPOSED = expression(r"\b(?:if|whether|unless|should)\b", re.IGNORECASE)


_ACTED_ON = expression(
    r"\b(?:was|were|been|being|is|are)\s(?:\w+\s){0,3}?(?:fined|reprimanded|sanctioned|penali[sz]ed|censured|admonished|warned|ordered"
    r"|banned)\b[^.;]{0,60}\bby\s(?:the\s)?(?:[\w'\u2019-]+\s){0,3}$"
)
"""Before the name of an authority: that somebody was sanctioned by it."""


def _authority_acts(reading: Reading) -> bool:
    """Whether the text says of an authority that it sanctioned somebody, or found an infringement."""
    for mention, _ in reading.named(Label.AUTHORITY):
        said = triggers.ACTS.match(reading.text, mention.end, reading.sentence(mention.start).end)
        if said is not None and not denied(said.group()) and not unreal(said.group()):
            return True
        before = _ACTED_ON.search(reading.before(mention, 120))
        if before is not None and not denied(before.group()) and not unreal(before.group()):
            return True
    return False


def _acts(reading: Reading, case: Case) -> bool:
    """Whether a data-protection authority stands in a sentence on the case."""
    sentences = {reading.sentence(place) for place in case.places}
    return any(mention.start in sentence for mention, _ in reading.named(Label.AUTHORITY) for sentence in sentences)
