"""The words of enforcement, in small tables: what a sanction, another regulator, a ceiling, a turnover sounds like."""

from kg.extract.lexicon import pattern

FINE_WORDS = pattern(
    [
        *("fine", "fines", "fined", "fining", "penalty", "penalties", "penali[sz]ed", "sanction(?:s|ed|ing)?"),
        *("infringement fee", "administrative fee", "violation fee", "coercive fine", "penance money", "fee"),
        *("pecuniary", "multa", "multas", "amendes?", "Geldbu(?:ß|ss)en?", "Bu(?:ß|ss)geld(?:er)?", "boetes?"),
        *("sanzion[ei]", "sanzionat[aoei]", "sanción", "sanciones", "sanktionsavgift", "overtredelsesgebyr"),
        *("sanctie", "amend[ăa]", "amenzi", "kar[aęy]", "pokut[aeuy]", "coima", "bírság", "bøde"),
    ]
)
"""What a fine is called."""

PAY_WORDS = pattern(
    [
        *(
            r"must pay",
            r"(?:has|have|had) to pay",
            r"to pay",
            r"pays",
            r"paying",
            r"paid",
            r"will pay",
            r"the bill",
            r"bill",
        ),
        *(
            r"price tag",
            r"cough up",
            r"owes?",
            r"(?:have|has) to find",
            r"the sum",
            r"gets away with",
            r"the amount of",
        ),
        *(r"stung for", r"hit with", r"slapped with", r"walloped", r"dinged", r"docked", r"struck with", r"set back"),
        *(r"substitut(?:es|ed)", r"a figure of", r"invoice"),
        *(r"must find", r"will have to find", r"condemned", r"sentenced", r"levied", r"imposed", r"imposes"),
    ]
)
"""What makes a sum beside it a fine where no word for a fine stands."""

MAXIMUM = pattern(
    [
        *(
            r"up to(?: a maximum of)?",
            r"maximum(?: \w+){0,3}",
            r"as much as",
            r"cap",
            r"ceiling",
            r"at most",
            r"not exceeding",
        ),
        r"(?:can|could|may|might|would)(?: \w+){0,4} (?:reach|amount|run|climb|go|gone|rise|be as high|range|face)",
        *(r"would (?:otherwise )?have (?:been|faced|paid|amounted)", r"could have (?:been|faced)"),
        *(
            r"threat amounted",
            r"capped at",
            r"limit(?:ed to| of)",
            r"highest (?:possible )?(?:fine|penalty),",
            r"upper limit",
        ),
        *(r"fines? (?:of|which|that|can|could|may)(?: \w+){0,3} (?:up to|reach|climb)", r"must reckon with"),
    ]
)
"""What stands before the most that the law allows."""

PERCENT_OF_TURNOVER = pattern(
    [
        r"(?:\d+(?:[.,]\d+)?|two|four)\s?(?:%|per ?cent|percent|pct)\.?(?:[^.;]{0,40}?(?:turnover|revenue|sales))?(?=\W|$)"
    ]
)

OTHER_SUMS = pattern(
    [
        *(
            "turnover",
            "revenues?",
            "income",
            "profits?",
            "earn(?:s|ed|ings)?",
            "sales",
            "worth",
            "valued? at",
            "budget",
        ),
        *("spent", "spend(?:s|ing)?", "invest(?:s|ed|ment|ments)?", "donat\\w+", "offered", "raised", "ransom"),
        *(
            "market capitali[sz]ation",
            "acquired for",
            "acquisition",
            "bought",
            "buy",
            "sold",
            "clean-up",
            "subscription",
        ),
        *("assets", "capital", "contract of", "purchase", "price of", "loans?", "debts?", "invoices?", "royalties"),
        *("booked", "annual fee", "salar(?:y|ies)", "balance sheet", "cost(?:s|ing)?", "claim(?:s|ed)? for", "funding"),
        *("subsid(?:y|ies)", "stolen", "transferred to", "bribe", "rent", "voucher", "set aside", "savings", "grant"),
    ]
)
"""What sums are that are no fines."""

DAMAGES = pattern(
    [
        *(
            "damages",
            "compensation",
            "compensate[ds]?",
            "settlement",
            "settle[ds]?",
            "legal costs",
            "court (?:costs|fees)",
        ),
        *("costs of the (?:proceedings|procedure)", "class action", "restitution", "refunds?", "non-material"),
        *("immaterial", "schadenersatz", "litigation costs"),
    ]
)
"""What a court awards or parties agree."""

PERIODIC = pattern(
    [
        *(r"(?:for each|for every|per|a|each|every)\s+(?:\w+\s+)?(?:day|week|month)", r"per diem", r"daily"),
        *(r"day of delay", r"by day", r"par jour"),
    ]
)
"""A payment for each day of delay."""

DRAFT = pattern(
    [
        *(
            "floated",
            "draft",
            "proposed",
            "proposes",
            "intends?",
            "intended",
            "intention",
            "provisional(?:ly)?",
            "notice of intent",
        ),
        *(
            "advance notice",
            "preliminary",
            "initial(?:ly)?", "envisaged", "suggested", "offered",
            "originally",
            "recommended",
            "recommends",
            "had asked",
            "asked for",
        ),
        *(
            "considering",
            "notified of",
            "announced a notice",
            "faces",
            "facing",
            "plans? to",
            "could face",
            "set to",
            "looming",
        ),
    ]
)

FINED = pattern(["fine", "fined", "fines", "fining", "penali[sz]e[ds]", "(?:monetary |financial )?penalt(?:y|ies)"])
"""What says that there was a fine, whatever its sum."""

OTHER_REGULATORS = pattern(
    [
        *(
            r"competition (?:\w+ )?(?:authority|commission|regulator|watchdog|office)",
            r"anti-?trust",
            r"Federal Trade Commission",
            r"FTC",
        ),
        *(
            r"Financial Conduct Authority",
            r"FCA",
            r"City watchdog",
            r"Securities and Exchange Commission",
            r"SEC",
            r"AGCM",
        ),
        *(
            r"consumer (?:protection )?(?:\w+ )?(?:authority|agency|ombudsman|office|watchdog|organi[sz]ation)",
            r"Bundeskartellamt",
        ),
        r"(?:telecom\w*|communications|media|energy|gambling|banking|financial(?: services)?|market) (?:regulator|authority|commission|watchdog)",
        *(
            r"Ofcom",
            r"Ofgem",
            r"AGCOM",
            r"BaFin",
            r"central bank",
            r"European Commission",
            r"Federal Communications Commission",
            r"FCC",
        ),
        *(
            r"attorney general",
            r"attorneys general",
            r"Department of Justice",
            r"Health and Safety Executive",
            r"tax authorit(?:y|ies)",
        ),
        *(
            r"California Privacy Protection Agency",
            r"CNDP",
            r"PIPC",
            r"ANPD",
            r"Cyberspace Administration",
            r"Arcep",
            r"DGCCRF",
        ),
        *(
            r"Personal Information Protection Commission",
            r"Roskomnadzor",
            r"Office of the Privacy Commissioner",
            r"OAIC",
        ),
        *(
            r"Australian Information Commissioner",
            r"Office for Civil Rights",
            r"OCR",
            r"HHS",
            r"Prudential Regulation Authority",
        ),
    ]
)
"""Bodies whose fines are none of data-protection law in Europe."""

COURT_WORDS = pattern(["court", "tribunal", "judges?", "jury", "Council of State"])

SANCTIONED = pattern(
    [
        *(
            "fined",
            "fines",
            "fine",
            "penalty",
            "penalties",
            "sanction(?:s|ed|ing)?",
            "reprimand(?:s|ed|ing)?",
            "penali[sz]ed",
        ),
        *(
            "warning",
            "warned",
            "ordered",
            "orders",
            "banned",
            "prohibited",
            "infringe[ds]?",
            "infringements?",
            "violat\\w+",
        ),
        *(
            "breach(?:es|ed)?",
            "unlawful(?:ly)?",
            "enforcement",
            "decision",
            "criticism",
            "injunction",
            "fee",
            "pay(?:s|ment)?",
        ),
    ]
)

SEVERAL_PARTIES = pattern(
    [
        r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|various|\d+)\s+(?:\w+[\s-]){0,4}"
        r"(?:companies|controllers|processors|organi[sz]ations|firms|agencies|entities|parties|operators|hospitals|municipalities|"
        r"banks|bodies|managers|undertakings|businesses|societies|data controllers|private individuals|schools|cases|decisions)",
        r"(?:private|public) bodies",
        r"on data controllers",
        r"(?:new|\d+) administrative fines",
        r"(?:fines|penalties|sanctions) (?:in|during|for) (?:the year )?(?:19|20)\d\d",
        r"(?:since|last year|this year|in total this year|a year earlier)[^.]{0,40}(?:fines|penalties|sanctions)",
    ]
)
"""A sum over several parties or cases."""

TOTAL = pattern(
    [
        *(
            r"a total of",
            r"total(?:l?ing|s|led|led|ed)?",
            r"altogether",
            r"in all",
            r"in total",
            r"combined",
            r"collectively",
        ),
        *(r"joint(?:ly)? amount", r"joint amount", r"overall", r"aggregate", r"together", r"sum of", r"cumulative"),
    ]
)

REDUCTION = pattern(
    [
        *(
            r"reduc(?:ed|es|ing|tions?)",
            r"lower(?:ed|s|ing)",
            r"cuts?",
            r"cutting",
            r"halv(?:ed|es)",
            r"slash(?:ed|es)",
            r"substitut(?:ed|es)",
        ),
        *(
            r"instead of",
            r"down (?:to|from)",
            r"shr(?:inks?|unk|ank)",
            r"mitigated",
            r"trimmed",
            r"decreas(?:ed|es|ing)",
            r"discount",
        ),
        *(r"stays in", r"remains at", r"set (?:it|the fine) at", r"rather than"),
    ]
)

PROTECTION = pattern(
    [r"GDPR", r"DS-?GVO", r"RGPD", r"AVG", r"RODO", r"data[- ]protection", r"personal data", r"privacy"]
)
"""What a text on data protection says."""

REJECTED = pattern(
    [
        r"(?:rejected|dismissed|rejects|dismisses|not upheld|declined) (?:the|a|an|this|his|her) (?:complaint|claim|request)",
        r"complaint (?:was|has been|is) (?:rejected|dismissed|unfounded|closed)",
        r"no (?:violation|infringement|breach)",
        r"did not (?:violate|infringe|breach)",
        r"closed (?:the|its) (?:case|investigation|inquiry|proceedings?)",
    ]
)
"""How a case ends without a sanction."""

RULING = pattern(
    [
        r"(?:found|finds?|held|holds|decided|ruled|confirmed|established|determine[sd]|stated|concluded|considered|declared|revealed|"
        r"discovered|finding)\b[^.;]{0,250}\b(?:infring\w*|violat\w*|breach(?:es|ed)?|unlawful\w*|illegal\w*|ungrounded|not lawful\w*|(?:did|does) not comply|"
        r"without (?:a |any )?(?:valid )?(?:legal )?(?:basis|ground)|lacked|contrary to|failed to|not in (?:line|compliance|accordance)|not (?:fully )?compl\w+)",
        r"(?:had |has |have )?(?:infringed|violated|breached) (?:the |its |several |multiple )?(?:Art\w*\.?|GDPR|principles?|provisions?|obligations?|data protection)",
        r"violates Art\w*\.? \d+",
        r"breaches the \w+(?:, \w+)* (?:and \w+ )?principles?",
    ]
)
"""How an authority finds an infringement."""

SOME_AUTHORITY = pattern(
    [
        r"(?-i:the (?:Authority|DPA|Agency|Commissioner|Inspectorate|Office|Ombudsman)|The (?:Authority|DPA|Agency|Commissioner|Inspectorate))"
    ]
)
"""An authority that the text does not name."""

NO_FINDING = pattern(
    [
        r"(?:found|finds|finding|held|was|there was|established|identified) (?:that there (?:was|were|had been) )?no (?:violation|infringement|breach)\w*",
        r"(?:found|held|ruled|decided|concluded|stated) that [^.;]{0,120}\b(?:did not|does not|had not|has not|is not|was not) (?:violate|infringe|breach|constitute|a violation|an infringement)\w*",
        r"(?:was|were|is|are) (?:lawful|permissible|allowed|in line with|in compliance with)",
        r"opens? an? (?:investigation|inquiry)",
        r"(?:will|has decided to) (?:investigate|open)",
    ]
)
"""How an authority finds none, or has only begun."""

PROCESSOR_DUTY = pattern(
    [
        r"processor['’]s (?:obligations?|dut(?:y|ies))",
        r"(?:obligations?|duties|duty) of (?:a |the )?(?:data )?processors?",
    ]
)  # noqa: RUF001

OTHER_AUTHORITY = pattern(
    [
        r"(?:forwarded|transferred|referred|sent|passed) (?:\w+ ){0,3}(?:by|from|to) (?:the )?(?:\w+ and )?",
        r"(?:cooperation|together|collaboration|consult\w*|opinion|objections?) (?:\w+ ){0,2}(?:with|of|from|by) (?:the )?",
        r"asked (?:the )?",
    ]
)
"""Words before an authority that takes part, but does not decide."""

DISCOUNT = pattern(["voluntary (?:payment|period)", "early payment", "prompt payment", "acknowledg\\w+", "recogni[sz]\\w+ (?:of )?(?:its|his|her|their) (?:responsibility|liability)"])
"""A reduction for paying at once, which changes the sum, and not the state of the decision."""

RESPECTIVELY = pattern(["respectively", "rispettivamente", "respectivement", "respectivamente", "jeweils"])
