"""The words beside a date that say what it is of: a decision, its publication, an event, a court, another document."""

import re

from kg.extract.expressions import expression

_ACT = (
    r"decisions?|resolutions?|deliberations?|rulings?|ordinances?|provisions?|determinations?|decrees?|notices?|"
    r"orders?|"
    r"fines?|penalt(?:y|ies)|sanctions?|measures?|reprimands?|precepts?|deliberação|deliberaç\w+|bescheid|"
    r"beschluss|décision|délibération|"
    r"decisione|provvedimento|resolución|besluit|decyzja|decyzją|beslut|afgørelse|vedtak"
)
"""What an authority takes, issues, adopts; penalties by their name too."""
_TAKEN = (
    r"adopted|taken|issued|made|handed down|imposed|signed|dated|rendered|delivered|pronounced|notified|served|"
    r"reached|"
    r"determined|given|passed|levied|announced|published|released|communicated|vom|du|del|van|av|af|z dnia|datée?"
)
_ACTED = (
    r"fined|reprimanded|sanctioned|imposed|issued|adopted|decided|ruled|ordered|found|concluded|determined|announced|"
    r"prohibited|banned|closed|penali[sz]ed|levied|handed down|convicted|sentenced|made public|completed|"
    r"held that|laid down|"
    r"finali[sz]ed|finished"
)
_SANCTIONED = (
    r"fined|reprimanded|sanctioned|imposed|prohibited|banned|levied|handed (?:down|out)|penali[sz]ed|convicted|"
    r"sentenced|"
    r"ordered|ruled|concluded|decided|issued|announced|slapped|hit|found (?:that|against)|upheld the complaint|"
    r"held(?: that)?|laid down|clobbered|stung|handed|told to pay|made to pay"
)
JUST_BEFORE = expression(
    rf"\b(?:{_SANCTIONED}|(?:set|laid (?:up|down)|fixed) the (?:\w+ )?(?:fine|sum|amount))(?:\s(?:[^\s,;.:]|"
    rf"[.,](?=\d))+){{0,10}}?\s"
    r"(?:(?:back\s)?(?:in|on|at)\s(?:the\s(?:\w+\s)?(?:spring|summer|autumn|winter|end|beginning|half|quarter)\sof\s"
    r"|(?:spring|summer|autumn|winter|late|early|mid)[\s-])?)?$",
    re.IGNORECASE,
)
"""A sanction, and the date in the same breath: "imposed in December 2021", "ordered the hospital last Friday"."""
JUST_AFTER = expression(
    rf"(?:\sof (?:this|last|that|the same) year)?,?\s(?:the\s)?(?:(?!was|were|had)\w+\s){{0,1}}(?:{_SANCTIONED})\b",
    re.IGNORECASE,
)
PAID = expression(
    r"[^.;]{0,60}\b(?:proceeded to pay|paid|made (?:use|the payment)|voluntary payment|acknowledged)\b", re.IGNORECASE
)
"""After the date: somebody paid then."""
NUMBERED = expression(
    r"(?:\b\S{0,20}\d[\d/.-]{0,12}\d\S{0,8}|\bn[o°.]{0,2}\s?\d+)\s?(?:,|\u2013|\u2014|-|\(|of|dated|del|vom|"
    r"du)\s(?:of\s|the\s)?$",
    re.IGNORECASE,
)
"""A number of a case right before the date, as at the head and the foot of summaries."""
ISSUE = expression(r"\b(?:newsletter|bulletin|press|issue|edition|release|news)\b", re.IGNORECASE)
DECISION = expression(
    rf"\b(?:{_ACT}|opinion|took (?:the|its|this|a|that) (?:\w+ )?(?:decision|measure|step)|fines|pronounced|"
    rf"published its|"
    rf"{_ACTED})\b",
    re.IGNORECASE,
)
ACTED = expression(rf"\b(?:{_ACTED})\b", re.IGNORECASE)
DIRECT = expression(
    # "decision no. 12/2021, adopted on", "the decision bears the number X and the date of", "Bescheid vom".
    rf"(?:\b(?:{_ACT})(?:,?\s(?:no\.?|nr\.?|number|ref\.?|[^\s,;:]*\d[^\s,;:]*|was|were|is|are|has|have|been|bears?|"
    rf"which|that|"
    rf"in (?:the|this) (?:case|matter)|carries|bearing|and|the|itself|finally|"
    rf"{_TAKEN})){{0,9}}(?:\sby\s[^.;,]{{1,60}}?)?,?"
    r"\s(?:on|of|from|in|dated|the|date|dates|vom|du|del|van|av|af|dnia)(?:\s(?:of|from|on|the|is|to)){0,3}\s+$"
    r"|\b(?:decisions?|resolutions?|penalt(?:y|ies)|fines?)\s(?:itself\s)?(?:dates?|dated|is|are|was|were|comes?|"
    r"came|stems?)\sfrom\s$"
    rf"|\b(?:{_TAKEN}|took)\s(?:it|them|both|this)\s(?:on|in)\s$"
    rf"|\b(?:{_TAKEN}|took)\s(?:the|its|this|that|both|these|two|three|"
    rf"an?)\s(?:\w+\s){{0,4}}?(?:{_ACT})\s(?:\w+\s){{0,3}}?(?:on|in)\s$"
    r"|\b(?:procedure|proceedings?|case|investigation|matter)\s(?:was\s|were\s|has been\s|is\s)?(?:ended|terminated|"
    r"closed|concluded)"
    r"(?:\s\w+){0,3}?\s(?:on|in)\s$|\b(?:of|time of|before) the decision,\s$"
    r"|\b(?:completed|concluded|finali[sz]ed|decided|closed (?:the|its|an?) (?:\w+ ){0,2}?(?:case|inquiry|"
    r"investigation|"
    r"file|proceedings?)),?(?:\s[^\s;]+){0,9}?\s(?:on|in)\s+$"
    r"|\b(?:notified|served|issued|communicated)\s(?:to|on|upon)(?:\s[^\s.;]+){1,6}?\son\s+$"
    r"|\b(?:penalty|fine|decision|sanction|reprimand|order)s?\s(?:itself\s)?(?:followed|came|fell)\s(?:on|in)\s$"
    r"|\bdated\s(?:of\s|on\s)?(?:the\s)?$|\bthe date\s(?:of\s)?(?:the\s)?$|"
    r"\b(?:date of (?:the )?(?:\w+ )?(?:decision|adoption)|decision date|"
    r"(?:decided|adopted)(?: on)?)\s*:\s*$|date of (?:the )?(?:decision|adoption)\s*$"
    r"|\([^)]{0,30},\s*$)",
    re.IGNORECASE,
)
ITS_ACT = expression(
    r"\s(?:\w+\s)?(?:decision|ruling|resolution|deliberation|determination|reprimand|penalty notice|fine)\b",
    re.IGNORECASE,
)
"""Behind the date in "in a July 16 decision"."""
DATED_ELSE = expression(
    r"\b(?:requests?|letters?|complaints?|e-?mails?|judgments?|reports?|replies|reply|contracts?|agreements?|"
    r"opinion|brief|"
    r"submissions?|statements?)(?:\s[^\s.;]+){0,3},?\sdated?\s(?:of\s|on\s)?(?:the\s)?$"
    r"|\bnotice of intent\b[^.;]{0,30}$|\b(?:notified|informed|warned)\b[^.;]{0,40}\bof an? (?:\w+ )?(?:fine|"
    r"penalty) (?:on|in) $"
    r"|\b(?:publication|update|release|posting|hearing|effective)\s(?:date\s?:?\s|on\s|from\s|as of\s)$"
    r"|^\s?\([^)]{0,30},\s$"
    r"|\b(?:intention|intent|plans?|proposals?|intend\w*|meant|minded|considering|wanted)\s(?:to|of)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""The date is that of another document or of the page."""
OTHERS_ACT = expression(
    r"[^.;]{0,40}\b(?:(?:similar|other|further|more|several|dozens of|hundreds of)\s(?:\w+\s)?(?:decisions|fines|"
    r"orders|"
    r"penalties|sanctions|cases)\b|(?:an?\s|the\s|its\s)?(?:investigators?|inspectors?|auditors?|audit|experts?|"
    r"researchers?|"
    r"journalists?|hackers?|attackers?|inspection|inquiry|newspapers?)\s(?:\w+\s)?(?:found|discovered|concluded|"
    r"announced|decided|"
    r"determined)\b|another\s\w+\s(?:was|were|had|has)\b)",
    re.IGNORECASE,
)
"""After the date: what others found, or decisions of other cases."""
LEGAL = expression(
    r"\b(?:act|law|code|directive|regulation|convention|budget)\b(?:\s[^\s.;]+){0,4}\s(?:of|from)\s+$", re.IGNORECASE
)
"""The date is that of a law."""
EVENT = expression(
    r"\b(?:complain\w*|notified(?! on)|notification|breach occurred|attack\w*|incident|hack\w*|leak(?:ed)? (?:on|"
    r"in)|since|between|until|from|opened|commenced|started|began|begun|created|launched|initiated|"
    r"requested|received|inspection|deadline|before|after|came into (?:force|effect)|applicable|entered|judgment|"
    r"court|appeal\w*|filed|sent|discovered|by|during|no later than|not later than|at the latest|effective|expires?|"
    r"inbox|occurred|took place|lodged|"
    r"established in|founded|summer of|request|richiesta|demande|solicitud|anfrage|hearing|employed|email|"
    r"reported|wrote|asked|dismissed|hired|installed|"
    r"intends?|proposed|preliminary|provisional|draft)\b",
    re.IGNORECASE,
)
RULING = expression(r"\b(?:rulings?|judge?ments?|verdict)\b[^.;]{0,40}$", re.IGNORECASE)
"""Before the date: what courts take as well as authorities."""
COURT = expression(
    r"\b(?:courts?|tribunal|judges?|judgment|council of state|conseil d.[ée]tat|appeals? (?:board|committee)|upheld|"
    r"annull?ed|quashed|overturned|set aside|lowered|reduced|cut|brought (?:the \w+ )?down|on appeal)\b",
    re.IGNORECASE,
)
CONVICTED = expression(
    r"\b(?:convicted|sentenced|ordered\b[^.;]{0,80}\bto pay (?:a|the) (?:\w+ )?fine|raised the fine)\b", re.IGNORECASE
)
"""Where courts impose the fines, as in Denmark."""
FIRST_INSTANCE = expression(
    r"\b(?:had|was|were|first) (?:\w+ )?(?:imposed|fined|issued|decided|laid|handed)|\bimposed\b", re.IGNORECASE
)
PREVIOUS = expression(
    r"\b(?:twice|once) before\b|\b(?:previous(?:ly)?|earlier(?!\s$)|already|repeat|first (?:issued|warned|ordered|"
    r"reprimanded))\b[^.;]{0,50}$|\binitially\b[^.;]{0,70}$",
    re.IGNORECASE,
)
PLUPERFECT = expression(r"[^.;]{0,60}\bhad (?:already |once |previously )?[a-z]+(?:ed|en)\b")
ADVERB = expression(r"today|yesterday|(?:last\s)?\w+day", re.IGNORECASE)
"""A day without a preposition: "the fine announced today"."""
PUBLISHED = expression(
    r"\b(?:published|announced|released|made public|communicated|notified|served)\b[^.;,]{0,25}$", re.IGNORECASE
)
"""Before the date: on it a decision came out that may be older."""
SEVERAL = expression(r"\b(?:decisions|resolutions|orders|fines|penalties|notices)\b", re.IGNORECASE)
ROUND_UP = expression(
    r"\b(?:round-?up|enforcement (?:tracker|digest|overview|review|in|round)|(?:fines|decisions|"
    r"sanctions) (?:of|in))\b",
    re.IGNORECASE,
)
NUMBER_LINE = expression(
    r"^\W*(?:journal|case|file|reference|decision|procedure|docket|record)\s(?:number|no\.?|"
    r"nr\.?)?\s?:?\s?\S*\d[/-]?\d",
    re.IGNORECASE | re.MULTILINE,
)
DATELINE_AFTER = expression(r"\s?(?:[-\u2013\u2014]\s|\([A-Z]|/[A-Z]|:\s)")
