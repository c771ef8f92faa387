"""From what a person types into a search field to an expression of FTS5, in which nothing is syntax by accident."""

import re

_TERM = re.compile(r'"([^"]*)"|(\S+)')


def match_expression(text: str, column: str | None = None, *, prefixes: bool = False) -> str | None:
    """All words of `text` must occur; words in double quotes as a phrase, and `appl*` matches what starts so.

    `column` restricts the search to a column of the index; `prefixes` takes each word as the start of one. None where
    the text has neither letter nor digit.
    """
    terms = []
    for phrase, word in _TERM.findall(text):
        if any(letter.isalnum() for letter in phrase or word):
            star = "*" if prefixes or word.endswith("*") else ""
            terms.append('"' + (phrase or word).replace('"', " ").replace("\0", " ") + f'"{star}')
    if not terms:
        return None
    expression = " AND ".join(terms)
    return f"{column} : ({expression})" if column else expression
