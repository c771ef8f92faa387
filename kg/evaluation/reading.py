"""Gold and articles from files, joined by id; whatever has no partner is a reject with its line."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from kg.errors import InputError
from kg.evaluation.gold import Gold, parse_gold
from kg.model import Article, Reject
from kg.sources.reader import read_articles
from kg.sources.text import normalise

Kept = TypeVar("Kept")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Task:
    """A text and its gold."""

    article: Article
    gold: Gold


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A line of a gold file: the id of its text, whether it holds that text itself, and the gold."""

    number: int
    id: str
    has_text: bool
    gold: Gold


def read_tasks(gold: Path, articles: Sequence[str] = ()) -> tuple[tuple[Task, ...], tuple[Reject, ...]]:
    """Every text of a gold file (JSON lines of `{"id", "gold"}`, with or without `text`), in its order, and rejects.

    A text that is not in its line is looked up by id in the files or folders `articles`, by default in the folder
    `articles` beside the gold. InputError where a path is missing, or where no line can be used.
    """
    lines, rejects = _partition(_read_lines(gold))
    paths = [str(gold)] if any(line.has_text for line in lines) else []
    neighbour = gold.parent / "articles"
    if articles:
        paths += articles
    elif neighbour.is_dir() and not all(line.has_text for line in lines):
        paths.append(str(neighbour))
    found, unread = _partition(read_articles(paths)) if paths else ([], [])
    known = {line.number for line in lines if line.has_text}
    rejects += [reject for reject in unread if reject.file != str(gold) or reject.line in known]
    tasks, unpaired = _partition(_join(lines, _by_key(found), str(gold)))
    if not tasks:
        reasons = "; ".join(map(str, (*rejects, *unpaired)[:3]))
        raise InputError(f"{gold}: no text has gold" + (f" ({reasons})" if reasons else ""))
    return tuple(tasks), (*rejects, *unpaired)


def _read_lines(gold: Path) -> Iterator[GoldLine | Reject]:
    """Each line that is not blank; an id that came before is a reject."""
    try:
        raw = gold.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise InputError(f"{gold}: cannot be read: {error.strerror}") from error
    seen: dict[str, int] = {}
    for number, data in enumerate(raw.split(b"\n"), start=1):
        if not data.strip():
            continue
        line = _read_line(data, number, str(gold))
        if isinstance(line, GoldLine) and (first := seen.setdefault(line.id, number)) != number:
            line = Reject(str(gold), number, f"the id {line.id} stands in line {first} already")
        yield line


def _read_line(data: bytes, number: int, file: str) -> GoldLine | Reject:
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        return Reject(file, number, f"not JSON: {error}")
    if not isinstance(record, dict) or not isinstance(record.get("id"), str | int) or "gold" not in record:
        return Reject(file, number, "not an object with an id and gold")
    if _LONE_SURROGATE.search(json.dumps(record["gold"], ensure_ascii=False)):
        return Reject(file, number, "gold holds half a surrogate pair: not text")
    try:
        gold = parse_gold(record["gold"])
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, ("gold", *first["loc"])))
        return Reject(file, number, f"{place}: {first['msg']}")
    # Articles are keyed by their id on one line: see kg.sources.
    return GoldLine(number, " ".join(normalise(str(record["id"])).split()), bool(record.get("text")), gold)


def _partition(items: Iterable[Kept | Reject]) -> tuple[list[Kept], list[Reject]]:
    kept: list[Kept] = []
    rejects: list[Reject] = []
    for item in items:
        if isinstance(item, Reject):
            rejects.append(item)
        else:
            kept.append(item)
    return kept, rejects


def _join(lines: Iterable[GoldLine], articles: dict[str, Article], file: str) -> Iterator[Task | Reject]:
    for line in lines:
        article = articles.get(line.id)
        yield Task(article, line.gold) if article else Reject(file, line.number, f"no article has the id {line.id}")


def _by_key(articles: Iterable[Article]) -> dict[str, Article]:
    """The first article of each id: the gold file's own comes before those of other files."""
    found: dict[str, Article] = {}
    for article in articles:
        found.setdefault(article.key, article)
    return found
