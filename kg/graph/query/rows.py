"""A limit on the rows of an answer: put into the query, and told in the answer where its form can tell it."""

from kg.graph.query.scan import Token

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})

_HEADS = {"json": (b'{"head":{', b'{"head":{"link":["%s"],'), "xml": (b"</head>", b'<link href="%s"/></head>')}
"""By the form of results: what stands once in its head, and the same with a link (SPARQL 1.1 Query Results JSON
Format, 3.1.2; SPARQL Query Results XML Format, 2.3.1).
"""


class Rows:
    """Where a query says, or would say, how many rows its answer has at most: noted word by word."""

    def __init__(self) -> None:
        self._form = ""
        self._values: int | None = None
        self._number: Token | None = None
        self._due = False

    def note(self, word: Token, depth: int) -> None:
        """Note a word, if it stands outside of all brackets."""
        if depth:
            return
        upper = word.text.upper()
        if not self._form:
            self._form = upper if upper in _FORMS else ""
        elif self._due and upper.isdecimal():
            self._number = word
        elif upper == "VALUES":
            self._values = word.start
        self._due = upper == "LIMIT"

    def limited(self, text: str, most: int) -> str | None:
        """The query with at most so many rows; None where it needs no change, or has no rows since it is no SELECT."""
        if self._form != "SELECT":
            return None
        if self._number is not None:
            start, end = self._number.start, self._number.start + len(self._number.text)
            return None if int(self._number.text) <= most else f"{text[:start]}{most}{text[end:]}"
        end = len(text) if self._values is None else self._values
        return f"{text[:end]}\nLIMIT {most}\n{text[end:]}"


def announced(beginning: bytes, form: str, link: str) -> bytes:
    """The beginning of an answer with a link in its head; as it was in a form that has no place for one.

    `form` is a short name of `formats.RESULTS`, and `link` an IRI.
    """
    if form not in _HEADS:
        return beginning
    found, replaced = _HEADS[form]
    escaped = link.replace("&", "&amp;") if form == "xml" else link
    return beginning.replace(found, replaced % escaped.encode(), 1)
