"""How texts say who was sanctioned: verbs with the party behind or before them, and nouns for parties."""

import re
from enum import IntEnum

from kg.extract.expressions import expression
from kg.extract.lexicon import alternation, words


class Strength(IntEnum):
    """How directly a statement says that its party was sanctioned."""

    REACTS = 1
    DEFINED = 2
    INFRINGES = 3
    ORDERED = 4
    FINED = 5


_ADVERB = (
    r"(?:\s+(?:also|now|just|today|already|recently|reportedly|thus|therefore|further|additionally|only|"
    r"been|finally)){0,2}"
)
_AUX = rf"(?:has|have|had|was|were|is|are|be|being|been|gets?|got|will\ be|would\ be|has\ been|have\ been){_ADVERB}"
_FINED = r"(?:fined|sanctioned|penali[sz]ed|stung|walloped|dinged|slapped|struck|condemned|sentenced|hit|handed|docked)"
_ORDERED = (
    r"(?:reprimanded|ordered|told|instructed|warned(?!\s(?:to|about|of|that|against|not)\b)|banned|prohibited|forbidden"
    r"|cautioned|admonished|censured|criticised|"
    r"required)"
)
FINE = r"(?:fines?|penalt(?:y|ies)|sanctions?|reprimands?|administrative\ fees?|fee|multa|amendes?|warning)"
_ASIDE = r"(?:,\s(?:by|with|in|on|under|after|as)\b[^,.;]{3,60},)?"
"""What may stand between a verb and its object: "warned, by means of a reprimand, the company"."""
FORWARD = {
    Strength.FINED: expression(
        rf"""\b(?:{_FINED}|fines|fining|sanctions|penali[sz]es|hits|slaps|wallops|dings|hands|stings){_ASIDE}\s+
        | \bto\s(?:fine|penali[sz]e|sanction)\s+
        | \b(?:saddle[sd]?|lumber(?:s|ed)|land(?:s|ed)|lets?\soff|has\slet\soff)\s+
        | \b(?:costs?|relieve[sd])\s+(?=[A-Z][^.;]{{1,50}}?(?:\d|[€£$]))
        | \b(?:sent|sends|handed|presented)\s+(?=[^.;]{{2,60}}?\s(?:a|the)\s(?:bill|invoice)\s(?:for|of)\s)
        | \b(?:make|makes|made|making)\s+(?=[^.;]{{2,90}}?\spay\s)
        | (?:\bIMPONER|\bimponer|\bimpone)\s+a\s+(?:la\s+(?:entidad|empresa)\s+)? | \bencontre\s+de\s+(?:la\s+)?
        | \bnei\ confronti\ di\s+ | \beffettuat[io]\ da\s+ | \bgegen\s+(?:die\s+|den\s+|das\s+)?(?=[A-Z])
        | \b(?:imposed|imposes|imposing|levied|issued|given|gave|laid|handed|applied|proposed
            |recommended)\s+(?:to|on|upon|against|for)\s+
        | \b(?:fine|penalty|sanction)\s+(?:notice\s+)?(?:was\ |is\ |were\ )?(?:imposed|levied|issued|addressed
            |inflicted|applied)?\s*(?:on|upon|against|to)\s+
        | \brecommended\s+(?=[A-Z])
        | \bprohibits?\s+(?=[A-Z])""",
        re.VERBOSE,
    ),
    Strength.ORDERED: expression(
        rf"""\b(?:{_ORDERED}|reprimands|orders|reprimanding|ordering|warns|bans|instructs|criticises|obliges
            |obliged){_ASIDE}\s+(?:to\s+(?=[A-Z]))?
        | \b(?:reprimand|warning|enforcement\ notice|order|injunction|prohibition)s?\s+(?:(?:was|is)\ )?(?:issued\s+)?
            (?:to|on|against|for)\s+
        | \bissued\s+(?=[A-Z])
        | \b(?:serious|severe|sharp)\ criticism\ of\s+
        | \bserved\s+""",
        re.VERBOSE,
    ),
    Strength.INFRINGES: expression(
        r"""\b(?:infringements?|violations?|breach(?:es)?)\s+(?:(?:committed|made)\s+)?by\s*,?\s+
        | \b(?:inquiry|investigation|probe|proceedings?|case|complaint|complaints|decision|resolution
            |action)\s+(?:into|against|concerning|at|of)\s+
        | \b(?:found|finds|held|holds|concluded|ruled|decided|considered|determined|established|stated
            |confirmed)\s+that\s+
        | \b(?:found|finds|held|established),?\s(?:for|against|on\ the\ part\ of|in\ respect\ of)\s+
        | \bin\ the\ (?:matter|case)\ of\s+
        | \binspection\ (?:visit\ )?(?:to|at|of)\s+
        | \b(?:complaints?|complained)\s+(?:about|regarding|concerning|against)\s+ | \binspected\s+(?=[A-Z])
        | \b(?:run|operated|owned|managed|sent|use|used|processing)\s+by\s+(?=[A-Z])""",
        re.VERBOSE,
    ),
    Strength.DEFINED: expression(
        r"""\b(?i:controller|processor|defendant|respondent|sub-processor
            |(?:sanctioned|fined|penali[sz]ed|claimed|investigated|responsible|reprimanded)
                \ (?:entity|party|company|body|organi[sz]ation|controller)
            |addressee|inspected\ person|liable\ person|respondent\ party|party\ concerned
            |obliged\ (?:entity|person)
            |audited\ entity)\s*(?:\((?:[^)]{1,40})\)\s*)?
            (?:\s+(?:is|was|in\ this\ case\ is|in\ question\ is)|,|:)\s+""",
        re.VERBOSE,
    ),
    Strength.REACTS: expression(
        r"""\b(?:the|its)\ (?:[\w-]+\ ){0,2}(?:company|bank|operator|controller|processor|firm|retailer|insurer
            |employer|airline|website|association|platform|provider|group|chain|supplier|utility|university|hospital
            |municipality|ministry|publisher|app|giant|broker)\s+(?=[A-Z0-9])
        | \bspokes(?:man|woman|person)\ (?:for|of)\s+
        | \bthe\ (?=[A-Z][\w-]+(?:\ [A-Z][\w-]+)?\ (?:fine|case|decision|ruling)\b)""",
        re.VERBOSE,
    ),
}
"""Verbs before their party: "fined X", perhaps with the sum between."""

BACKWARD = {
    Strength.FINED: expression(
        rf"""\b(?:{_AUX}\s+(?:fined|sanctioned|penali[sz]ed|stung|walloped|slapped|struck|condemned|sentenced
            |hit|handed|docked)\b
        | (?:must|will|has\ to|have\ to|had\ to|will\ have\ to|would\ have\ to|is\ to|are\ to|ordered\ to|told\ to
            |agreed\ to|was\ made\ to|forced\ to|obliged\ to)\s+(?:also\ |now\ |instead\ )?
            (?:pay|find|cough\ up|fork\ out|hand\ over|part\ with|stump\ up|shell\ out)\b
        | {_AUX}\s+(?:ordered|told|obliged|required|condemned|sentenced|asked)\s+to\s+(?:pay|cough\ up|fork\ out)\b
        | with\s+(?:a\s+|an\s+)?(?:administrative\s+)?(?:fine|penalty)\s+of
        | (?:to\ pay|pays|faces|facing|receives|received|owes?|gets|got|gets\ away\ with|earns|incurs
            |escape[sd]\ with|lands|picks\ up|picked\ up|draws|drew|coughs?\ up|coughed\ up|paid
            |risks)\s+(?=.{{0,30}}(?:[€£$]|\d(?!\d*-)|fine|penalty|fee\b|million))
        | (?:penali[sz]ed|fined|sanctioned|stung|hit|slapped|struck|condemned)\s+(?=(?:with|for|over|after|by
            |in|record|a\ record|almost|nearly|almost|more|just|about|around|a\ |an\ |€|£|\$|\d
            |[A-Z]{{3}}\ ?\d|to\ a\ fine)))""",
        re.VERBOSE,
    ),
    Strength.ORDERED: expression(
        rf"""\b(?:{_AUX}\s+{_ORDERED}\b
        | {_ORDERED}\s+(?:to|from|by|over|for)\b
        | must\s+(?:stop|cease|delete|erase|bring|comply|inform|notify|change|end|correct|improve)\b
        | {_AUX}\s+(?:given|issued|served)\s+(?:with\s+)?(?:a\s+|an\s+|\w+\s+)?(?:reprimand|warning|order
            |enforcement|months|deadline)
        | (?:received|receives|got|gets|escaped\ with|let\ off\ with)\s+(?:an?\s+|only\s+an?\s+)(?:\w+\s)?
            (?:reprimand|warning)\b)""",
        re.VERBOSE,
    ),
    Strength.INFRINGES: expression(
        rf"""\b(?:(?:has|have|had|was\ found\ to\ have|were\ found\ to\ have)?{_ADVERB}\s*(?:infringed|violated
            |breached|broke|broken|contravened|infringes|violates)\b
        | (?:was|were)\s+(?:found\ )?in\s+(?:breach|violation)
        | (?:had\s+|has\s+)?(?:failed\s+to|unlawfully|illegally|wrongfully|lacked|neglected)\b
        | (?:had|has)\s(?:not|never)\s\w+ed\b
        | (?:fell|became)\s(?:the\s)?victim | suffered\s(?:a|an)\s(?:\w+\s){{0,3}}(?:breach|hack|attack|leak)
        | notified\s(?:a|the)\s(?:personal\s)?(?:data\s)?breach
        | did\ not\ (?:have|comply|respond|answer|provide|inform|implement|take|notify|delete|ensure|obtain|report)\b
        | should\ (?:have|not\ have)\b
        )""",
        re.VERBOSE,
    ),
    Strength.DEFINED: expression(
        r"""\((?:[^()]{1,30},\s+)?(?:the\s+|a\s+)?(?:data\s+)?(?:controller|processor|defendant|respondent
            |sub-processor|hereinafter|hereafter)\b
        | ,\s+(?:the|a)\s+(?:data\s+)?(?:controller|processor|defendant|respondent|sub-processor)\b
        | ,\s+(?:which|who)\s+(?:runs|operates|owns|manages|is\ behind)\b
        | \b(?:is|was|acts|acted|acting|as)\s+(?:as\s+)?(?:the|a)\s+(?:data\s+)?(?:controller|processor)\b
        | \s-\s+the\s+(?:controller|processor)\b""",
        re.VERBOSE,
    ),
    Strength.REACTS: expression(
        r"""\b(?:said|says|stated|announced|apologi[sz]ed|accepts|accepted|argued|claimed|disputes|denies
            |disagrees?d?|pleaded|cooperated|co-operated
        |has\s+since|collected|stored|processed|kept|sent|shared|exposed|lost|installed|published|plans\ to
            |to\ appeal|will\ appeal|operates|runs|offers|provides|sells|used|uses)\b""",
        re.VERBOSE,
    ),
}
"""Verbs behind their party: "X was fined"."""

_HUMAN = """
    person; individual; member; man; woman; couple; doctor; physician; gyna?ecologist; surgeon; therapist; psychologist;
    lawyer; driver; trainer; coach; citizen; officer; pensioner; politician; candidate; mep; teacher; neighbou?r;
    employee; nurse; journalist; notary; dentist; landlord; landlady; owner; trader; private individual; natural
    person; homeowner; resident; deputy; mayor; blogger; director; executive; tenant; bailiff; pharmacist;
    accountant; detective; farmer; influencer; streamer; photographer; policeman; policewoman; entrepreneur;
    freelancer; veterinarian; managing director
""".strip()
_ORGANISED = """
    airport; museum; station; railways?; theatre; library; zoo; embassy; company; companies; bank; hospital;
    municipality; municipalities; controller; processor; school; university; universities; association; firm;
    employer; operator; insurer; provider; retailer; shop; store; community; communities; agency; agencies;
    ministry; ministries; caf[eé]; clinic; hotel; restaurant; website; organi[sz]ation; club; party; parties; union;
    subsidiary; subsidiaries; business(?:es)?; group; airline; newspaper; publisher; platform; council; church;
    institution; centre; center; laboratory; laboratories; pharmacy; pharmacies; service; casino; chain; manager;
    sub-?processor; undertaking; entity; entities; condominium; cooperative; broker; developer; manufacturer;
    utility; utilities; supplier; charity; charities; society; societies; foundation; police; broadcaster;
    department; gym; college; nursery; kindergarten; practice; head; responsible; respondent; defendant; owners;
    merchant; workshop; office; bureau; administration; house; carrier; lender; giant; start-?up; maker; contractor;
    subcontractor; consultancy; guesthouse; salon; bakery; baker; bar; pub; farm; garage; dealer; dealership;
    syndicate; trust; board; inspectorate; prefecture; parish; diocese; monastery; team; league; federation;
    academy; studio; cinema; wholesaler; distributor; marketplace; portal; forum; app; network; registrar;
    collector; recruiter; home; surgery; administrator; city; cities; town; village; region; county; counties;
    commune; district; corporation; partnership; parent; vendor; franchise; franchisee; factory; brand; courier;
    messenger; exchange; fund; institute; chamber; authority's office; builder; landlord; housing association;
    enterprise; conglomerate; consortium; bookmaker; caterer; printer; agent; complex; resort; campsite; brewery;
    winery; court; ambulance; trade union; trader; public body; body; bodies; intermediary; intermediaries;
    advertiser; applicant company; seller; importer; parlou?r; facility; facilities; magazine; site; webshop;
    e-shop; supermarket; pharmacist's; optician; parent company; carmaker; automaker; tribunal
""".strip()


def _words(table: str) -> list[str]:
    return re.split(r";\s+", table)


PARTY_NOUN = expression(rf"\b{alternation((*_words(_HUMAN), *_words(_ORGANISED)))}s?\b", re.IGNORECASE)
"""Words for parties."""

HUMAN_NOUN = expression(rf"\b{alternation(_words(_HUMAN))}\b", re.IGNORECASE)
"""Words for natural persons."""

NOT_PARTIES = expression(
    r"""\b(?:courts?|tribunal|commissioner|regulator|watchdog|supervisory|authority's|council\ of\ state
        |parliament|judge|union\ law|data\ subjects?
    |complainants?|customers?|users?|noyb|decision|fine|breach|notice|basis|grounds?|fact|amount|request|appeal
        |infringements?|violation
    |processing|personal\ data|gdpr|regulations?|article|cvs?|authority|inspection|treasury|consolidated\ fund
        |tribunals?|telegram|whatsapp\ group|appeals?\ (?:board|committee|body)|board\ of\ appeals?
        |applicants?|plaintiff|consumers?|patients?|employees|restricted\ (?:panel|committee|formation)
        |litigation\ chamber|sanctions?\ (?:board|committee)|head\ of\ investigation)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that no party's description has, and no name of one word."""

NOT_NAMES = expression(
    r"""\b(?:courts?|tribunals?|commissioner|regulator|watchdog|supervisory|council\ of\ state|parliament|judge
    |union\ law|complainants?|noyb|schrems|decision|notice|infringements?|violation|personal\ data|gdpr
    |regulations?|article
    |(?<!police\ )(?<!port\ )(?<!health\ )(?<!tax\ )(?<!housing\ )(?<!transport\ )(?<!local\ )authority
    |treasury|consolidated\ fund|telegram|whatsapp\ group|appeals?\ (?:board|committee|body)
    |board\ of\ appeals?|plaintiff|restricted\ (?:panel|committee|formation)
    |consumer\ (?:council|ombudsman|agency|protection)|litigation\ chamber|sanctions?\ (?:board|committee)
    |head\ of\ investigation|inspection\ (?:service|department)|supervision
    |processing)\b|\b(?:Act|Law|Code|Directive|Ordinance|Statute|Card|Shield)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that no party's name of several words has: a bank may be called Norte Consumer Finance."""

NO_NAMES = words(
    """
    nobody neither either none eleven twelve thirteen twenty thirty forty fifty hundred thousand million take takes
    look remember check read see note think ask anyone anybody everyone everybody someone somebody something nothing
    everything new old big small good bad last next same such another own jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue wed thu fri sat sun ps id ids line lines page video photo photos image source sources share topics
    related news local business economy politics sport technology home menu search subscribe newsletter advertisement
    question answer yes no please sir madam dear sisters brothers members readers our your their his her its whoever
    whether once twice never always often sometimes perhaps maybe certainly still already again ever far near later
    earlier soon recently finally eventually meanwhile otherwise instead indeed besides altogether together apart
    along among amid beyond despite except inside outside within without throughout toward towards unlike unless
    conseil kollegium chamber litigation plenum restricted committee council council's dg directorate secretariat
    android windows ios linux bluetooth wifi usb vpn api sdk html pdf excel word outlook internet web app apps
    christmas easter summer winter spring autumn covid covid-19 coronavirus brexit
    president minister director professor doctor lawyer attorney spokesman spokeswoman spokesperson chairman
    ebitda ebit capex opex revenue revenues profit turnover dividend sales margin guidance telemarketing marketing spam
    total corrective we they euro euros big tech eu's press release update breaking exclusive opinion analysis interview
    first second third fourth fifth sixth firstly secondly whereas having resolves decides declares re subject
    echr cjeu ecj edpb edps policy panel plenary client
    abs absatz satz lit para par nr bdsg gps cctv vpn nfc rfid iban covid sms
    ii iii iv vi vii viii ix xi xii
    cookies cookie privacy shield schrems chapter recital paragraph annex appendix table figure notice file
    """
)
"""Words and short forms that stand with a capital and are no names of parties, in lower case."""
