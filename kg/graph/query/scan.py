"""SPARQL as tokens, in one pass over the text and in time linear in its length.

The repetitions are possessive, and a prefix has at most 100 characters, so no part of any text is read over and over.
An IRI that does not end is the operator `<`; a string that does not end is an error, because everything after it would
be guesswork.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from kg.errors import QueryError


class Kind(StrEnum):
    """What a token is."""

    STRING = "string"
    IRI = "iri"
    VARIABLE = "variable"
    LANGUAGE = "language"
    NAME = "name"
    WORD = "word"
    OPEN = "open"
    CLOSE = "close"
    OTHER = "other"


class Token(NamedTuple):
    """A token and the offset where it starts."""

    kind: Kind
    text: str
    start: int


_KINDS = {kind.value: kind for kind in Kind}

_TOKEN = re.compile(
    r"""
      (?P<skip>     \s++ | \#[^\n\r]*+ )
    | (?P<string>   \"{3}(?:[^"\\]|\\.|"(?!""))*+\"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*+'{3}
                  | \"(?:[^"\\\n\r]|\\.)*+\" | '(?:[^'\\\n\r]|\\.)*+' )
    | (?P<broken>   ["'] )
    | (?P<iri>      <[^<>"{}|^`\\\x00-\x20]*+> )
    | (?P<variable> [?$]\w++ )
    | (?P<language> @[A-Za-z]++(?:-[A-Za-z0-9]++)*+ )
    | (?P<name>     (?:\w[\w.\-\u00b7]{0,100}+)?+:(?:[\w.\-:\u00b7]|%[0-9A-Fa-f]{2}|\\.)*+ )
    | (?P<word>     \w++ )
    | (?P<open>     [({\[] )
    | (?P<close>    [)}\]] )
    | (?P<other>    . )
    """,
    re.VERBOSE | re.DOTALL,
)


def scan(text: str) -> Iterator[Token]:
    """The tokens of a query, without white space and comments; QueryError where a string does not end."""
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if group == "broken":
            raise QueryError(f"{place(text, match.start())}: a string that does not end")
        if group is not None and group != "skip":
            yield Token(_KINDS[group], match.group(), match.start())


def place(text: str, start: int) -> str:
    """Where an offset lies: `line 3, column 14`, both counted from 1."""
    return f"line {text.count(chr(10), 0, start) + 1}, column {start - text.rfind(chr(10), 0, start)}"
