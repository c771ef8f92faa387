import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.query.scan import Kind, place, scan


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ASK { ?s ?p 'it' }", "word open variable variable string close"),
        ("\"a\\\"b\" \"\" '' '''a\n'b'' '''", "string string string string"),
        ('"""one "two" and "" three"""', "string"),
        ('""""quoted at once"""', "string"),
        ("# SERVICE <x>\nASK", "word"),
        ("<http://example.org/#part>", "iri"),
        ("?a < ?b && ?c > ?d", "variable other variable other other variable other variable"),
        ("gde:amount :local gde: _:b1", "name name name name"),
        ("v:measure\\/fine v:a%2Fb", "name name"),
        ("'colour'@en-GB 1.5e3", "string language word other word"),
        ("$old", "variable"),
    ],
)
def test_tokens_are_told_apart(text: str, kinds: str) -> None:
    assert [token.kind for token in scan(text)] == [Kind(kind) for kind in kinds.split()]


@pytest.mark.parametrize("text", ['ASK { ?s ?p "open }', "ASK { ?s ?p 'a\n' }", '"""', "'''a''"])
def test_a_string_without_an_end_is_an_error(text: str) -> None:
    with pytest.raises(QueryError, match=r"line 1, column .*does not end"):
        list(scan(text))


def test_places_count_from_one() -> None:
    assert [place("ab\ncd", start) for start in (0, 1, 3, 4)] == [
        "line 1, column 1",
        "line 1, column 2",
        "line 2, column 1",
        "line 2, column 2",
    ]


@given(st.text(alphabet="\"'\\<>#?:{}aé \n@%_-0."))
def test_nothing_but_space_and_comments_is_passed_over(text: str) -> None:
    try:
        tokens = list(scan(text))
    except QueryError:
        return
    end = 0
    for token in tokens:
        between = text[end : token.start]
        assert between.strip() == "" or between.lstrip().startswith("#")
        end = token.start + len(token.text)


@pytest.mark.parametrize("text", ['"' + '\\"' * 9, "<" * 9, "a" * 9, "'" * 9, "<a" * 5, "a:" * 5, "a.-" * 3, "@a-" * 3])
def test_hostile_texts_take_no_more_than_their_length(text: str) -> None:
    start = time.perf_counter()
    with suppress(QueryError):
        list(scan(text * 10_000))
    assert time.perf_counter() - start < 2.0  # were it quadratic, half a minute
