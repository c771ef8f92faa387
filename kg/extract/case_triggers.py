"""What set a case off: a complaint, a notified breach, an audit, the press, a tip-off, another authority."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.extract.expressions import Expression, expression
from kg.extract.found import Found
from kg.extract.lexicon import table
from kg.extract.reading import Reading, Span, remembered, within
from kg.model import Label, Mention

_GAP = r"(?:[^\W\d_][\w'\u2019-]{0,30}[\s,]{1,3}){0,6}?"
_BODY = (
    r"(?:associations?|NGOs?|organi[sz]ations?|(?:consumer|privacy|digital rights|human rights|civil rights)"
    r" (?:council|organi[sz]ation|association|group|body)|consumer council|trade union|noyb|none of your business"
    r"|privacy international|la quadrature du net|homo digitalis)"
)
_AFTER = (
    r"(?:after|following|upon|on the basis of|based on|because of|in response to|prompted by|triggered by|sparked by"
    r"|set off by|began with|started with|starts? (?:in \d+ )?with|begins with|goes back to|go back to|opened after"
    r"|result of|acting on|further to|on foot of|born from|arose from|arising from|originat\w+ (?:in|from)|received)"
)

TRIGGERS: dict[str, Expression] = {
    "collective-complaint": table(
        rf"""
        complaints? (?:\w+ )?(?:came from|lodged by|filed by|brought by|submitted by|by|from|of|that) {_GAP}{_BODY}
        complaints? that {_GAP}{_BODY} {_GAP}(?:lodged|filed|brought|submitted)
        {_BODY}(?: \w+){{0,3}} (?:had )?(?:complained|lodged|filed|brought|submitted)  consumer council complained
        """
    ),
    "complaint": table(
        rf"""
        {_AFTER} {_GAP}(?:complaints?|reports from (?:citizens|customers|users|people)|grievances?)
        complainants?
        (?:\d[\d.,]*|several|many|dozens of|hundreds of|eleven|a number of|more than \d+ \
            |over \d+) (?:\w+ ){{0,2}}(?:had |have )?complained
        \d+ complaints  (?:hundreds|dozens|scores) of (?:complaints|reports|users had signalled)
        (?:lodged|filed|submitted|made|brought) (?:an? |\w+ )?complaints? (?:with|to|before|against|about)
        complained to the (?:\w+ )?(?:authority|regulator|watchdog|commissioner|commission|agency|office \
            |ombudsman|ICO|CNIL|AEPD|DPC|Garante)
        went to the data protection commissioner
        received (?:a |\w+ )?complaints?
        turned to the (?:authority|commissioner)
        """
    ),
    "breach-notification": table(
        rf"""
        {_AFTER} {_GAP}(?:breach notifications?|notifications? of (?:a|the) (?:personal )?(?:data )?breach \
            |personal data breach notifications?)
        {_AFTER} (?:the |it |a )?{_GAP}(?:had )?(?:notified|reported) {_GAP}(?:breach|incident|leak \
            |attack)(?: itself)?
        (?:looked into|examined|investigated) \d+ (?:\w+ ){{0,3}}notifications
        (?:company|bank|hospital|firm|municipality|controller|operator|it|itself|school|university|clinic \
            |insurer|group|airline) (?:had |has )?(?:itself )?(?:reported|notified) (?:the|a \
            |this) (?:personal )?(?:data )?(?:breach|incident|leak|attack) to the
        self-report\w*
        (?:had |has )?come forward by itself
        notified by the (?:controller|company|bank|hospital) (?:itself)?
        """
    ),
    "audit": table(
        rf"""
        (?:in|during|after|following|as part of|by|of) (?:an?|its|the|all|these|regular \
            |planned) {_GAP}(?:audits?|planned inspections?|(?:sector|series of) inspections?)
        (?:audit|inspection) (?:programme|plan|campaign|sweep)  sweep of {_GAP}(?:websites|companies|sites|apps)
        """
    ),
    "ex-officio": table(
        r"""
        (?:of|on|at) (?:its|her|his|their) own (?:motion|initiative|volition|accord) (?:opened|launched|started \
            |began|investigat\w+|inquir\w+)
        (?:opened|launched|started|began|investigat\w+|inquir\w+)(?: \w+){0,4} (?:of|on|at) (?:its|her|his \
            |their) own (?:motion|initiative|volition)
        own[- ](?:initiative|volition|motion) (?:inquiry|investigation|inspection)  ex[- ]officio  of its own motion
        """
    ),
    "media-report": table(
        rf"""
        {_AFTER} {_GAP}(?:media|press|newspaper|news|television|TV) (?:reports?|coverage|articles?|stor(?:y|ies))
        (?:the )?press had (?:revealed|reported)
        {_AFTER} {_GAP}(?:report|article|investigation|revelations?|documentary)s? (?:in|by) (?:the  \
            |a )?(?:press|media|newspaper|journalists?|broadcaster|magazine|programme)
        (?:media|press|newspaper|journalists?) (?:reports? )?(?:had )?(?:brought|drew|drawn|uncovered|revealed \
            |exposed) {_GAP}(?:attention|case|matter|to light|practice|leak)
        """
    ),
    "tip-off": table(
        rf"""
        anonymous (?:tip|tip-off|letter|hint|report|message|complaint|source)  tip-?offs?  tipped off
        {_AFTER} {_GAP}(?:tip|hint|report|warning) (?:from|by) (?:an? )?(?:\w+ )?(?:security researchers? \
            |researchers?|whistle-?blowers?|employees?|IT experts?|former employees?)
        (?:security )?(?:researcher|whistle-?blower)s? (?:had )?(?:alerted|reported|informed \
            |tipped) {_GAP}(?:authority|regulator|watchdog|agency|commissioner|it)
        """
    ),
    "referral": table(
        rf"""
        (?:at the origin was|{_AFTER}) {_GAP}(?:inquiry|investigation|report|referral|notice|letter \
            |information) (?:of|by|from) (?:the )?(?:police|Guardia di Finanza|financial police|prosecut\w+ \
            |labour inspectorate|ministry|ombudsman|another authority|Carabinieri)
        (?:referred|passed on|handed over|forwarded|transferred) (?:to it |to the \w+ )?by (?:the )?(?:police \
            |prosecut\w+|labour inspectorate|ministry|\w+ authority|ombudsman|competition authority|tax authority)
        """
    ),
    "failure-to-comply": table(
        rf"""
        (?:did not|does not|had not|failed to|failing to|failure to|refused to) (?:comply with|obey|follow \
            |respect|implement|carry out|fulfil) (?:the|an|its|that|this|a|earlier) {_GAP}(?:order|injunction \
            |formal notice|instruction|corrective measures?)
        (?:ignored|disregarded|defied) (?:the|an|its|several|repeated|all|a) {_GAP}(?:orders?|requests? (?:of \
            |from|by) the \w+|injunction|formal notice|letters)
        (?:did not do|not done) what it was told
        (?:did not|failed to|never|refused to) (?:answer|reply|respond|provide|grant \
            |give) {_GAP}(?:to )?(?:requests?|questions|letters|inquir\w+|information|access) {_GAP}(?:of|from \
            |by|to) the (?:\w+ ){{0,2}}(?:authority|office|agency|commissioner|inspectorate|UODO|ANSPDCP)
        """
    ),
}
"""What tells each, the surer first."""

_AGAINST_DECISION = expression(
    r"\b(?:appeal\w*|court|tribunal|criminal|competition|settlement|class action|prevention of complaints?|quality)\b",
    re.IGNORECASE,
)
_FOUND_OUT = expression(
    r"\b(?:harassment|customer service|handled?|handling|answer\w*|number of)\s(?:of\s)?$", re.IGNORECASE
)


def find_triggers(text: str) -> Iterator[Found[str]]:
    """Where a text tells what set a case off."""
    for name, words in TRIGGERS.items():
        yield from (Found(hit.start(), hit.end(), name) for hit in words.finditer(text))


def trigger(reading: Reading, spans: tuple[Span, ...]) -> tuple[str, tuple[Mention, ...]] | None:
    """What set the case off that the stretches of text tell of, with its mentions: what most words say.

    Of two that tie, the one that is more specific.
    """
    found: dict[str, list[Mention]] = {}
    for mention, name in within(reading.named(Label.TRIGGER), spans):
        if _began(reading, mention):
            found.setdefault(name, []).append(mention)
    if "collective-complaint" in found:
        found.pop("complaint", None)
    if not found:
        return None
    counted = Counter({name: len(mentions) for name, mentions in found.items()})
    order = list(TRIGGERS)
    name = min(counted, key=lambda name: (-counted[name], order.index(name)))
    return name, tuple(found[name])


@remembered
def _began(reading: Reading, mention: Mention) -> bool:
    before = reading.before(mention, 60)
    words = reading.text[mention.start : mention.end]
    return not (_AGAINST_DECISION.search(words + reading.after(mention, 25)) or _FOUND_OUT.search(before))
