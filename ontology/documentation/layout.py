"""Where the boxes of the diagram stand, and along which way its arrows run.

A drawing in layers: each arrow leads to the right, an arrow over several columns has a lane of its own in each column
that it passes, and columns are ordered so that few arrows cross (the mean of the neighbours' places, swept to and fro).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
Slot = tuple[str, ...]
"""A place in a column: `(node,)` for a box, `(from, to, column)` for the lane of an arrow that passes."""

SWEEPS = 12
"""After this many, the order of no vocabulary of this size changes any more."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns of slots from left to right, each from top to bottom; `ways` are the lanes that an arrow passes."""

    columns: tuple[tuple[Slot, ...], ...]
    ways: Mapping[Edge, tuple[Slot, ...]]


def arrange(nodes: Sequence[str], edges: Iterable[Edge]) -> Layout:
    """The layout of a graph. Arrows that would close a circle are laid out as if they pointed the other way."""
    forward = _acyclic(nodes, sorted({edge for edge in edges if edge[0] != edge[1]}))
    layer = _layers(nodes, forward)
    columns: list[list[Slot]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in nodes:
        columns[layer[node]].append((node,))
    ways: dict[Edge, tuple[Slot, ...]] = {}
    neighbours: dict[Slot, list[Slot]] = {}
    for start, end in forward:
        lanes = [(start, end, str(column)) for column in range(layer[start] + 1, layer[end])]
        for lane in lanes:
            columns[int(lane[2])].append(lane)
        chain: list[Slot] = [(start,), *lanes, (end,)]
        for one, other in pairwise(chain):
            neighbours.setdefault(one, []).append(other)
            neighbours.setdefault(other, []).append(one)
        ways[start, end] = tuple(lanes)
    return Layout(tuple(tuple(column) for column in _ordered(columns, neighbours)), ways)


def _acyclic(nodes: Sequence[str], edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The arrows, those turned round that lead back to where a walk in the order of the nodes came from."""
    onward: dict[str, list[str]] = {}
    for start, end in edges:
        onward.setdefault(start, []).append(end)
    found: dict[Edge, None] = {}
    done: set[str] = set()

    def walk(node: str, path: frozenset[str]) -> None:
        done.add(node)
        for end in onward.get(node, []):
            found[(end, node) if end in path else (node, end)] = None
            if end not in done:
                walk(end, path | {end})

    for node in nodes:
        if node not in done:
            walk(node, frozenset({node}))
    return tuple(found)


def _layers(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The length of the longest way to each node; then each source as far right as what it points to lets it."""
    layer = dict.fromkeys(nodes, 0)
    for _ in nodes:
        for start, end in edges:
            layer[end] = max(layer[end], layer[start] + 1)
    for node in nodes:
        ends = [layer[end] for start, end in edges if start == node]
        if ends and all(end != node for _, end in edges):
            layer[node] = min(ends) - 1
    return layer


def _ordered(columns: list[list[Slot]], neighbours: Mapping[Slot, Sequence[Slot]]) -> list[list[Slot]]:
    for sweep in range(SWEEPS):
        order = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for index in order:
            beside = columns[index - 1 if sweep % 2 == 0 else index + 1]
            place = {slot: position / max(1, len(beside) - 1) for position, slot in enumerate(beside)}
            columns[index] = _by_mean(columns[index], neighbours, place)
    return columns


def _by_mean(column: list[Slot], neighbours: Mapping[Slot, Sequence[Slot]], place: Mapping[Slot, float]) -> list[Slot]:
    """A column by the mean place of each slot's neighbours; who has none there keeps its own."""

    def mean(item: tuple[int, Slot]) -> float:
        position, slot = item
        near = [place[other] for other in neighbours.get(slot, ()) if other in place]
        return sum(near) / len(near) if near else position / max(1, len(column) - 1)

    return [slot for _, slot in sorted(enumerate(column), key=mean)]
