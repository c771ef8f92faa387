"""The pages that are no resource: the first page, the query form, the description of the API."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import PlainTextResponse, RedirectResponse

from api.deps import SnapshotsDep
from api.problems import KINDS, OTHER_KINDS, Kind
from api.web.asking import question_fields
from api.web.operations import models, operations
from api.web.pages import front_page
from api.web.render import page
from kg.errors import StoreError
from kg.index.filters import Filters
from kg.index.statistics import STANDING
from ontology.questions import Question, questions

SHOWN = 5
"""How many decisions the lists of the first page show."""

ROBOTS = """User-agent: *
Disallow: /*?
Disallow: /sparql
"""
"""Crawlers follow every combination of filters if they may."""

router = APIRouter(include_in_schema=False)


@router.get("/")
def front(request: Request, snapshots: SnapshotsDep) -> Response:
    """What the graph holds, the latest decisions and the highest fines."""
    try:
        index = snapshots.current().index
    except StoreError:
        return front_page(request, None, (), ())
    return front_page(
        request,
        index.statistics(),
        index.decisions(Filters(), order="-date", limit=SHOWN).items,
        index.decisions(Filters({"status": STANDING}, has_fine=True), order="-fine", limit=SHOWN).items,
    )


@router.get("/query")
def query(
    request: Request,
    question: Annotated[str | None, Query()] = None,
    query: Annotated[str | None, Query()] = None,
) -> Response:
    """A form for SPARQL, with the prepared questions: one with parameters has a form of its own.

    Values of its parameters may stand in the address, and fill that form.
    """
    return query_page(request, question, query)


def query_page(request: Request, question: str | None = None, query: str | None = None) -> Response:
    """The page with that form."""
    ready = questions()
    chosen = ready.get(question or "")
    text = query or (chosen or next(iter(ready.values()))).text
    fields = tuple(question_fields(chosen, request.query_params)) if chosen and not query else ()
    return page(request, "query.html", text=text, chosen=chosen, fields=fields, categories=_by_category(ready.values()))


@router.get("/docs")
def docs(request: Request) -> Response:
    """The description of the API for people; `/openapi.json` is the one for programs."""
    schema = request.app.openapi()
    return page(
        request,
        "docs.html",
        schema=schema,
        operations=tuple(operations(schema)),
        models=tuple(models(schema)),
        problems=_problem_kinds(),
    )


@router.get("/search")
def search(request: Request) -> Response:
    """Where people guess that the list is."""
    return RedirectResponse(request.url.replace(path=f"{request.scope.get('root_path', '')}/decisions"), 308)


@router.get("/robots.txt")
def robots() -> Response:
    """What crawlers may read."""
    return PlainTextResponse(ROBOTS)


def _by_category(ready: Iterable[Question]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for item in sorted(ready, key=lambda item: (item.category, item.title)):
        found.setdefault(item.category, []).append(item)
    return found


def _problem_kinds() -> list[Kind]:
    kinds = {kind.name: kind for kind in [*KINDS.values(), *OTHER_KINDS]}
    return sorted(kinds.values(), key=lambda kind: (kind.status, kind.name))
