"""Short texts with what they say of decisions, as `tests/texts/phrasings/` holds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.model import Article
from kg.values import PartialDate

FOLDER = Path(__file__).parents[2] / "texts" / "phrasings"


@dataclass(frozen=True)
class Expected:
    """A decision as a text tells it; an unnamed party by words of its description."""

    name: str | None
    description: str | None
    role: str
    fine: str
    authority: str
    status: str
    initial: str | None
    parts: str | None


@dataclass(frozen=True)
class Phrasing:
    """A text with the decisions that it tells of."""

    key: str
    article: Article
    decisions: tuple[Expected, ...]


def phrasings() -> Iterator[Phrasing]:
    """All texts, in the order of their files."""
    for file in sorted(FOLDER.glob("*.txt")):
        for number, block in enumerate(file.read_text(encoding="utf-8").split("\n----\n"), 1):
            yield _phrasing(f"{file.stem}-{number}", block)


def _phrasing(key: str, block: str) -> Phrasing:
    lines = block.strip().split("\n")
    head = {line.partition(": ")[0]: line.partition(": ")[2] for line in lines[:2] if _HEAD.match(line)}
    told = [line.removeprefix("=> ") for line in lines if line.startswith("=> ")]
    text = "\n".join(line for line in lines[len(head) :] if not line.startswith("=> ")).strip()
    title, published = head.get("title"), head.get("published")
    whole = f"{title}\n\n{text}" if title else text
    article = Article(key, whole, title, None, PartialDate.parse(published) if published else None)
    return Phrasing(key, article, tuple(_expected(line) for line in told if line != "none"))


_HEAD = re.compile(r"(?:title|published): ")


def _expected(line: str) -> Expected:
    party, fine, authority, *rest = [cell.strip() for cell in line.split("|")]
    role = re.search(r"\s\((processor|natural person)\)$", party)
    party = party[: role.start()] if role else party
    described = party.startswith('"')
    named = {word.partition(" ")[0]: word.partition(" ")[2] for word in rest}
    return Expected(
        name=None if described else party,
        description=party.strip('"') if described else None,
        role=role.group(1) if role else "controller",
        fine=fine,
        authority=authority,
        status=next((word for word in rest if " " not in word), "final"),
        initial=named.get("initial"),
        parts=named.get("parts"),
    )


def told(record: dict[str, Any], like: Expected) -> Expected:
    """A decision of a record in the words of what is expected; initial sums and parts only where those are expected."""
    party: dict[str, Any] = next(iter(record["controllers"]), {"name": None, "description": None, "role": "controller"})
    authority, fine, initial = record["authority"], record["fine"], record["fine_initial"]
    description = party["description"]
    return Expected(
        name=party["name"],
        description=like.description if like.description and like.description in (description or "") else description,
        role=party["role"],
        fine=_plain(fine) if fine else "fined" if record["fined"] else "-",
        authority=authority["id"] if authority else "-",
        status=record["status"],
        initial=str(initial["amount"]) if initial and like.initial else None,
        parts="+".join(str(part["amount"]) for part in record["fine_parts"]) if like.parts else None,
    )


def _plain(money: dict[str, Any]) -> str:
    return f"{money['amount']} {money['currency']}"


def misses(phrasing: Phrasing, record: dict[str, Any]) -> list[str]:
    """What a record says otherwise than expected: fields, decisions missed, decisions too many."""
    left = list(record["decisions"])
    found = []
    for expected in phrasing.decisions:
        best = max(left, key=lambda row: _likeness(row, expected), default=None)
        if best is None or (_likeness(best, expected) == 0 and len(left) + len(phrasing.decisions) > 2):
            found.append(f"missed: {expected}")
            continue
        left.remove(best)
        found += _differences(told(best, expected), expected)
    return [*found, *(f"too many: {row['controllers']} {row['fine']}" for row in left)]


def _likeness(record: dict[str, Any], expected: Expected) -> int:
    said = told(record, expected)
    return 2 * (said.fine == expected.fine) + 2 * (said.name == expected.name) * (
        said.description == expected.description
    )


def _differences(said: Expected, expected: Expected) -> Iterator[str]:
    for field in fields(Expected):
        got, wanted = getattr(said, field.name), getattr(expected, field.name)
        if field.name == "name" and got and wanted and (wanted.lower() in got.lower() or got in wanted):
            continue
        if field.name == "description" and wanted is None:
            continue
        if got != wanted:
            yield f"{field.name}: {got!r}, not {wanted!r}"
