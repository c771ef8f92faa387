"""The report: one page, complete, harmless whatever the texts hold."""

import re
from html.parser import HTMLParser
from pathlib import Path

from kg.evaluation.page import render
from kg.evaluation.run import evaluate
from tests.kg.evaluation.writing import DECISION, TEXT, record, write

VOID = {"meta", "input", "rect", "path", "polyline"}


class Balanced(HTMLParser):
    """Fails where an element is not closed in its turn; collects the text under `mark`, and all attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def page(tmp_path: Path, *lines: dict[str, object]) -> tuple[str, Balanced]:
    html = render(evaluate(write(tmp_path / "set.jsonl", *lines)), "a <set>")
    parser = Balanced()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return html, parser


def test_misses_are_marked_in_their_text(tmp_path: Path) -> None:
    turnover = DECISION | {"fine": {"amount": 9_000_000, "currency": "EUR"}}
    html, parsed = page(tmp_path, record("tulips", turnover))
    assert {"EUR 75,000", "EUR 9 million"} <= set(parsed.marked)
    assert 'title="found fine: 75000 EUR"' in html
    assert 'title="expected fine: 9000000 EUR"' in html
    assert re.sub(r"<[^>]+>", "", html.split('<div class="text">')[1]).replace(" … ", "").startswith(TEXT[:40])


def test_the_page_says_where_a_word_is_lacking(tmp_path: Path) -> None:
    html, _ = page(tmp_path, record("tulips", DECISION | {"measures": ["ban"], "data_types": []}))
    assert html.count("no word of the text was recognised as that") == 1


def test_what_texts_hold_is_escaped(tmp_path: Path) -> None:
    evil = "<script>alert('x')</script>"
    missed = DECISION | {"controllers": [{"name": evil}]}
    html, _ = page(tmp_path, record(f"k{evil}", missed, text=f"{TEXT} {evil}", title=evil))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 4
    assert "a &lt;set&gt;" in html


def test_the_page_needs_nothing_but_itself(tmp_path: Path) -> None:
    html, parsed = page(tmp_path, record("tulips", DECISION | {"articles": ["5"]}))
    assert not {name for name, _ in parsed.attributes} & {"src", "href", "onclick", "onload", "srcset"}
    assert "url(" not in html
    assert "@import" not in html


def test_a_plot_has_a_dot_for_each_bin(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record("tulips", DECISION))
    outcome = evaluate(gold)
    dots = render(outcome, "set").count("<circle")
    assert dots == len(outcome.calibration.bins) + sum(len(own.bins) for own in outcome.calibrations.values()) > 1


def test_without_a_miss_there_is_nothing_to_list(tmp_path: Path) -> None:
    html, _ = page(tmp_path, record("weather", text="The weather of yesterday was fine, and nobody was fined."))
    assert "<p>None.</p>" in html
    assert "<article" not in html


def test_records_that_could_not_be_used_are_listed(tmp_path: Path) -> None:
    html, _ = page(tmp_path, record("tulips", DECISION), record("lost", text=None))
    assert "no article has the id lost" in html


def test_same_input_same_bytes(tmp_path: Path) -> None:
    lines = [record(f"t{n}", DECISION | {"articles": [str(n)]}) for n in range(1, 5)]
    assert page(tmp_path, *lines)[0] == page(tmp_path, *lines)[0]
