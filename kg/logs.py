"""What the server logs, and how: JSON lines to standard error, or lines for people on a terminal.

Lines go out by a thread of its own, ten times a second. So no answer waits for a line to be written, and a reader of
standard error that does not read (a full pipe, a stalled terminal) holds nothing up: beyond `HELD` lines, what is
logged is dropped, and how much that was is said next.
"""

import atexit
import json
import logging
import sys
import threading
from collections import deque
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TextIO

from kg.settings import Settings

HELD = 10_000
"""Lines that wait for whoever reads them."""

PAUSE = 0.1
"""Seconds between two looks at what waits."""

FLUSH_SECONDS = 1.0
"""How long the end of the program waits for the last lines to go out."""

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
"""The id of the request that is being answered."""

FIELDS = "fields"
"""The key of `extra=` under which a record has fields of its own."""


def set_up(settings: Settings) -> None:
    """Let all that is logged in this process go to standard error, in the form and from the level of the settings."""
    text = settings.log_format == "text" or (settings.log_format == "auto" and sys.stderr.isatty())
    handler = Outlet(sys.stderr)
    handler.setFormatter(TextLine() if text else JsonLine())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").addFilter(_is_news)


class JsonLine(logging.Formatter):
    """A record as one line of JSON: `time` (UTC), `level`, `logger`, `message`, `request_id`, then its extra fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if (current := request_id.get()) is not None:
            line["request_id"] = current
        line |= extra(record)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class TextLine(logging.Formatter):
    """A record as a line for people: time, level, message, then its extra fields as `name=value`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end; a traceback follows on lines of its own."""
        time = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        fields = [f"{name}={value}" for name, value in extra(record).items()]
        if (current := request_id.get()) is not None:
            fields.append(f"request_id={current}")
        line = " ".join(
            [time, f"{record.levelname.lower():7}", _printable(record.getMessage()), *map(_printable, fields)]
        )
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


class Outlet(logging.Handler):
    """Writes lines to a stream, by a thread of its own, in the order in which they came."""

    def __init__(self, stream: TextIO, held: int = HELD) -> None:
        super().__init__()
        self._stream = stream
        self._held = held
        self._lines: deque[str] = deque()
        self._dropped = 0
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def emit(self, record: logging.LogRecord) -> None:
        """Hand over a record; it is dropped where too many wait already."""
        if len(self._lines) < self._held:
            self._lines.append(self.format(record))
        else:
            self._dropped += 1

    def close(self) -> None:
        """Let the last lines go out, but wait for nobody who does not read."""
        atexit.unregister(self.close)
        self._closing.set()
        self._thread.join(FLUSH_SECONDS)
        super().close()

    def _run(self) -> None:
        closing = False
        while not closing:
            closing = self._closing.wait(PAUSE)
            try:
                self._write()
            except (OSError, ValueError):  # whoever read it is gone; the server goes on
                return

    def _write(self) -> None:
        """Write what waits, and how much is missing after it."""
        waiting, dropped = [self._lines.popleft() for _ in range(len(self._lines))], self._dropped
        if dropped:
            self._dropped -= dropped
            waiting.append(self.format(_lost(dropped)))
        if waiting:
            self._stream.write("".join(f"{line}\n" for line in waiting))
            self._stream.flush()


def extra(record: logging.LogRecord) -> dict[str, Any]:
    """The fields that a record was given: `extra={"fields": {…}}`."""
    fields: dict[str, Any] = getattr(record, FIELDS, {})
    return fields


def _lost(lines: int) -> logging.LogRecord:
    message = f"{lines} lines were dropped: whoever reads this log does not keep up"
    return logging.makeLogRecord(
        {"name": "kg.logs", "levelname": "WARNING", "levelno": logging.WARNING, "msg": message}
    )


def _printable(text: str) -> str:
    """The text without what could move the cursor of a terminal or begin a line of its own."""
    return text if text.isprintable() else "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether uvicorn says what the application has not logged itself, with the request that it happened in."""
    return not record.getMessage().startswith("Exception in ASGI application")
