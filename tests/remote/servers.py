"""Real SPARQL servers on free ports of the loopback interface, started for tests and stopped after them."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

Settings = Mapping[str, Any]
"""The settings by which our program uses a server, by their names."""

GRAPH = "urn:x-test:facts"

_VIRTUOSO = """\
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 8000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 10
MaxClientConnections = 10
[SPARQL]
ResultSetMaxRows = 10000
"""
"""As Debian ships it, but on the loopback interface only, and with the limit that Debian sets for public endpoints."""


def free_port() -> int:
    """A port of the loopback interface that nobody uses at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait_for(port: int, process: "subprocess.Popen[bytes]", seconds: float = 30) -> None:
    """Wait until a server listens."""
    for _ in range(int(seconds * 10)):
        if process.poll() is not None:
            raise AssertionError(f"the server ended with {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"nothing listens on {port}")


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """A server as long as the block lasts; what it says goes to a file in its folder."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
        try:
            wait_for(port, process)
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def oxigraph(folder: Path) -> Iterator[Settings]:
    """Oxigraph's own server."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("Oxigraph's server is not installed: pip install oxigraph")
    port = free_port()
    command = [program, "serve", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    with running(command, port, folder):
        address = f"http://127.0.0.1:{port}"
        yield {"store": f"{address}/query", "store_update": f"{address}/update", "store_graphs": f"{address}/store"}


@contextmanager
def virtuoso(folder: Path) -> Iterator[Settings]:
    """Virtuoso, which has no default graph, asks for its password by digest, and cuts results at 10,000 rows."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed: apt-get install virtuoso-opensource")
    ports = {"sql": free_port(), "http": free_port()}
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(**ports), encoding="ascii")
    with running([program, "+foreground", "+configfile", "virtuoso.ini"], ports["http"], folder):
        address = f"http://127.0.0.1:{ports['http']}"
        yield {
            "store": f"{address}/sparql",
            "store_update": f"{address}/sparql-auth",
            "store_graphs": f"{address}/sparql-graph-crud-auth",
            "store_default_graph": GRAPH,
            "store_user": "dba",
            "store_password": "dba",
            "store_auth": "digest",
        }


SERVERS: Mapping[str, Callable[[Path], Any]] = {"oxigraph": oxigraph, "virtuoso": virtuoso}
