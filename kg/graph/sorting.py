"""Sorting more than memory holds: in portions, on disk, merged as they are read."""

import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO, Any, TypeVar

T = TypeVar("T")

PORTION = 200_000
"""Items that are sorted in memory at once: about 60 MB."""


def sorted_once(
    items: Iterable[T], key: Callable[[T], Any], dump: Callable[[T], bytes], load: Callable[[bytes], T]
) -> Iterator[T]:
    """The items by their key, equal ones once. `dump` gives an item as a line, `load` reads it back."""
    waiting = iter(items)
    with ExitStack() as stack:
        portions: list[Iterable[T]] = []
        portion = sorted(islice(waiting, PORTION), key=key)
        while following := sorted(islice(waiting, PORTION), key=key):
            portions.append(map(load, _spilled(map(dump, portion), stack)))
            portion = following
        yield from (item for item, _ in groupby(heapq.merge(*portions, portion, key=key)))


def _spilled(lines: Iterable[bytes], stack: ExitStack) -> IO[bytes]:
    """The lines of a portion, in a file that goes when the stack is closed."""
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  (the stack closes it)
    file.writelines(lines)
    file.seek(0)
    return file
