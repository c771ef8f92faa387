"""Accuracy never falls below its floors: on the shipped corpus, and on the development sets where they are.

The development sets lie beside the repository, and only there. An update that lowers a floor says so.
"""

import json
from pathlib import Path

import pytest

from kg.evaluation.floors import read_floors, shortfalls
from kg.evaluation.result import Evaluation
from kg.evaluation.run import evaluate
from kg.evaluation.scores import Amount
from kg.extract.pipeline import extract
from kg.extract.record import to_record
from kg.model import Article
from kg.sources.reader import read_articles

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared/eval"
FLOORS = ROOT / "tests/floors.json"
SETS = sorted(json.loads(FLOORS.read_text(encoding="utf-8")))


def evaluation(name: str) -> Evaluation:
    """The shipped texts with gold, or a development set; skips the test where it is not there."""
    shipped = {"corpus": ROOT / "corpus/gold.jsonl", "texts": ROOT / "tests/texts/gold.jsonl"}
    gold = shipped.get(name, SHARED / f"{name}.jsonl")
    if not gold.exists():
        pytest.skip("the development sets are not beside the repository")
    return evaluate(gold, workers=2)


@pytest.mark.parametrize("name", SETS)
def test_no_field_falls_below_its_floor(name: str) -> None:
    measured = evaluation(name)
    assert measured.rejects == ()
    assert [str(shortfall) for shortfall in shortfalls(measured, read_floors(FLOORS, name))] == []
    assert measured.amounts[Amount.POWER_OF_TEN] == 0


@pytest.mark.skipif(not SHARED.exists(), reason="the development sets are not beside the repository")
def test_the_article_that_the_project_began_with() -> None:
    [article] = read_articles([str(SHARED / "seed-article.txt")])
    assert isinstance(article, Article)
    [decision] = to_record(article, extract(article))["decisions"]
    assert [(party["name"], party["role"]) for party in decision["controllers"]] == [("Dedalus Biologie", "processor")]
    assert decision["authority"]["id"] == "fr/cnil"
    assert (decision["fine"]["amount"], decision["fine"]["currency"]) == (1_500_000, "EUR")
    assert decision["status"] == "final"
    assert decision["decision_date"] == "2022-04-15"
    assert {provision.partition("(")[0] for provision in decision["articles"]} == {"28", "29", "32"}
    assert decision["data_subjects"]["count"] == 500_000
    assert set(decision["data_types"]) == {"name", "ssn", "health", "genetic"}
    assert decision["measures"] == ["publication"]
