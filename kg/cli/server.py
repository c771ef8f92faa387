"""The command that serves the graph."""

import logging
import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from typing import Annotated

import typer

from kg.cli.console import say
from kg.cli.setup import set_up
from kg.errors import ConfigError

FILES_BESIDE = 256
"""Open files besides the connections: those of the snapshots, of the workers, of the log."""

DRAIN_SECONDS = 7
"""How long running answers may go on after SIGTERM; what then is not finished is broken off. The server is gone within
ten seconds.
"""


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(serve)


def serve(
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the latest snapshot: web pages, REST API and SPARQL."""
    settings = set_up()  # a wrong setting is said here, before any process starts
    import uvicorn

    from kg import logs

    with listening(host, port) as listener:
        logs.set_up(settings)
        announce(address_of(listener))
        allow_files(settings.connections + FILES_BESIDE)
        # Uvicorn ends itself by the signal that stopped it; to have been stopped is no failure.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        # The application goes by its name, since nothing of `api` may be imported here.
        config = uvicorn.Config(
            "api.app:create",
            factory=True,
            http="api.protocol:BoundedProtocol",
            ws="none",
            log_config=None,
            access_log=False,
            proxy_headers=False,  # the application does that itself, by its settings
            server_header=False,
            limit_concurrency=settings.connections,
            timeout_graceful_shutdown=DRAIN_SECONDS,
        )
        uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; ConfigError names the address where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise ConfigError(f"cannot listen on {host}:{port}: {reason}") from error


def address_of(listener: socket.socket) -> str:
    """Where clients find a socket that listens."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def allow_files(wanted: int) -> None:
    """Let this process have so many files open, as far as the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def announce(address: str) -> None:
    """Say where the server is: to a person what to try first, to a log one line."""
    if sys.stderr.isatty():
        say(greeting(address))
    else:
        logging.getLogger("kg.cli").info("serving at %s", address)


def greeting(address: str) -> str:
    """What to try first."""
    question = "SELECT * WHERE { ?decision a <https://w3id.org/gdpr-enforcement/ns#EnforcementDecision> } LIMIT 5"
    return f"""Serving at {address} (Ctrl-C stops it). Three things to try:
  {address}/                     in a browser
  curl '{address}/decisions?authority=fr/cnil'
  curl {address}/sparql --data-urlencode 'query={question}'"""
