"""Files in, articles out: one item for every record, a Reject where it cannot be used, in the order of the input."""

import codecs
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.model import Article, Reject
from kg.sources.files import STANDARD_INPUT, File, check_paths, find_files
from kg.sources.formats import READERS, Reader, read_json_lines, read_text
from kg.sources.record import Record
from kg.sources.stream import Meter, StreamFault, counted, decompressed, start_of

_MAGIC = {b"\x1f\x8b": "gz", b"\x28\xb5\x2f\xfd": "zst"}


def read_articles(paths: Sequence[str]) -> Iterator[Article | Reject]:
    """Every article in files, in folders, in standard input (`-`); read as it is asked for, so of any size.

    A file is read by its suffix (`kg.sources.formats.READERS`), standard input as JSON lines where it begins with
    `{`, else as one text. InputError at once where a path is missing.
    """
    records = read_records(paths, Meter())
    return (item.article if isinstance(item, Record) else item for item in records)


def read_records(paths: Sequence[str], meter: Meter) -> Iterator[Record | Reject]:
    """As `read_articles`, with the place and the identity of each record; `meter` counts the bytes read so far."""
    check_paths(paths)
    return (item for path in paths for item in _read_path(path, meter))


def _read_path(path: str, meter: Meter) -> Iterator[Record | Reject]:
    if path == STANDARD_INPUT:
        yield from _read_standard_input(meter)
        return
    for file in find_files(Path(path)):
        if isinstance(file, Reject):
            yield file
        else:
            yield from _read_file(file, meter)


def _read_file(file: File, meter: Meter) -> Iterator[Record | Reject]:
    try:
        raw = file.path.open("rb", buffering=0)
    except OSError as error:
        yield Reject(str(file.path), None, f"cannot be read: {error.strerror}")
        return
    with raw:
        stream = decompressed(counted(raw, meter), file.compression)
        yield from _read_stream(READERS[file.suffix], stream, str(file.path))


def _read_standard_input(meter: Meter) -> Iterator[Record | Reject]:
    raw = counted(sys.stdin.buffer, meter)
    try:
        start = start_of(raw)
        stream = decompressed(raw, next((name for magic, name in _MAGIC.items() if start.startswith(magic)), ""))
        start = start_of(stream)
    except StreamFault as fault:
        yield Reject(STANDARD_INPUT, None, str(fault))
        return
    reader = read_json_lines if start.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") else read_text
    yield from _read_stream(reader, stream, STANDARD_INPUT)


def _read_stream(reader: Reader, stream: BinaryIO, file: str) -> Iterator[Record | Reject]:
    try:
        yield from reader(stream, file)
    except StreamFault as fault:
        yield Reject(file, None, str(fault))
