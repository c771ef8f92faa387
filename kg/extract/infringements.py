"""Which provisions were found infringed, which were examined and not, and which are only cited."""

import re
from enum import StrEnum

from kg.extract.expressions import Expression, expression
from kg.extract.reading import Reading
from kg.model import Mention
from kg.values import Provision


class Outcome(StrEnum):
    """What a text says of a provision."""

    INFRINGED = "infringed"
    NOT_INFRINGED = "not infringed"
    CITED = "cited"


_FOUND = expression(
    r"\b(?:infring\w*|violat\w*|breach(?:es|ed|ing)?|contraven\w*|contrary to|non-?complian\w*|not compl\w*|"
    r"failed? to comply|broke|broken|disregard\w*|"
    r"shortcomings?|failings?|failure|unlawful\w*|illegal\w*|did not comply|not in (?:line|accordance|compliance|"
    r"conformity) with|no (?:valid )?(?:legal )?basis|"
    r"lack(?:ed|s|ing)?|without|ungrounded|cites|on the list|operative part|requirements? of|offen[cs]es?|"
    r"manquements?|violazione|infracci[oó]n\w*|Versto(?:ß|ss)\w*|neglect\w*|"
    r"could not (?:rely|be based)|not (?:rely|based)|under|refers? to|in light of|injury|mentions|not (?:informed|"
    r"inform|notify|provide|respond|answer|told)|not been|insufficient\w*|"
    r"excessive|inadequate|injur\w*)\b",
    re.IGNORECASE,
)
_STRONG_FOUND = expression(
    r"\b(?:infring\w*|violat\w*|breach(?:es|ed|ing)?(?! notification)|contraven\w*|contrary to|non-?complian\w*|"
    r"failed? to comply|broke|unlawful\w*|in breach|sanctioned for|"
    r"manquements?|violazione|infracci[oó]n\w*|Versto(?:ß|ss)\w*|injury|offen[cs]es?|did not comply|not complied|"
    r"not (?:fulfil|meet|observ|respect|satisf|honour|perform)\w*(?: (?:\w+ ){0,4}(?:obligation|duty|requirement)s?)?|"
    r"no (?:valid )?legal basis)\b",
    re.IGNORECASE,
)
_CLEARED = expression(
    r"\b(?:not (?:find|see|establish|identify|detect|prove|by itself prove|in itself prove|mean|show)(?: (?:an?|"
    r"any|the|"
    r"that there was an?))? (?:\w+ )?(?:infringement|violation|breach)\w*|"
    r"nor of|nor (?:an? |any )?(?:infringement|breach|"
    r"violation) of|"
    r"not (?:found|been found) to be (?:breached|infringed|violated)|no (?:infringement|violation|"
    r"breach)(?:es|s)? (?:of|was|were|has)|"
    r"(?:did|does|do) not (?:find|constitute|amount to|infringe|violate|breach|see)"
    r"(?: (?:an?|any|the) (?:\w+ )?(?:infringement|violation|breach)\w*)?|(?:was|were|been|"
    r"is) not (?:infringed|violated|breached|in breach)|"
    r"(?:had|has|have) not (?:infringed|violated|breached)|examined and dropped|dropped|dismiss(?:ed|es)|"
    r"reject(?:ed|s) the (?:allegation|complaint)|"
    r"in (?:compliance|accordance|conformity|line) with|complied with|lawful(?:ly)? (?:under|pursuant|based)|"
    r"could (?:rely|be based) on|allowed under|permitted)\b",
    re.IGNORECASE,
)
_QUOTED = expression(
    r"\b(?:pursuant to|in accordance with|according to|as (?:required|defined|provided|set out|laid down) (?:by|"
    r"in)|within the meaning of|as referred to in|provides that|"
    r"states that|requires? (?:that|controllers|the)|whether|investigated|assess(?:ed|es|ing)?|examin(?:ed|es|ing)|"
    r"compliance with|in order to|alleg(?:ed|es|ing)|claim(?:ed|s)?|"
    r"complained|argu(?:ed|es)|considered whether|request(?:ed)? (?:under|pursuant|of|for)|right (?:of|"
    r"to) \w+ (?:under|pursuant)|notified|exercis\w*|"
    r"corrective powers?|with regard to|so-called|imposed (?:under|pursuant)|fine (?:under|pursuant)|"
    r"powers? (?:under|in)|on the basis of|with reference to|ordered (?:\w+ ){0,4}under|"
    r"(?:form|procedure|notification) (?:provided|required|laid down|foreseen) (?:by|in|for)|forbids|foresees|"
    r"protects|relied on|based on)\b",
    re.IGNORECASE,
)
_INCIDENT = expression(
    r"\b(?:(?:personal )?(?:data|security) (?:breach(?:es)?|violations?)|(?:notif\w+|report\w+)(?: of)? (?:the|"
    r"an?|this|its) (?:\w+ )?breach|"
    r"(?:violation|breach) of (?:the )?security of (?:the )?(?:personal )?data)\b",
    re.IGNORECASE,
)
"""A leak, which is no breach of the law unless it is what the fine is for."""
_WRONG = expression(r"(?:breach|violation)(?:es|s)?", re.IGNORECASE)
_SANCTION = expression(r"\b(?:fine[ds]?|penalt\w+|sanction\w*)\b", re.IGNORECASE)
_NONE = expression(r"\b(?:no|nor|without)\b[^.;,]{0,70}$", re.IGNORECASE)
_NOT_DONE = expression(
    r"[^.;,]{0,30}\b(?:(?:had|has|was|were) (?:been )?|been )(?:carried|conducted|made|done|performed|drawn|"
    r"concluded|given|provided)\b",
    re.IGNORECASE,
)
_ALONE_BEFORE = expression(r"\(\s?(?:see |cf\.? )?$")
_ALONE_AFTER = expression(r"\s?(?:of the )?(?:UK )?(?:GDPR)?\)")
_ALLEGED = expression(r"\b(?:alleg\w*|claim(?:ed|s|ing)|argu(?:ed|es|ing)|submitted|whether)\b", re.IGNORECASE)
_ASKED = expression(
    r"\b(?:alleg\w*|claim(?:ed|s|ing)?|complain\w*|argu(?:ed|es|ing)|requested|whether|stated that the controller|"
    r"objected|submitted)\b",
    re.IGNORECASE,
)
_RULED = expression(
    r"\b(?:found|finds|finding|held|holds|conclu\w*|considers?|considered|established|establishes|imposed|fined|"
    r"decided|determined|ruled|stated|confirmed|noted|sanctioned|infringements?)\b",
    re.IGNORECASE,
)

# Powers and fines, procedure between authorities, definitions, complaints, damages, scope: never infringed.
_ONLY_CITED = frozenset(
    {
        1,
        2,
        3,
        4,
        50,
        51,
        52,
        53,
        54,
        55,
        56,
        57,
        59,
        60,
        61,
        62,
        63,
        64,
        65,
        66,
        68,
        70,
        77,
        78,
        79,
        80,
        81,
        82,
        83,
        84,
        99,
    }
)


_PASSIVE = expression(r"[^.;]{0,30}\b(?:was|were) (?:infringed|violated|breached)")
_ONE_PHRASE = 25
"""So close behind "breach" a quoting word belongs to the same phrase: "a breach of the obligation under"."""

_LONG = 400
"""From a sentence so long on, its paragraph says nothing of a provision in it."""


def outcome(reading: Reading, mention: Mention, provision: Provision) -> tuple[Outcome, float]:
    """What the text says of a provision, and how sure that is (0 to 1)."""
    if provision.article in _ONLY_CITED or (provision.article == 58 and provision.paragraph != 1):
        return Outcome.CITED, 0.95
    before, after = reading.before(mention, 260), reading.after(mention, 90)
    clause = re.split(r"[;]\s|\b(?:but|however|although)\b", before)[-1]
    if not _SANCTION.search(clause):
        clause = _INCIDENT.sub(lambda hit: _WRONG.sub("incident", hit.group()), clause)
    if _cleared(clause, after):
        return Outcome.NOT_INFRINGED, 0.8
    if _NONE.search(clause) and _NOT_DONE.match(after):
        return Outcome.INFRINGED, 0.8
    if _ALONE_BEFORE.search(clause) and _ALONE_AFTER.match(after) and not _ALLEGED.search(clause):
        return Outcome.INFRINGED, 0.91
    found, quoted = _last(_STRONG_FOUND, clause), _last(_QUOTED, clause)
    if _last(_ASKED, clause) > _last(_RULED, clause) and not _PASSIVE.match(after):
        return Outcome.CITED, 0.6
    if found >= 0 and quoted < found + _ONE_PHRASE:
        return Outcome.INFRINGED, 0.94
    if _STRONG_FOUND.search(_first_clause(after)):
        return Outcome.INFRINGED, 0.92
    if quoted >= 0:
        return Outcome.CITED, 0.6
    return _by_surroundings(reading, mention, clause, after)


def _last(words: Expression, text: str) -> int:
    """Where the last of some words ends; -1 where there is none."""
    return max((hit.end() for hit in words.finditer(text)), default=-1)


def _by_surroundings(reading: Reading, mention: Mention, clause: str, after: str) -> tuple[Outcome, float]:
    """What the sentence and the paragraph say, where the words right beside the provision say nothing."""
    sentence = reading.words(reading.sentence(mention.start))
    tail = _first_clause(after)
    if _STRONG_FOUND.search(sentence):
        return Outcome.INFRINGED, 0.8
    if _FOUND.search(clause[-120:]) or _FOUND.search(tail) or _bracketed(clause, after):
        return Outcome.INFRINGED, 0.95
    paragraph = reading.words(reading.paragraph(mention.start))
    if _STRONG_FOUND.search(paragraph) and len(sentence) < _LONG:
        return Outcome.INFRINGED, 0.72
    return (Outcome.CITED, 0.5) if _QUOTED.search(sentence) else (Outcome.INFRINGED, 0.9)


def _cleared(clause: str, after: str) -> bool:
    cleared = list(_CLEARED.finditer(clause[-120:]))
    if cleared:
        rest = clause[-120:][cleared[-1].end() :]
        negated = re.search(r"\bnot\s+(?:\w+\s+){0,2}$", clause[-120:][: cleared[-1].start()])
        if not _STRONG_FOUND.search(rest) and not negated:
            return True
    return bool(
        re.match(
            r"[^.;]{0,40}\b(?:was|were|been) (?:therefore |thus |hence |also )?(?:not|neither)(?: found)?(?: to be)? "
            r"(?:infringed|violated|breached)|[^.;]{0,30}\bwas (?:examined and )?dropped",
            after,
        )
    )


def _first_clause(after: str) -> str:
    return re.split(r"[,;:]\s|\b(?:but|because|which|while)\b", after)[0]


def _bracketed(before: str, after: str) -> bool:
    """A provision alone in brackets after what was done wrong."""
    return "(" in before[-40:] and ")" in after[:40]
