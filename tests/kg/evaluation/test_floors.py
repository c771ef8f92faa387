"""Floors and what falls below them."""

from pathlib import Path

import pytest

from kg.errors import InputError, UnknownName
from kg.evaluation.floors import read_floors, set_name, shortfalls
from kg.evaluation.run import evaluate
from tests.kg.evaluation.writing import DECISION, record, write


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/news-dev.jsonl", "news-dev"),
        ("corpus/gold.jsonl", "corpus"),
        ("a/b.c.jsonl", "b"),
        ("gold/gold.json", "gold"),
    ],
)
def test_the_name_of_a_set(path: str, name: str) -> None:
    assert set_name(Path(path)) == name


def test_a_field_below_its_floor_is_named(tmp_path: Path) -> None:
    missed = DECISION | {"fine": {"amount": 1, "currency": "EUR"}}
    outcome = evaluate(write(tmp_path / "set.jsonl", record("a", DECISION), record("b", missed)))
    floors = read_floors(write(tmp_path / "floors.json", '{"set": {"fine": 0.5001, "authority": 1.0}}'), "set")
    [low] = shortfalls(outcome, floors)
    assert str(low) == "fine: F1 0.5000 is below its floor 0.5001"
    assert shortfalls(outcome, {"fine": 0.5}) == ()


def test_a_floor_for_what_is_not_scored(tmp_path: Path) -> None:
    outcome = evaluate(write(tmp_path / "set.jsonl", record("a", DECISION)))
    with pytest.raises(UnknownName, match="case_number, fines"):
        shortfalls(outcome, {"case_number": 0.5, "fine": 0.1, "fines": 0.5})


@pytest.mark.parametrize(
    ("text", "reason"), [("{", "not JSON"), ('{"set": 1}', "set: "), ('{"set": {"fine": "high"}}', "set.fine: ")]
)
def test_a_file_of_another_form(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=reason):
        read_floors(write(tmp_path / "floors.json", text), "set")


def test_missing_floors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_floors(tmp_path / "floors.json", "set")
    with pytest.raises(UnknownName, match="no floors for set, only for other"):
        read_floors(write(tmp_path / "floors.json", '{"other": {}}'), "set")
