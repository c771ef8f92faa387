"""What texts say of a provision that was examined and not found infringed."""

import re

from kg.extract import citation_words as citing
from kg.extract import infringement_words as words
from kg.extract.expressions import expression
from kg.extract.provision_place import BASES, Outcome, ProvisionPlace, Verdict

_TURN = expression(
    r"\b(?:but(?! (?:\w+ )?(?:dropped|withdrawn|abandoned|rejected))|however|although|whereas|while)\b|"
    r",?\sand (?:the|its|an?|found|imposed|upheld)\b",
    re.IGNORECASE,
)
_WEAKLY = expression(r"in (?:accordance|line|conformity)", re.IGNORECASE)
"""Words that clear, and as often say "pursuant to": "a breach of accountability in accordance with"."""

_WRONGING = r"(?:violat|infring|breach|contraven)(?:e[ds]?|ing|ed|es)\b"
_NO_WRONG_WORDS = rf"(?:no|nor any|not (?:an?|any)|without) (?:\w+ ){{0,2}}{words.WRONG}"

_NO_WRONG = words.any_of(_NO_WRONG_WORDS)
"""That there was no infringement, whatever stands around it."""

_NOT_FOLLOWED = words.any_of(
    r"(?:did|has|have|had) not (?:\w+ )?(?:follow|share|accept|agree)(?:ed)?|"
    r"follow(?:ed|s) the (?:controller|company|defendant|respondent)|agree(?:d|s) with the (?:controller|company|"
    r"defendant|respondent)|"
    r"(?:saw|sees|see|found|finds|find|noted) (?:no|nothing)\b(?! (?:valid |legal |lawful )?(?:bas[ei]s|consent))|"
    r"(?:was|were|is|are) (?:found to be |held to be )?(?:\w+ )?(?:sufficient|adequate|appropriate|lawful|"
    r"justified|admissible|in order)"
)
"""What an authority says of a point that it does not hold against the controller."""

_HINDSIGHT = words.any_of(
    rf"(?:did|does|do|has|have|had|would|was|were) not(?:, [^,]{{3,30}},)? (?:\w+ )?(?:find|found|see|retain|"
    rf"uphold|upheld|"
    rf"appreciate|sustain|confirm|sanction|punish|pursue|recogni[sz]e|assume|affirm|consider|hold|held|regard)(?:ed)?\b"
    rf"[^.;]{{0,50}}?{words.WRONG}(?: of)?|"
    rf"no finding (?:of|as to|on|under|regarding|in respect of|with (?:regard|"
    rf"respect) to)(?: an?)?(?: \w+)?(?: {words.WRONG})?|"
    rf"(?:acquitt\w+|cleared|absolved|exonerated) of (?:\w+ ){{0,4}}(?:{words.WRONG}|{_WRONGING})|"
    rf"(?:refrain\w* from \w+|rul(?:ed|es|ing) out|stopp?(?:ed|s)? short of \w+)(?: \w+){{0,3}} {words.WRONG}|"
    r"not (?:follow|share|accept|agree with|subscribe to)(?:ed)? (?:the|this|that|his|her|"
    r"its)\b[^.;]{0,60}\b(?:that|on|as to|"
    r"regarding|about|to)|"
    r"(?:saw|sees?|found|finds?) (?:no|nothing) (?:need|reason|grounds?|fault|cause)(?: (?:with|to|for))?|"
    r"no basis (?:for|to) (?:overrid|disregard|set|criticis|question|doubt|find|conclud|depart)\w*|"
    rf"(?:no (?:indication|evidence|proof|sign)s?|not (?:been )?(?:shown|proven|proved|demonstrated|apparent)) that\b"
    rf"(?:[^.;,]{{0,60}}\b{_WRONGING})?|"
    rf"not to such an extent that\b[^.;]{{0,60}}{words.WRONG}|{_NO_WRONG_WORDS} could be (?:established|found|"
    rf"proven|proved)"
)
"""Words that clear and stand in the main clause, with the infringement behind them."""

_CLEARED = words.any_of(
    r"not (?:find|see|establish|identify|detect|prove|by itself prove|in itself prove|mean|show|ascertain),?"
    rf"(?: (?:an?|any|the|that there (?:was|had been) (?:an?|any)?))? ?(?:\w+ )?{words.WRONG}|"
    rf"nor of|nor (?:(?:was|is|were|did|had) (?:there |it (?:find|see) )?)?(?:an? |any )?{words.WRONG} of|"
    r"no failure to (?:comply with|meet|fulfil|observe)|not (?:been )?found (?:to be )?(?:to have )?(?:breached|"
    r"infringed|"
    r"violated|guilty of|in (?:breach|violation|infringement) of)|"
    rf"(?:no|without (?:finding )?(?:an?|any)) (?:\w+ )?{words.WRONG} "
    r"(?:of|was|were|has|with regard to|as regards|regarding|under|in respect of)|"
    r"(?:did|does|do) not (?:find|constitute|amount to|infringe|violate|breach|contravene|see),?"
    rf"(?: (?:an?|any|the) (?:\w+ )?{words.WRONG})?|"
    r"(?:was|were|been|is) not (?:infringed|violated|breached|in breach|contravened)|"
    r"(?:had|has|have) not (?:infringed|violated|breached|contravened)|examined and dropped|"
    r"in (?:\w+ )?(?:compliance|accordance|conformity|line|keeping) with|compl(?:ied|iant) with|"
    r"(?:has|have|had) (?:\w+ly )?(?:respected|observed|honoured)|"
    r"lawful(?:ly)? (?:under|pursuant|based)|could (?:rely|be based) on|allowed under|permitted|"
    r"(?:sufficient|adequate|appropriate|satisfactory|valid) (?:under|pursuant to|for the purposes of|"
    r"within the meaning of)|"
    r"(?:met|satisfied|fulfilled|observed|respected) (?:\w+ ){0,4}(?:requirements?|conditions?|obligations?|duties) "
    r"(?:of|under|in|set out in)"
)
"""Words that clear of an infringement."""

_NEGATED = expression(r"\b(?:not|fail\w* to be|neither)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)

_REJECTED = words.any_of(
    r"(?:dismiss|reject|clos|discontinu|terminat|dropp?|archiv|shelv)(?:ed|es|s|ing|e)?"
    r"(?: (?:the|this|that|its|his|her|all|case|complaint|claims?|proceedings?|allegations?|part|them|it|"
    r"of|other|remaining|further|matter|procedure|charges?|arguments?|investigation|requests?|applications?|applicant|"
    r"complainant|\w+['\u2019]s|findings?|to|establish|find|declare|an?|allegation|infringements?|violations?|"
    r"breach)){0,8}"
    r" (?:of|that|as regards|regarding|in respect of|in relation to|with regard to|with respect to|concerning|"
    r"for|as to|about|under|relating to)"
    r"|(?:upheld|allowed|granted) the appeal (?:in respect of|as regards|regarding|concerning|against|on)"
    r"|(?:annul(?:led|s)?|quashed|set aside|overturned|struck down|revers(?:ed|es))"
    rf"(?: (?:the|a|its|that|findings?|part|decision|conclusions?|on|of|an?|"
    rf"in so far as it found)){{0,6}}(?: {words.WRONG} of)?"
)
"""What was not followed up, or did not last; until the words go on to say what was."""

_DEFENCE = words.any_of(r"arguments?|reliance|defences?|contentions?")

_DROPPED = expression(
    r"\b(?:dropped|dismissed|rejected|discarded|withdrawn|set aside|annulled|not upheld|not proven|"
    r"unproven)\s\($",
    re.IGNORECASE,
)
"""Directly before provisions in parentheses."""

_UPHELD = words.any_of(r"upheld|accepted|confirmed|found|established|sanctioned|fined|imposed")

_NOT_PROVEN = expression(
    r"[^.;]{0,120}?(?:\b(?:(?:could|can|was|were|is|are|has|have|had|did)(?: \w+)? not (?:be |find |find it |"
    r"consider it |"
    r"been )?(?:\w+ly )?"
    r"(?:established|proven|proved|found|ascertained|confirmed|substantiated|upheld|sustained|detected|demonstrated|supported)"
    r"|acquitted|(?:absorbed|subsumed) (?:by|in)|fell away|did not survive|came to nothing|(?:was|were|is|has been|"
    r"have been|had been) (?:(?!not\b)\w+ ){0,3}(?:dropped|closed|dismissed|rejected|"
    r"unfounded|ruled out(?! as)|discontinued|"
    r"examined and dropped|respected|complied with|observed|annulled|quashed|set aside|shelved|archived|withdrawn|"
    r"left open|left aside)"
    r"|(?:was|were|is|has been|have been|had been) (?:\w+ ){1,2}(?:in (?:good |due )?time|on time|within the (?:\w+ )?"
    r"(?:deadline|period|time limit))"
    r"|(?:is|was|were|are|has|had) not (?:been )?(?:pursued|accepted|followed up|taken up|examined|assessed)"
    r"|,? (?:but|and) (?:\w+ )?(?:dropped|withdrawn|abandoned)"
    r"|so (?:that )?there (?:was|is|had been) no (?:infringement|violation|breach)"
    r"|(?:takes?|took) no position|without further action|(?:decided|chose) to (?:close|dismiss|discontinue)"
    r"|left (?:it|this|that|the point|the question) (?:aside|open))\b)",
    re.IGNORECASE,
)
"""After the provision: it was not found infringed."""

_NOT_INFRINGED_AFTER = expression(
    r"[^.;]{0,40}\b(?:was|were|been|is|has|have|had)(?:n.t| (?:therefore |thus |hence |also )?(?:not|"
    r"neither))(?: been)?(?: found)?(?: to be| to have been)? "
    r"(?:infringed|violated|breached|contravened)",
    re.IGNORECASE,
)

_REGARDING = expression(
    r"^[\W\d]*(?:(?:finally|moreover|furthermore|lastly|however|in addition|on the other hand|by contrast),? )?"
    r"(?:regarding|as regards|as to|with (?:regard|respect) to|in relation to|turning to|concerning|in respect of|"
    r"on|as far as|as for)\b(?P<topic>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that opens with the provision that all of it is about."""

_STATEMENT = expression(
    r",[^,()]{0,60}?\b(?:found|held|noted|conclu\w+|consider\w*|stat\w+|argu\w+|was|were|did|had|has)\b"
)
"""Where the sentence says something of its topic, behind a comma."""

_BUT_NOT = expression(
    r"\s*(?:also )?(?:not|none)(?: (?:the one|that|the finding|the violation|the infringement))? (?:of|"
    r"in respect of|as regards|regarding|under|for|with)?\s*",
    re.IGNORECASE,
)
_SHORT = 60
"""Characters of what follows a provision, up to which the next sentence may speak of it as "that provision"."""
_NEXT_DENIES = expression(
    rf"[^.;]{{0,100}}\bnot (?:\w+ )?(?:retain|uphold|find|establish|see)\b[^.;]{{0,30}}{words.WRONG} of (?:that|this) "
    r"(?:provision|article|duty|obligation)\b",
    re.IGNORECASE,
)
_LIKEWISE = expression(
    r"^\W*(?:so (?:was|were|is|are)|(?:the )?same (?:goes|went|applies|applied|holds|held|is true|was true) (?:for|"
    r"of|to))\b",
    re.IGNORECASE,
)
_ELIDED = expression(
    r"(?: of the)?(?: (?:UK )?GDPR| Regulation)?,? (?:has|have|had|was|were|is|are|could|did)(?: not|n.t|"
    r"not)\s*(?=[.;,]|$)"
    r"|(?: of the)?(?: (?:UK )?GDPR| Regulation)?,? (?:set aside|quashed|annulled|overturned|dropped|dismissed)\b",
    re.IGNORECASE,
)
"""After the second of two provisions whose fates differ: "while Article 33 was not"."""

_NEITHER = expression(r"\b(?:neither|nor)\b[^.;]*$", re.IGNORECASE)


def not_proven(place: ProvisionPlace) -> Verdict | None:
    """What stands after the provision takes the infringement back."""
    if place.argued:
        return None
    turn = _TURN.search(place.after)
    after = place.after[: turn.start()] if turn else place.after
    neither = _NEITHER.search(place.clause) and words.INFRINGED_AFTER.match(place.after)
    denied = len(place.after) < _SHORT and _NEXT_DENIES.match(place.following)
    if denied or neither or _NOT_INFRINGED_AFTER.match(after) or _NOT_PROVEN.match(after):
        return Verdict(Outcome.NOT_INFRINGED, 0.85)
    elsewhere = (
        words.STRONG_FOUND.search(place.before)
        or _UPHELD.search(place.before)
        or words.INFRINGED_AFTER.match(place.after)
    )
    contrasted = citing.RULED.search(place.before) or words.STRONG_FOUND.search(place.before)
    if (_BUT_NOT.fullmatch(place.clause) and elsewhere) or (_ELIDED.match(place.after) and contrasted):
        return Verdict(Outcome.NOT_INFRINGED, 0.85)
    return None


def rejected(place: ProvisionPlace) -> Verdict | None:
    """A complaint, a charge or a finding of it was not followed up or did not last; a defence that failed accuses."""
    if _DROPPED.search(place.near):
        return Verdict(Outcome.NOT_INFRINGED, 0.8)
    hits = list(_REJECTED.finditer(place.near))
    rest = place.near[hits[-1].end() :] if hits else ""
    if not hits or _UPHELD.search(rest):
        return None
    if _DEFENCE.search(hits[-1].group()) and not words.INFRINGED_AFTER.match(place.after):
        # An argument that a basis covers the processing was not accepted.
        return Verdict(Outcome.INFRINGED, 0.75) if place.provision.article in BASES else None
    return Verdict(Outcome.NOT_INFRINGED, 0.8)


def regarding(place: ProvisionPlace) -> Verdict | None:
    """The sentence opens with the provision: what follows decides."""
    opened = _REGARDING.match(place.clause)
    if opened is None or _STATEMENT.search(opened["topic"]):
        return None
    after = place.rest(300)
    if denies(after) or _NOT_PROVEN.search(after) or _NOT_FOLLOWED.search(after):
        return Verdict(Outcome.NOT_INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.85) if words.STRONG_FOUND.search(after) else None


def likewise(place: ProvisionPlace) -> Verdict | None:
    """ "So was one under Article 39": what the sentence before says of another provision."""
    if not _LIKEWISE.match(place.before):
        return None
    if denies(place.preceding) or _NOT_PROVEN.search(place.preceding):
        return Verdict(Outcome.NOT_INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.8) if words.STRONG_FOUND.search(place.preceding) else None


def hindsight(place: ProvisionPlace) -> Verdict | None:
    """The main clause before the infringement says that it is none."""
    hits = list(_HINDSIGHT.finditer(place.near))
    if not hits or words.STRONG_FOUND.search(place.near, hits[-1].end()):
        return None
    return Verdict(Outcome.NOT_INFRINGED, 0.85)


def cleared(place: ProvisionPlace) -> Verdict | None:
    """The words right before it clear of an infringement, and none behind them finds one."""
    near = place.near
    cleared = list(_CLEARED.finditer(near))
    if not cleared:
        return None
    found = [hit.end() for hit in words.STRONG_FOUND.finditer(near[: cleared[-1].start()])]
    if found and _WEAKLY.match(cleared[-1].group()) and "," not in near[found[-1] : cleared[-1].start()]:
        return None
    negated = _NEGATED.search(near[: cleared[-1].start()])
    if negated or words.STRONG_FOUND.search(near[cleared[-1].end() :]):
        return None
    if place.asked:
        return Verdict(Outcome.CITED, 0.6)
    return Verdict(Outcome.NOT_INFRINGED, 0.85 if words.STRONG_FOUND.search(cleared[-1].group()) else 0.8)


def denies(statement: str) -> bool:
    """Whether a statement is that nothing was infringed."""
    return any(pattern.search(statement) for pattern in (_CLEARED, _NO_WRONG))
