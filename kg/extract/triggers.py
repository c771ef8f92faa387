"""The words of enforcement, in tables: what a sanction, another regulator, a ceiling, a turnover sounds like.

In a table two blanks or a line break stand between alternatives; each is a regular expression of whole words.
"""

import re

from kg.extract.expressions import expression
from kg.extract.lexicon import table

FINE_WORDS = table(
    r"""
    fine  fines  fined  fining  penalty  penalties  penali[sz]ed  sanction(?:s|ed|ing)?  infringement fee
    administrative fee  violation fee  coercive fine  penance money  fee  pecuniary  multa  multas  amendes?
    Geldbu(?:ß|ss)en?  Bu(?:ß|ss)geld(?:er)?  boetes?  sanzion[ei]  sanzionat[aoei]  sanción  sanciones
    sanktionsavgift  overtredelsesgebyr  sanctie  amend[ăa]  amenzi  kar[aęy]  pokut[aeuy]  coima  bírság  bøde
    """
)
"""What a fine is called."""

PAY_WORDS = table(
    r"""
    (?:must|will|shall|to|has|have|had|should)(?: \w+){0,2} pay  pays  paying  paid  bills?  price tag
    (?:cough|stump|ante)(?:s|ed|ing)? up  fork(?:s|ed|ing)? (?:out|over)  hand(?:s|ed)? over
    owes?  (?:have|has) to find  the sum  gets away with  the amount of  stung (?:for|with)
    (?:hit|hits|slapped|slaps|struck|walloped|dinged|docked|saddled|lumbered|landed|burdened|punished) (?:\w+ )?with
    walloped  dinged  docked  set back  sets? \w+ back  substitut(?:es|ed)  (?:a|the) figure (?:of|at)
    (?:must|will have to|had to) find  condemned  sentenced  levied  levies  imposed  imposes  imposing  inflicted
    charged with  (?:is|are|was|were) down for  poorer by  lighter by  out of pocket by
    (?:is|are|was|were) down  escape[sd] with  part(?:s|ed)? with  saddled with  stump up  shell out
    (?:mak(?:e|es|ing)|made)(?: \S+){1,9} pay  relieve[sd]  fix(?:es|ed) (?:a|the) sum
    must reckon with  costs? (?:it|them|the (?:company|firm|group|bank|operator))
    """
)
"""What makes a sum beside it a fine where no word for a fine stands."""

MAXIMUM = table(
    r"""
    (?:not|no|never) (?:more|higher) than  (?:cannot|can not|may not|must not|not) (?:exceed|go beyond|be higher than)
    no fine (?:may|can) be (?:higher|more) than
    up to(?: a maximum of)?  maximum(?: \w+){0,3}  as much as  cap  ceiling  at most  not exceeding
    (?:can|could|may|might|would)(?: \w+){0,4} (?:reach|amount|come|run|climb|go|gone|rise|be as high|range|face)
    (?:would|could|might)(?: otherwise| well| easily| also)? have (?:been|faced|paid|amounted|reached|had to pay \
        |cost|come to|risked|run to)
    caps?(?: \w+){1,3} at  capped (?:at|by)  as high as  to a maximum  the (?:legal |statutory )?limit
    (?:wants? to|plans? to|would|will|proposal to) (?:raise|increase)(?: \w+){0,8}
    rang(?:e|es|ing) (?:from|between)  threat amounted
    limit(?:ed to| of)  highest (?:possible )?(?:fine|penalty),  upper limit
    fines? (?:of|which|that|can|could|may)(?: \w+){0,3} (?:up to|reach|climb)  must reckon with
    """
)
"""What stands before the most that the law allows."""

PERCENT_OF_TURNOVER = table(
    r"""
    (?:\d+(?:[.,]\d+)?|two|four)\s?(?:%|per ?cent|percent|pct)\.?(?:[^.;]{0,40}?(?:turnover|revenue|sales))?(?=\W|$)
    """
)

PERIODIC = table(
    r"""
    (?:for each|for every|per|a|each|every)\s+(?:\w+\s+)?(?:day|week|month)  per diem  daily  day of delay  by day
    par jour
    """
)
"""A payment for each day of delay."""

DRAFT = table(
    r"""
    floated  draft  proposed  proposes  proposing  initial sanction
    agree(?:d|ment) to initiate  notice of an? (?:\w+ )?(?:fine|penalty)  (?:might|could|may|would) correspond
    intends?  intended  intention  provisional(?:ly)?  notice of intent
    advance notice  preliminary  envisaged  suggested  offered  recommended  recommends
    had asked  asked for  considering  notified of  announced a notice  (?:faces|facing|face)[ ](?=an?|the|up|possible \
        |fines?|[\W\d])
    should (?:be|get|receive|pay)
    plans? to  set to  risks(?! of)  risking  advance notif\w+  notification of  preliminary notice
    looming  had in mind  in mind  draft  sought  seeks  wanted  rapporteur  first (?:thought|set|considered|mentioned)
    contemplated  considered  threatened(?: with)?  threatens  on the table  mooted  pencilled in
    """
)

FINED = table(
    r"""
    fine  fined  fines  fining  penali[sz]e[ds]  (?:monetary |financial )?penalt(?:y|ies)
    """
)
"""What says that there was a fine, whatever its sum."""

OTHER_REGULATORS = table(
    r"""
    competition (?:\w+ )?(?:authority|commission|regulator|watchdog|office)  anti-?trust  Federal Trade Commission
    FTC  Financial Conduct Authority  FCA  City watchdog  Securities and Exchange Commission  SEC  AGCM
    consumer (?:protection )?(?:\w+ )?(?:authority|agency|ombudsman|office|watchdog|organi[sz]ation)
    Bundeskartellamt
    (?:telecom\w*|communications|media|energy|gambling|banking|financial(?: services)?|market) (?:regulator \
        |authority|commission|watchdog)
    Finanstilsynet  Finansinspektionen  Finma  CNMV  Consob  UOKiK  KNF  DNB
    Ofcom  Ofgem  AGCOM  BaFin  central bank  European Commission  Federal Communications Commission  FCC
    attorney general  attorneys general  Department of Justice  Health and Safety Executive  tax authorit(?:y|ies)
    California Privacy Protection Agency  CNDP  PIPC  ANPD  Cyberspace Administration  Arcep  DGCCRF
    Personal Information Protection Commission  Roskomnadzor  Office of the Privacy Commissioner  OAIC
    Australian Information Commissioner  Office for Civil Rights  OCR  HHS  Prudential Regulation Authority
    """
)
"""Bodies whose fines are none of data-protection law in Europe."""

COURT_WORDS = table(
    r"""
    court  tribunal  judges?  jury  Council of State
    """
)

OTHER_REGULATOR_ACTS = expression(
    rf"(?:{OTHER_REGULATORS.pattern})(?:\W+\w+){{0,5}}?\W+(?:fine[sd]|imposed|imposes|penali[sz]e[sd]|sanctioned|levied|"
    r"issued|hit|hits|slapped|ordered)\b",
    re.IGNORECASE,
)
"""Another regulator that sanctions."""

SEVERAL_PARTIES = table(
    r"""
    (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|various \
        |\d+)\s+(?:\w+[\s-]){0,4}(?:companies|controllers|processors|organi[sz]ations|firms|agencies|entities \
        |parties|operators|hospitals|municipalities|banks|bodies|managers|undertakings|businesses|societies \
        |data controllers|private individuals|schools|cases|decisions)
    (?:fine[sd]?|sanction(?:s|ed)|penali[sz]e[sd]|on|against|upon)[ ](?:two|three|four|five|six|seven|eight|nine|ten \
        |both)[ ](?:\w+ ){0,3}\w{3,}s
    (?:four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d+) (?:\w+ ){0,2}(?:rulings|sanctions|fines|penalties|orders)
    (?:private|public) bodies  on data controllers  (?:new|\d+) administrative fines
    (?:fines|penalties|sanctions) (?:in|during|for) (?:the year )?(?:19|20)\d\d
    (?:since|last year|this year|in total this year|a year earlier)[^.]{0,40}(?:fines|penalties|sanctions)
    """
)
"""A sum over several parties or cases."""

SEVERAL_FINED = expression(
    r"\b(?:fine[sd]?|sanction(?:s|ed)|penali[sz]e[sd]|(?:fines|penalties|sanctions)\s(?:on|against|for))\s"
    r"(two|both|three|four|five|six)\s(?:\w+\s){0,3}?\w{3,}s\b",
    re.IGNORECASE,
)
"""Several parties fined at once, group 1 being how many: "fines two pharmacies"."""

TOTAL = table(
    r"""
    a total of  total(?:l?ing|s|led|led|ed)?  altogether  in all  in total  combined  collectively
    joint(?:ly)? amount  joint amount  overall  aggregate  together  sum of  cumulative
    """
)

REDUCTION = table(
    r"""
    reduc(?:e|ed|es|ing|tions?)  lower(?:ed|s|ing)  cuts?  cutting  halv(?:ed|es)  slash(?:ed|es)  substitut(?:ed|es)
    instead of  down (?:to|from)  shr(?:inks?|unk|ank)  mitigated  trimmed  decreas(?:ed|es|ing)  discount  stays in
    remains at  set (?:it|the fine) at  rather than
    """
)

REPLACES = expression(
    r"\b(?:(?:reduc|lower|halv|slash|trimm?|decreas|revis|mitigat|correct|moderat)(?:e[sd]?|ing|ed)|cuts?|cutting|brought|set)\b"
    r"[^;\n]{0,120}?\b(?:down\s)?to\s(?:[\w-]+\s){0,3}[€£$]?$"
    r"|\b(?:courts?|tribunal|judges|board)\b[^;\n]{0,60}?\b(?:set|fixed|put|left)\b"
    r"[^;\n]{0,40}?\bat\s(?:[\w-]+\s){0,3}[€£$]?$"
    r"|\bdown\sto\s(?:[\w-]+\s){0,3}[€£$]?$|\bsubstitut\w+[^.;\n]{0,40}\sof\s[€£$]?$",
    re.IGNORECASE,
)
"""Before the sum that replaces a higher one."""

PROTECTION = table(
    r"""
    GDPR  DS-?GVO  RGPD  AVG  RODO  data[- ]protection  personal data  privacy  LSSI  LOPDGDD  PECR
    datos personales  données personnelles  données à caractère personnel  dati personali  Datenschutz\w*
    """
)
"""What a text on data protection says."""

REJECTED = table(
    r"""
    (?:reject(?:s|ed)|dismiss(?:es|ed)|turn(?:s|ed) down|refus(?:es|ed)|declined|not upheld) \
        (?: \w+){0,4} (?:complaints?|appeal|claims?|request)
    (?:complaints?|claims?|request)(?: \w+){0,6} (?:was|were|is|has been|have been) (?:rejected|dismissed|refused \
        |turned down|closed)
    (?:complaints?|claims?) (?:was|were|is|as) (?:manifestly )?(?:unfounded|inadmissible)
    archiv(?:es|ed) (?:the |its )?(?:\w+ )?(?:proceedings?|case|complaint|file)  proceedings (?:were )?discontinued
    no (?:violation|infringement|breach)  (?:found|finds|saw|sees) no reason  did not (?:violate|infringe|breach)
    no (?:further )?(?:regulatory |enforcement )?action
    (?:will|would|does|did) not (?:be )?(?:punish(?:ed)?|fined?|investigated?|take action|act|pursue)
    (?:not to|need(?:s|ed)? not) (?:investigate|pursue|open|take action)
    (?:dropped|drops) (?:the|its) (?:case|file|inquiry|investigation|proceedings?)
    clos(?:ed|es) (?:the|its) (?:case|file|inquiry|investigation|proceedings?) (?:without|with no|as unfounded|because)
    """
)
"""How a case ends without a sanction."""

RULING = table(
    r"""
    (?:found|finds?|held|holds|decided|ruled|confirmed|established|determine[sd]|stated|concluded|considered \
        |declared|revealed|discovered|findings?)\b[^.;]{0,250}\b(?:infring\w*|violat\w*|breach(?:es|ed)?|unlawful\w* \
        |illegal\w*|ungrounded|not lawful\w*|(?:did|does) not comply \
        |without (?:a |any )?(?:valid )?(?:legal )?(?:basis|ground)|lacked|contrary to|failed to|not in (?:line \
        |compliance|accordance)|not (?:fully )?compl\w+)
    (?:had |has |have )?(?:infringed|violated|breached) (?:the |its |several |multiple )?(?:Art\w*\.?|GDPR \
        |principles?|provisions?|obligations?|data protection)
    violates Art\w*\.? \d+  breaches the \w+(?:, \w+)* (?:and \w+ )?principles?
    """
)
"""How an authority finds an infringement."""

SOME_AUTHORITY = table(
    r"""
    (?-i:the (?:Authority|DPA|Agency|Commissioner|Inspectorate|Office|Ombudsman)|The (?:Authority|DPA|Agency \
        |Commissioner|Inspectorate))
    (?:privacy|data[ -]protection|data|information) (?:watchdog|regulator|authority|agency|commissioner|ombudsman \
        |inspectorate|supervisor)
    """
)
"""An authority that the text does not name."""

ACTS = expression(
    r"(?:\W+\w+){0,6}?\W+(?:fined|fines|sanction(?:s|ed)|reprimand(?:s|ed)|ban(?:s|ned)|prohibit(?:s|ed)|critici[sz]e[sd]"
    r"|censure[sd]|ordered|orders|imposed|imposes|warned|(?:expresse[sd]|voiced|issued|directed|levelled)(?:\W+\w+){0,2}\W+"
    r"(?:criticism|reprimand|warning|order|ban|prohibition|fine|penalty)|(?:found|ruled|concluded|decided|held|established)"
    r"(?:\W+\w+){0,12}?\W+(?:ban|prohibit|violat\w+|infring\w+|breach\w*|unlawful\w*|illegal\w*))\b",
    re.IGNORECASE,
)
"""Behind the name of an authority: that it sanctioned, or found an infringement."""

IMPOSED_A_FINE = expression(
    r"(?:\W+(?!could|can|may|might|would|no|not)\w+){0,6}?\W+(?:imposed|issued|levied|handed\W+(?:down|out)|set)(?:\W+(?!no\b)\w+)"
    r"{0,4}?\W+((?:fine|penalty|sanction)\b)",
    re.IGNORECASE,
)
"""Behind the name of an authority: that it imposed a fine, whatever its sum and its party; group 1 is the fine."""

NO_FINDING = table(
    r"""
    (?:found|finds|finding|held|was|there was|established|identified) (?:that there (?:was|were \
        |had been) )?no (?:violation|infringement|breach)\w*
    (?:found|held|ruled|decided|concluded|stated) that [^.;]{0,120}\b(?:did not|does not|had not|has not|is not \
        |was not) (?:violate|infringe|breach|constitute|a violation|an infringement)\w*
    (?:was|were|is|are) (?:lawful|permissible|allowed(?! to)|in line with|in compliance with)
    opens? an? (?:investigation|inquiry)  (?:will|has decided to) (?:investigate|open)
    """
)
"""How an authority finds none, or has only begun."""

PROCESSOR_DUTY = table(
    r"""
    processor.s (?:obligations?|dut(?:y|ies))  (?:obligations?|duties|duty) of (?:a |the )?(?:data )?processors?
    """
)

OTHER_AUTHORITY = table(
    r"""
    (?:forwarded|transferred|referred|sent|passed) (?:\w+ ){0,3}(?:by|from|to) (?:the )?(?:\w+ and )?
    (?:cooperation|together|collaboration|consult\w*|opinion|objections?) (?:\w+ ){0,2}(?:with|of|from|by) (?:the )?
    asked (?:the )?
    """
)
"""Words before an authority that takes part, but does not decide."""

SETTLED_BY_COURT = table(
    r"""
    (?:district |city |high |supreme )?courts?  accepted (?:the |a |its )?(?:fine|penalty|notice)  (?:has|have) paid
    """
)
"""Where fines are for courts to impose: that one did, or that the party accepted it."""

IS_IMPOSED = table(
    r"""
    (?:has|have|was|were|been|is|are|had)(?: \w+){0,2} (?:fined|imposed|sanctioned|penali[sz]ed|levied|issued|handed)
    (?:must|has to|have to|will have to|to) pay  imposed  fined  fines  pays
    confirmed  upheld  sentenced  issued (?:an? )?(?:\w+ ){0,3}(?:fine|penalty)
    """
)
"""Words for a fine that was imposed."""

DISCOUNT = table(
    r"""
    pay(?:s|ing)? (?:at once|early|promptly|immediately|voluntarily|straight ?away)
    (?:prompt|early|quick|immediate|voluntar)(?:y|ly)? (?:pay(?:ment|ing|s)?|paid)  pronto pago
    admi(?:ts?|tted|tting|ssion of) (?:\w+ )?(?:guilt|responsibility|liability|fault)
    accept(?:s|ed|ing) (?:\w+ )?(?:responsibility|liability)  reductions? (?:\w+ ){0,6}of 20\s?%
    voluntary (?:payment|period)  early payment  prompt payment  paid voluntarily  voluntarily paid
    acknowledg\w+ (?:of )?(?:(?:its|his|her|their|the) )?(?:\w+ )?(?:responsibility|liability|guilt|debt)
    recogni[sz]\w+ (?:of )?(?:its|his|her|their) (?:responsibility|liability)
    """
)
"""A reduction for paying at once, which changes the sum, and not the state of the decision."""

RESPECTIVELY = table(
    r"""
    respectively  rispettivamente  respectivement  respectivamente  jeweils
    """
)

OF_INFRINGEMENTS = table(
    r"""
    (?:these|those|the|each of the|both) (?:\w+ ){0,2}(?:violations?|infringements?|breach(?:es)?|offences?|failures)
    (?:headings?|counts?|articles?|provisions?)
    """
)
"""What sums go with that are parts of one fine, where a text says "respectively"."""

SEVERAL_FINES = table(
    r"""
    (?:fines|penalties|sanctions)(?: \w+){0,3} (?:totall?ing|amounting to|of a total|worth|in total|of|adding up to \
        |that add up to|for|came to|come to|reached|in excess of|exceeding)(?: \w+){0,3}
    (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ ){0,2}(?:fines|penalties|sanctions)[^.;]{0,80}
    (?:total|sum|volume|amount|value) of (?:the |all |all the |GDPR |imposed |its )* \
        (?:fines|penalties|sanctions)[^.;]{0,40}
    """
)
"""Before a sum: the sum of several fines."""

ANONYMISED = table(
    r"""
    (?:Soci[ée]t[ée]|Company|Firm|Bank|Association|Hospital|Mr|Ms|Mrs|M\.|Mme|Herr|Frau|Party) [A-Z]{1,3}\.?
    (?:[A-Z]\.\s?){1,3}  XX+
    """
)
"""A letter that stands for a name which is not told."""
