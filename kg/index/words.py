"""From what a person types into a search field to an expression of FTS5, in which nothing is syntax by accident."""

import re

_TERM = re.compile(r'"([^"]*)"|(\S+)')


def terms(typed: str, *, prefixes: bool = False) -> tuple[tuple[str, bool], ...]:
    """The words and phrases that are typed, each with whether it is only the start of a word.

    Words in double quotes are a phrase, `appl*` is a start; `prefixes` takes every word as one. What has neither letter
    nor digit is passed over.
    """
    return tuple(
        (phrase or word.rstrip("*"), prefixes or word.endswith("*"))
        for phrase, word in _TERM.findall(typed)
        if any(letter.isalnum() for letter in phrase or word)
    )


def match_expression(typed: str, column: str | None = None, *, prefixes: bool = False) -> str | None:
    """The expression that finds what has all these terms, as FTS5 reads it; None without a term.

    `column` restricts the search to a column of the index.
    """
    found = [
        '"' + term.replace('"', " ").replace("\0", " ") + ('"*' if start else '"')
        for term, start in terms(typed, prefixes=prefixes)
    ]
    if not found:
        return None
    expression = " AND ".join(found)
    return f"{column} : ({expression})" if column else expression
