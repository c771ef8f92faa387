"""Where a decision stands: final, proposed, appealed, reduced or overturned."""

import re
from collections.abc import Iterator

from kg.extract.expressions import expression
from kg.extract.found import Found
from kg.extract.reading import Reading, Span, within
from kg.model import Label, Mention
from kg.values import Status

_PATTERNS = {
    Status.OVERTURNED: r"""
        \b(?:annul(?:s|led|ling)?|overturn(?:s|ed|ing)?|quash(?:es|ed)?|revoke[sd]?|set\ aside|sets\ aside
            |struck\ down|wipe[sd]?|void(?:ed)?)\b
            (?=[^.;]{0,80}\b(?:fine|decision|penalty|sanction|notice|ban|order|prohibition|it)\b)
        | \b(?:fine|decision|penalty|sanction|notice|order|prohibition|ban)\b[^.;]{0,50}\b(?:was|were|been
            |is)\s+(?:\w+\s+)?(?:annulled|overturned|quashed|revoked|set\ aside|struck\ down|repealed|unlawful)\b
        | \b(?:threw|throws?|thrown|toss(?:ed|es))\ out\ (?:the|a|this)\ (?:[\w\u20ac\u00a3$.,'\u2019-]+\ ){0,4}?
            (?:fine|decision|penalty|sanction|order|ban)\b
        | \bset\s(?:the|this|that|it)\b[^.;]{0,40}?\baside\b
        | \blifted\s(?:the|a|this)\s(?:\w+\s){0,3}?(?:fine|penalty|sanction|decision)\b
        | \bwrongly\s+(?:given|imposed|fined)
        | \bstruck\ the\ (?:decision|fine)
        | \b(?:uph(?:eld|olding|olds)|allow(?:ed|s|ing))\ the\ (?:appeal|lawsuits?|action
            |complaint\ against\ the\ (?:fine|decision))\b(?=[^.;]{0,90}\bagainst\ the\b)
        | \b(?:fine|penalty)\s+(?:has\ been\s+|was\s+)?(?:dropped|cancelled|withdrawn|scrapped)""",
    Status.REDUCED: r"""
        \b(?:reduc(?:ed|es|ing)|lower(?:ed|s)|cuts?|halv(?:ed|es)|slash(?:ed|es)|shr(?:inks|ank|unk)
            |mitigated)\b(?=[^.;]{0,60}\b(?:fine|penalty|sanction|sum|amount|to|by|from|in)\b)
        | \bsubstitut(?:ed|es)\b[^.;]{0,30}\b(?:figure|fine|penalty|amount)""",
    Status.PROPOSED: r"""
        \b(?:advance\ notif\w+|advance\ notice|notice\ of\ intent|intends?\ to\ (?:impose|fine|issue|order)
            |intention\ to\ (?:impose|fine|issue)|proposes?\ (?:a\ |to\ )|proposed\ (?:a\ )?(?:fine|penalty
            |sanction)|draft\ decision|preliminary\ (?:conclusion|assessment|opinion)s?
            |provisional(?:ly)?\ (?:fine|view|decision|finding|decided|findings)
            |preliminary\ (?:enforcement|decision|notice|view|finding))
        | \b(?:recommend(?:s|ed)?|proposed|suggest(?:s|ed))\b[^.;]{0,70}\b(?:fined?|penalty)\b
        | \b(?:set|set\ to|is\ set|stands)\ to\ (?:be\ )?fine
        | \breported\b[^.;]{0,40}\bto\ the\ police | \bpolice\ report
        | \bnotif(?:y|ies|ied)\b[^.;]{0,60}\bof\ (?:a|its)\ (?:planned|intended|possible)
        | \b(?:has|have)\ (?:sent|given)\b[^.;]{0,50}\bnotice\ of\ (?:a\ )?(?:fine|decision)""",
    Status.APPEALED: r"""
        \b(?:has|have|had)\s+(?:\w+\s+){0,2}appealed\b
        | \b(?:lodged|filed|brought|submitted|launched)\b[^.;]{0,40}\b(?:appeal|objection|remonstrance|recourse
            |opposition|protest
            |action\ for\ annulment|action\ against|judicial\ review)\b
        | \b(?:filed|lodged|submitted|entered|registered)\s+(?:an?\s+)?(?:appeal|objection|notice\ of\ objection)
        | \bappealed\s+(?:the|this|against|to|in)\b
        | \bis\ (?:being\ )?appeal(?:ing|ed)\b | \bunder\ appeal | \bappeal\ (?:is\ )?pending | \bhas\ been\ appealed
        | \b(?:company|bank|controller|firm|employer|organisation|group|operator|municipality|it|which|who)
            \s+(?:has\s+|have\s+)?(?:since\s+|already\s+)?(?:objected|contested|challenged)\b(?=[^.;]{0,60}\b(?:decision|fine|penalty|ruling|order
            |sanction|findings?|it|court)\b)
        | \b(?:made|raised)\s+an?\s+objection
        | \bobjected\s+to\s+(?:the|this|that)\s+(?:\w+(?:'s|\u2019s)\s+)?(?:decision|fine|penalty|sanction|order)\b
        | \b(?:gone|went|turned|taken\ (?:it|the\ \w+)|took\ (?:it|the\ \w+)|brought\ (?:it|the\ \w+))
            \s+(?:to|before)\s+(?:the\ |a\ )?(?:\w+\ ){0,2}(?:courts?|tribunal|judges?)\b
        | \b(?:challeng(?:es|ed|ing)|contest(?:s|ed|ing)|fight(?:s|ing)|fought|disput(?:es|ed|ing))\s[^.;]{0,60}
            \b(?:in|before|at)\s(?:the\ |a\ )?(?:\w+\ ){0,2}(?:courts?|tribunal)\b
        | \bsu(?:ed|es|ing)\ the\ (?:authority|regulator|watchdog|agency|commissioner)
        | \b(?:seek(?:s|ing)?|sought)\ (?:the\ )?(?:annulment|to\ (?:overturn|annul|have))
        | \b(?:case|matter|decision|fine)\ (?:is|are)\ (?:now\ )?(?:pending|before)\ (?:before|in|at|the)\b""",
}
_WORDS = {status: expression(pattern, re.VERBOSE | re.IGNORECASE) for status, pattern in _PATTERNS.items()}
_OPEN = expression(
    r"\b(?:can|could|may|might|will|would|plans?|intends?|consider\w*|possible|not|no|weeks? to|days? to|if|unless|"
    r"whether|deadline)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;]\s|\b(?:and|but)\s(?=(?:has|have|had|is|was)\b)")
"""Where the clause of a verb begins: what was denied before it is another matter."""

_COMPLAINT = expression(r"\b(?:complaint|complaints|request|claim|class action|lawsuit)\b", re.IGNORECASE)
_NOBODY = expression(r"\b(?:none|nobody|no one|neither|without having|never)\b[^.;,]{0,40}$", re.IGNORECASE)
_BETWEEN_AUTHORITIES = expression(
    r"\b(?:Articles?|Art\.?)\s(?:60|65)\b|\b(?:other|concerned|fellow|sister|involved|29|26|all)\s(?:\w+\s){0,3}"
    r"authorities\b|\bauthorities\s(?:concerned|involved|of the area)\b|\b(?:peer|European)\sregulators\b"
    r"|\bcooperation (?:mechanism|procedure)\b|\bData Protection Board\b|\bEDPB\b",
    re.IGNORECASE,
)
"""A sentence on the drafts and objections that authorities exchange before a decision is final."""

_SOON = 500
"""How far behind a proposal its acceptance is told, in characters."""

_WITHDRAWN = expression(
    r"\blost\s(?:before|in|at|its|the)\b|\b(?:ruling|judgment|decision|fine|penalty)\b[^.;]{0,40}\b(?:is|became|become)\s"
    r"(?:now\s|therefore\s)?final\b|"
    r"\b(?:withdrew|withdrawn|dropped|abandoned|dismissed|rejected)\b[^.;]{0,30}\b(?:objection|appeal|action|challenge)\b",
    re.IGNORECASE,
)
_PAST_DRAFT = expression(
    r"\b(?:originally|initially|earlier|previous(?:ly)?|last (?:year|summer|spring|autumn|winter|month)(?:'s|\u2019s)?"
    r"|had|at first|first|dropped|than (?:the|what)|following|after)\b[^.;]*$",
    re.IGNORECASE,
)
_COURT_SIDE = expression(r"\b(?:court|tribunal|board|council of state|judge|appeal)\b", re.IGNORECASE)


_BY_COURT = expression(
    r"\b(?:courts?|tribunal|judges?|appeals? board|board of appeals?|council of state|(?<!protection )board)\b"
    r"(?:\s\w+){0,4}?\s\b[^.;]{0,110}$"
    r"|\b(?:courts?|tribunal|judges?|appeals? board)\s(?:has\s|have\s|also\s|then\s|therefore\s){0,2}$",
    re.IGNORECASE,
)
"""Before a reduction: it is a court's, or that of a board of appeal."""

_SETTLED = expression(
    r"\b(?:voluntary|early|prompt) payment\b|\b(?:paid|pays) (?:voluntarily|early|at once)\b"
    r"|\bprocedure\s(?:is|was|has been)\s(?:thereby\s|thus\s)?(?:terminated|closed|concluded)\b",
    re.IGNORECASE,
)
"""Behind a proposal: it was accepted by paying, so that the case is closed."""


def find_statuses(text: str) -> tuple[Found[str], ...]:
    """Where a text speaks of the state of a procedure."""
    found = {(hit.start(), hit.end(), str(status)) for status, words in _WORDS.items() for hit in words.finditer(text)}
    return tuple(Found(start, end, value) for start, end, value in sorted(found))


def status_of(reading: Reading, spans: tuple[Span, ...], anchor: Mention, reduced: bool) -> tuple[Status, Mention]:
    """The state of the decision that the stretches of text speak of, and what says so; final unless the text says more.

    `reduced` says that the sums themselves show a reduction.
    """
    seen = {status: mention for mention, status in _claims(reading, spans)}
    if Status.OVERTURNED in seen:
        return Status.OVERTURNED, seen[Status.OVERTURNED]
    if reduced:
        return Status.REDUCED, seen.get(Status.REDUCED, anchor)
    if (lower := seen.get(Status.REDUCED)) is not None and (
        (Status.APPEALED in seen and _COURT_SIDE.search(_around(reading, lower)))
        or _BY_COURT.search(reading.before(lower, 150))
    ):
        return Status.REDUCED, lower
    for status in (Status.PROPOSED, Status.APPEALED):
        if status in seen:
            return status, seen[status]
    return Status.FINAL, anchor


def _around(reading: Reading, mention: Mention) -> str:
    return reading.words(reading.sentence(mention.start))


def _claims(reading: Reading, spans: tuple[Span, ...]) -> Iterator[tuple[Mention, Status]]:
    for mention, value in within(reading.named(Label.STATUS), spans):
        status = Status(value)
        before, words = reading.before(mention, 80), reading.text[mention.start : mention.end]
        after = reading.after(mention, 80)
        if status is Status.APPEALED and (
            _NOBODY.search(before)
            or _BETWEEN_AUTHORITIES.search(_around(reading, mention))
            or _WITHDRAWN.search(reading.text, mention.end)
            or _OPEN.search(_CLAUSE.split(before)[-1])
            or _COMPLAINT.search(words + after[:60])
        ):
            continue
        if status is Status.OVERTURNED and (
            _OPEN.search(before[-40:]) or not _COURT_SIDE.search(reading.words(reading.paragraph(mention.start)))
        ):
            continue
        if status is Status.PROPOSED and _BETWEEN_AUTHORITIES.search(_around(reading, mention)):
            continue
        if status is Status.PROPOSED and _SETTLED.search(reading.text, mention.end, mention.end + _SOON):
            continue
        if status is Status.PROPOSED and _PAST_DRAFT.search(before[-60:] + words):
            continue
        yield mention, status
