"""Asking a server over HTTP as a client does, and how long it takes."""

import http.client
import socket
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

LONGEST = 120.0
"""Seconds after which an answer is no longer waited for."""

IDLE = 2.0
"""Seconds after which a connection is not used again, since servers close idle ones."""

HEADERS = {"Accept": "application/sparql-results+json, application/n-triples;q=0.5"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came: the status (0 for a broken connection), the body, and the seconds until all of it was there."""

    status: int
    body: bytes
    seconds: float


class Client:
    """One connection to a server, made anew where it was closed; from an address of the loopback network.

    A `with` block hangs up at its end.
    """

    def __init__(self, port: int, source: str = "127.0.0.1") -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST, source_address=(source, 0))
        self._used = time.perf_counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def query(self, text: str, **parameters: str) -> Reply:
        """Ask a query by a form."""
        headers = {**HEADERS, "Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", "/sparql", urlencode({"query": text, **parameters}).encode(), headers)

    def send(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] = HEADERS) -> Reply:
        """Send a request and read the answer; status 0 where that breaks off."""
        began = time.perf_counter()
        if began - self._used > IDLE:
            self.close()
        try:
            self._http.request(method, path, body or None, dict(headers))
            response = self._http.getresponse()
            status, content = response.status, response.read()
        except (http.client.HTTPException, OSError):
            self.close()
            status, content = 0, b""
        self._used = time.perf_counter()
        return Reply(status, content, self._used - began)

    def close(self) -> None:
        """Hang up."""
        self._http.close()


def hang_up_hard(connection: socket.socket) -> None:
    """Close a connection as a client that vanishes: with what it has not read thrown away."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    connection.close()


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of the values does not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)
