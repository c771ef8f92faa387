"""Gold files and decisions for tests, written short."""

import json
import os
from pathlib import Path
from typing import Any, NoReturn

from kg.evaluation.gold import AnnotatedGold, CaseRecord, GoldDecision, parse_gold

TEXT = (
    "The Dutch Data Protection Authority has fined the web shop Tulpenveld B.V. EUR 75,000 for infringing Article 32 "
    "of the GDPR. The shop has a turnover of EUR 9 million.\n\nIts spokesman had nothing to say."
)
DECISION: dict[str, Any] = {
    "controllers": [{"name": "Tulpenveld", "role": "controller"}],
    "authority_id": "nl/ap",
    "fine": {"amount": 75000, "currency": "EUR"},
    "articles": ["32"],
    "status": "final",
}
CASE: dict[str, Any] = {
    "authority": "nl/ap",
    "fine": {"amount": 75000, "currency": "EUR"},
    "fine_in_text": True,
    "no_fine": False,
    "articles_in_text": ["32", "83(4)"],
    "decision_date": None,
    "date_in_text": False,
    "case_number": None,
    "case_number_in_text": False,
    "outcome": "Upheld",
}


def decision(**fields: Any) -> GoldDecision:
    """A decision of the gold."""
    return GoldDecision.model_validate(fields)


def annotated(*decisions: dict[str, Any]) -> AnnotatedGold:
    """The gold of a text that reports these decisions."""
    gold = parse_gold({"decisions": list(decisions)})
    assert isinstance(gold, AnnotatedGold)
    return gold


def case(**fields: Any) -> CaseRecord:
    """The record of a case, but for these fields that of Tulpenveld."""
    gold = parse_gold(CASE | fields)
    assert isinstance(gold, CaseRecord)
    return gold


def record(key: str = "tulips", *decisions: dict[str, Any], text: str | None = TEXT, **more: Any) -> dict[str, Any]:
    """A line of a gold file."""
    own = {"text": text} if text is not None else {}
    return {"id": key, **own, **more, "gold": {"decisions": list(decisions)}}


def write(path: Path, *lines: dict[str, Any] | str) -> Path:
    """A gold file of records, or of lines as they are."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def die(_: object) -> NoReturn:
    """End the process that this runs in, as a crash would."""
    os._exit(3)
