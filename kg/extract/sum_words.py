"""The words around sums, in tables: other sums, fines that were only thought of, surveys, earlier cases.

In a table two blanks or a line break stand between alternatives; each is a regular expression of whole words.
"""

from kg.extract.lexicon import table

HEAD_OF_OTHER = table(
    r"""
    (?:court|procedural|filing|registration|processing|handling) (?:fees?|costs?)(?: \w+){0,2}? of
    (?:values?|amounts?|sums?) in (?:dispute|litigation|controversy)
    (?:turnover|revenues?|income|profits?|sales|budget|loss(?:es)?|assets|capital|loans?|debts?|earnings|savings \
        |funding|subsid(?:y|ies)|salar(?:y|ies)|costs?|ransom|invoices?|proceeds|investments?|valuation|purchase \
        |contracts?)(?: \w+){0,5}? (?:of|was|were|is|are|came to|come to|comes to|amount(?:ed|s|ing) to \
        |total(?:l?ed|l?ing|s)|reached|stood at|worth|in the order of|at|exceed(?:s|ed|ing))
    """
)
"""A noun for another sum with the words that lead from it to its amount: "net profit of", "sales in Italy come to"."""

UNREAL_SUM = table(
    r"""
    (?:considered|contemplated|weighed|pondered|discussed|had in mind|mulled|looked at|thought about|instead of \
        |rather than|spared|escaped|avoid(?:s|ed)|avert(?:s|ed)|no longer)[ ]\
        (?:\w+ ){0,4}(?:fine|penalty|sanction|sum)s? of
    (?:ask(?:s|ed|ing)|seek(?:s|ing)?|sought|want(?:s|ed)|request(?:s|ed|ing))[^.;]{0,110}? (?:lowered|reduced|cut) to
    (?:if|should|provided)[ ][^.;]{0,100}? (?:(?:(?:will|would|can|may) be|is) (?:reduced|lowered) \
        |(?:falls|drops|shrinks|goes down))[^.;]{0,30}? to
    (?:ask|request|demand|want|insist|argu|hop|call|plead|pray)\w* (?:that|for)[^.;]{0,60}? (?:be|to be) fined \
        (?: at least| up to)?
    (?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:es|ed|ing)|want(?:s|ed))(?: \w+){0,6} to \
        (?:impose|issue|levy|set|order) (?:\w+ ){0,3}(?:fine|penalty|sanction)s? of(?: at least| up to)?
    (?:let|allow|enabl|empower|power|right|able)\w*(?: \w+){0,7} (?:impose|issue|levy|set) (?:\w+ ){0,2} \
        (?:fine|penalt|sanction)(?:s|y|ies)? of(?: at least| up to)?
    (?:wanted|wants|demanded)(?: \w+){0,4} fined  (?:providing|provides|provide) for (?:an? )?(?:fine|penalty)s? of
    had (?:it|they|the \w+|there) (?:not )?been [^.;]{0,90}  (?:safe|afraid|fear|scared) (?:from|of) [^.;]{0,25}
    """
)
"""A fine that was thought of and not imposed, as it stands directly before a sum."""

PETTY = table(
    r"""
    (?:parking|traffic|speeding|library|road|late|overdue) (?:fines?|tickets?|penalt(?:y|ies))  magistrates  Crown Court
    pleaded guilty  (?:court|procedural|filing) fees?  (?:against|upon) (?:(?:the )?payment of )?a fee
    """
)
"""Fines that no data-protection authority imposes."""

PENALTY_PAYMENT = table(
    r"""
    (?<!imposed a )(?<!issued a )(?<!imposed an administrative )(?:periodic |incremental |recurring |daily |weekly \
        |coercive )?penalty payments?  coercive fines?  dwangsom  astreinte
    (?:under|on) (?:pain|penalty) of  subject to a (?:periodic )?penalty
    """
)
"""What is paid only for not obeying an order."""

BY_UNIT = table(
    r"""
    per (?:violation|infringement|breach|offence|url|website|site|customer|person|message|call|e-?mail|record|case \
        |employee|store|shop|patient|user|individual|complaint|data subject|copy|file|camera|student|pupil|head)
    for (?:each|every)(?! (?:party|company))  (?:more |less )?(?:a|per|each|every) year  annually
    """
)
"""Behind a sum that counts units, and is not itself the fine."""

RANGE_BEFORE = table(
    r"""
    between  from  range of  band of  ranging  ranges?
    """
)

PAID_TO_SOMEBODY = table(
    r"""
    (?:pay(?:s|ing)?|paid|owes?|owed|award(?:s|ed|ing)?|grant(?:s|ed))(?: to)?(?: \w+){0,3}[ ]\
        (?:customers?|patients?|employees?|plaintiffs?|claimants? \
        |users?|tenants?|complainants?|visitors?|passengers?|subscribers? \
        |drivers?|couriers?|riders?|members?|citizens?|people|parents?|students?|pupils?|residents? \
        |wom[ae]n|m[ae]n|couple|worker|applicant|consumers?|victims?|him|her \
        |data subjects?)
    """
)
"""Before a sum that is paid to a person, not as a fine."""

NO_FINE = table(
    r"""
    (?:decided|chose|opted|resolved)(?: \w+){0,3} not to (?:issue|impose|levy|fine|set)(?: \w+){0,4}
    no (?:monetary |administrative |financial )?(?:fine|penalty|sanction)s?[ ]\
        (?:was|were|has been|have been|is|will be)[ ]\
        (?:issued|imposed|levied|set|given)
    without (?:imposing|issuing) an? (?:\w+ )?(?:fine|penalty)  refrain(?:ed|s) from (?:imposing|issuing|fining)
    (?:did|does|will) not (?:impose|issue|levy) an? (?:\w+ )?(?:fine|penalty)  (?:got|gets) away without a fine
    (?:fine|penalty) (?:was|is) not (?:imposed|issued)  cannot be fined  can not be fined  no (?:further )?action
    """
)
"""What says that no fine was imposed."""

LABEL_OF_SUM = table(
    r"""
    sum  price  bills?  amount  damage  cost  ticket  tab  verdict  result  invoice  fines?  penalty  sanction
    bottom line  reckoning  total  multa  amende  Bu(?:ß|ss)geld  boete
    """
)
"""What stands before the colon before a fine: "The price: …"."""

RECALLED = table(
    r"""
    (?:once|twice|three times|already|previously|earlier|formerly) (?:before|been|fined|sanctioned|penali[sz]ed|hit)
    before (?:that|this)(?: case| decision)?,  (?:previous|earlier|prior|former|past|older|preceding)(?: \w+){0,3}[ ]\
        (?:fines?|penalt(?:y|ies)|sanctions?|decisions?|cases?|records?)
    (?:had|has|was|were) (?:already|previously|earlier|once|also) (?:been )?(?:fined|sanctioned|imposed|penali[sz]ed)
    (?:the )?(?:previous|former|old|existing|standing|until now the|so far the)[ ]\
        (?:\w+ )?(?:record|highest|largest|biggest)
    (?:record|highest|largest|biggest)(?: \w+){0,4} (?:so far|to date|until now|yet|ever)
    (?:a|two|three) years? (?:ago|earlier|before)
    (?:comparable|similar|like|parallel) cases?  other (?:DPAs|authorities|regulators)  elsewhere
    (?:follows|comes after|came after|on top of|adds to)(?: \w+){0,3} (?:fines?|penalt(?:y|ies)|sanctions?)
    for comparison  by (?:way of )?comparison  compare (?:that|this) with
    in a (?:separate|similar|different|related) case
    last year(?:'s)?  not the first  behind (?:only )?the  surpass\w*  dwarf\w*  eclips\w*  second only to
    """
)
"""Words of a sentence that recalls other cases."""

SURVEY = table(
    r"""
    survey  statistics  annual report  yearly report  report for 20\d\d  balance of the year  league table  tracker
    study
    since the (?:beginning|start) of  (?:first|second|third|fourth|last|this) quarter  in the period  over the period
    since (?:\w+ )?20\d\d  (?:fines|penalties) (?:\w+ ){0,6}to companies
    figures (?:for|in|show)  (?:half-|half )?year(?:'s|ly)? (?:figures|review|total|balance)
    (?:regulators|authorities|watchdogs|DPAs)(?: \w+){0,4} (?:imposed|issued|handed out|levied|dealt out|have)
    (?:inquiries|investigations|cases|complaints|decisions) (?:completed|concluded|closed|handled)
    (?:completed|concluded|closed|handled) (?:\w+ ){0,2}\d+ (?:[\w-]+ ){0,3}(?:inquiries|investigations|cases \
        |complaints|decisions)
    (?:in|during|for|since|over) (?:the )?(?:year |whole of |first half of |past |last |twelve months)
    (?:in total|altogether|overall|in all) (?:last|this) year  (?:last|this) year (?:in total|altogether)
    across (?:Europe|the EU|the bloc|the continent)  every year  each year  average
    """
)
"""Words of a sentence that counts the fines of a year, a country or of everybody."""

OTHER_SUMS = table(
    r"""
    turnover  revenues?  income  profits?  earn(?:s|ed|ings)?  sales  worth  valued? at  budget  spent
    spend(?:s|ing)?  invest(?:s|ed|ment|ments)?  donat\w+  offered  raised  ransom  market capitali[sz]ation
    acquired for  acquisition  bought  buy  sold  sells?  clean-up  subscription  assets  capital  contract of  purchase
    price of  loans?  debts?  invoices?  royalties  booked  annual fee  salar(?:y|ies)  balance sheet
    costing  (?:legal|repair|running|total|the) costs? (?:of|was|were) \
        |(?:leak|breach|attack|hack|incident|scandal|outage|theft|recovery|clean-up|affair)(?: \w+){0,3} costs?
    claim(?:s|ed)? for  funding  subsid(?:y|ies)  stolen  transferred to  bribe  rent  voucher
    set aside  savings  grant  sav(?:e|es|ed|ing)  proceeds  margins?  wages?  prices? of  deal  fundraising
    dividend  bonus(?:es)?  (?<!lion.s )shares?
    valuation  lost  losses  loss of  credit line  mortgage  premium  prize  reward
    wip(?:e[ds]?|ing)  off (?:its|the|their) (?:\w+ )?value  write-?downs?  interest  charges  impairment  depreciation
    order volume  annual report  turned over  paid-up  equity  market value
    """
)
"""What sums are that are no fines."""

RANSOM = table(
    r"""
    ransoms?  bitcoins?  blackmail\w*  extort\w*  (?:hackers|attackers|gang|criminals) (?:want|demand|ask)\w*
    (?:to|by) (?:the |a )?(?:hackers?|attackers?|gangs?|criminals?|thieves|fraudsters)
    """
)
"""Whom one pays that is no treasury."""

DAMAGES = table(
    r"""
    damages  compensation  compensate[ds]?  settlement  settle[ds]?(?! (?:on|at)\b)  legal costs  court (?:costs?|fees?)
    costs of the (?:proceedings|procedure)  class action  restitution  refunds?  non-material  immaterial
    schadenersatz  litigation costs
    """
)
"""What a court awards or parties agree."""
