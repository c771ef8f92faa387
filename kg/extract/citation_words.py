"""What texts say beside a provision that nobody infringed: that it is applied, invoked, explained, asked for."""

import re

from kg.extract.expressions import expression
from kg.extract.infringement_words import any_of

QUOTED = any_of(
    r"pursuant to|in accordance with|according to|"
    r"as (?:required|defined|provided|set out|laid down|referred to|mentioned) (?:by|in|for in|under)|"
    r"within the meaning of|in the (?:sense|meaning) of|grounds? (?:listed|named|set out|provided for) in|"
    r"(?:is|are|was|were) (?:\w+ly )?(?:mentioned|listed|named|defined|prohibited|forbidden|regulated|governed) "
    r"(?:in|by)|"
    r"provides that|states that|requires? (?:that|controllers|the)|whether|investigated|assess(?:ed|es|ing)?|"
    r"examin(?:ed|es|ing)|compliance with|in order to|alleg(?:ed|es|ing)|claim(?:ed|s)?|complained|argu(?:ed|es)|"
    r"recommend\w* (?:that|to)|refus\w+ [^.;]{0,60}\bciting|(?:asked|requested) (?:\w+ ){0,6}(?:under|pursuant to)|"
    r"(?:is|are) (?:obliged|required|bound) (?:by|under)|(?:advis|encourag|urg)(?:ed|es|ing)|(?:reminded|"
    r"reminds) [^.;]{0,40} that|called on|"
    r"considered whether|request(?:ed|s)? (?:(?:was |were )?(?:\w+ly )?(?:made|filed|lodged|submitted|based) )?"
    r"(?:under|pursuant|of|for|on)|right (?:of|to) \w+ (?:under|pursuant)|notified|"
    r"exercis\w*|corrective powers?|your|controller (?:under|pursuant to|within the meaning of)|with regard to|"
    r"so-called|imposed (?:under|pursuant)|fine (?:under|pursuant)|"
    r"powers? (?:under|in)|on the basis of|with reference to|ordered (?:\w+ ){0,4}under|"
    r"(?:form|procedure|notification) (?:provided|required|laid down|foreseen) (?:by|in|for)|forbids|foresees|"
    r"protects|rel(?:ied|y|ies|ying) on|(?:rest|rests|rested) on|based (?:\w+ ){0,3}on|"
    r"exempt\w* [^.;]{0,60}from|order(?:ed|s)? [^.;]{0,160}\bcf|exceptions? (?:of|in|under)|exemptions? (?:of|"
    r"in|under)|legal basis [^.;]{0,40}\b(?:was|is)|"
    r"(?:found|had|has|have) an? (?:valid |sufficient )?(?:legal )?basis in|"
    r"(?:noted|recalled|pointed out|stated|explained|stressed|reminded \w+|recalls|notes|clarified|clarifies|"
    r"confirmed) that,? "
    r"(?:under|in|the|an?|rights?)|"
    r"(?:legal|lawful) (?:bas[ei]s|grounds?) (?:under|in|within|of)"
)
"""Words of a provision that is applied, invoked or explained."""

GENERAL = expression(
    r"\b(?:recall|noted|notes|explain|stress|emphasi[sz]|point|remind|underlin|stat|clarif|"
    r"observ)\w* (?:\w+ )?that\b[^.;]*\b(?:must|"
    r"may|shall|should|can|ha(?:s|ve) to)\b[^.;]*$|^[^.;]*\b(?:may|must|shall|can) be\b[^.;]*$",
    re.IGNORECASE,
)
"""Before a provision that a general rule is taken from."""

CATEGORY = expression(
    r"\b(?:are|is|constitutes?|amounts? to|qualif\w+ as|falls? (?:under|within|into|"
    r"in)) (?:[\w-]+ ){0,7}?(?:categor\w+|data)\b"
    r"[^.;,]{0,50}\b(?:under|of|in|in accordance with)\s$",
    re.IGNORECASE,
)
"""Before the provision that defines what something is."""

PAST = any_of(r"was|were|had|did|has|have")

REQUESTED = expression(
    r"\b(?:asked for|requested|demanded|applied for)\b(?:(?!\b(?:was|were|had|did|but|and|not|vain|"
    r"without)\b)[^.;,])*$",
    re.IGNORECASE,
)
"""Before the right that somebody exercised."""

DONE = expression(
    r"\b(?:had|has|have) (?:\w+ly )?(?:appointed|designated|concluded|kept|carried out|drawn up|implemented|"
    r"informed|notified|"
    r"answered)\b[^.;,]{0,60}\b(?:under|required by|in line with)\s$",
    re.IGNORECASE,
)
"""Before the provision that a controller says, or is said, to have applied."""

AS_BASIS = expression(
    r"[^.;,]{0,12}\bas (?:its |a |the |their )?(?:legal |lawful )?(?:bas[ei]s|grounds?)\b", re.IGNORECASE
)

UNRULED = expression(
    r"\b(?:not (?:\w+ ){0,3}necessary|not have|not need|without having) to (?:rule|decide|examine|assess|"
    r"consider)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a provision that nobody ruled on."""

CEILING = expression(
    r"\b(?:maximum|upper limit|ceiling)\b[^.;]{0,80}\b(?:is|are|can|could|may)\b[^.;]*$|\b(?:can|may) be (?:fined|"
    r"punished)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
"""Before a provision that is named for what its infringement may cost."""

RELEVANT = expression(r"\b(?:relevant|applicable) (?:law|provisions?|articles?|legislation)\s?:[^.;]*$", re.IGNORECASE)

UNDECIDED = expression(
    r"[^.;]{0,140}\b(?:not (?:have|need) to (?:decide|examine|answer)|left open|leaves open|undecided|"
    r"not (?:be )?(?:decided|"
    r"examined|answered)|needs? not be)\b",
    re.IGNORECASE,
)
"""After a question that nobody answers."""

WHETHER = expression(r"\bwhether\b[^.;]*$", re.IGNORECASE)

ATTRIBUTED = expression(
    r"[^.;]{0,60},? (?:(?:and )?thus |thereby )?(?:contrary to|in (?:breach|violation|infringement) of|infring\w+|"
    r"violat\w+) Art",
    re.IGNORECASE,
)
"""After a request that was not answered: the provision that this infringes stands behind it."""

ASKED = any_of(
    r"alleg\w*|claim(?:ed|s|ing)?|complain(?:s|ed|ing)?|(?<!upheld the )(?<!lodging a )(?<!lodge a )complaints?|"
    r"argu(?:ed|es|ing)|requested|whether|"
    r"stated that the controller|"
    r"propos\w+ (?:\w+ ){0,3}to find|(?:association|group|noyb|complainants?|customers?|union|activists?|NGO) (?:\w+ )?"
    r"accus\w+|objected|submitted|(?:possible|potential|suspected|presumed) (?:\w+ )?(?:infringements?|"
    r"violations?|breach(?:es)?)"
)
"""What somebody asks or says, and nobody has found yet."""

ARGUED = any_of(
    r"(?:argu(?:ed|es|ing)|contend(?:ed|s|ing)|submitted|maintain(?:ed|s|ing)|insist(?:ed|s|ing)|denie[ds]|"
    r"disput(?:ed|es)|"
    r"claim(?:ed|s|ing)|alleg(?:ed|es|ing)|(?:controller|company|defendant|complainant) stated) that|"
    r"(?:considered|examined|looked into|investigated|assessed|asked|checked|analysed) (?:\w+ )?(?:whether|if)|"
    r"left (?:the )?(?:question|issue|point)s? (?:of|whether|as to)|"
    r"(?:argu(?:ed|es|ing)|den(?:ied|ies|ying)|disput(?:ed|es|ing)) (?:having|the|an?)|"
    r"(?:left open|leaves open|did not (?:\w+ )?(?:examine|assess|decide|consider|need)|(?:no|without) need to \w+|"
    r"not necessary to \w+|not decide) (?:to \w+ )?(?:whether|if)"
)
"""What a party says, or what nobody decides, of a provision."""

ALLEGED = any_of(r"alleg\w*|claim(?:ed|s|ing)|argu(?:ed|es|ing)|submitted|whether")

RULED = any_of(
    r"found|finds|finding|held|holds|conclu\w*|considers?|considered|established|establishes|imposed|fined|"
    r"decided|determined|ruled|stated|confirmed|noted|sanctioned|infringements?|upheld"
)

NOT_APPLIED = expression(
    r"[^.;,]{0,20}\b(?:(?:did|does|do) not (?:apply|justify|come into play)|would (?:not )?(?:only )?have|appl(?:y|"
    r"ies|ied)|(?:was|were|is|"
    r"are) (?:not|in)\s?applicable|(?:was|were|is|are) not absolute)\b",
    re.IGNORECASE,
)

QUOTED_AFTER = expression(
    r"(?:[^.;,]{0,26}|[^.;]{0,60}\bwhich )\b(?:requires?|demands?|enables?|provides?|prescribes?|stipulates?|"
    r"lays down|grants?|allows?|permits?|obliges?|"
    r"defines?|regulates?|gives?|affords?|guarantees?|entitles?|protects?|governs?|deals? with|sets? out|contains?|"
    r"shows?)\b",
    re.IGNORECASE,
)
"""After a provision that is explained or invoked: "as Article 33 requires"."""

MET_AFTER = expression(
    r"[^.;,]{0,20}\b(?:was|were|are|is|had been|have been) (?:\w+ly )?(?:fulfilled|met|satisfied|applicable)\b",
    re.IGNORECASE,
)
"""The conditions of an exception or a basis are there."""

ABSTRACT_AFTER = expression(
    r"[^.;,]{0,15},?\s(?:[^.;,]{0,30}\s)?(?:data|controllers?|processors?|companies|organi[sz]ations?|everyone|"
    r"everybody|anyone|"
    r"processing|consent|employers|data subjects|information)"
    r"\b[^.;]{0,40}\b(?:must|shall|may|can|has to|have to|is (?:only )?(?:allowed|lawful|permitted)|"
    r"are (?:only )?(?:allowed|lawful))\b",
    re.IGNORECASE,
)
"""After a provision that is explained: "under Article 5, data must be …"."""

MODAL_AFTER = expression(r"[^.;,]{0,30}\b(?:must|shall|may|can|has to|have to)\b", re.IGNORECASE)

EXPLAINING = expression(
    r"\b(?:requires?|obliges?|provides?|provided that|demands?|stipulates?|lays? down|prescribes?|must (?:be|have)|"
    r"has to be|have to be|may only|only|gives?)\b",
    re.IGNORECASE,
)

RELIANCE_AFTER = expression(
    r"[^.;]{0,40}\b(?:could|can|may) (?:in principle |as such |also )?(?:be (?:\w+ly )?(?:relied on|invoked|used)|"
    r"cover|justify|serve)\b",
    re.IGNORECASE,
)
