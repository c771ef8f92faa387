"""The table for spreadsheets says what the list says."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from api import table
from api.table import COLUMNS
from tests.kg.index.fictional import world


def rows(client: TestClient, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"/decisions.csv{query}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


@pytest.mark.parametrize("query", ["", "?sort=-fine", "?provision=32&limit=1", "?q=nothing-has-this"])
def test_the_table_is_the_list(client: TestClient, query: str) -> None:
    listed = client.get(f"/decisions{query.replace('&limit=1', '')}").json()["items"]
    found = rows(client, query)
    assert [row["id"] for row in found] == [item["id"] for item in listed]
    for row, item in zip(found, listed, strict=True):
        assert tuple(row) == COLUMNS
        assert row["parties"] == "; ".join(party["name"] for party in item["parties"])
        assert row["fine_eur"] == ((item["fine"] or {}).get("amount_eur") or "")


def test_a_line_has_all_that_fits_in_a_cell(client: TestClient) -> None:
    (clinic,) = rows(client, "?authority=fr/cnil")
    assert (clinic["infringed"], clinic["not_infringed"]) == ("5(1)(f); 32", "33")
    assert (clinic["country"], clinic["date"], clinic["measures"]) == ("FR", "2023-03-08", "reprimand")
    assert (clinic["fine"], clinic["currency"], clinic["people_affected"]) == ("905000", "EUR", "40000")


def test_a_long_list_is_whole(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAX_LIMIT", 2)
    assert len({row["id"] for row in rows(client)}) == len(world().decisions)


def test_a_cell_is_never_a_formula() -> None:
    assert table._line(('=HYPERLINK("x")', "@x", "a=b")) == '"\'=HYPERLINK(""x"")",\'@x,a=b\r\n'


def test_a_bad_parameter_is_named(client: TestClient) -> None:
    assert client.get("/decisions.csv?status=lost").status_code == 422
