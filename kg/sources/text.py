"""The one place where text is normalised: every offset of the project counts code points of what comes out here.

- Lone surrogates, which no encoding can write, become U+FFFD.
- C1 control characters are read as Windows-1252, as browsers do: they are what is left of its quotes and dashes.
- Line ends (CR LF, CR, vertical tab, form feed, U+2028) become LF, a paragraph separator (U+2029) an empty line.
- Spaces of every width, no-break spaces among them, and tabs become U+0020, so that a word list needs one kind.
- What has no width goes: soft hyphens, zero-width spaces, byte order marks, direction marks, other control characters,
  noncharacters. (Joiners stay: some scripts are spelt with them.)
- Of a run of combining marks the first 30 stay, as in Unicode's Stream-Safe Text Format (UAX #15): thousands of them
  are an attack on whoever has to put them in order.
- Of a run of spaces the first 30 stay: it says no more when it is longer, and patterns would be slow on it.
- NFC; no spaces at line ends; at most one empty line in a row; nothing before and after.
"""

import re
import sys
import unicodedata

NUL = "\0"
"""A text that holds one is none: it is refused by `kg.sources.record` before it is normalised."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = "[" + "".join(char for char in map(chr, range(sys.maxunicode)) if unicodedata.combining(char)) + "]"
_MARKS = re.compile(f"({_MARK}{{30}}){_MARK}+")
_EMPTY_LINES = re.compile("\n{3,}")
_SPACES = re.compile("( {30}) +")


def _table() -> dict[int, str | None]:
    """What single characters become; None for those that go."""
    gone = [*range(0x09), *range(0x0E, 0x1C), 0x1F, 0x7F, 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF]
    gone += [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFDD0, 0xFDF0)]
    gone += [plane + last for plane in range(0, sys.maxunicode, 0x10000) for last in (0xFFFE, 0xFFFF)]
    table: dict[int, str | None] = dict.fromkeys(gone)
    table |= {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
    table |= {code: " " for code in range(0x3001) if unicodedata.category(chr(code)) == "Zs"}
    table |= {ord(char): "\n" for char in "\r\v\f\x1c\x1d\x1e\u2028"}
    return table | {ord("\t"): " ", 0x2029: "\n\n"}


_CHARACTERS = _table()


def normalise(text: str) -> str:
    """The normal form of a text, as the module describes it. Normalising twice is normalising once."""
    text = text.replace("\r\n", "\n").translate(_CHARACTERS)
    if not text.isascii():
        text = _MARKS.sub(r"\1", _SURROGATE.sub("\ufffd", text))
        text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))  # again: one mark may become two
    text = "\n".join(line.rstrip(" ") for line in text.split("\n"))  # a pattern would be quadratic in spaces
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub(r"\1", text)).strip(" \n")


def compose(title: str | None, body: str) -> str:
    """Title, empty line, body, all in normal form; a title that the body already starts with is not said twice."""
    if not title:
        return body
    rest = body[len(title) :] if body == title or body.startswith(f"{title}\n") else body
    return f"{title}\n\n{rest.lstrip()}".rstrip()
