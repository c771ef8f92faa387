"""The page and the diagram: every term is there, links inside lead somewhere, nothing is loaded from elsewhere."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from ontology.documentation.__main__ import write
from ontology.documentation.diagram import draw
from ontology.documentation.page import render
from ontology.documentation.vocabulary import Vocabulary, read_vocabulary

SVG = "{http://www.w3.org/2000/svg}"


class Reader(HTMLParser):
    """The ids and the links of a page, and what is wrong with its tags."""

    VOID = frozenset({"meta", "link", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.styled: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[key] for key in ("href", "src") if key in given]
        self.styled += [tag] if "style" in given or tag in {"style", "script"} else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return read_vocabulary()


@pytest.fixture(scope="module")
def page(vocabulary: Vocabulary) -> Reader:
    return Reader(render(vocabulary))


def test_each_term_has_its_place(vocabulary: Vocabulary, page: Reader) -> None:
    assert {term.name.short for term in (*vocabulary.classes, *vocabulary.properties)} <= set(page.ids)


def test_tags_are_closed_and_ids_are_unique(page: Reader) -> None:
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_links_inside_lead_somewhere(page: Reader) -> None:
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_page_works_where_inline_styles_are_forbidden(page: Reader) -> None:
    assert page.styled == []


def test_what_is_said_is_escaped(vocabulary: Vocabulary) -> None:
    text = render(vocabulary)
    assert "GDPR Enforcement Ontology" in text
    assert not re.search(r"&(?!\w+;|#\d+;)", text)


def test_the_files_are_written_twice_alike(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == ["classes.svg", "index.html", "page.css"]
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)
    linked = {
        link for link in Reader((tmp_path / "one/index.html").read_text()).links if not re.match(r"#|https?:", link)
    }
    assert linked == {"classes.svg", "page.css"}


def test_the_diagram_shows_what_can_be_connected(vocabulary: Vocabulary) -> None:
    root = ET.fromstring(draw(vocabulary, page="x"))  # noqa: S314  (our own)
    linked = {link.attrib["href"].removeprefix("x#") for link in root.iter(f"{SVG}a")}
    assert linked <= {term.name.short for term in vocabulary.classes}
    for term in vocabulary.object_properties:
        assert {name.short for name in (*term.domains, *term.ranges) if name.ours} <= linked
    shown = {text.text for text in root.iter(f"{SVG}text")}
    assert {term.label for term in vocabulary.classes} <= shown


def test_no_box_covers_another(vocabulary: Vocabulary) -> None:
    root = ET.fromstring(draw(vocabulary))  # noqa: S314  (our own)
    rects = [
        [float(rect.attrib[key]) for key in ("x", "y", "width", "height")]
        for rect in root.iterfind(f"{SVG}a/{SVG}rect")
    ]
    assert len(rects) > 10
    for (x, y, width, height), (x2, y2, width2, height2) in combinations(rects, 2):
        assert x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y
    _, _, whole, high = map(float, root.attrib["viewBox"].split())
    assert all(x >= 0 and y >= 0 and x + width <= whole and y + height <= high for x, y, width, height in rects)
