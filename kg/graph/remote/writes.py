"""Changes by users to a remote store: updates are sent on as they are, RDF goes by its Graph Store Protocol.

The server evaluates and parses, under whatever limits it has; here hold the guard, the size of a body and the deadline.
"""

import asyncio
from collections.abc import Callable, Mapping
from http import HTTPStatus

import httpx2

from kg.errors import InputError, KgError, QueryError, QueryTimeout, ServiceBusy, StoreError
from kg.graph.query.guard import bounds_of
from kg.graph.remote.client import shortened
from kg.graph.remote.server import CONNECT_SECONDS, PROLOGUE, Server
from kg.graph.write.changes import Change, Outcome, update_text
from kg.graph.write.guard import check_update
from kg.settings import Settings

_METHODS = {"replace": "PUT", "add": "POST", "drop": "DELETE"}


class RemoteWrites:
    """Carries out changes in a remote store; see `WriteService`."""

    def __init__(self, settings: Settings, server: Server, on_change: Callable[[], None] = lambda: None) -> None:
        self._server = server
        self._bounds = bounds_of(settings)
        self._on_change = on_change
        timeout = httpx2.Timeout(settings.write_timeout, connect=CONNECT_SECONDS)
        self._http = httpx2.AsyncClient(auth=server.auth, timeout=timeout, trust_env=False)

    def start(self) -> None:
        """Nothing: what a remote store has taken is visible."""

    async def close(self) -> None:
        """Close every connection."""
        await self._http.aclose()

    async def write(self, change: Change, body: bytes = b"") -> Outcome:
        """Carry out a change, under the contract of `WriteService.write`.

        StoreError where the server cannot be reached or fails, or has no address for graphs. What a time-out or a lost
        connection leaves is the server's to say.
        """
        if change.action == "update":
            text = update_text(body)
            await asyncio.to_thread(check_update, text, self._bounds)
            request = self._update(change, text)
        else:
            request = self._graph(change, body)
        try:
            response = await self._http.send(request)
        except httpx2.TimeoutException as error:
            raise QueryTimeout(
                "the store did not finish the change in time; it may have made it all the same"
            ) from error
        except httpx2.HTTPError as error:
            raise StoreError(f"{request.url.host} cannot be reached: {error or type(error).__name__}") from error
        if change.action == "drop" and response.status_code == HTTPStatus.NOT_FOUND:
            return Outcome(existed=False)
        if not response.is_success:
            raise _refusal(response)
        self._on_change()
        return Outcome(existed=response.status_code != HTTPStatus.CREATED)

    def _update(self, change: Change, text: str) -> httpx2.Request:
        using = change.using
        if not using and not change.using_named and self._server.default_graph is not None:
            using = (self._server.default_graph,)
        base = f"BASE <{change.base}> " if change.base else ""
        form: dict[str, str | list[str]] = {"update": f"{base}{PROLOGUE} {text}"}
        if using:
            form["using-graph-uri"] = list(using)
        if change.using_named:
            form["using-named-graph-uri"] = list(change.using_named)
        return self._http.build_request("POST", self._server.update, data=form, headers={"Accept": "*/*"})

    def _graph(self, change: Change, body: bytes) -> httpx2.Request:
        if self._server.graphs is None:
            missing = "the remote store has no address for graphs: set GDPR_KG_STORE_GRAPHS"
            raise StoreError(missing, missing)
        name = change.graph if change.graph is not None else self._server.default_graph
        parameters: Mapping[str, str] = {"graph": name} if name is not None else {"default": ""}
        headers = {"Content-Type": change.media_type} if change.media_type else {}
        return self._http.build_request(
            _METHODS[change.action], self._server.graphs, params=parameters, content=body, headers=headers
        )


def _refusal(response: httpx2.Response) -> KgError:
    status, text = response.status_code, shortened(response.text)
    if status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS}:
        return ServiceBusy("the store is busy; try again later")
    if status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}:
        return QueryError(text)
    if status == HTTPStatus.UNSUPPORTED_MEDIA_TYPE:
        return InputError(f"the store takes no such form of RDF: {text}")
    return StoreError(f"the store answered {status}: {text}")
