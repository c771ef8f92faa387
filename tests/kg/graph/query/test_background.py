"""Who yields the processor, and who may come back."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from kg.graph.query import background


@pytest.fixture
def other() -> Iterator[int]:
    """A process that waits."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.communicate()


def niceness(process: int) -> int:
    return os.getpriority(os.PRIO_PROCESS, process)


def test_a_process_goes_to_the_background_and_comes_back_where_it_may(other: int) -> None:
    own = niceness(0)
    background.retreat(other)
    assert niceness(other) == min(own + background.NICER, background.NICEST)
    if background.may_come_back():
        background.advance(other)
        assert niceness(other) == own
    assert niceness(0) == own


def test_whoever_may_not_come_back_is_found_out() -> None:
    code = (
        "import os, resource\nfrom kg.graph.query import background\n"
        "resource.setrlimit(resource.RLIMIT_NICE, (0, 0))\nos.setuid(65534)\nprint(background.may_come_back())"
    )
    if os.geteuid() != 0:
        pytest.skip("it takes root to become nobody")
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.stdout == "False\n", told.stderr


def test_a_process_that_has_ended_is_no_error() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    background.retreat(process.pid)
    background.advance(process.pid)
