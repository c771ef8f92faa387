"""A real server, started by the command line on a free port of the loopback interface, and stopped."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(folder: Path, **settings: object) -> Iterator[str]:
    """The address of a server of the instance in `folder`; it has stopped, with exit code 0, after the block."""
    with started(folder, **settings) as (server, address):
        yield address
        server.send_signal(signal.SIGTERM)
        _, said = server.communicate(timeout=15)
    assert server.returncode == 0, said


@contextmanager
def started(folder: Path, **settings: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server of the instance in `folder`, and its address; it is killed after the block if it still runs."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GDPR_KG_")}
    environ["GDPR_KG_DATA_DIR"] = str(folder)
    environ |= {f"GDPR_KG_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as server:
        try:
            yield server, _address(server)
        finally:
            if server.poll() is None:
                server.kill()


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    first = server.stderr.readline()
    if (found := re.search(r"http://127\.0\.0\.1:\d+", first)) is None:
        raise AssertionError(first + server.stderr.read())
    return found[0]
