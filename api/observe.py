"""What is noted of every request: an id for it, and a line in the log and a figure in the metrics when it is over.

The log does not tell who asked what: it has neither addresses of clients nor queries, until its level is `debug`.
"""

import asyncio
import logging
import re
import time
import uuid
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.headers import REQUEST_ID
from api.metrics import Metrics
from api.problems import KINDS, RETRY_AFTER, respond
from kg.errors import ServiceBusy
from kg.logs import FIELDS, request_id

SANE = re.compile(r"[A-Za-z0-9._~-]{8,64}")
"""An id that a client may give its request; anything else gets one of ours."""

UNMATCHED = "unmatched"
"""The route of whatever leads nowhere: one name, however many addresses are tried."""

LONGEST_PATH = 200

log = logging.getLogger("api.request")


@dataclass(slots=True)
class Exchange:
    """A request and what became of it: `status` 0 until the response has begun, `sent` bytes of its body."""

    id: str
    method: str
    path: str
    began: float
    status: int = 0
    sent: int = 0
    whole: bool = False

    def note(self, message: Message) -> None:
        """Note a part of the response, and put the id into its headers."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(raw=message["headers"])[REQUEST_ID] = self.id
        elif message["type"] == "http.response.body":
            self.sent += len(message.get("body", b""))
            self.whole = not message.get("more_body", False)


class Observed:
    """The outermost middleware: it sees what goes out at the end.

    A request that is cancelled, since the server stops, is answered by 503 where its answer has not begun.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and note it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = Exchange(_id(scope), scope["method"], scope["path"], time.perf_counter())
        request_id.set(exchange.id)
        scope.setdefault("state", {})["request_id"] = exchange.id
        root = scope.get("root_path", "")

        async def send_noted(message: Message) -> None:
            exchange.note(message)
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        except Exception:
            exchange.status = exchange.status or 500  # the problem document is made outside of all middleware
            raise
        except asyncio.CancelledError:
            if not exchange.status:
                response = respond(Request(scope), KINDS[ServiceBusy], "the server is stopping", headers=RETRY_AFTER)
                await response(scope, receive, send_noted)
            raise
        finally:
            self._close(exchange, scope, root)

    def _close(self, exchange: Exchange, scope: Scope, root: str) -> None:
        seconds = time.perf_counter() - exchange.began
        template = route(scope, root)
        self._metrics.request(exchange.method, template, exchange.status, seconds)
        if not log.isEnabledFor(logging.INFO):
            return
        fields = {
            "method": exchange.method,
            "route": template,
            "path": exchange.path[:LONGEST_PATH],
            "status": exchange.status,
            "ms": round(seconds * 1000, 2),
            "bytes": exchange.sent,
        }
        if not exchange.whole and exchange.status < 500:
            fields["cut"] = True
        if log.isEnabledFor(logging.DEBUG):
            fields["client"] = (scope.get("client") or ("",))[0]
        log.info("request", extra={FIELDS: fields})


def route(scope: Scope, root: str) -> str:
    """The template of the route that answered, such as `/decisions/{decision_id}`; `root` is the path of the whole."""
    if (found := scope.get("route")) is not None:
        return str(found.path_format)
    if scope.get("root_path", "") != root:  # something mounted
        return str(scope["root_path"]).removeprefix(root) + "/{path}"
    if "endpoint" in scope and not scope.get("path_params"):
        return str(scope["path"])
    return UNMATCHED


def _id(scope: Scope) -> str:
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if SANE.fullmatch(given) else uuid.uuid4().hex
