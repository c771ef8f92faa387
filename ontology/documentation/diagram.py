"""The diagram of the classes as SVG: a box a class, a row a property, an arrow from the row to where it leads."""

from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from ontology.documentation.layout import Edge, Layout, Slot, arrange
from ontology.documentation.vocabulary import Name, Term, Vocabulary

GLYPH = 7.25
"""The width of a character of 12 px in a font of fixed width, a little more than any has."""

ROW, HEAD, PAD = 17, 26, 9
"""Heights of a row and of a box's head, and the space between text and frame, in pixels."""

COLUMN_GAP, BOX_GAP, LANE, MARGIN = 78, 20, 10, 14
"""Between columns, between boxes, for an arrow that passes between boxes, and around the whole."""


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    target: str | None
    is_kind: bool


@dataclass(frozen=True, slots=True)
class _Box:
    name: str
    label: str
    rows: tuple[_Row, ...]

    @property
    def height(self) -> int:
        return HEAD + ROW * len(self.rows) + (PAD if self.rows else 0)

    @property
    def width(self) -> int:
        longest = max(len(text) for text in (self.label, *(row.text for row in self.rows)))
        return round(longest * GLYPH) + 2 * PAD


@dataclass(frozen=True, slots=True)
class _Place:
    x: int
    y: int
    width: int


def draw(vocabulary: Vocabulary, page: str = "") -> str:
    """The diagram; each box links to its class on `page`, an address without fragment."""
    boxes = {box.name: box for box in _boxes(vocabulary)}
    edges = [(box.name, row.target) for box in boxes.values() for row in box.rows if row.target]
    layout = arrange(tuple(boxes), edges)
    places, width, height = _places(layout, boxes)
    title = f"Classes of the {vocabulary.title} {vocabulary.version}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="diagram-title diagram-text" font-family="ui-monospace, monospace" font-size="12">',
        f'<title id="diagram-title">{escape(title)}</title>',
        '<desc id="diagram-text">Each box is a class with its properties and, in italics, its kinds. '
        "An arrow leads from a property to the class of its values, a dashed one from a kind to its own box.</desc>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#55606e"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    lines += [arrow for box in boxes.values() for arrow in _arrows(box, layout, places)]
    lines += [text for box in boxes.values() for text in _box(box, places[box.name,], page)]
    return "\n".join([*lines, "</svg>", ""])


def _boxes(vocabulary: Vocabulary) -> list[_Box]:
    """A box for each class that has properties, or that one leads to; other kinds are rows in another box."""
    drawn = {
        term.name
        for term in vocabulary.classes
        if vocabulary.of(term.name) or vocabulary.to(term.name) or not any(parent.ours for parent in term.parents)
    }
    return [
        _Box(term.name.short, term.label, (*_properties(term, vocabulary, drawn), *_kinds(term, vocabulary, drawn)))
        for term in vocabulary.classes
        if term.name in drawn
    ]


def _properties(term: Term, vocabulary: Vocabulary, drawn: set[Name]) -> list[_Row]:
    rows = []
    for item in vocabulary.of(term.name):
        target = next((name for name in item.ranges if name in drawn), None)
        if target is None or target == term.name:
            of = ", ".join(name.short for name in item.ranges)
            rows.append(_Row(f"{item.name.short}: {of}" if of else item.name.short, None, is_kind=False))
        else:
            rows.append(_Row(item.name.short, target.short, is_kind=False))
    return rows


def _kinds(term: Term, vocabulary: Vocabulary, drawn: set[Name]) -> list[_Row]:
    """The kinds of a class; below one that has no box of its own, its own kinds."""
    rows = []
    for kind in vocabulary.kinds(term.name):
        if kind.name in drawn:
            rows.append(_Row(kind.label, kind.name.short, is_kind=True))
        else:
            rows += [_Row(kind.label, None, is_kind=True), *_kinds(kind, vocabulary, drawn)]
    return rows


def _places(layout: Layout, boxes: dict[str, _Box]) -> tuple[dict[Slot, _Place], int, int]:
    """Where each slot is, columns centred on the tallest; and how wide and high the drawing is."""
    heights = [sum(_height(slot, boxes) + BOX_GAP for slot in column) - BOX_GAP for column in layout.columns]
    tallest = max(heights, default=0)
    places: dict[Slot, _Place] = {}
    x = MARGIN
    for column, height in zip(layout.columns, heights, strict=True):
        width = max((boxes[slot[0]].width for slot in column if len(slot) == 1), default=0)
        y = MARGIN + (tallest - height) // 2
        for slot in column:
            places[slot] = _Place(x, y, width)
            y += _height(slot, boxes) + BOX_GAP
        x += width + COLUMN_GAP
    return places, x - COLUMN_GAP + MARGIN, tallest + 2 * MARGIN


def _height(slot: Slot, boxes: dict[str, _Box]) -> int:
    return boxes[slot[0]].height if len(slot) == 1 else LANE


def _arrows(box: _Box, layout: Layout, places: dict[Slot, _Place]) -> list[str]:
    found = []
    for number, row in enumerate(box.rows):
        if row.target is None:
            continue
        edge: Edge = (box.name, row.target)
        dash = ' stroke-dasharray="5 4"' if row.is_kind else ""
        path = _path(edge, HEAD + ROW * number + ROW // 2, layout, places)
        found.append(f'<path d="{path}" fill="none" stroke="#55606e" stroke-width="1.1"{dash} marker-end="url(#tip)"/>')
    return found


def _path(edge: Edge, row: int, layout: Layout, places: dict[Slot, _Place]) -> str:
    """From the row's end to the head of the box it leads to; from its beginning where that box lies to the left."""
    start, end = places[edge[0],], places[edge[1],]
    if edge in layout.ways:
        lanes = [places[slot] for slot in layout.ways[edge]]
        points = [(start.x + start.width, start.y + row)]
        for lane in lanes:
            points += [(lane.x, lane.y + LANE // 2), (lane.x + lane.width, lane.y + LANE // 2)]
        points.append((end.x, end.y + HEAD // 2))
        bend = COLUMN_GAP // 2
    else:
        lanes = [places[slot] for slot in reversed(layout.ways[edge[1], edge[0]])]
        points = [(start.x, start.y + row)]
        for lane in lanes:
            points += [(lane.x + lane.width, lane.y + LANE // 2), (lane.x, lane.y + LANE // 2)]
        points.append((end.x + end.width, end.y + HEAD // 2))
        bend = -COLUMN_GAP // 2
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        curved = number % 2 == 0
        parts.append(f"C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}" if curved else f"L{to_x} {to_y}")
    return "".join(parts)


def _box(box: _Box, place: _Place, page: str) -> list[str]:
    x, y = place.x, place.y
    lines = [
        f"<a href={quoteattr(f'{page}#{box.name}')}>",
        f'<rect x="{x}" y="{y}" width="{place.width}" height="{box.height}" rx="4" fill="#f7f9fc" stroke="#33415c"/>',
        f'<path d="M{x} {y + HEAD - 4}h{place.width}" stroke="#33415c" stroke-width=".6"/>',
        f'<text x="{x + PAD}" y="{y + 16}" font-weight="700" fill="#1c2a45">{escape(box.label)}</text>',
    ]
    for number, row in enumerate(box.rows):
        style = ' font-style="italic" fill="#55606e"' if row.is_kind else ' fill="#1c2a45"'
        lines.append(f'<text x="{x + PAD}" y="{y + HEAD + ROW * number + 12}"{style}>{escape(row.text)}</text>')
    return [*lines, "</a>"]
