"""Decisions by REST: the list, its facets, and single ones. Browsers get pages, everything else JSON."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request, Response

from api.deps import BrowserDep, IndexDep
from api.descriptions import also, problems
from api.models import BadValue, DecisionList, FacetList
from api.parameters import DecisionQuery
from api.problems import BadParameters
from api.web.pages import decision_page, decisions_page
from kg.index.records import DecisionDetail
from kg.index.search import Index

FACETS = (
    "authority",
    "country",
    "year",
    "status",
    "provision",
    "data_category",
    "measure",
    "sector",
    "context",
    "trigger",
    "role",
)

MUST_BE_KNOWN = ("authority", "country", "data_category", "measure", "sector", "context", "trigger", "status")
"""A value of these that the vocabulary does not have is a slip of the pen, and not answered by an empty list."""

router = APIRouter(tags=["Decisions"])

Wanted = Annotated[DecisionQuery, Query()]


@router.get("/decisions", response_model=DecisionList, responses=also("text/html") | problems(400, 422, 503))
def decisions(request: Request, query: Wanted, index: IndexDep, browser: BrowserDep) -> DecisionList | Response:
    """List decisions: filtered, sorted, part by part."""
    check_known(query, index)
    found = index.decisions(
        query.filters(), order=query.sort, limit=query.limit, cursor=query.cursor, with_excerpts=query.q is not None
    )
    listed = DecisionList(**dict(found), next_url=_address(request, found.next) if found.next else None)
    return decisions_page(request, query, listed, _facets(query, index)) if browser else listed


@router.get("/facets", responses=problems(422, 503))
def facets(query: Wanted, index: IndexDep) -> FacetList:
    """Count the decisions of such a list by the values of each filter; its order and its parts do not matter."""
    check_known(query, index)
    return _facets(query, index)


@router.get("/decisions/{decision_id}", response_model=DecisionDetail, responses=also("text/html") | problems(404, 503))
def decision(
    request: Request,
    decision_id: Annotated[str, Path(description="The id of a decision.", examples=["fr-cnil-2022-san-2022-009"])],
    index: IndexDep,
    browser: BrowserDep,
) -> DecisionDetail | Response:
    """Show one decision with its sources and, for each fact, the sentences that it rests on."""
    found = index.decision(decision_id)
    return decision_page(request, found) if browser else found


def _facets(query: DecisionQuery, index: Index) -> FacetList:
    filters = query.filters()
    return FacetList(facets={kind: index.facet(kind, filters) for kind in FACETS})


def check_known(query: DecisionQuery, index: Index) -> None:
    """BadParameters naming every value that the vocabulary does not have."""
    errors = [
        BadValue(parameter=kind, message=f"nothing has the id {value!r}")
        for kind, values in query.filters().tags.items()
        if kind in MUST_BE_KNOWN
        for value in values
        if not index.knows(kind, value)
    ]
    if errors:
        raise BadParameters(*errors)


def _address(request: Request, cursor: str) -> str:
    """The address of this list from a cursor on."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor" and value]
    return f"{request.scope.get('root_path', '')}/decisions?{urlencode([*kept, ('cursor', cursor)])}"
