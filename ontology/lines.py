"""Where in a Turtle file something is said: the line of a subject, and of what is said of it.

A parser gives no lines for triples that are well formed. So the text is searched for the names as they may be written:
the whole IRI, or a prefix with the rest of it.
"""

import re
from collections.abc import Iterator

_PREFIX = re.compile(r"^\s*(?:@prefix|prefix)\s+([^\s:]*:)\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
_SKIPPED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>|#[^\n]*',
)
_BLANK = re.compile(r"\[|_:|\(")


class Lines:
    """The lines of one Turtle text."""

    def __init__(self, text: str) -> None:
        self._rows = text.split("\n")
        self._prefixes = dict(_PREFIX.findall(text))

    def find(self, subject: str, *said: str) -> int | None:
        """The line, from 1, on which a subject's statements begin; or within them the first that has one of `said`.

        What is said is an IRI, or the text of a literal. None where the file does not say anything of the subject.
        """
        begin = self._begin(subject)
        if begin is None:
            return None
        for words in said:
            spelt = [*self._spellings(words), f'"{words}"', f"'{words}'"]
            for number in range(begin, self._end(begin)):
                if any(_has(self._rows[number], one) for one in spelt):
                    return number + 1
        return begin + 1

    def _begin(self, subject: str) -> int | None:
        spelt = list(self._spellings(subject))
        heads = (number for number, row in enumerate(self._rows) if any(_heads(row, one) for one in spelt))
        found = next(heads, None)
        if found is not None:
            return found
        return next((n for n, row in enumerate(self._rows) if any(_has(row, one) for one in spelt)), None)

    def _end(self, begin: int) -> int:
        """Behind the last line of the statements that begin on a line: it ends with a full stop."""
        rows = enumerate(self._rows[begin:], begin)
        return next(
            (number + 1 for number, row in rows if row.partition(" #")[0].rstrip().endswith(".")), len(self._rows)
        )

    def _spellings(self, iri: str) -> Iterator[str]:
        yield f"<{iri}>"
        for prefix, base in self._prefixes.items():
            if iri.startswith(base):
                yield prefix + iri[len(base) :]


def _heads(row: str, name: str) -> bool:
    return row.lstrip().startswith(name) and not row.lstrip()[len(name) : len(name) + 1].strip()


def _has(row: str, name: str) -> bool:
    place = row.find(name)
    while place >= 0:
        after = row[place + len(name) : place + len(name) + 1]
        if not (after.isalnum() or after in {"_", "-"}) or name.endswith(">"):
            return True
        place = row.find(name, place + 1)
    return False


def line_of_blank(text: str) -> int:
    """The line, from 1, of the first blank node of a Turtle text; 1 where there is none."""
    bare = _SKIPPED.sub(lambda found: "\n" * found.group().count("\n"), text)
    found = _BLANK.search(bare)
    return bare.count("\n", 0, found.start()) + 1 if found else 1
