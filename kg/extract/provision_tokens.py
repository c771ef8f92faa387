"""The words and signs of a citation, each as a pattern to be matched at a place in a text."""

import re

from kg.extract.expressions import expression

BLANK = r"[ \t\u00a0\u2009\u202f]{0,3}\n?[ \t\u00a0\u2009\u202f]{0,3}"

HEAD = expression(
    r"""\b(?:(?P<plural>articles|arts\.?|artt\.|artikeln|artículos|articoli|artigos|article\(s\))
      | article|art\.?|artikel|artículo|articolo|artigo
      | (?P<foreign>sections?|secs?\.|\u00a7\u00a7?))
    (?:\s(?:no\.?|nos\.?|number|n[\u00b0\u00ba.]))?\s{0,3}(?=\d)
    | (?<=\()(?=\d{1,2}\(\d{1,2}\)\([a-z]\)[),])
    | (?<=\()(?=\d{1,2}\(\d{1,2}\)(?:\([a-z]\))?,\s\d{1,2}\(\d{1,2}\))
    | (?<![\w.,/-])(?=\d{1,2}\(\d{1,2}\)(?:\([a-z]\))?\s(?:of\sthe\s)?(?:UK\s)?GDPR\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What begins a citation, directly before its first number; nothing does in `under 6(1)(f) GDPR` and
`for stale data (5(1)(d))`."""

_JOINING = (
    r"and/or|and|or|as well as|e|y|et|und|oder|og|en|jo\.?|juncto|i\. ?v\. ?m\.|ivm|cfr?\.?"
    r"|along with|together with|corroborated with"
    r"|(?:(?:and )?(?:read )?in (?:conjunction|combination|connection|relation)"
    r"|read(?: together| jointly)?|jointly) (?:with|to)"
)
SEPARATOR = expression(
    rf"{BLANK}(?:[,;](?:{BLANK}(?P<also>{_JOINING})(?!\w))?|[&/+|]|(?P<word>{_JOINING})(?!\w))", re.IGNORECASE
)
RANGE = expression(rf"{BLANK}(?:-|\u2013|\u2014|(?:to|through|until|bis|al)\b){BLANK}", re.IGNORECASE)

_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh"
ORDINALS = {word: number for number, word in enumerate(_ORDINAL.split("|"), start=1)}
_PARAGRAPH_WORD = (
    r"(?P<several>paragraphs|paras|pars|paragraphes|commi|absätze|subsections)|paragraphe?|para|par|absatz|abs|comma|stk|cond"
    r"|nr|no|n\.?\u00bas?|n\u00b0s?|n\.os|number|subsection|section|sec|apartado|ust|al|alin[\u00e9e]a|pieces?|pcs|points?(?=\s\d)|\u00a7"
)
_POINT_WORD = (
    r"points?|lit|litt?era|letters?|lett?|lettere|items?|letras?|lettres?|litra|pkt|subparagraphs?|sub-?points?"
    r"|buchstaben?|buchst|al|alin[\u00e9e]as?"
)
SKIPPED = expression(
    rf"{BLANK},?{BLANK}(?:(?:sentence|satz|sent\.|s\.|alt\.|alternative|indent|phrase|sub-?para(?:graph)?\.?|uabs\.?)\s\d"
    rf"|(?:{_ORDINAL})\s(?:sub-?paragraph|sentence|indent|half-sentence|alternative)"
    r"|(?:opening\swords?|chapeau|preamble|heading|introductory\s(?:words?|sentence|part|wording))(?:\sand)?(?:\sunder)?)"
    r"|\s(?:et\sseqq?\b\.?|ff\b\.?)"
    rf"|{BLANK}\([^()\n\d]{{3,90}}\)",
    re.IGNORECASE,
)
"""Parts below the points, which the regulation's own numbering does not have, and titles in parentheses."""

NUMBER = expression(rf"{BLANK}(?P<number>\d{{1,2}})(?!\d|[/%]|,\d{{3}}|\.\d{{3}}|[^\W\d_])")
HYPHENATED = expression(r"(?P<article>\d{1,2})-(?P<paragraph>\d{1,2})(?:-(?P<point>[a-z]))?(?!\w|-)", re.IGNORECASE)
IN_PARENTHESES = expression(
    rf"{BLANK}\({BLANK}(?:(?P<number>\d{{1,2}})|(?P<letter>[a-z])){BLANK}\)(?:\.\s(?P<restated>\d)(?=,\sletter))?",
    re.IGNORECASE,
)
"""`(1)` or `(a)`. Translated from Danish, `(1). 2, letter e` restates the paragraph."""
_ITEM = r"(?:\d{1,2}|[a-z](?![a-z]))"
SHARED_PARENTHESES = expression(
    rf"{BLANK}\(\s?{_ITEM}(?:(?:\s?[-\u2013,/]\s?|,?\s(?:and|or|to)\s|\s)?{_ITEM}){{1,9}}\s?\)", re.IGNORECASE
)
"""Several places in one pair: `(a, c and f)`, `(1-3)`, `(1f)`."""
ITEM = expression(r"(?P<to>[-\u2013]|\bto\b)|(?P<number>\d{1,2})|(?<![a-z])(?P<letter>[a-z])(?![a-z])", re.IGNORECASE)
BARE_PARAGRAPH = expression(
    r"\s(?P<number>[1-9])\.?(?=,?\s(?:(?:lit(?:t?era)?|let(?:ter)?)\.?\s)?\(?[a-z](?:\)|,|\s(?:of|and|GDPR|UK|EU|RGPD|DS-?GVO)\b))"
)
"""`13 1 a GDPR`: a paragraph without a word, and a point behind it."""
ROMAN_PARAGRAPH = expression(
    r"\s(?P<roman>I{1,3}|IV|VI{0,3})(?=\s(?:lit\b|S\.|UAbs|[a-z](?:\s|,)|GDPR|DS-?\s?GVO|,)|,)"
)
ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
DOTTED = expression(r"\.(?:(?P<number>\d{1,2})(?!\d|,\d)|(?P<letter>[a-z])(?!\w))\)?", re.IGNORECASE)
PARAGRAPH = expression(rf"{BLANK}\(?(?:{_PARAGRAPH_WORD})\.?{BLANK}\(?(?P<number>\d{{1,2}})(?!\d)\)?", re.IGNORECASE)
POINT = expression(
    rf"{BLANK}\(?(?:{_POINT_WORD})\.?{BLANK}[(\"\u201c]?(?P<letter>[a-z])(?!\w)[)\"\u201d'\u2019]?", re.IGNORECASE
)
ORDINAL_PARAGRAPH = expression(
    rf"{BLANK}(?P<first>{_ORDINAL})(?:{BLANK}(?:and|or)\s(?P<second>{_ORDINAL}))?\sparagraphs?\b", re.IGNORECASE
)
CLOSING_LETTER = expression(rf"{BLANK}(?P<letter>[a-z])[)'\u2019](?=\s?(?:[,;.]|(?:and|or|of)\b|GDPR))", re.IGNORECASE)
"""A letter with one parenthesis that surely belongs to a list, and begins no item of an enumeration."""
POINT_BEHIND = expression(rf"{BLANK},?{BLANK}\(?(?P<letter>[a-z])\)", re.IGNORECASE)
"""What tells that a bare number is a paragraph: `Article 14(1)(a), 2(c)`."""
CLOSED_LETTER = expression(rf"{BLANK}[\"\u201c]?(?P<letter>[a-z])[)\"\u201d'\u2019]", re.IGNORECASE)
BARE_LETTER = expression(
    rf"{BLANK}(?P<letter>[a-z])(?=[,;:)\]\n]|\.(?!\s?\w\.)|$|\s(?:and|or|to|of|GDPR|UK|RGPD|DS-?\s?GVO|in)\b|\s?[-\u2013]\s?[a-z]\b)"
)

GOES_ON = expression(
    r"\s*(?:$|[\n,;.:)(\]|+\u2013\u2014\"'\u201d\u2019&*-]"
    r"|(?:and|or|to|of|in|by|for|as|because|since|when|which|that|is|are|was|were|has|have|had|due|on|under|with|from|through|thus"
    r"|paragraphs?|paras?|pars?|abs|lit|letters?|lett|points?|first|second|comma|sentence|respectively|concerning|relating|regarding"
    r"|e|y|et|und|del|de|du|der|des|where|while|but|did|does|do|at|not|could|would|must|breached|infringed|violated|jo|cf|the)\b"
    r"|(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|EUR|USD|GBP)[a-z]*\b)[A-Z])"
)
"""What may follow an article's number in a list; other words make it a number of something: `Article 33, 72 hours`."""
COUNTED = expression(
    r"\s(?:days?|hours?|weeks?|months?|years?|times|pages|people|million|thousand|euros?)\b", re.IGNORECASE
)
"""What makes even the first number no article's: `in an article 5 days earlier`."""

LEADING = expression(
    rf"""(?:(?:{_POINT_WORD})\.?\s(?P<letters>\(?[a-z]\)?(?:(?:,\s|\s(?:and|or)\s)\(?[a-z]\)?){{0,8}}),?\s(?:of|in)\s)?
    (?:(?:paragraphs?|para\.?|par\.?)\s(?P<numbers>\(?\d\)?(?:(?:,\s|\s(?:and|or)\s)\(?\d\)?){{0,8}}),?\s(?:of|in)\s
      |(?:the\s)?(?P<ordinal>{_ORDINAL})(?:\sand\s(?P<another>{_ORDINAL}))?\sparagraphs?\s(?:of|in)\s)?(?:the\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Points and paragraphs that stand before the head: `points (a) and (f) of Article 6(1)`. Matches the empty string."""
