"""What a person types becomes an expression in which nothing is syntax by accident."""

import sqlite3

import pytest

from kg.index.words import match_expression

TEXTS = ("the access logs of a hospital", "a log of who had access", "AND OR NOT near", "Straße in Zürich: 32(1)(b)")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("access", {0, 1}),
        ("ACCESS hospital", {0}),
        ("access missing", set()),
        ('"access logs"', {0}),
        ('"logs access"', set()),
        ("log*", {0, 1}),
        ("hosp", set()),
        ("AND", {2}),
        ("OR NOT", {2}),
        ("near", {2}),
        ("zurich", {3}),
        ("32(1)(b)", {3}),
        ('access "', {0, 1}),
        ('acc"ess', set()),
        ("access - ( ) : ^ +", {0, 1}),
        ("parties:access", set()),
        ("access\0", {0, 1}),
    ],
)
def test_words_find_texts(typed: str, found: set[int]) -> None:
    expression = match_expression(typed)
    assert expression is not None
    assert matching(expression) == found


@pytest.mark.parametrize("typed", ["", "   ", '""', "- ( *", "…"])
def test_what_has_no_letter_asks_nothing(typed: str) -> None:
    assert match_expression(typed) is None


def test_prefixes_and_columns() -> None:
    assert match_expression("hosp acc", "body", prefixes=True) == 'body : ("hosp"* AND "acc"*)'
    assert matching(match_expression("hosp acc", "body", prefixes=True) or "") == {0}


def matching(expression: str) -> set[int]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='unicode61 remove_diacritics 2')")
    connection.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)", enumerate(TEXTS))
    rows = connection.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (expression,)).fetchall()
    connection.close()
    return {row[0] for row in rows}
