"""The factors of Article 83(2) that an authority weighed, and which way.

A factor counts where its own words stand in one sentence with words of weighing: "took into account that the company
cooperated", "aggravating: several thousand children". Which way it weighed is what the sentence says, or else the way
that such a fact weighs (EDPB Guidelines 04/2022, part 4).
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.expressions import Expression, expression
from kg.extract.found import Found
from kg.extract.lexicon import table
from kg.extract.reading import Reading, Span, remembered, within
from kg.model import Label, Mention
from kg.values import Effect, Factor

_WEIGHING = table(
    r"""
    (?:took|take|taken|taking|takes) (?:\w+ ){0,4}into (?:account|consideration)  took \w+ of the company into account
    (?:\w+ ){0,6}into account
    account was taken
    weigh(?:ed|s|ing)
    in (?:setting|determining|fixing|calculating|deciding|assessing) the (?:amount|level|fine|sum|sanction \
        |penalty)
    when (?:setting|determining|fixing|calculating|deciding) (?:on )?the (?:amount|level|fine|sum|sanction|penalty)
    aggravat\w+
    mitigat\w+ (?:factors?|circumstances?|fact|in|that|was|were)
    as mitigating
    attenuating
    in (?:its|their|his|her|the \w+['\u2019]s|favour of the) favou?r
    (?:led to|resulted in|explains?|justif\w+|reason for) (?:the|a) (?:lower|higher|reduced|mild\w*) (?:amount \
        |fine|sum|penalty)
    (?:put|puts) the reduction down to
    came down after
    brought the (?:penalty|fine) down
    reduced because
    why so (?:much|little|high|low)
    (?:considered|regarded|deemed) (?:the infringement|it|them) (?:very |particularly |especially )?(?:serious \
        |grave)
    speaks? (?:against|for|in favou?r of) (?:the|it)
    mild hand  lenien\w+  from ninety-nine to eighteen  what happened on the way
    second offence  repeat offence
    """
)
"""Words by which an authority is said to weigh something."""

_WHY = expression(r"\b(?:why\b|what happened)[^.?!]{0,60}\?\s*$", re.IGNORECASE)
"""A question right before the sentence, to which the factor is an answer."""

_REACH = 80

_HEAVIER = table(
    r"""
    aggravat\w+
    higher (?:amount|fine|sum|penalty)
    against (?:it|the company|the controller)
    particularly serious
    very serious
    why so (?:much|high)  second offence  repeat offence  (?:raised|increased) the (?:fine|amount|sum|penalty)
    """
)
_LIGHTER = table(
    r"""
    mitigat\w+ (?:factors?|circumstances?|fact|in|that|was|were)
    as mitigating
    attenuating
    in (?:its|their|his|her|the \w+['\u2019]s) favou?r
    lower (?:amount|fine|sum|penalty)
    reduction
    reduced
    came down
    brought the (?:penalty|fine) down
    why so (?:little|low)
    mild
    lenien\w+
    speaks? (?:for|in favou?r of)  what happened on the way
    """
)
_NEUTRAL = table(
    r"neither aggravating nor mitigating  no (?:aggravating|mitigating) (?:factors?|circumstances?)  as neutral"
)

_POINTS: tuple[tuple[str, Effect, Expression], ...] = tuple(
    (point, effect, table(words))
    for point, effect, words in (
        (
            "a",
            Effect.AGGRAVATING,
            r"""
            (?:large|high|great|considerable) number of (?:\w+ )?(?:people|persons|data subjects|customers \
                |patients|users|individuals)
            how many people  number of (?:people|persons|data subjects|individuals) (?:affected|concerned)
            nature,? (?:and )?(?:gravity|seriousness|scope)
            gravity of the
            seriousness of the
            (?:long )?duration(?: of the)?
            how long
            over (?:a|many) (?:long period|years)
            (?:most|many|some) of those (?:concerned|affected) are (?:children|minors|patients|vulnerable)
            vulnerab\w+ (?:people|persons|data subjects|individuals|groups)
            (?:are|were|involving|affected|concerned) (?:children|minors)
            scale of the (?:infringement|processing|breach)
            """,
        ),
        (
            "b",
            Effect.AGGRAVATING,
            r"""
            (?:gross(?:ly)? |serious |highest degree of )?negligen(?:ce|t|tly)
            intentional(?:ly)?
            deliberate(?:ly)?
            knowingly
            wilful(?:ly)?
            (?:had )?been (?:repeatedly )?warned(?: several times| repeatedly)?
            """,
        ),
        (
            "b",
            Effect.MITIGATING,
            r"""
                not (?:act )?(?:intentional(?:ly)?|deliberate(?:ly)?)
                unintentional(?:ly)?
                no intent
                fault was a minor one
                minor fault
                slight negligence
            """,
        ),
        (
            "c",
            Effect.MITIGATING,
            r"""
            (?:steps|measures|action|efforts) (?:it |they |that it |the company )?(?:took|taken|had taken \
                |has taken) to (?:help|mitigate|limit|reduce|remedy|repair)
            how (?:fast|quickly) the (?:gap|hole|leak|flaw) was closed
            (?:quickly|promptly|immediately|swiftly|at once) (?:closed|remedied|fixed|corrected|stopped|repaired)
            (?:changes|improvements) (?:that it has made|made|since)
            about improvements
            support for those (?:concerned|affected)
            steps it took to help
            remedial (?:action|measures|steps)
            compensat\w+ (?:the )?(?:victims|those affected|customers|data subjects)
            put a \w+[- ]figure sum into its IT
            """,
        ),
        (
            "d",
            Effect.AGGRAVATING,
            r"""
                degree of responsibility
                (?:lack|absence) of (?:any |basic |appropriate )?(?:technical|organi[sz]ational \
                    |security) (?:and \w+ )?measures
            """,
        ),
        (
            "e",
            Effect.AGGRAVATING,
            r"""
            (?:already|previously|repeatedly) (?:been )?(?:fined|sanctioned|warned|reprimanded|punished|condemned)
            previous (?:infringements?|violations?|fines?|sanctions?|decisions? against)
            earlier (?:infringements?|violations?|fines?|sanctions?)
            repeat(?:ed)? offen\w+
            recidiv\w+
            second offence
            prior (?:infringements?|violations?)
            """,
        ),
        (
            "e",
            Effect.MITIGATING,
            r"""
                no (?:previous|prior|earlier|relevant previous) (?:infringements?|violations?|sanctions?|fines?)
                first (?:infringement|offence|violation)
                not (?:previously|yet) been (?:fined|sanctioned)
            """,
        ),
        (
            "f",
            Effect.MITIGATING,
            r"(?:good |full |close |extensive |active )?co-?operat(?:ion|ed|ive|ing)  laid its structures open",
        ),
        (
            "f",
            Effect.AGGRAVATING,
            r"""
                (?:lack of|poor|no|insufficient) co-?operation
                (?:did not|failed to|refused to) co-?operate
                uncooperative
            """,
        ),
        (
            "g",
            Effect.AGGRAVATING,
            r"""
                (?:special|sensitive) categor(?:y|ies) of (?:personal )?data
                (?:sensitive|intimate) (?:nature of the )?(?:data|information)
                categories of (?:personal )?data (?:affected|concerned|involved)
                particularly sensitive
            """,
        ),
        (
            "h",
            Effect.MITIGATING,
            r"""
                (?:had )?come forward by itself
                (?:voluntarily|promptly|itself) (?:reported|notified|disclosed)
                reported the (?:breach|incident|matter) (?:itself|voluntarily|promptly|on its own)
                self-report\w*
            """,
        ),
        (
            "i",
            Effect.AGGRAVATING,
            r"(?:earlier|previous) (?:orders?|corrective measures?) (?:had been |were |was )?(?:ignored"
            r"|not complied with|disregarded)",
        ),
        (
            "k",
            Effect.MITIGATING,
            r"""
            (?:effect|impact) of (?:the )?(?:covid(?:-19)?|coronavirus|pandemic)(?: on the \w+)?
            pandemic
            (?:difficult |poor |weak |precarious )?(?:financial|economic) (?:situation|position|difficulties \
                |circumstances)
            size of the company  annual loss  (?:small|non-profit) (?:company|organi[sz]ation|association)
            """,
        ),
        (
            "k",
            Effect.AGGRAVATING,
            r"""
                (?:financial|economic|commercial) (?:benefits?|gains?|advantages?) (?:gained|obtained|drawn \
                    |derived|from)
                profit(?:s|ed)? (?:gained|made|from the infringement)
            """,
        ),
    )
)


def find_factors(text: str) -> Iterator[Found[Factor]]:
    """Where a text names a fact that is a factor, and which way such a fact weighs; whether it was weighed is open."""
    for point, effect, words in _POINTS:
        yield from (Found(hit.start(), hit.end(), Factor(point, effect)) for hit in words.finditer(text))


def factors(reading: Reading, spans: tuple[Span, ...]) -> dict[Factor, tuple[Mention, ...]]:
    """The factors that the stretches of text say were weighed, each with its mentions; one point weighs one way."""
    found: dict[str, dict[Effect, list[Mention]]] = {}
    for mention, factor in within(_outermost(reading), spans):
        effect = _weighed(reading, mention, factor.effect)
        if effect is not None:
            made = Mention(mention.start, mention.end, Label.FACTOR, Factor(factor.point, effect))
            found.setdefault(factor.point, {}).setdefault(effect, []).append(made)
    chosen: dict[Factor, tuple[Mention, ...]] = {}
    for point in sorted(found):
        effect, mentions = max(found[point].items(), key=lambda way: (len(way[1]), way[0]))
        chosen[Factor(point, effect)] = tuple(mentions)
    return chosen


@remembered
def _outermost(reading: Reading) -> Sequence[tuple[Mention, Factor]]:
    """The mentions of factors but those inside another one: "cooperation" in "lack of cooperation"."""
    end, found = 0, []
    rows = [(mention, mention.value) for mention in reading.mentions if isinstance(mention.value, Factor)]
    for mention, factor in sorted(rows, key=lambda row: (row[0].start, -row[0].end)):
        if mention.end > end:
            end = mention.end
            found.append((mention, factor))
    return found


def _weighed(reading: Reading, mention: Mention, usual: Effect) -> Effect | None:
    """Which way the sentence says that a fact weighed; None where it was not weighed."""
    sentence = reading.sentence(mention.start)
    words = reading.words(sentence)
    if not _WEIGHING.search(words) and not _WHY.search(reading.text, max(0, sentence.start - _REACH), sentence.start):
        return None
    if _NEUTRAL.search(words):
        return Effect.NEUTRAL
    heavier, lighter = _HEAVIER.search(words), _LIGHTER.search(words)
    if bool(heavier) == bool(lighter):
        return usual
    return Effect.AGGRAVATING if heavier else Effect.MITIGATING
