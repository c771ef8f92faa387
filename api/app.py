"""The web application: SPARQL, REST and pages over the snapshot that is served."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.middleware import Middleware
from starlette.staticfiles import StaticFiles
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api import decisions, graphs, health, metrics, questions, rdf, resources, service, sparql, table
from api import ontology as vocabulary
from api.headers import CommonHeaders
from api.health import examination
from api.metrics import CountedWriting, Metrics
from api.observe import Observed
from api.problems import add_problem_handlers
from api.rates import RateLimits
from api.reindexing import Reindexing
from api.snapshots import Snapshots
from api.web import site
from kg.graph.backend import query_service, write_service
from kg.keys import KeyRing
from kg.settings import Settings, read_settings

DISTRIBUTION = "gdpr-enforcement-graph"

STOPPING_SECONDS = 1.0
"""How long the end of the server waits for processes that were told to end."""

SUMMARY = "Decisions of data-protection authorities, every fact with its sentence."

DESCRIPTION = """A knowledge graph of data-protection enforcement: who was sanctioned, by which authority, for what sum,
under which provisions of the GDPR, over which data. Reading needs no key. Errors are problem documents (RFC 9457).
Answers about decisions change only with the snapshot: send back their `ETag` as `If-None-Match` and get 304."""


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings. It starts without a snapshot too, and says so when it is asked."""
    snapshots, pool, edition = Snapshots(settings.data_dir), query_service(settings), version(DISTRIBUTION)
    keys, figures = KeyRing(settings.data_dir), Metrics(pool, snapshots)
    reindexing = Reindexing(settings.data_dir)
    writer, embedded = write_service(settings, reindexing.change), settings.store is None

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await pool.start()
        writer.start()
        if embedded:
            reindexing.start()
        gc.freeze()  # what is there now stays: later collections, which stop everything, need not look at it
        try:
            yield
        finally:
            with suppress(TimeoutError):  # their processes end with this one at the latest
                async with asyncio.timeout(STOPPING_SECONDS):
                    await asyncio.gather(writer.close(), reindexing.stop())
                    await pool.stop()
            snapshots.close()

    app = FastAPI(
        title="GDPR enforcement graph",
        summary=SUMMARY,
        description=DESCRIPTION,
        version=edition,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        middleware=[
            Middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies),
            Middleware(Observed, metrics=figures),
            Middleware(
                CommonHeaders,
                snapshots=snapshots,
                edition=f"{edition} {settings.query_rows}",
                embedded=embedded,
            ),
            Middleware(RateLimits, settings=settings, keys=keys),
        ],
    )
    app.state.settings = settings
    app.state.snapshots = snapshots
    app.state.keys = keys
    app.state.pool = pool
    app.state.writer = CountedWriting(writer, figures)
    app.state.metrics = figures
    app.state.examination = examination(settings, snapshots, pool)
    add_problem_handlers(app)
    for part in (
        decisions,
        table,
        rdf,
        resources,
        questions,
        vocabulary,
        sparql,
        graphs,
        service,
        health,
        metrics,
        site,
    ):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(packages=[("api.web", "static")]), name="static")
    return app


def create() -> FastAPI:
    """The application for the settings of the environment: what uvicorn is told to serve."""
    return create_app(read_settings())
