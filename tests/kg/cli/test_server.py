"""Where the server listens, and what it may have open."""

import resource
import subprocess
import sys

import pytest

from kg.cli.server import address_of, listening


@pytest.mark.parametrize(("host", "start"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")])
def test_the_address_is_one_that_a_browser_takes(host: str, start: str) -> None:
    with listening(host, 0) as listener:
        assert address_of(listener) == f"{start}{listener.getsockname()[1]}"


def test_files_are_allowed_as_far_as_the_system_lets_them() -> None:
    code = (
        "import resource, kg.cli.server as s; resource.setrlimit(resource.RLIMIT_NOFILE, (100, 300));"
        "[s.allow_files(n) or print(resource.getrlimit(resource.RLIMIT_NOFILE)) for n in (50, 200, 9000)]"
    )
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[1] >= 300
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["(100, 300)", "(200, 300)", "(300, 300)"]
