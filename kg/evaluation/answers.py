"""What a claim states, as answers, and the verdicts on them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from kg.evaluation.align import sum_of
from kg.evaluation.verdict import Answer, Field, Verdict
from kg.model import Claim, Party, Stated

T = TypeVar("T")


def merged(one: Answer, other: Answer | None) -> Answer:
    """Two answers of one value as one: as sure as the surer, resting on what both rest on."""
    if other is None:
        return one
    sure = max((answer.confidence for answer in (one, other) if answer.confidence is not None), default=None)
    return Answer(one.value, sure, (*other.spans, *one.spans))


def one(
    article: str, field: Field, found: Answer | None, expected: str | None, right: bool | None = None
) -> Iterator[Verdict]:
    """The verdict on a field of at most one value; right is what is equal, unless another rule has decided."""
    if found is None and expected is None:
        return
    agree = right if right is not None else found is not None and found.value == expected
    yield Verdict(article, field, found, expected, agree and expected is not None)


def several(article: str, field: Field, found: Mapping[str, Answer], expected: Iterable[str]) -> Iterator[Verdict]:
    """The verdicts on a field of many values: each that was found or expected, once."""
    wanted = set(expected)
    for value in sorted(wanted | found.keys()):
        in_gold = value in wanted
        yield Verdict(article, field, found.get(value), value if in_gold else None, in_gold and value in found)


def answer(stated: Stated[T] | None, show: Callable[[T], str] = str) -> Answer | None:
    """A stated value as an answer."""
    if stated is None:
        return None
    spans = tuple((mention.start, mention.end) for mention in stated.mentions)
    return Answer(show(stated.value), stated.confidence, spans)


def answers(stated: Iterable[Stated[T]]) -> dict[str, Answer]:
    """Stated values as answers, by what they say."""
    found = filter(None, map(answer, stated))
    return {answer.value: answer for answer in found}


def fine_answer(claim: Claim) -> Answer | None:
    """The sum of the fine as an answer; a fine without a sum is none."""
    return answer(claim.fine, lambda fine: str(fine.amount)) if sum_of(claim) else None


def party_answers(claim: Claim) -> tuple[Answer, ...]:
    """The named parties as answers."""
    named = (stated for stated in claim.parties if stated.value.name)
    return tuple(filter(None, (answer(stated, _name) for stated in named)))


def _name(party: Party) -> str:
    return party.name or ""
