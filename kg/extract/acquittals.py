"""What texts say of a provision that was examined and not found infringed."""

import re

from kg.extract import infringement_words as words
from kg.extract.expressions import expression
from kg.extract.provision_place import Outcome, ProvisionPlace, Verdict

_TURN = expression(
    r"\b(?:but(?! (?:\w+ )?(?:dropped|withdrawn|abandoned|rejected))|however|although|whereas|while)\b|"
    r",?\sand (?:the|its|an?|found|imposed|upheld)\b",
    re.IGNORECASE,
)
_WEAKLY = expression(r"in (?:accordance|line|conformity)", re.IGNORECASE)
"""Words that clear, and as often say "pursuant to": "a breach of accountability in accordance with"."""

_NO_WRONG = words.any_of(rf"(?:no|nor any|not (?:an?|any)|without) (?:\w+ ){{0,2}}{words.WRONG}")
"""That there was no infringement, whatever stands around it."""

_NOT_FOLLOWED = words.any_of(
    r"(?:did not|didn.t|has not|have not|had not) (?:\w+ )?(?:follow|share|accept|agree)(?:ed)?|"
    r"follow(?:ed|s) the (?:controller|company|defendant|respondent)|agree(?:d|s) with the (?:controller|company|"
    r"defendant|respondent)|saw no (?:need|reason|grounds?)|"
    r"(?:was|were|is|are) (?:\w+ )?(?:sufficient|adequate|appropriate|lawful|justified|admissible|in order)"
)
"""What an authority says of a point that it does not hold against the controller."""

_HINDSIGHT = words.any_of(
    rf"(?:did|does|do|has|have|had|would)(?: not|n.t) (?:\w+ )?(?:retain|uphold|upheld|appreciate|sustain|"
    rf"confirm|sanction|punish|pursue|recogni[sz]e|assume|affirm|consider|hold|held|regard)(?:ed)?\b[^.;]{{0,50}}?"
    rf"{words.WRONG}|no finding (?:of|as to) (?:an? )?(?:\w+ )?{words.WRONG}|"
    rf"acquitt\w+ of (?:\w+ ){{0,4}}{words.WRONG}|"
    rf"not follow(?:ed)? the (?:\w+['\u2019]s )?(?:rapporteur|head of investigation|inspect\w+|complainant|suggestion|"
    rf"proposal|view|opinion)\b[^.;]{{0,40}}|"
    rf"(?:saw|sees) no (?:need|reason|grounds?)|not to such an extent that\b[^.;]{{0,60}}{words.WRONG}"
)
"""Words that clear and stand in the main clause, with the infringement behind them."""

_CLEARED = words.any_of(
    r"not (?:find|see|establish|identify|detect|prove|by itself prove|in itself prove|mean|show|ascertain),?"
    rf"(?: (?:an?|any|the|that there (?:was|had been) (?:an?|any)?))? ?(?:\w+ )?{words.WRONG}|"
    rf"nor of|nor (?:an? |any )?{words.WRONG} of|"
    r"no failure to (?:comply with|meet|fulfil|observe)|not (?:found|been found) to be (?:breached|infringed|"
    r"violated)|"
    rf"(?:no|without (?:finding )?(?:an?|any)) (?:\w+ )?{words.WRONG} "
    r"(?:of|was|were|has|with regard to|as regards|regarding|under|in respect of)|"
    r"(?:did|does|do) not (?:find|constitute|amount to|infringe|violate|breach|contravene|see),?"
    rf"(?: (?:an?|any|the) (?:\w+ )?{words.WRONG})?|"
    r"(?:was|were|been|is) not (?:infringed|violated|breached|in breach|contravened)|"
    r"(?:had|has|have) not (?:infringed|violated|breached|contravened)|examined and dropped|"
    r"in (?:\w+ )?(?:compliance|accordance|conformity|line|keeping) with|compl(?:ied|iant) with|"
    r"lawful(?:ly)? (?:under|pursuant|based)|could (?:rely|be based) on|allowed under|permitted|"
    r"(?:sufficient|adequate|appropriate|satisfactory|valid) (?:under|pursuant to|for the purposes of|"
    r"within the meaning of)|"
    r"(?:met|satisfied|fulfilled|observed|respected) (?:\w+ ){0,4}(?:requirements?|conditions?|obligations?|duties) "
    r"(?:of|under|in|set out in)"
)
"""Words that clear of an infringement."""

_NEGATED = expression(r"(?:\b(?:not|fail\w* to be|neither)|n.t)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)

_REJECTED = words.any_of(
    r"(?:dismiss|reject|clos|discontinu|terminat|dropp?|archiv|shelv)(?:ed|es|s|ing|e)?"
    r"(?: (?:the|this|that|its|his|her|all|case|complaint|claims?|proceedings?|allegations?|part|them|it|"
    r"of|other|remaining|further|matter|procedure|charges?|arguments?|investigation)){0,6}"
    r" (?:of|that|as regards|regarding|in respect of|in relation to|with regard to|with respect to|concerning|"
    r"for|as to|about|under|relating to)"
    r"|(?:upheld|allowed|granted) the appeal (?:in respect of|as regards|regarding|concerning|against)"
    r"|(?:annul(?:led|s)?|quashed|set aside|overturned|struck down|revers(?:ed|es))"
    rf"(?: (?:the|a|its|that|findings?|part|decision|conclusions?|on|of|an?|"
    rf"in so far as it found)){{0,6}}(?: {words.WRONG} of)?"
)
"""What was not followed up, or did not last; until the words go on to say what was."""

_UPHELD = words.any_of(r"upheld|accepted|confirmed|found|established|sanctioned|fined|imposed")

_NOT_PROVEN = expression(
    r"[^.;]{0,90}?(?:\b(?:(?:could|can|was|were|is|are|has|have|had|did)(?: \w+)?(?: not|n.t) (?:be |"
    r"been )?(?:\w+ly )?"
    r"(?:established|proven|proved|found|ascertained|confirmed|substantiated|upheld|sustained|detected|demonstrated)"
    r"|acquitted|(?:was|were|is|has been|have been|had been) (?:(?!not\b)\w+ ){0,2}(?:dropped|dismissed|rejected|"
    r"unfounded|ruled out|discontinued|"
    r"examined and dropped|respected|complied with|observed|annulled|quashed|set aside|shelved|archived|withdrawn|"
    r"left open|left aside)"
    r"|(?:was|were|is|has been|have been|had been) (?:\w+ ){1,2}(?:in (?:good |due )?time|on time|within the (?:\w+ )?"
    r"(?:deadline|period|time limit))"
    r"|(?:is|was|were|are|has|had)(?:n.t| not) (?:been )?(?:pursued|accepted|followed up|taken up|examined|assessed)"
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
    r"^\W*(?:(?:finally|moreover|furthermore|lastly|however|in addition|on the other hand|by contrast),? )?"
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
    r"\s*(?:also )?(?:not|none) (?:of|in respect of|as regards|regarding|under|for|with)?\s*", re.IGNORECASE
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
    if neither or _NOT_INFRINGED_AFTER.match(after) or _NOT_PROVEN.match(after):
        return Verdict(Outcome.NOT_INFRINGED, 0.85)
    elsewhere = words.STRONG_FOUND.search(place.before) or words.INFRINGED_AFTER.match(place.after)
    contrasted = words.RULED.search(place.before) or words.STRONG_FOUND.search(place.before)
    if (_BUT_NOT.fullmatch(place.clause) and elsewhere) or (_ELIDED.match(place.after) and contrasted):
        return Verdict(Outcome.NOT_INFRINGED, 0.85)
    return None


def rejected(place: ProvisionPlace) -> Verdict | None:
    hits = list(_REJECTED.finditer(place.near))
    rest = place.near[hits[-1].end() :] if hits else ""
    if not hits or _UPHELD.search(rest):
        return None
    return Verdict(Outcome.NOT_INFRINGED, 0.8)


def regarding(place: ProvisionPlace) -> Verdict | None:
    """The sentence opens with the provision: what follows decides."""
    opened = _REGARDING.match(place.clause)
    if opened is None or _STATEMENT.search(opened["topic"]):
        return None
    after = place.reading.after(place.chain, 300)
    if any(pattern.search(after) for pattern in (_CLEARED, _NOT_PROVEN, _NO_WRONG, _NOT_FOLLOWED)):
        return Verdict(Outcome.NOT_INFRINGED, 0.8)
    return Verdict(Outcome.INFRINGED, 0.85) if words.STRONG_FOUND.search(after) else None


def hindsight(place: ProvisionPlace) -> Verdict | None:
    """The main clause before the infringement says that it is none."""
    hits = list(_HINDSIGHT.finditer(place.near))
    if not hits or words.STRONG_FOUND.search(place.near, hits[-1].end()):
        return None
    return Verdict(Outcome.NOT_INFRINGED, 0.85)


def cleared(place: ProvisionPlace) -> Verdict | None:
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
