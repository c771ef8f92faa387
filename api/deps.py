"""What routes need, as types."""

from typing import Annotated

from fastapi import Depends, Request

from api.negotiate import prefers
from api.snapshots import Served, Snapshots
from kg.graph.backend import Writing
from kg.graph.query.service import QueryService
from kg.index.search import Index


async def snapshots_of(request: Request) -> Snapshots:
    """The way to the snapshot that is served."""
    snapshots: Snapshots = request.app.state.snapshots
    return snapshots


def served_by(snapshots: Annotated[Snapshots, Depends(snapshots_of)]) -> Served:
    """The snapshot that this request is answered from."""
    return snapshots.current()


def index_of(served: Annotated[Served, Depends(served_by)]) -> Index:
    """The index that this request is answered from."""
    return served.index


async def pool_of(request: Request) -> QueryService:
    """The processes that answer SPARQL."""
    pool: QueryService = request.app.state.pool
    return pool


async def writer_of(request: Request) -> Writing:
    """What carries out changes."""
    writer: Writing = request.app.state.writer
    return writer


async def is_browser(request: Request) -> bool:
    """Whether the client rather has a page than JSON."""
    return prefers(request.headers.get("accept"), "text/html", "application/json")


SnapshotsDep = Annotated[Snapshots, Depends(snapshots_of)]
ServedDep = Annotated[Served, Depends(served_by)]
IndexDep = Annotated[Index, Depends(index_of)]
PoolDep = Annotated[QueryService, Depends(pool_of)]
BrowserDep = Annotated[bool, Depends(is_browser)]
