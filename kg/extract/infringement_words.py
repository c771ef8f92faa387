"""What texts say beside a provision that was infringed."""

import re

from kg.extract.expressions import Expression, expression


def any_of(alternatives: str) -> Expression:
    return expression(rf"\b(?:{alternatives})\b", re.IGNORECASE)


WRONG = (
    r"(?:infringements?|violations?|breach(?:es)?|contraventions?|non-?compliance|shortcomings?|irregularit(?:y|ies))"
)
"""An infringement, as a noun."""

DUTY = r"(?:request|right|obligation|duty|demand|objection|application|withdrawal|information)"

FOUND = any_of(
    r"infring\w*|violat\w*|breach(?:es|ed|ing)?|contraven\w*|contrary to|non-?complian\w*|not compl\w*|"
    r"failed? to comply|broke|broken|disregard\w*|shortcomings?|failings?|failure|unlawful\w*|illegal\w*|"
    r"did not comply|not in (?:line|accordance|compliance|conformity) with|no (?:valid )?(?:legal )?basis|"
    r"lack(?:ed|s|ing)?|without|ungrounded|cites|on the list|operative part|requirements? of|offen[cs]es?|"
    r"manquements?|violazione|infracci[oó]n\w*|Versto(?:ß|ss)\w*|neglect\w*|could not (?:rely|be based)|"
    r"not (?:rely|based)|under|refers? to|in light of|injury|mentions|"
    r"not (?:informed|inform|notify|provide|respond|answer|told)|not been|insufficient\w*|excessive|inadequate|"
    r"injur\w*"
)
"""Words of an infringement, the weak ones too."""

STRONG_FOUND = any_of(
    r"infring\w*|violat\w*|breach(?:es|ed|ing)?(?! notification)|contraven\w*|contrary to|non-?complian\w*|"
    r"failed (?:in )?(?:its|their|his|her|the|an?) (?:\w+ ){0,2}(?:dut(?:y|ies)|obligations?)|at odds with|"
    r"failed? to (?:comply|meet|fulfil|observe|respect|satisfy|adhere)|failure to (?:comply|meet|fulfil|observe)|"
    r"lack\w* (?:an?y? )?(?:\w+ ){0,2}(?:basis|grounds?)|without (?:an?y? )?(?:\w+ ){0,2}(?:legal|"
    r"lawful) (?:basis|grounds?)|"
    r"(?:could|can|did|does|may)(?: \w+)?(?: not|not|n.t)(?: \w+)? (?:rely on|be based on|invoke|be justified by|"
    r"fall under)|"
    r"exceed(?:s|ed|ing)? what|unfair(?:ly)?|broke|broken (?:against|its|the (?:law|rules?))|f[ae]ll(?:s|en|"
    r"ing)? short|unlawful\w*|in breach|sanctioned for|guilty of|"
    r"manquements?|violazione|infracci[oó]n\w*|Versto(?:ß|ss)\w*|injury|offen[cs]es?|did not comply|"
    r"not (?:having )?complied|"
    r"not (?:fulfil|meet|met|observ|respect|satisf|honour|perform|adher)\w*(?: (?:\w+ ){0,4}"
    r"(?:obligation|duty|requirement)s?)?|no (?:valid )?legal basis|"
    r"in (?:conflict|strife|contradiction) with|conflict(?:s|ed) with|incompatible with|inconsistent with|"
    r"not (?:(?:\w+ ){0,3}in (?:line|accordance|compliance|conformity|keeping)|compliant|compatible|consistent) with|"
    r"not (?:\w+ly )?(?:compliant|compatible|consistent|in (?:line|accordance|compliance|conformity|keeping))|"
    r"(?:insufficient|inadequate|deficient|not (?:sufficient|adequate|appropriate)) (?:\w+ )?(?:with regard to|"
    r"in (?:the )?light "
    r"of|as regards|within the meaning of|for the purposes of|under)|"
    r"(?:ran|run|runs|fell|fall|falls) (?:afoul|foul) of|flout(?:s|ed)?|trampl\w+|disregarded|ignored|overstep\w*"
)
"""Words that surely speak of an infringement."""

INCIDENT = any_of(
    r"(?:personal )?(?:data|security) (?:breach(?:es)?|violations?)|(?:notif\w+|report\w+)(?: of)? (?:the|"
    r"an?|this|its) (?:\w+ )?breach|breach (?:was|were|is|had been|has been) (?:\w+ )?(?:notified|reported)|"
    r"(?:violation|breach) of (?:the )?security of (?:the )?(?:personal )?data"
)
"""A leak, which is no breach of the law unless it is what the fine is for."""

NOT_DONE = expression(
    r"[^.;,]{0,30}\b(?:(?:had|has|was|were) (?:been )?|been )(?:carried|conducted|made|done|performed|drawn|"
    r"concluded|given|provided)\b",
    re.IGNORECASE,
)
NONE = expression(r"\b(?:no|nor|without)\b[^.;,]{0,70}$", re.IGNORECASE)

OMITTED = expression(
    r"\b(?:fail(?:ed|s|ing|ure) to|did(?:n.t| not)|ha[ds]n.t|(?:had|has|have|was|were) not|never|refus(?:ed|al|"
    r"ing) to|"
    rf"omitted to|neglected to|only (?:\w+ )?after|too late|without|no longer|neither|nor|"
    rf"n.t)\b[^.;]{{0,110}}\b(?:{DUTY}s?\b[^.;]{{0,40}}"
    r"(?:\b(?:under|pursuant to|according to|in accordance with|of|in)|\()"
    r"|(?:notify|inform|answer|respond|reply|provide|report|cooperate|erase|delete|appoint|designate|carry out|"
    r"conduct|implement|conclude|keep|document|demonstrate|rectify|restrict|facilitate|adopt|take|"
    r"obtain)\b[^.;,]{0,70}\b"
    r"(?:under|pursuant to|according to|in accordance with|in line with)"
    r"|as (?:required|provided|prescribed|demanded|laid down|stipulated|set out) (?:by|in|for in|under)"
    r"|(?:required|prescribed|demanded|provided for|laid down|stipulated) (?:by|in|under)"
    r"|within the (?:month|period|deadline|time)[^.;]{0,30}\b(?:in|of|by)|within the meaning of)\s?$",
    re.IGNORECASE,
)
"""Something due was not done: "did not answer the request under", "had not appointed one, as required by"."""

INFRINGED_AFTER = expression(
    r"[^.;]{0,60}\b(?:was|were|been|being) (?:\w+ly |also |thus |therefore )?(?:infringed|violated|breached|"
    r"contravened|disregarded|confirmed|established|upheld|proven)",
    re.IGNORECASE,
)

NOT = expression(
    r"(?:\b(?:fail\w*|lack\w*|not|never|without|no|none|nobody|nothing|neither|nor|short|missing|absent)|"
    r"n.t)\b",
    re.IGNORECASE,
)
BROUGHT_INTO_LINE = expression(
    r"\b(?:bring|brings|bringing|brought|put|putting)\b[^.;]{0,70}\b(?:into|in) (?:compliance|line|conformity|"
    r"accordance) with"
    r"(?: the)?(?: \w+){0,4}\s$",
    re.IGNORECASE,
)

REFUSED_AFTER = expression(
    r"[^.;]{0,10}\bwh(?:ich|om)\b[^.;]{0,40}\b(?:did(?: not|n.t) (?:accept|recogni[sz]e|follow|share)|"
    r"reject(?:ed|s)|refus\w+|"
    r"dismissed)|[^.;,]{0,20}[;,] (?:but )?(?:the )?\w+(?: \w+)? (?:disagreed|did not (?:accept|agree|follow|share)|"
    r"(?:rejected|dismissed) (?:this|that))\b|[^.;,]{0,20}\b(?:in vain|wrongly|unsuccessfully|without success)\b",
    re.IGNORECASE,
)
"""After the basis that somebody had claimed."""

SHORTFALL_NEXT = expression(
    r"\s*(?:(?:But |However, |Yet |In this case, )?(?:no such|none|nothing of|neither)\b"
    r"|(?:But |However, |Yet )?(?:the|this|that|it|they|such)\b[^.;,]{0,60}?\b(?:had (?:none|no|not)|was not|"
    r"were not|did not|didn.t|"
    r"failed to|lacked|was missing|were missing|never|not the case|took (?:\w+ ){1,3}(?:days|weeks|months|years))\b)",
    re.IGNORECASE,
)
"""The sentence after an explained duty: it was not fulfilled."""
FORBIDS_IT = expression(
    r"[^.;,]{0,26}\b(?:forbids|prohibits|rules? out|excludes?|(?:does not|doesn.t) (?:allow|"
    r"permit))\b(?:[^.;]{0,24}\b(?:this|that|it|such)\b|(?<=[a-z])\s?(?=[,.;]|as a rule))",
    re.IGNORECASE,
)
BY_AUTHORITY = expression(
    r"\b(?:(?i:authority|commissioner|commission|regulator|watchdog|office|inspectorate|agency|garante|"
    r"committee|chamber|it)|"
    r"[A-Z]{2,8})(?:\s\w+)?\s(?:relied on|relies on|cite[sd]|invoke[sd]|pointed to|based (?:it|its \w+|the \w+) on)"
    r"(?:[^.;,]{0,40}\band on)?\s$"
    r"|\brefers? to\s$"
    r"|\b(?i:decision|notice|penalty|fine|ruling|sanction|order)\b[^.;,]{0,40}\b(?:rests|rested|is based|"
    r"was based|based|relies) on\s$"
)
"""The authority names what it found infringed."""
NO_BASIS = expression(
    r"\b(?:no|nor|neither|none|without|lack\w*|absence of|let alone|not (?:prove|show|demonstrate|invoke|name|have|"
    r"cite) an?y?)\b"
    r"[^.;]{0,40}\b(?:bas[ei]s|grounds?|consent|interests?|exceptions?|"
    r"exemptions?|"
    r"conditions?|"
    r"justifications?|authori[sz]ations?)\b[^.;]{0,40}\b(?:under|in|of|pursuant to|within the meaning of)\s$",
    re.IGNORECASE,
)
NO_RELIANCE_AFTER = expression(
    r"[^.;]{0,40}\b(?:(?:could|can|may|did|does) not (?:\w+ )?(?:be (?:\w+ly )?(?:relied|based|invoked|used)|serve|"
    r"justify|"
    r"support|legitimi[sz]e|constitute)|(?:was|were|is) (?:not available|ruled out as))\b",
    re.IGNORECASE,
)

LEFT_UNDONE_AFTER = expression(
    r"[^.;]{0,70}\b(?:was|were|had|has|did)(?: not|n.t) (?:been )?(?:\w+ly )?\w{3,}\b", re.IGNORECASE
)
DUE = expression(
    r"\b(?:had to|has to|have to|must|should|ought to|obliged to|were to|"
    r"was to)\b[^.;]*$",
    re.IGNORECASE,
)
"""Something was due in the clause, and what follows says that it was left undone."""
DONE_WELL = expression(
    r"\b(?:(?:has|had|have) (?:\w+ly )?(?:implemented|complied|followed|provided|informed|answered|ensured|"
    r"respected|fulfilled)"
    r"|appeared to have)\b",
    re.IGNORECASE,
)
CHAINED = expression(
    r"[\s)]*(?:,?\s?(?:of|to|under)?\s?(?:the\s)?(?:same\s)?(?:UK\s|EU\s)?(?:GDPR|Regulation|RGPD|DS-?GVO|AVG)\b)?"
    r"(?:\s?\([^()\n]{2,60}\))?\s?[,;]?\s?"
    r"(?:(?:and|or|as well as|in (?:conjunction|combination|connection|relation|accordance) with|"
    r"read (?:together )?(?:in conjunction )?with|"
    r"and also|nor|cf\.?|jo\.?|juncto|plus|together with|along with|&|/)\s?,?)?[\s(]*(?:of\s|the\s|also\s|"
    r"under\s|with\s|provisions? of\s)*",
    re.IGNORECASE,
)
"""What may stand between provisions of which one thing is said."""
COMPARED = expression(
    r"\b(?:(?:longer|more|later|further|wider|less|broader|earlier)\b[^.;,]{0,60}\bthan|beyond what)"
    r"(?: (?:is |was )?(?:permitted|allowed|necessary|required|provided for) (?:by|under|in))?\s$",
    re.IGNORECASE,
)
"""Before the provision whose measure was exceeded: "kept longer than"."""
UNFULFILLED_AFTER = expression(
    r"[^.;,]{0,40}\b(?:was|were|are|is|been)(?: not|n.t) (?:\w+ly )?(?:complied with|respected|observed|met|"
    r"fulfilled|satisfied|followed)\b",
    re.IGNORECASE,
)
NOT_IN_SENSE = expression(
    r"\b(?:not|n.t|no)\b[^.;,]{0,50}\b(?:in the (?:sense|meaning) of|within the meaning of|for the purposes of)\s$",
    re.IGNORECASE,
)
OUGHT = expression(
    r"\b(?:should|ought to|would have had to) (?:\w+ )?have (?:\w+ly )?\w{3,}\b[^.;]{0,90}\b(?:under|pursuant to|"
    r"according to|in accordance with|by|in|of|\()\s?$",
    re.IGNORECASE,
)
"""What should have been done and was not."""
WHEREAS = expression(r"\b(?:whereas|although|even though|while)\s(?:\w+\s)?$", re.IGNORECASE)
RELIED = any_of(
    r"rel(?:ied|ies|y|ying) (?:up)?on|invok\w+|based (?:\w+ ){0,4}on|pointed to|referred to|"
    r"justified (?:\w+ ){0,4}(?:by|with|under)"
)
NOT_ACCEPTED = expression(
    r"\s*(?:However, |But )?(?:(?:The |the )?\w+(?: \w+)? (?:did not (?:accept|share|follow|agree)|rejected|"
    r"dismissed|disagreed|refuted|"
    r"was not (?:convinced|persuaded))|(?:held|found|considered)? ?(?:that )?(?:this|that) (?:provision|basis|"
    r"ground|exception|"
    r"legal basis|argument)\b[^.;]{0,30}(?:not|n.t|reject\w+|fail\w*)\b)"
)
"""The sentence after a claimed basis: it was not accepted."""
YET = expression(
    r"[^.;]{0,120}(?:,\s(?:yet|but)\s|;\s(?:the|it|this)\b[^.;]{0,40}\b(?:took|did not|failed|never|"
    r"had not)\b)",
    re.IGNORECASE,
)
"""An explained duty, and in the same sentence what was done instead."""
