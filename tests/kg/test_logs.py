"""The log: its two forms, and that nobody waits for whoever reads it."""

import io
import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from kg.logs import FIELDS, JsonLine, Outlet, TextLine, request_id


def record(message: str, *arguments: object, **fields: object) -> logging.LogRecord:
    made = logging.makeLogRecord({"name": "api", "levelname": "INFO", "msg": message, "args": arguments})
    made.exc_info = fields.pop("exc_info", None)  # type: ignore[assignment]
    made.__dict__[FIELDS] = fields
    return made


@contextmanager
def answering(name: str) -> Iterator[None]:
    token = request_id.set(name)
    try:
        yield
    finally:
        request_id.reset(token)


def test_a_json_line_has_what_is_known() -> None:
    with answering("0123456789"):
        line = json.loads(JsonLine().format(record("request", status=200, path='/"\n')))
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "info",
        "logger": "api",
        "message": "request",
        "request_id": "0123456789",
        "status": 200,
        "path": '/"\n',
    }


def test_outside_of_a_request_there_is_no_id() -> None:
    assert "request_id" not in json.loads(JsonLine().format(record("serving at %s", "here")))


@pytest.mark.parametrize("form", [JsonLine(), TextLine()])
def test_a_failure_has_its_traceback(form: logging.Formatter) -> None:
    try:
        raise ZeroDivisionError("this one")
    except ZeroDivisionError:
        text = form.format(record("failed", exc_info=sys.exc_info()))
    assert "ZeroDivisionError: this one" in text
    assert "test_logs.py" in text


def test_a_line_of_text_is_one_line_whatever_it_says() -> None:
    line = TextLine().format(record("request", path="/a\n12:00:00 info forged\x1b[2J", status=404))
    assert "\n" not in line
    assert "\x1b" not in line
    assert line.endswith("status=404")
    assert "path=/a\\n12:00:00" in line


class Stuck(io.StringIO):
    """A stream whose reader does not read, until it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def write(self, text: str) -> int:
        self.go.wait(30)
        return super().write(text)


def test_a_reader_who_does_not_read_is_not_waited_for() -> None:
    stream = Stuck()
    outlet = Outlet(stream, held=10)
    outlet.setFormatter(JsonLine())
    for number in range(100):
        outlet.handle(record("line %d", number))
    stream.go.set()
    while len(stream.getvalue().splitlines()) < 10:
        time.sleep(0.01)
    outlet.handle(record("the last"))
    outlet.close()
    said = [json.loads(line)["message"] for line in stream.getvalue().splitlines()]
    lost = [int(line.split()[0]) for line in said if "lines were dropped" in line]
    assert len(said) - len(lost) + sum(lost) == 101
    assert sum(lost) >= 80
    assert "the last" in said


def test_a_reader_who_has_gone_ends_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        outlet = Outlet(stream)
        outlet.setFormatter(TextLine())
        for _ in range(5):
            outlet.handle(record("nobody hears"))
        outlet.close()
        with pytest.raises(BrokenPipeError):
            stream.flush()
        _discard(stream)


def _discard(stream: TextIO) -> None:
    """Let a broken stream be closed without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@pytest.mark.parametrize(
    ("form", "level", "lines"),
    [("auto", "info", 2), ("json", "warning", 1), ("text", "debug", 3), ("text", "error", 0)],
)
def test_the_settings_choose_form_and_level(tmp_path: Path, form: str, level: str, lines: int) -> None:
    code = (
        "import logging, kg.logs, kg.settings as s; kg.logs.set_up(s.read_settings());"
        "[getattr(logging.getLogger('kg.x'), level)('said') for level in ('debug', 'info', 'warning')]"
    )
    environ = {"GDPR_KG_LOG_FORMAT": form, "GDPR_KG_LOG_LEVEL": level, "GDPR_KG_DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environ}, capture_output=True, text=True, check=True
    )
    said = done.stderr.splitlines()
    assert len(said) == lines
    assert all(line.startswith("{") == (form != "text") for line in said)
