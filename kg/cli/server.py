"""The command that serves the graph."""

import os
import socket
from typing import Annotated

import typer

from kg.cli.console import say
from kg.errors import ConfigError
from kg.settings import read_settings


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(serve)


def serve(
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Serve the latest snapshot: web pages, REST API and SPARQL."""
    read_settings()  # a wrong setting is said here, before any process starts
    import uvicorn

    with listening(host, port) as listener:
        address = f"http://{listener.getsockname()[0]}:{listener.getsockname()[1]}"
        say(greeting(address))
        # The application goes by its name, since nothing of `api` may be imported here.
        config = uvicorn.Config("api.app:create", factory=True, log_level="warning", timeout_graceful_shutdown=10)
        uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; ConfigError names the address where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise ConfigError(f"cannot listen on {host}:{port}: {reason}") from error


def greeting(address: str) -> str:
    """What to try first."""
    question = "SELECT * WHERE { ?decision a <https://w3id.org/gdpr-enforcement/ns#EnforcementDecision> } LIMIT 5"
    return f"""Serving at {address} (Ctrl-C stops it). Three things to try:
  {address}/                     in a browser
  curl '{address}/decisions?authority=fr/cnil'
  curl {address}/sparql --data-urlencode 'query={question}'"""
