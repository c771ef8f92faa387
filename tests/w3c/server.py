"""A server of an empty instance that the W3C's tests may write to, and bare HTTP requests to it."""

import http.client
import socket
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import uvicorn

from api.app import create_app
from kg.keys import KeyRing, Scope
from kg.settings import Settings

UPDATE = {"Content-Type": "application/sparql-update"}


class Reply(NamedTuple):
    """What a server answers; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; requests carry its key, where it has one."""

    address: str
    key: str | None

    def send(
        self,
        method: str,
        target: str,
        headers: Iterable[tuple[str, str]] = (),
        body: bytes | None = None,
        host: str | None = None,
    ) -> Reply:
        """Send a request as it is given: no header is added but Host, Content-Length and the key."""
        place = urlsplit(self.address)
        assert place.hostname is not None
        with closing(http.client.HTTPConnection(place.hostname, place.port, timeout=60)) as connection:
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", host or place.netloc)
            for name, value in headers:
                connection.putheader(name, value)
            if self.key is not None:
                connection.putheader("Authorization", f"Bearer {self.key}")
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, found, response.read())

    def load(self, graphs: Iterable[tuple[str | None, str]]) -> None:
        """Make graphs (pairs of name, None for the default graph, and N-Triples) all that the store holds."""
        parts = ["DROP ALL"]
        for name, text in graphs:
            if name is not None:
                parts.append(f"CREATE SILENT GRAPH <{name}>")
            parts.append(f"INSERT DATA {{ GRAPH <{name}> {{ {text} }} }}" if name else f"INSERT DATA {{ {text} }}")
        reply = self.send("POST", "/sparql", UPDATE.items(), " ;\n".join(parts).encode())
        assert reply.status == 204, reply.body


@contextmanager
def serving(folder: Path, *, writable: bool = True) -> Iterator[Server]:
    """A server of the instance in a folder. The key is made anew, and is gone when the server has stopped."""
    ring = KeyRing(folder)
    key = ring.add("w3c", [Scope.WRITE]) if writable else None
    app = create_app(Settings.model_validate({"data_dir": folder, "query_workers": 1}))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=2))
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive()
                time.sleep(0.01)
            yield Server(f"http://127.0.0.1:{listener.getsockname()[1]}", key)
        finally:
            server.should_exit = True
            thread.join()
    if writable:
        ring.revoke("w3c")
