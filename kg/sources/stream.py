"""Bytes from files: decompressed, counted, cut into lines, in memory that does not grow with the input."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import zstandard

MAX_RECORD = 5_000_000
"""Bytes of one record: a line, or a file that is one record. What is longer is rejected unread."""

_ZSTD_STEP = 256
"""Compressed bytes expanded at a time. A block of 4 bytes can stand for 128 KiB, so this bounds memory at 16 MiB."""


class StreamFault(Exception):
    """The stream cannot be read on; the text says why. Never leaves this package: it becomes a Reject."""


class Meter:
    """Counts the bytes of the input that were read, before decompression: what a progress bar shows."""

    def __init__(self) -> None:
        self.done = 0


class _Counted(io.RawIOBase):
    """A raw stream that tells a meter what is read from it."""

    def __init__(self, raw: io.RawIOBase | BinaryIO, meter: Meter) -> None:
        self._raw, self._meter = raw, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        block = self._raw.read(len(buffer)) or b""
        buffer[: len(block)] = block
        self._meter.done += len(block)
        return len(block)


class _Zstd(io.RawIOBase):
    """The text of zstd frames. Unlike the library's own stream it notices that the last frame is cut off."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._begun = False
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        while not self._ready:
            block = self._source.read(_ZSTD_STEP)
            if not block:
                if self._begun:
                    raise EOFError("the compressed data ends too early")
                return 0
            self._ready = self._expand(block)
        taken = self._ready[: len(buffer)]
        self._ready = self._ready[len(taken) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _expand(self, block: bytes) -> bytes:
        parts = []
        while block:
            parts.append(self._frame.decompress(block))
            self._begun = not self._frame.eof
            block = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = zstandard.ZstdDecompressor().decompressobj()
        return b"".join(parts)


def counted(raw: io.RawIOBase | BinaryIO, meter: Meter) -> io.BufferedReader:
    """The bytes of `raw`, counted by `meter` as they are read."""
    return io.BufferedReader(_Counted(raw, meter), 1 << 16)


def decompressed(stream: io.BufferedReader, compression: str) -> io.BufferedReader:
    """What the stream holds, where it is compressed by `gz` or `zst`; itself for ""."""
    match compression:
        case "gz":
            return io.BufferedReader(gzip.GzipFile(fileobj=stream, mode="rb"), 1 << 16)
        case "zst":
            return io.BufferedReader(_Zstd(stream), 1 << 16)
        case _:
            return stream


def read_whole(stream: BinaryIO) -> bytes:
    """All that is left; StreamFault where that is more than a record may have, or cannot be read."""
    data = _read(stream, MAX_RECORD + 1, line=False)
    while 0 < len(data) <= MAX_RECORD and (more := _read(stream, MAX_RECORD + 1 - len(data), line=False)):
        data += more
    if len(data) > MAX_RECORD:
        raise StreamFault(f"longer than {MAX_RECORD:,} bytes")
    return data


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Every line, with its line end; None for one that is longer than a record may be.

    StreamFault where the stream breaks; what was read of an unfinished line is dropped.
    """
    while line := _read(stream, MAX_RECORD + 1, line=True):
        if len(line) <= MAX_RECORD:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = _read(stream, 1 << 20, line=True)
        yield None


def start_of(stream: io.BufferedReader) -> bytes:
    """Some bytes that come next, at least one where there is one; they stay to be read."""
    with _faults():
        return stream.peek(1 << 10)


def _read(stream: BinaryIO, size: int, *, line: bool) -> bytes:
    with _faults():
        return stream.readline(size) if line else stream.read(size)


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError, zlib.error, zstandard.ZstdError) as error:
        raise StreamFault(f"cannot be read on: {error}") from error
