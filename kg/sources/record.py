"""One record of any format: its fields checked, its text normalised, or the reason why it cannot be used."""

import datetime
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.model import Article
from kg.sources.text import NUL, compose, normalise
from kg.values import PartialDate

FIELDS = ("id", "title", "url", "published", "lang", "text")
"""The fields that are read; whatever else a record has is ignored."""

MAX_TEXT = 1_000_000
"""Code points of one article, title included. A longer text is a book or a fault, and spaCy refuses it."""

DEFAULT_LANGUAGE = "en"

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*( ?UTC| ?[+-]\d{2}:?\d{2})?")
_UNDECODED = re.compile("[\udc80-\udcff]")


class BadRecord(Exception):
    """A record cannot be used; the text is the reason. Never leaves this package: it becomes a Reject."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article and where it was read. Two records with one `identity` are versions of the same article."""

    article: Article
    file: str
    line: int | None
    identity: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file, the line it begins at (None where the file is the record)."""

    file: str
    line: int | None = None

    @property
    def key(self) -> str:
        """The name of a record that has none: the file's, with the line; it does not depend on the folder."""
        return Path(self.file).name + (f":{self.line}" if self.line is not None else "")


def to_record(fields: Mapping[str, object], place: Place) -> Record:
    """The record of raw fields; BadRecord with the reason where they are of no use."""
    title, url = _text(fields, "title"), _text(fields, "url")
    text = compose(_one_line(title), normalise(_text(fields, "text") or ""))
    if not text:
        raise BadRecord("no text")
    if len(text) > MAX_TEXT:
        raise BadRecord(f"a text of {len(text):,} characters; {MAX_TEXT:,} are the limit")
    own = _own_id(fields)
    article = Article(
        key=own or place.key,
        text=text,
        title=_one_line(title) or None,
        url=_one_line(url) or None,
        published=_published(_text(fields, "published")),
        language=_language(_text(fields, "lang")),
    )
    return Record(article, place.file, place.line, _identity(article, own, place))


def _identity(article: Article, own: str, place: Place) -> str:
    """By what a later version is known: the URL; else file and id; else the file; else nothing but the text.

    A line number is no name: a file that is written anew every day would replace its own past. Nor is standard input.
    """
    if article.url:
        return f"url {article.url}"
    if place.file != "-" and (own or place.line is None):
        return f"file {Path(place.file).absolute()} {own}".rstrip()
    if own:
        return f"input {own}"
    return f"text {hashlib.sha256(article.text.encode()).hexdigest()}"


def _text(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadRecord(f"{name} is not a text: {_shown(value)}")
    if NUL in value:
        raise BadRecord(f"{name} holds a NUL character: not a text")
    return value


def _one_line(text: str | None) -> str:
    return " ".join(normalise(text or "").split())


def _own_id(fields: Mapping[str, object]) -> str:
    own = fields.get("id")
    if isinstance(own, int) and not isinstance(own, bool):
        return str(own)
    return _one_line(_text(fields, "id"))


def _published(text: str | None) -> PartialDate | None:
    """A date as the record prints it, in its own time zone: ISO 8601, a time of day is read and dropped."""
    text = (text or "").strip()
    if not text:
        return None
    day = moment[1] if (moment := _MOMENT.fullmatch(text)) and _is_moment(text) else text
    if (date := PartialDate.parse(day)) is None:
        raise BadRecord(f"published is not an ISO 8601 date: {_shown(text)}")
    return date


def _is_moment(text: str) -> bool:
    try:
        datetime.datetime.fromisoformat(text.removesuffix("UTC").replace(" +", "+").replace(" -", "-").strip())
    except ValueError:
        return False
    return True


def _language(text: str | None) -> str:
    text = (text or "").strip()
    if text and _LANGUAGE.fullmatch(text) is None:
        raise BadRecord(f"lang is not a language tag: {_shown(text)}")
    return text.lower() or DEFAULT_LANGUAGE


def undecoded(text: str) -> bool:
    """Whether bytes that are not UTF-8 were carried over by `surrogateescape`."""
    return _UNDECODED.search(text) is not None


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
