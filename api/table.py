"""A list of decisions as a table for spreadsheets: CSV (RFC 4180), a decision a line."""

import csv
import io
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from api.decisions import check_known
from api.deps import IndexDep
from api.descriptions import also, problems
from api.parameters import MAX_LIMIT, DecisionQuery
from kg.index.filters import Filters
from kg.index.records import Decision
from kg.index.search import Index

COLUMNS = (
    "id",
    "authority",
    "country",
    "date",
    "status",
    "parties",
    "fine",
    "currency",
    "fine_eur",
    "infringed",
    "not_infringed",
    "data_categories",
    "measures",
    "sectors",
    "contexts",
    "trigger",
    "people_affected",
    "case_number",
    "iri",
)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that starts so for a formula; an apostrophe before it makes it text."""

router = APIRouter(tags=["Decisions"])


@router.get("/decisions.csv", response_class=Response, responses=also("text/csv") | problems(422, 503))
def decisions_csv(query: Annotated[DecisionQuery, Query()], index: IndexDep) -> Response:
    """Give all decisions of such a list as CSV. Several values in a cell have `; ` between them; `limit` and `cursor`
    do not count.
    """
    check_known(query, index)
    headers = {"Content-Disposition": 'attachment; filename="decisions.csv"'}
    return StreamingResponse(_lines(index, query.filters(), query.sort), media_type="text/csv", headers=headers)


def _lines(index: Index, filters: Filters, order: str) -> Iterator[str]:
    yield _line(COLUMNS)
    cursor: str | None = None
    while True:
        part = index.decisions(filters, order=order, limit=MAX_LIMIT, cursor=cursor)
        yield "".join(_line(_cells(decision)) for decision in part.items)
        if (cursor := part.next) is None:
            return


def _line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells)
    return line.getvalue()


def _cells(decision: Decision) -> tuple[str, ...]:
    fine, affected = decision.fine, decision.affected
    total = fine.sum if fine else None
    people = (affected.count or affected.minimum or affected.maximum) if affected else None

    def provisions(outcome: str) -> str:
        return "; ".join(dict.fromkeys(item.provision for item in decision.infringements if item.outcome == outcome))

    return (
        decision.id,
        decision.authority.id if decision.authority else "",
        decision.authority.country if decision.authority else "",
        decision.date.value if decision.date else "",
        decision.status.id if decision.status else "",
        "; ".join(party.name for party in decision.parties),
        total.amount if total else "",
        total.currency or "" if total else "",
        fine.amount_eur or "" if fine else "",
        provisions("infringed"),
        provisions("not-infringed"),
        "; ".join(item.id for item in decision.data_categories),
        "; ".join(item.id for item in decision.measures),
        "; ".join(dict.fromkeys(party.sector.id for party in decision.parties if party.sector)),
        "; ".join(item.id for item in decision.contexts),
        decision.trigger.id if decision.trigger else "",
        str(people or ""),
        decision.case_number or "",
        decision.iri,
    )
