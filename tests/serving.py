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
def serving(folder: Path) -> Iterator[str]:
    """The address of a server of the instance in `folder`; it has stopped, with exit code 0, after the block."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("GDPR_KG_")}
    environ["GDPR_KG_DATA_DIR"] = str(folder)
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as server:
        try:
            yield _address(server)
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                _, said = server.communicate(timeout=15)
            except subprocess.TimeoutExpired:
                server.kill()
                raise
    assert server.returncode in {0, -signal.SIGTERM}, said


def _address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    first = server.stderr.readline()
    if (found := re.search(r"http://127\.0\.0\.1:\d+", first)) is None:
        raise AssertionError(first + server.stderr.read())
    return found[0]
