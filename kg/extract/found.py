"""What a finder returns: a value and where the text says it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A value that a text states at `[start, end)`, in code points."""

    start: int
    end: int
    value: V
