"""Parameters as forms and addresses send them, long ones in pieces."""

import asyncio
from urllib.parse import quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.bodies import MOST_PARAMETERS, PIECE, Parameters
from kg.errors import QueryError


def read(encoded: str) -> Parameters:
    return asyncio.run(Parameters.read(encoded))


@given(st.lists(st.tuples(st.text(min_size=1), st.text())))
def test_what_is_sent_is_read(pairs: list[tuple[str, str]]) -> None:
    parameters = read(urlencode(pairs))
    for name, _ in pairs:
        assert parameters.every(name) == tuple(value for other, value in pairs if other == name)


@pytest.mark.parametrize("shift", range(4))
def test_no_character_is_cut_where_a_long_value_is_read_in_pieces(shift: int) -> None:
    value = "a" * (PIECE - shift) + "é+% {" * PIECE
    assert read(f"query={quote_plus(value)}").single("query") == value


@pytest.mark.parametrize(
    ("encoded", "pairs"),
    [("a=1&&b", {"a": "1", "b": ""}), ("a=%&b=%zz", {"a": "%", "b": "%zz"}), ("a=b=c", {"a": "b=c"}), ("", {})],
)
def test_what_is_not_well_formed_stands_for_itself(encoded: str, pairs: dict[str, str]) -> None:
    parameters = read(encoded)
    assert bool(parameters) == bool(pairs)
    assert {name: parameters.single(name) for name in pairs} == pairs


@pytest.mark.parametrize("encoded", ["a=%ff", "%fe=a", "&".join(["a=1"] * (MOST_PARAMETERS + 1))])
def test_what_is_no_text_or_too_much_is_an_error(encoded: str) -> None:
    with pytest.raises(QueryError, match="malformed parameters"):
        read(encoded)


def test_others_have_their_turn_while_a_long_form_is_read() -> None:
    async def scene() -> int:
        turns, reading = 0, asyncio.create_task(Parameters.read("query=" + "%7B" * PIECE))
        while not reading.done():
            turns += 1
            await asyncio.sleep(0)
        return turns

    assert asyncio.run(scene()) > 3
