"""Articles, authorities and counts by REST."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api.deps import BrowserDep, IndexDep
from api.descriptions import also, problems
from api.models import AuthorityList
from api.web.pages import article_page, authorities_page
from kg.index.records import Article, Statistics

router = APIRouter()


@router.get(
    "/articles/{article_id}", tags=["Sources"], response_model=Article, responses=also("text/html") | problems(404, 503)
)
def article(
    request: Request,
    article_id: Annotated[str, Path(description="The id of an article.", examples=["0c1f2b7e9a4d5e6f"])],
    index: IndexDep,
    browser: BrowserDep,
) -> Article | Response:
    """Show a source article with its text, the decisions it reports, and the statements found in it."""
    found = index.article(article_id)
    return article_page(request, found) if browser else found


@router.get("/authorities", tags=["Sources"], response_model=AuthorityList, responses=also("text/html") | problems(503))
def authorities(request: Request, index: IndexDep, browser: BrowserDep) -> AuthorityList | Response:
    """List all supervisory authorities with what they have decided. Fines that do not stand are in no sum."""
    found = AuthorityList(items=index.authorities())
    return authorities_page(request, found) if browser else found


@router.get("/stats", tags=["Sources"], responses=problems(503))
def stats(index: IndexDep) -> Statistics:
    """Count what the graph holds."""
    return index.statistics()
