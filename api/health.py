"""Whether the server is alive, and whether it can do its work: for supervisors and load balancers."""

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from api.descriptions import problems
from api.models import BadValue, Health, Readiness
from api.problems import NOT_READY, respond, told
from api.snapshots import Snapshots
from kg.errors import KgError, StoreError
from kg.graph.query.jail import isolation
from kg.graph.query.service import QueryService
from kg.graph.store.snapshot import is_behind
from kg.settings import Settings

MIB = 1 << 20

PATIENCE = 2.0
"""Seconds within which a query that asks nothing is answered by a pool in good health."""

FRESH = 1.0
"""Seconds for which an answer about readiness holds: asking more often makes no work."""

Check = Callable[[], Awaitable[str]]

router = APIRouter(tags=["Operation"])


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: what it says, and whether that is good."""

    good: bool
    says: str


class Examination:
    """The checks of an application, made when they are asked for and at most once in `FRESH` seconds."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = checks
        self._lock = asyncio.Lock()
        self._made = float("-inf")
        self._findings: dict[str, Finding] = {}

    async def findings(self) -> Mapping[str, Finding]:
        """What each check finds, by its name."""
        async with self._lock:
            if time.monotonic() - self._made > FRESH:
                found = await asyncio.gather(*map(_made, self._checks.values()))
                self._findings = dict(zip(self._checks, found, strict=True))
                self._made = time.monotonic()
            return self._findings


def examination(settings: Settings, snapshots: Snapshots, pool: QueryService) -> Examination:
    """The checks of an instance: its snapshot opens, the pool answers, the disk has room.

    The state of the store is told too; an instance whose store cannot be written is ready to be read.
    """

    async def snapshot() -> str:
        return (await run_in_threadpool(snapshots.current)).folder.name

    async def query() -> str:
        await (await pool.answer("ASK { ?s ?p ?o }", timeout=PATIENCE, lane="pages")).read()
        return "answered"

    async def disk() -> str:
        free = (await run_in_threadpool(shutil.disk_usage, settings.data_dir)).free // MIB
        if free < settings.disk_free_mb:
            scarce = f"{free} MiB are free, less than {settings.disk_free_mb}"
            raise StoreError(scarce, scarce)
        return f"{free} MiB free"

    async def store() -> str:
        folder = settings.data_dir / "store"
        if not os.access(folder, os.W_OK):
            return "read-only"
        return "writable, and a change is not visible yet" if is_behind(settings.data_dir) else "writable"

    checks: dict[str, Check] = {"snapshot": snapshot, "queries": query, "disk": disk}
    return Examination(checks | {"store": store} if settings.store is None else checks)


@router.get("/healthz")
async def healthz() -> Health:
    """Say that the server is alive: it answers this, whatever else it cannot do."""
    return Health(status="ok")


@router.get("/readyz", response_model=Readiness, responses=problems(503))
async def readyz(request: Request) -> Readiness | Response:
    """Say whether the server can do its work, check by check; 503 with what is wrong where it cannot."""
    found = await request.app.state.examination.findings()
    wrong = tuple(BadValue(parameter=name, message=item.says) for name, item in found.items() if not item.good)
    if wrong:
        detail = "; ".join(f"{item.parameter}: {item.message}" for item in wrong)
        return respond(request, NOT_READY, detail, wrong, {"Retry-After": "2"})
    return Readiness(
        status="ready",
        checks={name: item.says for name, item in found.items()},
        isolation=isolation_of(request.app.state.settings),
    )


def isolation_of(settings: Settings) -> str:
    """What keeps queries from network, programs and other processes."""
    return isolation() if settings.store is None else "remote"


async def _made(check: Check) -> Finding:
    try:
        return Finding(True, await check())
    except KgError as error:
        return Finding(False, told(error))
    except OSError as error:
        return Finding(False, error.strerror or type(error).__name__)
