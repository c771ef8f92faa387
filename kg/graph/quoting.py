"""Literals in the quotes of N-Quads, Turtle and TriG."""

import re

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f]')


def quoted(text: str) -> str:
    """A text in quotes, with no more escapes than the canonical form of N-Quads has (RDFC-1.0, section 5)."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"
