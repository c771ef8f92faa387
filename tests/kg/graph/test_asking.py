import pytest

from kg.errors import QueryError, QueryTimeout, StoreError
from kg.graph.asking import ask
from kg.graph.query.answers import Answer
from kg.graph.terms import XSD, Literal
from kg.settings import Settings
from tests.kg.graph.query.snapshots import BASE, ENDLESS, ONE, publish, settings_for


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an instance with one snapshot."""
    folder = tmp_path_factory.mktemp("asking")
    publish(folder)
    return settings_for(folder)


def test_one_query_one_answer(settings: Settings) -> None:
    answer = ask(settings, ONE, accept="text/csv")
    assert answer == Answer("text/csv", f"d\r\n{BASE}decision/7\r\n".encode())


def test_values_are_bound(settings: Settings) -> None:
    text, given = "SELECT ?d ?n { ?d gde:totalFineEUR ?n }", {"n": Literal("8", XSD + "integer")}
    answer = ask(settings, text, accept="text/csv", substitutions=given)
    assert answer.body == f"d,n\r\n{BASE}decision/8,8\r\n".encode()


def test_errors_are_those_of_the_service(settings: Settings) -> None:
    with pytest.raises(QueryError, match="error at 1:"):
        ask(settings, "SELECT", accept="*/*")
    with pytest.raises(QueryTimeout):
        ask(settings.model_copy(update={"query_timeout": 2.0}), ENDLESS, accept="*/*")
    with pytest.raises(StoreError, match="nothing ingested yet"):
        ask(settings.model_copy(update={"data_dir": settings.data_dir / "elsewhere"}), ONE, accept="*/*")
