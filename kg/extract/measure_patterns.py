"""Measures in words that no label holds, as one expression for each measure: "cameras must come down"."""

import re

from kg.extract.expressions import Expression, expression

_GAP = r"[^.;\n]{0,90}?"
HANDLING = (
    r"(?:(?:further|any|all|such|this|the|some|certain|future)\s)*(?:process\w*|collect\w*|us(?:e|ing)|transfer\w*|"
    r"treatment|disclos\w+|sending|shar(?:e|ing)|publi(?:sh\w*|cation)|scrap\w+|record\w*|film\w*|monitor\w*|analys\w+|"
    r"contact\w*|storing|storage|track\w*|scann\w*|surveillance|camera\w*|profil\w+)"
)
"""What is done with data, and can be banned."""
_THINGS = (
    r"(?:\w+ ){0,3}?(?:cameras?|devices?|equipment|systems?|sensors?|detectors?|doorbells?|peepholes?|signs?|software|"
    r"trackers?)\b"
)
"""Whose removal deletes no data."""
PATTERNS: dict[str, Expression] = {
    name: expression(re.sub(r"\n\s+", "", rf"\b{words}"), re.IGNORECASE)
    for name, words in {
        "compliance-order": rf"""(?:orders?|injunctions?|instructions?)
                \s(?:\w+\s){{0,2}}?(?:subject to|under|with|on pain of)
                \s(?:an?\s|the\s)?(?:\w+\s)?penalt(?:y|ies)
            |orders? to put\b|with an order(?=\s(?:and|but)\s(?:no|without)\b)
            |(?:order|instruction)s?\s(?:\w+\s){{0,2}}?(?:under|pursuant to|on the basis of|based on|in accordance with)
                \sart(?:icle|\.)?\s?58\s?\(2\)\s?\([cde]\)
            |(?:must|ha(?:s|ve) to|shall)\s(?:now\s|also\s)?(?:provide|give|grant|supply|send|hand)\s(?:over\s)?
                (?:the\s)?(?:complainant|applicant|claimant|data subject|customer|patient|man|woman|him|her)\b
            |(?:gets|got|receives|received)\san\sorder(?=[.,:;])
            |imposed (?:\w+\s){{0,3}}(?:corrective )?(?:orders|measures)\b
            |(?:decision|they|it|authority|dpc|commission|regulator) (?:also )?(?:contains|includes|comprises)
                \s(?:\w+\s){{0,3}}
                orders?\b
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?removal of {_THINGS}
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?(?:dismantling|relocation|repositioning|re-?orientation
                |correction|rectification|amendment|adaptation|adjustment|revision) (?:of|to)\b(?! the data)
            |cameras?\b[^.;\n]{{0,40}}\b(?:must|ha(?:s|ve) to|are to|is to) (?:come down|be (?:\w+ly )?(?:removed
                |dismantled|taken down|re-?oriented|repositioned|covered))\b
            |(?:clients|customers|patients|members|people|persons|users|those|data subjects)(?: (?:affected|concerned))?
                \s(?:must|have to|are to)(?: all)? be (?:\w+ly )?(?:informed|notified|told)\b
                (?=[^.;\n]{{0,40}}\b(?:by (?:the end|\d)|within (?!one month|a month)|until)\b)
            |(?:wants|demands) (?:this|that|it|these|them) (?:to be )?(?:done|put right|fixed|corrected|remedied
                |changed)\b""",
        "erasure-order": rf"""(?:order|ordered|ordering|orders)(?:ed)? the (?:deletion|erasure|destruction
                |removal of the data)
            |(?:ban|bans|orders?|fines?|penalty|sanction)\b[^.;\n]{{0,90}}\b(?:plus|and|including|as well as)
                \s(?:the\s|an?\s)?
                (?:order\sof\s)?(?:deletion|erasure|destruction)(?=[.,;]|\sof\b|$)
            |ordered\b[^.;\n]{{0,140}}\b(?:and|as well as) (?:the )?(?:deletion|erasure|destruction) of\b
            |corrective measures?\b[^.;\n]{{0,40}}\b(?:deletion|erasure|destruction) of\b
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?removal of (?!{_THINGS})
            |(?:ensure|see to it|make sure) that (?:\w+ ){{1,5}}(?:is|are) (?:\w+ly )?(?:deleted|erased|destroyed|wiped)
            |order(?:s|ed)? (?:the |an? )?(?:\w+ )?(?:wiping|purging|purge|anonymi[sz]ation) of\b
            |(?:to be|be) (?:\w+ly )?\w+ed,? and the (?:data|records|recordings|images|files|profiles) (?:\w+ )?
                (?:deleted|destroyed|erased|wiped|purged)
            |(?:data|records|files|templates|lists?|recordings|images|profiles|footage|database|templates
                |archive|clips?|videos?|photos?|photographs|pictures?|cop(?:y|ies)|forms|prints|scans|entries)
                {_GAP}\b(?:must|ha(?:s|ve|d) to|are to|is to|was to|were to|shall)
                \sbe\s(?:\w+ly\s)?(?:deleted|destroyed|erased|wiped|purged)""",
        "ban": rf"""(?:prohibit|ban|forb[ia]d)(?:s|ed|ned|ted|ding|ning|den|e)?\b{_GAP}\b(?:from|{HANDLING})\b
            |prohibitions?\s(?:on|of|against)\s(?:\w+\s){{0,3}}?{HANDLING}
            |(?:processing|practice|use|system|software|transfers?|method|treatment|cameras?)\b[^.;\n]{{0,90}}?\s
                (?:remains?|was|were|has been|have been)\s(?:also\s|now\s|therefore\s)?(?:prohibited|banned|forbidden)
                (?!\s(?:under|by|pursuant|in|unless|according|as))
            |(?:processing|practice|transfers?|flows?|collection|use|tracking|monitoring|scanning|filming|trial)\b
                [^.;\n]{{0,40}}?\s(?:must|ha(?:s|ve|d) to|is to|are to|was to|were to|shall)\sbe\s(?:\w+ly\s)?(?:stopped
                |halted|suspended|interrupted|discontinued|ended|terminated)\b
            |order(?:s|ed|ing)? (?:the |an? )?(?:\w+ )?(?:halt|stop|end|suspension|cessation|discontinuation
                |interruption)\s(?:to|of|in)\b(?! (?:the )?(?:infringement|violation|breach))
            |(?:put|puts|called|calls|calling|putting) (?:an? )?(?:\w+ )?(?:stop|halt|end) to\s(?:the |its |all |any )?
                (?:\w+ )?{HANDLING}
            |(?:authority|regulator|watchdog|commissioner|garante|dpa|agency|inspectorate|dpc|cnil)\s(?:has |have |also
                |temporarily |immediately |provisionally ){{0,2}}(?:block|halt|suspend)(?:s|ed) (?:the|all|any|its
                |access|transfers|flows)\b(?! (?:fine|proceedings|case|investigation|inquiry|procedure
                |decision|order|ban))
            |(?:confirm|order|impos|decid)\w*\b[^.;\n]{{0,50}}?\b(?:suspension|cessation) of (?:the |all )?{HANDLING}\b
            |prohibition (?:of|on) (?:the )?(?:data )?{HANDLING}\b
            |(?:barred|blocked) (?:\w+ ){{0,3}}from {HANDLING}
            |(?:may|must|can) (?:no longer|not (?:make )?(?:any )?(?:further|more)) (?:make (?:any )?)?{HANDLING}
            |(?:sanction|order|measure|penalty) of interruption\b
            |wants? (?:the|it) {_GAP}\bto (?:stop|cease|end)""",
        "reprimand": rf"""(?:issued|issues|gave|given|received|receives|got|gets|addressed|imposed|imposes
            |handed|hands|served|with) {_GAP}\b(?:reprimand|warning|admonition|call to order)\b|\breprimand(?:ed|s)\b
            |rappel à l.ordre""",
        "restriction": r"(?:restrict|limit)(?:ed|s|ion of)\b[^.;\n]{0,25}\bprocessing\b",
    }.items()
}
