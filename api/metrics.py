"""Figures for Prometheus, and who may see them.

Labels take values from short fixed lists: the templates of routes, known methods, classes of status, outcomes. So the
number of series does not grow, whatever is asked.
"""

import time
from collections.abc import Iterator
from typing import get_args

from fastapi import APIRouter, HTTPException, Request, Response
from prometheus_client import CollectorRegistry, Counter, GCCollector, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from api.access import require
from api.clients import is_local
from api.snapshots import Snapshots
from kg.errors import StoreError
from kg.graph.backend import Writing
from kg.graph.query.pool import LaneName
from kg.graph.query.service import QueryService
from kg.graph.query.tally import outcome_of
from kg.graph.write.changes import Change, Outcome
from kg.keys import Scope
from kg.settings import Settings

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds."""

DONE = "done"

router = APIRouter(include_in_schema=False)


class Metrics:
    """The figures of one application."""

    def __init__(self, pool: QueryService, snapshots: Snapshots) -> None:
        self.registry = CollectorRegistry()
        self._requests = Histogram(
            "gdpr_kg_http_request_duration_seconds",
            "Time from a request to the end of its response; its count is the number of requests.",
            ("method", "route", "status"),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self._series: dict[tuple[str, str, int], Histogram] = {}
        """Those of the requests so far: to look one up in the library takes longer than to count."""
        self._writes = Counter(
            "gdpr_kg_writes", "Changes by what became of them.", ("action", "outcome"), registry=self.registry
        )
        self.registry.register(_PoolFigures(pool))
        self.registry.register(_SnapshotFigures(snapshots))
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        GCCollector(registry=self.registry)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note a request that is over; `status` is 0 where no response was begun."""
        key = method if method in METHODS else "other", route, status // 100
        if (series := self._series.get(key)) is None:
            series = self._requests.labels(*key[:2], f"{key[2]}xx" if status else "none")
            self._series[key] = series
        series.observe(seconds)

    def written(self, action: str, outcome: str) -> None:
        """Note a change that was carried out, or was not."""
        self._writes.labels(action, outcome).inc()


class CountedWriting:
    """A service that carries out changes, each of them counted."""

    def __init__(self, writing: Writing, metrics: Metrics) -> None:
        self._writing = writing
        self._metrics = metrics
        self.start, self.close = writing.start, writing.close

    async def write(self, change: Change, body: bytes = b"") -> Outcome:
        """Carry out a change under the contract of the service."""
        try:
            outcome = await self._writing.write(change, body)
        except BaseException as error:
            self._metrics.written(change.action, outcome_of(error))
            raise
        self._metrics.written(change.action, DONE)
        return outcome


class _PoolFigures(Collector):
    """What the query pool knows, read when it is asked for."""

    def __init__(self, pool: QueryService) -> None:
        self._pool = pool

    def collect(self) -> Iterator[Metric]:
        """The figures."""
        queries = CounterMetricFamily("gdpr_kg_queries", "Queries by what became of them.", labels=("outcome",))
        for outcome, count in sorted(self._pool.tally.outcomes.items()):
            queries.add_metric((outcome,), count)
        yield queries
        workers = GaugeMetricFamily("gdpr_kg_query_workers", "Query workers.", labels=("lane", "state"))
        waiting = GaugeMetricFamily("gdpr_kg_queries_waiting", "Queries that wait for a worker.", labels=("lane",))
        for lane in get_args(LaneName):
            state = self._pool.state(lane)
            workers.add_metric((lane, "busy"), state.busy)
            workers.add_metric((lane, "idle"), state.idle)
            waiting.add_metric((lane,), state.waiting)
        yield workers
        yield waiting
        yield _counter("gdpr_kg_query_workers_started", "Query workers started.", self._pool.tally.started)
        yield _counter("gdpr_kg_query_workers_killed", "Query workers killed at work.", self._pool.tally.killed)


class _SnapshotFigures(Collector):
    """Which snapshot is served, and since when it is there; nothing where there is none."""

    def __init__(self, snapshots: Snapshots) -> None:
        self._snapshots = snapshots

    def collect(self) -> Iterator[Metric]:
        """The figures."""
        try:
            folder = self._snapshots.current().folder
            age = time.time() - folder.stat().st_mtime
        except (StoreError, OSError):
            return
        yield GaugeMetricFamily("gdpr_kg_snapshot_number", "The snapshot that is served.", value=int(folder.name))
        yield GaugeMetricFamily("gdpr_kg_snapshot_age_seconds", "Time since it was made.", value=max(age, 0.0))


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """The figures, in the form that Prometheus asks for."""
    settings: Settings = request.app.state.settings
    if settings.metrics == "off":
        raise HTTPException(404)
    if settings.metrics == "key" or not is_local(request):
        require(request, Scope.ADMIN)
    figures: Metrics = request.app.state.metrics
    encoder, media_type = choose_encoder(request.headers.get("accept", ""))
    return Response(encoder(figures.registry), headers={"Content-Type": media_type, "Cache-Control": "no-store"})


def _counter(name: str, text: str, value: float) -> CounterMetricFamily:
    return CounterMetricFamily(name, text, value=value)
