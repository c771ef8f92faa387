"""The JSON contract."""

import json

from kg.extract.pipeline import extract
from kg.extract.record import to_record
from kg.model import Article
from kg.values import PartialDate

TEXT = (
    "Brumeline must pay\n\n"
    "On 3 May 2022 the CNIL fined the company Brumeline SAS €20,000.50 for a breach of Article 32 GDPR. "
    "A breach of Article 34 GDPR was examined and dropped. "
    "The leak affected about 500 customers: names and phone numbers."
)


def test_a_record_has_the_keys_of_the_contract() -> None:
    article = Article("a1", TEXT, "Brumeline must pay", "https://news.example/1", PartialDate(2022, 5, 4))
    record = json.loads(json.dumps(to_record(article, extract(article))))
    assert (record["id"], record["title"]) == ("a1", "Brumeline must pay")
    (decision,) = record["decisions"]
    mentions = decision.pop("mentions")
    assert decision == {
        "controllers": [{"name": "Brumeline SAS", "role": "controller", "description": None}],
        "authority": {"id": "fr/cnil", "name": "French Data Protection Authority", "country": "FR"},
        "fine": {"amount": 20000.5, "currency": "EUR"},
        "fined": True,
        "fine_initial": None,
        "fine_alternatives": [],
        "fine_parts": [],
        "articles": ["32"],
        "articles_not_infringed": ["34"],
        "articles_cited": [],
        "data_types": ["name", "phone"],
        "data_subjects": {"count": 500, "qualifier": "about"},
        "decision_date": "2022-05-03",
        "measures": [],
        "status": "final",
        "case_number": None,
        "sector": None,
        "contexts": ["security-incident"],
        "subject_groups": ["customer"],
        "trigger": None,
        "incident": {"kinds": ["confidentiality"], "causes": [], "notification_delay_hours": None},
        "factors": [],
    }
    assert all(TEXT[m["start"] : m["end"]] == m["text"] and 0 <= m["confidence"] <= 1 for m in mentions)
    assert {m["field"] for m in mentions} >= {
        "fine",
        "controllers",
        "authority",
        "articles",
        "articles_not_infringed",
        "decision_date",
    }


def test_an_article_without_a_decision_has_an_empty_list() -> None:
    article = Article("a2", "A recipe for soup.")
    assert to_record(article, extract(article))["decisions"] == []


def test_a_narrow_measure_counts_as_its_kind() -> None:
    article = Article(
        "a3", "The Irish DPC fined Chattr €5,000 under the GDPR and ordered it to suspend data transfers to India."
    )
    (decision,) = to_record(article, extract(article))["decisions"]
    assert "transfer-suspension" not in decision["measures"]
    assert decision["measures"] == ["ban"]
