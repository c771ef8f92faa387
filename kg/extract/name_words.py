"""The words that tell names from other words, in tables."""

import re
from functools import lru_cache

from kg.extract.lexicon import pattern, words

STOP = pattern(
    words(
        """behind a an and or but for from after over because as by with without in on at to into of off due since when
    where who whose which that this these those it he she they has have had is are was were be been being will would
    must may can could should not no failing following under against during until while if than then about around
    some so said says told finds found understands considers considered believes believed
    accepts accepted argues argued claims claimed contends contended infringed violated breached maintains maintained
    submitted submits whether how violating breaching regarding concerning via per upon amounting totalling
    worth not ordered fined hit faces gets pays its their his her our i we you also still now today yesterday euros
    euro million billion thousand last next earlier later ago once twice again yesterday together each"""
    )
)
"""Small words and verbs that end a description."""

HEADLINE_STOP = words(
    """Fined Fine Fines Hit Faces Gets Must Pays Pay For Over After With In To By On At From As Is Was Has Following
    Slapped Sanctioned Handed Ordered Reprimanded Appeals Loses Wins Why How What When Under Due And Or Against Told
    Because Million Billion Euro Euros Penalty Sanction Receives Issued Imposed Imposes Penalised Penalized Data
    Privacy GDPR"""
)
"""Words that headlines write with a capital and that end a name."""

NOT_A_NAME = words(
    """General MEP MEPs Article Articles Art Arts Section Sections GDPR RGPD DSGVO AVG RODO DPA DPAs UK EU US EEA
    European Regulation Directive Act Law Court Courts Tribunal January February March April May June July August
    September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday EUR RON PLN NOK SEK
    DKK HUF GBP USD CHF CZK BGN HRK ISK The A An In On It He She They This That These Those There However After When
    While If For As At By From With But And Or Not No Also Under According During Since Following Despite Although
    Because Furthermore Moreover Finally Lastly Firstly Secondly Additionally Where Its Their His Her Our One Two
    Three Four Five Six Seven Eight Nine Ten What Who Why How Other Others Some Many Most All Both Each Every
    Several Only Just Even Then Now Today Yesterday Here Instead Thus Therefore Hence Consequently Meanwhile Besides
    Before Between Until About Around Over Fine Fines Decision Decisions Penalty Sanction Sanctions Administrative
    Data Personal Protection Privacy Authority Commission Commissioner Company Controller Processor Respondent
    Defendant Complainant Agency Office Inspectorate Board Member State States Internet PDF CCTV DPO DPIA IP SMS PIN
    So Yet Whether Like Within Among Once Perhaps Yes Well Earlier Later Such Another Bosses Owner Further
    HR IT CEO CFO AI TV Facts Findings Holding Comment Background Summary Outcome
    Regarding Concerning Obligor Obliged Applicant Claimant Petitioner Plaintiff Controllers Processors"""
)
"""Words with a capital that begin no name."""

ENDS_A_NAME = words(
    """Article Articles Art GDPR RGPD January February March April May June July August September October November
    December Monday Tuesday Wednesday Thursday Friday Saturday Sunday EUR RON PLN NOK SEK DKK HUF GBP USD BGN CZK
    HRK ISK CHF The In On It He She They Administrative DPA DPC ICO CNIL AEPD UODO NAIH"""
)
"""Words with a capital that are no part of a name that has begun."""

OF_HEADS = words(
    """municipality city town county region university ministry department province bank church hospital commune
    prefecture college school order chamber association federation council diocese institute office district company
    group agency board village"""
)
"""Nouns that are part of a name before "of": "municipality of Dal"."""

QUOTES = frozenset("\"“”‘’„«'")  # noqa: RUF001
"""Quotation marks."""

FORMS_BEFORE = words("""SIA UAB SC AS OÜ AD SE""")
"""Legal forms that stand before a name in quotes."""

JOINERS = words(
    """of de da do dos das del della dei degli delle di du des la le les los las el al van von der den ter ten für for
    et e y i og och av på zu aan und & - / 's"""
)
"""Small words inside names."""

LINKS = words("de da do das dos del della dei degli delle di du des la le les los las el e y per dell dell' sul sui")
"""Small words of Romance languages that may follow each other inside a name: "e delle", "de la"."""

DEPARTMENTS = words("Ministry Ministries Minister Department Directorate Secretariat Secretary Committee Commissioner")
"""What is for several matters: "Ministry of Trade and Fisheries"."""

INSTITUTIONS = words(
    """Agency Office Service Services Council Bank Department Institute Institution Association Federation Ministry
    Committee Union Trust Hospital University School College Foundation Fund Centre Center Sons Family Partners"""
)
"""Nouns that end the names of institutions: "and" before them joins."""

BETWEEN = words("""also now just today yesterday recently thus therefore then subsequently first later has have had""")
"""Adverbs and auxiliaries between a subject and its verb."""

OPENERS = words("""but and however moreover furthermore also thus therefore finally additionally""")
"""Words before the subject at the head of a sentence."""


@lru_cache(maxsize=1 << 16)
def is_stop(word: str) -> bool:
    """Whether a word ends a description, in any case."""
    return STOP.fullmatch(word.lower()) is not None


def is_name_word(word: str) -> bool:
    """Whether a word can be part of a name by its look: a capital, also inside, or a domain (eTravel, 42andYou)."""
    return word not in NOT_A_NAME and _looks_like_a_name(word)


def goes_on(word: str) -> bool:
    """Whether a word can go on with a name that has begun: "Outsourcing IT", "Personal Data Services"."""
    return word not in ENDS_A_NAME and _looks_like_a_name(word)


@lru_cache(maxsize=1 << 16)
def _looks_like_a_name(word: str) -> bool:
    if re.match(r"(?:U\.S\.|US|EU|UK|[A-Z][a-z]+)-(?:based|bound|wide|related|style|owned)$", word):
        return False
    if word[0].isupper():
        return True
    if re.fullmatch(r"\d+&\w+", word):
        return True
    inner = any(letter.isupper() for letter in word[1:]) and word[0].isalpha()
    mixed = word[0].isdigit() and sum(letter.isalpha() for letter in word) > 2 and not re.match(r"\d+[a-z]+$", word)
    return (
        inner
        or mixed
        or re.fullmatch(r"[\w-]+\.(?:com|de|fr|nl|es|it|ro|pl|eu|net|org|io|dk|se|no|co|hr|be)", word) is not None
    )
