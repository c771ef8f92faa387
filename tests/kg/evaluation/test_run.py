"""A whole evaluation: the same whatever the number of processes, and the same as the measure beside the repository."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation.run import evaluate
from kg.evaluation.scores import Amount
from kg.evaluation.verdict import Field
from kg.extract.record import to_record
from tests.kg.evaluation.writing import DECISION, TEXT, die, record, write

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared/eval"
SETS = {"corpus": ROOT / "corpus/gold.jsonl"} | {
    name: SHARED / f"{name}.jsonl" for name in ("news-dev", "releases-dev", "hub-dev")
}

CIRCUMSTANCES = {
    *("sector", "context", "subject_group", "trigger", "breach_kind", "breach_cause", "notification_delay", "factor")
}
"""What only our own measure has."""


def test_numbers_and_misses_of_a_small_set(tmp_path: Path) -> None:
    wrong = DECISION | {"fine": {"amount": 750000, "currency": "EUR"}}
    outcome = evaluate(write(tmp_path / "set.jsonl", record("right", DECISION), record("wrong", wrong), record("none")))
    assert len(outcome.texts) == 3
    assert outcome.fields[Field.FINE].right == 1
    assert outcome.amounts[Amount.POWER_OF_TEN] == outcome.amounts[Amount.INVENTED] == 1
    assert outcome.counts["texts_without_decision_but_fine_reported"] == 1
    found = [(judged.article.key, miss.expected) for judged, miss in outcome.misses(Field.FINE)]
    assert found == [("wrong", "750000 EUR"), ("none", None)]
    numbers = outcome.to_json()
    assert json.loads(json.dumps(numbers)) == numbers
    assert numbers["calibration"]["all"]["count"] == sum(
        own["count"] for field, own in numbers["calibration"].items() if field != "all"
    )
    assert len(numbers["misses"]) == sum(1 for _ in outcome.misses())


def test_amounts_add_up_to_the_score_of_fines() -> None:
    outcome = evaluate(SETS["corpus"])
    fines, amounts = outcome.fields[Field.FINE], outcome.amounts
    mistaken = sum(amounts[kind] for kind in (Amount.POWER_OF_TEN, Amount.CURRENCY, Amount.OTHER, Amount.MISREAD))
    assert amounts[Amount.RIGHT] == fines.right
    assert mistaken + amounts[Amount.INVENTED] == fines.wrong
    assert mistaken + amounts[Amount.MISSING] == fines.missed


def test_only_texts_of_a_language(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record("a"), record("b", lang="de"), record("c", lang="en-IE"))
    assert [judged.article.key for judged in evaluate(gold, language="en").texts] == ["a", "c"]
    with pytest.raises(InputError, match="language fr"):
        evaluate(gold, language="fr")


def test_processes_change_nothing(tmp_path: Path) -> None:
    long = f"{TEXT}\n\n" + "The rest of the page is about the weather of yesterday. " * 400
    gold = write(tmp_path / "set.jsonl", *(record(f"t{n}", DECISION, text=long) for n in range(12)))
    assert evaluate(gold, workers=2).to_json() == evaluate(gold, workers=1).to_json()


def test_a_process_that_dies_is_an_error_of_ours(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record(text="A page about nothing at all. " * 8000))
    with pytest.raises(InputError, match="GDPR_KG_WORKERS=1"):
        evaluate(gold, workers=2, extractor=die)


@pytest.mark.skipif(not SHARED.exists(), reason="the development sets are not beside the repository")
@pytest.mark.parametrize("name", sorted(SETS))
def test_the_numbers_are_those_of_the_shared_measure(name: str, tmp_path: Path) -> None:
    outcome = evaluate(SETS[name])
    found = tmp_path / "found.jsonl"
    records = (to_record(judged.article, judged.extraction) for judged in outcome.texts)
    found.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(SETS[name]), str(found), "--json"]
    wanted = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    wanted["fields"].pop("case_number", None)  # of several numbers in one text it takes any
    own = outcome.to_json()
    assert (own["texts"], own["rejects"]) == (wanted["texts"], [])
    assert {field: own["fields"].get(field) for field in wanted["fields"]} == wanted["fields"]
    assert {count: own["counts"].get(count, 0) for count in wanted["counts"]} == wanted["counts"]
    assert own["fields"].keys() - wanted["fields"].keys() <= {"status", "no_fine", "case_number", *CIRCUMSTANCES}
