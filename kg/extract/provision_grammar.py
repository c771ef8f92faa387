"""The grammar of a citation: from `Articles 5(1)(a), (c) and 13 to 15` to the places that it names.

A citation is a head (`Article`, `Arts.`) and a list of parts. After a separator the next part says at which level the
list goes on: `(c)` at the last point, `(2)` or `par. 2` at the last paragraph, a bare number at the next article.
"""

import re
from dataclasses import dataclass, replace

from kg.extract import provision_tokens as tokens
from ontology import regulation

_LONGEST_RANGE = 60
_LEADING_LENGTH = 90
_GDPR_INSIDE = re.compile(r"\s{1,2}(?:of the )?(?:UK |EU )?(?:GDPR|GPDR|GDRP|RGPD|DS-?GVO|AVG|RODO)(?=\W)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a citation names at `[start, end)`, not yet known to exist."""

    start: int
    end: int
    article: int
    paragraph: int | None = None
    point: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A head with its list at `[start, end)`. `foreign` heads (`section`, `§`) are seldom those of the GDPR."""

    start: int
    end: int
    places: tuple[Place, ...]
    foreign: bool


def find_citations(text: str) -> tuple[Citation, ...]:
    """The citations of any law in a text, in its order, none overlapping another."""
    found: list[Citation] = []
    for head in tokens.HEAD.finditer(text):
        if found and head.start() < found[-1].end:
            continue
        start, at, plural = head.start(), head.end(), head["plural"] is not None
        while (listed := _List(text, start, at, plural).read()) is not None:
            places = listed.places if start != head.start() else _with_leading(text, listed.places)
            found.append(Citation(places[0].start, listed.at, tuple(places), head["foreign"] is not None))
            if (following := _after_gdpr(text, listed.at)) is None:
                break
            start = at = following
    return tuple(found)


def _after_gdpr(text: str, at: int) -> int | None:
    """Where a list goes on after the name of the regulation: `Articles 13 GDPR and 14 GDPR`."""
    law = _GDPR_INSIDE.match(text, at)
    separator = tokens.SEPARATOR.match(text, law.end()) if law else None
    number = tokens.NUMBER.match(text, separator.end()) if separator else None
    return number.start("number") if number and tokens.GOES_ON.match(text, number.end()) else None


def _with_leading(text: str, places: list[Place]) -> list[Place]:
    """The places with points and paragraphs that stand before the head: they belong to the first article."""
    first = places[0]
    window = max(0, first.start - _LEADING_LENGTH)
    match = tokens.LEADING.search(text[window : first.start])
    if match is None or not match.group().strip() or first.point is not None:
        return places
    numbers = [int(number) for number in re.findall(r"\d", match["numbers"] or "")]
    if match["ordinal"]:
        numbers = [tokens.ORDINALS[word.lower()] for word in (match["ordinal"], match["another"]) if word]
    letters = re.findall(r"\b[a-z]\b", (match["letters"] or "").lower())
    if not (numbers or letters) or (numbers and first.paragraph is not None):
        return places
    start = window + match.start()
    leading = [
        Place(start, first.end, first.article, paragraph, point)
        for paragraph in numbers or (first.paragraph,)
        for point in letters or (None,)
    ]
    return [*leading, *places[1:]]


class _List:
    """The reader of one list: where it stands (`at`), and what it has read."""

    def __init__(self, text: str, start: int, at: int, plural: bool) -> None:
        self.at = at
        self.places: list[Place] = []
        self._text = text
        self._start = start
        self._plural = plural
        self._numbers_are_paragraphs = False
        self._letter_style = ""

    def read(self) -> "_List | None":
        """Read as far as the list goes; None where no article's number stands."""
        if not self._article(self._start) or tokens.COUNTED.match(self._text, self.at):
            return None
        while self._next():
            continue
        return self

    def _next(self) -> bool:
        if self._part(self.at, joined=None):
            return True
        if (skipped := tokens.SKIPPED.match(self._text, self.at)) is not None:
            self.at = skipped.end()
            return True
        return self._range() or self._separated()

    def _separated(self) -> bool:
        separator = tokens.SEPARATOR.match(self._text, self.at)
        if separator is None:
            return False
        also = separator["also"]
        # "a, c, e and f": this e is a letter, no "and" of another language.
        if also in {"e", "y"} and self.places[-1].point and self._part(separator.start("also"), joined=","):
            return True
        joined = "and" if separator["word"] or also or separator.group().strip() in {"&", "/", "+"} else ","
        return self._part(separator.end(), joined=joined) or self._number(separator.end())

    def _part(self, at: int, joined: str | None) -> bool:
        """Read a paragraph or a point that stands at a place; `joined` says by what: nothing, a comma or a word."""
        if (match := tokens.ORDINAL_PARAGRAPH.match(self._text, at)) is not None:
            for word in filter(None, (match["first"], match["second"])):
                self._paragraph(tokens.ORDINALS[word.lower()], match, joined)
            return True
        if (match := tokens.IN_PARENTHESES.match(self._text, at)) is not None:
            self._numbers_are_paragraphs = False
            return self._numbered_or_lettered(match, joined)
        if (match := tokens.SHARED_PARENTHESES.match(self._text, at)) is not None:
            return self._shared(match, joined)
        if joined is None and (match := tokens.DOTTED.match(self._text, at)) is not None:
            return self._numbered_or_lettered(match, joined)
        if (match := tokens.PARAGRAPH.match(self._text, at)) is not None:
            self._numbers_are_paragraphs = match["several"] is not None or not self._plural
            return self._paragraph(int(match["number"]), match, joined)
        if (match := tokens.POINT.match(self._text, at)) is not None:
            self._letter_style = ")" if match.group().endswith((")", '"', "\u201d")) else "bare"
            return self._point(match["letter"], match, joined)
        if joined is None and (match := tokens.BARE_PARAGRAPH.match(self._text, at)) is not None:
            return self.places[-1].paragraph is None and self._paragraph(int(match["number"]), match, joined)
        if joined is None and (match := tokens.ROMAN_PARAGRAPH.match(self._text, at)) is not None:
            return self.places[-1].paragraph is None and self._paragraph(tokens.ROMANS[match["roman"]], match, joined)
        return self._letter(at, joined)

    def _shared(self, match: re.Match[str], joined: str | None) -> bool:
        """Read a pair of parentheses with several places in it."""
        upward = False
        for item in tokens.ITEM.finditer(self._text, match.start(), match.end()):
            last = self.places[-1]
            if item["to"]:
                upward = True
            elif item["letter"]:
                first = chr(ord(last.point) + 1) if upward and last.point else item["letter"].lower()
                for code in range(ord(first), ord(item["letter"].lower()) + 1):
                    self._point(chr(code), match, joined)
                    joined = "and"
                upward = False
            else:
                first = last.paragraph + 1 if upward and last.paragraph else int(item["number"])
                for number in range(first, int(item["number"]) + 1):
                    self._paragraph(number, match, joined)
                joined, upward = "and" if last.paragraph else None, False
        return True

    def _letter(self, at: int, joined: str | None) -> bool:
        """Read a letter without a word before it: the first only directly after a paragraph, more in the same style."""
        last = self.places[-1]
        for style, pattern in ((")", tokens.CLOSED_LETTER), ("bare", tokens.BARE_LETTER)):
            match = pattern.match(self._text, at)
            if match is None:
                continue
            if last.point is None and last.paragraph is not None and joined is None:
                self._letter_style = style
                return self._point(match["letter"], match, joined)
            if last.point is not None and joined is not None and self._letter_style:
                return match["letter"].lower() > last.point and self._point(match["letter"], match, joined)
        closing = tokens.CLOSING_LETTER.match(self._text, at)
        if closing is None or joined is None or last.paragraph is None:
            return False
        if last.point is None:
            return joined == "," and self._point(closing["letter"], closing, None)
        return closing["letter"].lower() > last.point and self._point(closing["letter"], closing, joined)

    def _numbered_or_lettered(self, match: re.Match[str], joined: str | None) -> bool:
        if match["number"] is None:
            return self._point(match["letter"], match, joined)
        restated = match.groupdict().get("restated")
        return self._paragraph(int(restated or match["number"]), match, joined)

    def _paragraph(self, number: int, match: re.Match[str], joined: str | None) -> bool:
        last = self.places[-1]
        self.at = match.end()
        if last.paragraph is None and joined != "and":
            self.places[-1] = replace(last, end=self.at, paragraph=number)
        else:
            self.places.append(Place(_begin(match), self.at, last.article, number))
        return True

    def _point(self, letter: str, match: re.Match[str], joined: str | None) -> bool:
        last = self.places[-1]
        self.at = match.end()
        if last.point is None and joined != "and":
            self.places[-1] = replace(last, end=self.at, point=letter.lower())
        else:
            self.places.append(Place(_begin(match), self.at, last.article, last.paragraph, letter.lower()))
        return True

    def _number(self, at: int) -> bool:
        """Read a bare number after a separator: a paragraph in a list of paragraphs, else an article."""
        match = tokens.NUMBER.match(self._text, at)
        if match is None or not tokens.GOES_ON.match(self._text, match.end()):
            return False
        last, number = self.places[-1], int(match["number"])
        listed = self._numbers_are_paragraphs and last.point is None and (last.paragraph or 0) < number
        if listed and regulation.exists(f"{last.article}({number})"):
            return self._paragraph(number, match, "and")
        letter = tokens.POINT_BEHIND.match(self._text, match.end())
        if letter and regulation.exists(f"{last.article}({number})({letter['letter'].lower()})"):
            return self._paragraph(number, match, "and" if last.paragraph else None)
        return self._article(match.start("number"), match.start("number"))

    def _article(self, start: int, at: int | None = None) -> bool:
        at = self.at if at is None else at
        hyphenated = tokens.HYPHENATED.match(self._text, at)
        if hyphenated and (hyphenated["point"] or int(hyphenated["paragraph"]) < int(hyphenated["article"])):
            point = hyphenated["point"].lower() if hyphenated["point"] else None
            return self._add(start, hyphenated.end(), int(hyphenated["article"]), int(hyphenated["paragraph"]), point)
        match = tokens.NUMBER.match(self._text, at)
        return match is not None and self._add(start, match.end(), int(match["number"]))

    def _add(self, start: int, end: int, article: int, paragraph: int | None = None, point: str | None = None) -> bool:
        self._numbers_are_paragraphs, self._letter_style, self.at = False, "", end
        self.places.append(Place(start, end, article, paragraph, point))
        return True

    def _range(self) -> bool:
        """Read the end of a range and add what lies between, all with the words of the whole range."""
        dash = tokens.RANGE.match(self._text, self.at)
        last = self.places[-1]
        if dash is None:
            return False
        if last.point is not None:
            return self._range_of_points(dash.end(), last)
        if last.paragraph is not None:
            again = tokens.NUMBER.match(self._text, dash.end())
            restated = again is not None and int(again["number"]) == last.article
            match = tokens.IN_PARENTHESES.match(self._text, again.end() if again and restated else dash.end())
            match = match or (tokens.NUMBER.match(self._text, dash.end()) if self._numbers_are_paragraphs else None)
            return match is not None and match["number"] is not None and self._up_to(match, last)
        match = tokens.NUMBER.match(self._text, dash.end())
        return match is not None and bool(tokens.GOES_ON.match(self._text, match.end())) and self._up_to(match, last)

    def _up_to(self, match: re.Match[str], last: Place) -> bool:
        """Add the paragraphs, or else the articles, up to a number."""
        first, number = last.paragraph or last.article, int(match["number"])
        if not first < number < first + _LONGEST_RANGE:
            return False
        span = range(first, number + 1)
        places = [
            replace(last, end=match.end(), paragraph=step)
            if last.paragraph
            else replace(last, end=match.end(), article=step)
            for step in span
        ]
        self._replace_last(places, match.end())
        return True

    def _range_of_points(self, at: int, last: Place) -> bool:
        patterns = (tokens.IN_PARENTHESES, tokens.CLOSED_LETTER, tokens.POINT, tokens.BARE_LETTER)
        match = next(filter(None, (pattern.match(self._text, at) for pattern in patterns)), None)
        if match is None or not match["letter"] or not (last.point or "") < match["letter"].lower():
            return False
        letters = [chr(code) for code in range(ord(last.point or "a"), ord(match["letter"].lower()) + 1)]
        self._replace_last([replace(last, end=match.end(), point=letter) for letter in letters], match.end())
        return True

    def _replace_last(self, places: list[Place], end: int) -> None:
        self.places[-1:] = places
        self.at = end


def _begin(match: re.Match[str]) -> int:
    """Where the words of a match begin, after its blanks."""
    return match.end() - len(match.group().lstrip())
