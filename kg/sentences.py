"""Sentences of a text: where each begins and ends.

A blank line always ends a sentence. A single line break ends one after a full stop or a colon, before a list item, and
after what looks like a heading; elsewhere it is taken for a wrapped line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_CONTINUING = re.compile(
    r"""arts? | artt | nos? | nr | paras? | pars? | sect? | lit | lett? | ab[sz] | pts? | cf | vgl | mrs? | ms
    | dr | prof | st
    | approx | ca | vs | pp | vol | e\.?g | i\.?e | z\.b | bzw | sog | incl | resp | esp | fig | cl | dir | rec
    | ref | tel | gen | hon""",
    re.VERBOSE,
)
"""Abbreviations that stand before what they belong to, in lower case and without the last dot."""

_CLOSING = re.compile(
    r"""ltd | inc | co | corp | llc | plc | gmbh | bros | jr | sr | dept | etc | al | mio | mrd | mil | mln | bn
    | tsd | kr
    | (?:\w\.)+\w""",
    re.VERBOSE,
)
"""Abbreviations (`Ltd.`, `S.p.A.`) that may end a sentence: they do where a word follows that likely begins one."""

_OPENER = re.compile(
    r"""the | an? | this | these | that | those | its? | s?he | they | we | you | i | in | on | at | by | for
    | from | with | after
    | before | as | when | while | if | according | however | moreover | furthermore | all | both | some | there
    | here | his | her
    | their | our | following | during | under | since | although | but | and | also | then | who | what | why
    | how | to | not? | thus
    | therefore | consequently""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that often begin a sentence and seldom go on with a name."""

_MONTH = re.compile(
    r"jan|feb|mar|apr|ma[yij]|jun|jul|aug|sep|o[ckt]t|nov|de[cz]|juin|juil|ao\u00fbt|d\u00e9c|f\u00e9v|gen|mag|giu|lug|ago|set|ott|dic",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<![.!?\u2026])[.!?\u2026]+[\"'\u201d\u2019\u00bb)\]]*(?=\s)")
"""Only the first of a run is looked at: to begin at each of them takes the square of their number."""
_TOKEN = re.compile(r"[^\s(\[\"'\u201c\u2018\u00ab]*$")
_NEXT = re.compile(r"\s+[\"'\u201c\u201e\u2018\u00ab(\[\u00bf\u00a1]*(?P<first>\w+)?(?P<after>\S?)")
_BULLET = re.compile(
    r"[ \t]*(?:[-\u2013\u2014*\u2022\u00b7\u25cf\u25aa\u2023]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|#)"
)
_ENDED = re.compile(r"[.!?\u2026:;][\"'\u201d\u2019\u00bb)\]]*\s*$")
_WRAPPED = range(60, 161)
"""How long a line is that was broken because it was full, rather than at an end."""


_LONGEST = 3000
"""Characters of a sentence: a list of decisions may have as many, more come from texts that are none."""


@lru_cache(maxsize=16)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as `(start, end)`, in order, without the blanks around them, none overlapping another."""
    found = []
    for start, end in _blocks(text):
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if stop.end() < end and _ends(text, stop, end):
                found.append((begin, stop.end()))
                begin = stop.end()
        found.append((begin, end))
    parts = (part for start, end in found for part in _parts(text, start, end))
    return tuple(_trimmed(text, start, end) for start, end in parts if text[start:end].strip())


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or one that no reader would get through in parts that end at a blank."""
    while end - start > _LONGEST:
        blank = max(text.rfind(" ", start + _LONGEST // 2, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that a stretch lies in, or the first to the last of several; never less than the stretch itself."""
    sentences = spans(text)
    first = bisect_right(sentences, (start, len(text) + 1)) - 1
    last = bisect_right(sentences, (max(start, end - 1), len(text) + 1)) - 1
    begin = sentences[first][0] if first >= 0 and sentences[first][1] > start else start
    stop = sentences[last][1] if last >= 0 else end
    return min(begin, start), max(stop, end)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of text that no line break ends from within."""
    begin = place = 0
    lines = text.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        place += len(line) + 1
        if _breaks(line, following):
            yield begin, place - 1
            begin = place


def _breaks(line: str, following: str) -> bool:
    """Whether the break between two lines ends a sentence."""
    if not line.strip() or not following.strip() or _ENDED.search(line[-8:]) or _BULLET.match(following):
        return True
    first = following.lstrip()[0]
    return first.isupper() and len(line) not in _WRAPPED and line.rstrip()[-1] not in ",-\u2013/("


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop (or what stands for one) ends a sentence."""
    following = _NEXT.match(text, stop.end(), end)
    word = (following["first"] or "") if following else ""
    if following is None or word[:1].islower():
        return False
    if not stop.group().startswith("."):
        return True
    # Forty characters hold the longest abbreviation; a longer token is none.
    before = _TOKEN.search(text[max(0, stop.start() - 40) : stop.start()])
    token = before.group().rstrip(".,") if before else ""
    if not word:  # a sign: "Norte S.A. (€900)"
        return following["after"] not in {",", ";", ")"} and _CLOSING.fullmatch(token.lower()) is None
    if word[0].isdigit():
        return _ends_before_number(token.lower(), following["after"])
    return _ends_before_word(text, stop.start(), token, word)


def _ends_before_number(token: str, after: str) -> bool:
    """Whether a token with a full stop ends a sentence where a number follows."""
    abbreviated = _CONTINUING.fullmatch(token) or _CLOSING.fullmatch(token)
    return not (abbreviated or (token.isdigit() and len(token) < 3) or after in {",", ")"})


def _ends_before_word(text: str, stop: int, last: str, word: str) -> bool:
    """Whether a token with a full stop ends a sentence where a word with a capital follows."""
    if last == "no":  # the word; the abbreviation stands before a number or begins with a capital
        return True
    lowered = last.lower()
    if _CONTINUING.fullmatch(lowered) or (len(last) == 1 and last.isalpha()):
        return False
    if _CLOSING.fullmatch(lowered):
        return _OPENER.fullmatch(word) is not None
    if last.isdigit() and len(last) <= 2:
        return not (_MONTH.match(word) or _is_list_marker(text, stop - len(last)))
    return True


def _is_list_marker(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
