"""Accuracy on the development sets and the shipped corpus never falls below its floors.

The development sets and their scorer lie beside the repository, and only there. An update that lowers a floor says so.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared/eval"

FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests/floors.json").read_text(encoding="utf-8"))
"""The least F1 of each field on each set; `corpus` is the shipped corpus."""

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the development sets are not beside the repository")


def extract(source: Path, folder: Path) -> Path:
    """What the command line finds in the articles of a file or folder, as a file."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "extract", str(source)]
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GDPR_KG_")}
    found = folder / "found.jsonl"
    with found.open("wb") as out:
        subprocess.run(command, stdout=out, env=environ, check=True, cwd=folder)
    return found


def score(gold: Path, found: Path) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(found), "--json"]
    scored: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return scored


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_field_falls_below_its_floor(name: str, tmp_path: Path) -> None:
    if name == "corpus":
        source, gold = ROOT / "corpus/articles", ROOT / "corpus/gold.jsonl"
    else:
        source = gold = SHARED / f"{name}.jsonl"
    scored = score(gold, extract(source, tmp_path))
    assert scored["without_prediction"] == 0
    below = {
        field: (scored["fields"][field]["f1"], floor)
        for field, floor in FLOORS[name].items()
        if scored["fields"][field]["f1"] < floor
    }
    assert below == {}
    assert scored["counts"].get("fine_wrong_by_power_of_ten", 0) == 0
    assert scored["counts"].get("texts_without_decision_but_fine_reported", 0) == 0


def test_the_article_that_the_project_began_with(tmp_path: Path) -> None:
    [record] = [json.loads(line) for line in extract(SHARED / "seed-article.txt", tmp_path).read_text().splitlines()]
    [decision] = record["decisions"]
    assert [(party["name"], party["role"]) for party in decision["controllers"]] == [("Dedalus Biologie", "processor")]
    assert decision["authority"]["id"] == "fr/cnil"
    assert (decision["fine"]["amount"], decision["fine"]["currency"]) == (1_500_000, "EUR")
    assert decision["status"] == "final"
    assert decision["decision_date"] == "2022-04-15"
    assert {article.partition("(")[0] for article in decision["articles"]} == {"28", "29", "32"}
    assert decision["data_subjects"]["count"] == 500_000
    assert set(decision["data_types"]) == {"name", "ssn", "health", "genetic"}
    assert decision["measures"] == ["publication"]
