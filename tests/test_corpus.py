"""The shipped corpus is well formed, and its gold says nothing that the articles do not."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article
from kg.sources.reader import read_articles
from kg.values import Effect, Factor, PartialDate, Provision, Role, Status
from ontology.concepts import concepts
from ontology.regulation import exists

CORPUS = Path(__file__).parent.parent / "corpus"
LINES = [json.loads(line) for line in (CORPUS / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
GOLD: dict[str, list[dict[str, Any]]] = {record["id"]: record["gold"]["decisions"] for record in LINES}
DECISIONS = [(name, decision) for name, decisions in GOLD.items() for decision in decisions]

REQUIRED = {
    *("controllers", "authority_id", "fine", "articles", "considered_not_infringed"),
    *("data_types", "data_subjects", "decision_date", "measures", "status"),
}
CIRCUMSTANCES = {"sector", "contexts", "groups", "trigger", "incident", "factors"}
OPTIONAL = {
    "announced_date",
    "case_number",
    "fine_alt",
    "fine_initial",
    "fine_parts",
    "gdpr",
    "mention",
    *CIRCUMSTANCES,
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = {}
    for item in read_articles([str(CORPUS / "articles")]):
        assert isinstance(item, Article), item
        found[item.key] = item
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_each_article_has_its_gold(articles: dict[str, Article]) -> None:
    assert articles.keys() == GOLD.keys()
    assert {path.name for path in (CORPUS / "articles").iterdir()} == {f"{name}.md" for name in GOLD}


def test_gold_is_in_order_and_names_nothing_twice(articles: dict[str, Article]) -> None:
    order = [(str(articles[record["id"]].published), record["id"]) for record in LINES]
    assert order == sorted(set(order))


def test_names_of_files_are_plain() -> None:
    assert [name for name in GOLD if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_there_is_enough_of_both_kinds() -> None:
    assert sum(bool(decisions) for decisions in GOLD.values()) >= 60
    assert sum(not decisions for decisions in GOLD.values()) >= 15


def test_some_decisions_are_told_by_two_articles() -> None:
    told = Counter(
        (decision["authority_id"], decision["fine"]["currency"], float(f"{decision['fine']['amount']:.3g}"))
        for _, decision in DECISIONS
        if decision["fine"] and decision["status"] == "final" and "mention" not in decision
    )
    assert sum(count > 1 for count in told.values()) >= 5


def test_short_and_long_articles(articles: dict[str, Article]) -> None:
    lengths = sorted(len(words(article.text)) for article in articles.values())
    assert lengths[0] < 60
    assert lengths[-1] > 400


def test_each_article_has_a_title_and_a_date(articles: dict[str, Article]) -> None:
    assert [name for name, article in articles.items() if not article.title or not article.published] == []


def test_no_article_copies_another(articles: dict[str, Article]) -> None:
    shingles = {}
    for name, article in articles.items():
        tokens = words(article.text)
        shingles[name] = set(zip(*(tokens[n:] for n in range(6)), strict=False))
    close = [(a, b) for a, b in combinations(shingles, 2) if len(shingles[a] & shingles[b]) > 3]
    assert close == []


@pytest.mark.parametrize("decision", [pytest.param(decision, id=name) for name, decision in DECISIONS])
def test_gold_uses_known_values(decision: dict[str, Any]) -> None:
    assert REQUIRED <= decision.keys() <= REQUIRED | OPTIONAL
    assert decision["authority_id"] in concepts("authority")
    assert set(decision["data_types"]) <= concepts("data-category").keys()
    assert set(decision["measures"]) <= concepts("measure").keys()
    assert decision["status"] in set(Status)
    assert {party["role"] for party in decision["controllers"]} <= set(Role)
    provisions = decision["articles"] + decision["considered_not_infringed"]
    assert all(exists(provision) for provision in provisions)
    assert len(provisions) == len(set(provisions))
    assert {amount["currency"] for amount in amounts(decision)} <= concepts("currency").keys()
    if "fine_parts" in decision:
        assert sum(part["amount"] for part in decision["fine_parts"]) == decision["fine"]["amount"]


@pytest.mark.parametrize("decision", [pytest.param(decision, id=name) for name, decision in DECISIONS])
def test_gold_of_the_circumstances_uses_known_values(decision: dict[str, Any]) -> None:
    assert {decision.get("sector")} - {None} <= concepts("sector").keys()
    assert {decision.get("trigger")} - {None} <= concepts("case-trigger").keys()
    assert set(decision.get("contexts", [])) <= concepts("processing-context").keys()
    assert set(decision.get("groups", [])) <= concepts("data-subject-category").keys()
    incident = decision.get("incident") or {}
    assert set(incident.get("kinds", [])) <= concepts("breach-kind").keys()
    assert set(incident.get("causes", [])) <= concepts("breach-cause").keys()
    for factor in decision.get("factors", []):
        assert Factor(factor["point"], Effect(factor["effect"]))


def test_most_decisions_have_their_circumstances_annotated() -> None:
    for key in CIRCUMSTANCES:
        assert sum(key in decision for _, decision in DECISIONS) >= 80, key


@pytest.mark.parametrize(("name", "decision"), DECISIONS)
def test_gold_stands_in_the_text(name: str, decision: dict[str, Any], articles: dict[str, Article]) -> None:
    text = articles[name].text
    tokens = set(words(text))
    for party in decision["controllers"]:
        assert (party["name"] or party["desc"]) in text
    for amount in amounts(decision):
        assert stands(float(amount["amount"]), text), amount
    for key in decision["articles"] + decision["considered_not_infringed"]:
        provision = Provision.parse(key)
        assert provision is not None
        assert str(provision.article) in tokens or spanned(provision.article, text), key
        assert set(words(key)[1:]) <= tokens, key
    if decision["data_subjects"]:
        assert stands(float(decision["data_subjects"]), text), decision["data_subjects"]
    if decision.get("case_number"):
        assert decision["case_number"] in text


@pytest.mark.parametrize(("name", "decision"), DECISIONS)
def test_dates_of_gold_stand_in_the_text(name: str, decision: dict[str, Any], articles: dict[str, Article]) -> None:
    article = articles[name]
    published = date.fromisoformat(str(article.published))
    if decision["decision_date"]:
        assert date_stands(decision["decision_date"], article.text), decision["decision_date"]
    if "announced_date" in decision:
        announced = date.fromisoformat(decision["announced_date"])
        assert timedelta(0) <= published - announced < timedelta(days=7)
        assert (
            announced == published
            or f"{announced:%A}" in article.text
            or date_stands(decision["announced_date"], article.text)
        )


def amounts(decision: dict[str, Any]) -> list[dict[str, Any]]:
    """Every sum that the gold of a decision names."""
    single = [decision[key] for key in ("fine", "fine_initial") if decision.get(key)]
    return [*single, *decision.get("fine_alt", []), *decision.get("fine_parts", [])]


def stands(number: float, text: str) -> bool:
    """Whether a number is printed in some notation: in full, in millions, in words for halves."""
    plain = text.replace(",", "").replace("\xa0", "")
    forms = {
        f"{number:.0f}",
        f"{number:.2f}",
        f"{number:,.0f}".replace(",", "."),
        *(f"{number / scale:.10g}" for scale in (1e3, 1e6, 1e9)),
    }
    spelled = {500_000: "half a million", 18_000_000: "Eighteen million"}
    printed = any(re.search(rf"(?<![\d.]){re.escape(form)}(?!\d|\.\d)", plain) for form in forms)
    return printed or spelled.get(int(number), "\0") in text


def spanned(article: int, text: str) -> bool:
    """Whether a range of articles covers one: "Articles 12 to 15"."""
    ranges = re.findall(r"(\d+) (?:to|-) (\d+)", text)
    return any(int(first) <= article <= int(last) for first, last in ranges)


def date_stands(value: str, text: str) -> bool:
    """Whether a date is printed, as "15 April", "27.06.2019", or with less of it when it is less precise."""
    parsed = PartialDate.parse(value)
    assert parsed is not None
    if parsed.month is None:
        return str(parsed.year) in text
    month = f"{date(parsed.year, parsed.month, 1):%B}"
    if parsed.day is None:
        return month in text
    return any(form in text for form in (f"{parsed.day} {month}", f"{parsed.day}.{parsed.month:02}.{parsed.year}"))
