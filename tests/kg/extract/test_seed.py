"""The article that the project started from; it is kept beside the repository, and never within it."""

from pathlib import Path

import pytest

from kg.extract.pipeline import extract
from kg.extract.record import to_record
from kg.model import Article

SEED = Path(__file__).parents[3].parent / "shared/eval/seed-article.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the evaluation texts are not beside the repository")
def test_the_seed_article_is_read_exactly() -> None:
    article = Article("seed", SEED.read_text(encoding="utf-8"))
    (decision,) = to_record(article, extract(article))["decisions"]
    around = {"mentions", "sector", "contexts", "subject_groups", "trigger", "incident", "factors"}
    facts = {name: value for name, value in decision.items() if value not in (None, []) and name not in around}
    assert facts == {
        "controllers": [{"name": "Dedalus Biologie", "role": "processor", "description": None}],
        "authority": {"id": "fr/cnil", "name": "French Data Protection Authority", "country": "FR"},
        "fine": {"amount": 1500000, "currency": "EUR"},
        "fined": True,
        "articles": ["28", "29", "32"],
        "data_types": ["genetic", "health", "name", "ssn"],
        "data_subjects": {"count": 500000, "qualifier": "about"},
        "decision_date": "2022-04-15",
        "measures": ["publication"],
        "status": "final",
    }
