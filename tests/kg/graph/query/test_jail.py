"""What is given up cannot be had back, so each test gives it up in a process of its own."""

import platform
import subprocess
import sys

import pytest

ON_LINUX = pytest.mark.skipif(
    platform.system() != "Linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="the filter is Linux's"
)


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@ON_LINUX
@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.socket(socket.AF_UNIX)",
        "os.execv('/bin/true', ['true'])",
        "subprocess.run(['/bin/true'])",
    ],
)
def test_a_jailed_process_reaches_neither_network_nor_programs(attempt: str) -> None:
    code = f"import os, socket, subprocess\nfrom kg.graph.query import jail\nassert jail.close_network()\n{attempt}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert "PermissionError" in done.stderr


@ON_LINUX
def test_a_jailed_process_still_works_with_what_it_has() -> None:
    code = (
        "import socket, threading\nfrom kg.graph.query import jail\na, b = socket.socketpair()\njail.close_network()\n"
        "thread = threading.Thread(target=a.sendall, args=(b'still here',))\nthread.start()\nthread.join()\n"
        "print(b.recv(99).decode(), open('/proc/self/statm').read() != '')"
    )
    assert run(code) == "still here True"


@ON_LINUX
def test_memory_and_files_are_limited() -> None:
    code = (
        "from kg.graph.query import jail\n"
        "jail.limit(50 << 20)\nfits = bytearray(20 << 20)\n"
        "try:\n    bytearray(200 << 20)\nexcept MemoryError:\n    print('no more memory')"
    )
    assert run(code) == "no more memory"


@ON_LINUX
def test_nothing_can_be_written_to_disk(tmp_path: object) -> None:
    code = (
        "from kg.graph.query import jail\njail.limit(50 << 20)\n"
        f"try:\n    open({str(tmp_path)!r} + '/file', 'wb', buffering=0).write(b'x')\n"
        "except OSError as error:\n    print(error.strerror)"
    )
    assert run(code) == "File too large"
