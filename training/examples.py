"""Texts with gold, by writer, and the candidates in them: sanctioned or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.evaluation.gold import AnnotatedGold, GoldDecision, GoldParty
from kg.evaluation.names import same_name
from kg.evaluation.reading import Task, read_tasks
from kg.extract.candidates import Candidate, candidates
from kg.extract.components import FINDERS
from kg.extract.grouping import find_cases
from kg.extract.reading import Reading, Span, in_order
from kg.extract.relevance import is_relevant
from kg.model import Article, Mention
from kg.sentences import spans

_ROOT = Path(__file__).parent.parent
WRITERS = {
    "corpus": _ROOT / "corpus" / "gold.jsonl",
    "texts": _ROOT / "tests" / "texts" / "gold.jsonl",
    "phrasings": _ROOT / "tests" / "texts" / "phrasings",
    "training": _ROOT / "corpus" / "training" / "texts.jsonl",
}
"""The sets that we wrote, each in a manner of its own."""

_HEADER = re.compile(r"(title|published): (.*)\n")
_ROLE = re.compile(r"\s\((?:processor|natural person)\)$")


@dataclass(frozen=True)
class Example:
    """A text that passes the gate, with its gold."""

    task: Task

    @cached_property
    def reading(self) -> Reading:
        """The text as the rules see it."""
        article = self.task.article
        mentions = [
            Mention(hit.start, hit.end, label, hit.value) for label in FINDERS for hit in FINDERS[label](article)
        ]
        return Reading(article, tuple(Span(*place) for place in spans(article.text)), in_order(mentions))

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The names that may be those of a party."""
        return candidates(find_cases(self.reading)[1]) if self.reading.sentences else ()

    @cached_property
    def sanctioned(self) -> tuple[bool, ...]:
        """For each candidate whether the gold has it as a party, now or in a past case."""
        gold = self.task.gold
        names = [name for one in gold.decisions for name in one.names] if isinstance(gold, AnnotatedGold) else []
        return tuple(
            any(same_name(mention.text, name) for mention in one.mentions for name in names) for one in self.candidates
        )


def tasks(path: Path) -> Sequence[Task]:
    """The English texts of a gold file, or of a folder of phrasings."""
    found = tuple(_phrasings(path)) if path.is_dir() else read_tasks(path)[0]
    return [task for task in found if task.article.language.partition("-")[0] == "en"]


def examples(path: Path) -> list[Example]:
    """The texts of a gold file, or of a folder of phrasings, that pass the gate."""
    return [Example(task) for task in tasks(path) if is_relevant(task.article.text)]


def _phrasings(folder: Path) -> Iterator[Task]:
    for file in sorted(folder.glob("*.txt")):
        for number, block in enumerate(file.read_text(encoding="utf-8").split("\n----\n"), 1):
            yield _phrasing(f"{file.stem}-{number}", block.strip() + "\n")


def _phrasing(key: str, block: str) -> Task:
    """A short text with lines `=> party | …` for its decisions, in the form that the README of the phrasings tells."""
    head: dict[str, str] = {}
    while (line := _HEADER.match(block)) is not None:
        head[line[1]], block = line[2], block[line.end() :]
    lines = block.strip().split("\n")
    parties = [line[3:].partition("|")[0].strip() for line in lines if line.startswith("=> ") and line != "=> none"]
    names = [_ROLE.sub("", party) for party in parties if not party.startswith('"')]
    text = "\n".join(line for line in lines if not line.startswith("=> "))
    whole = f"{head['title']}\n\n{text}" if "title" in head else text
    gold = AnnotatedGold(decisions=tuple(GoldDecision(controllers=(GoldParty(name=name),)) for name in names))
    return Task(Article(key, whole, head.get("title")), gold)
