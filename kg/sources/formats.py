"""The formats: each a function from a stream of bytes to records, one Reject for each record that cannot be used.

A function raises StreamFault where the stream breaks; what it gave before stays.
"""

import codecs
import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from kg.model import Reject
from kg.sources.record import FIELDS, BadRecord, Place, Record, to_record, undecoded
from kg.sources.stream import MAX_RECORD, lines, read_whole

Reader = Callable[[BinaryIO, str], Iterator[Record | Reject]]

_FRONT = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_HEADING = re.compile(r"\s*#[ \t]+([^\n]+)(?:\n|$)")
_BOM = "\ufeff"
_TOO_LONG = f"longer than {MAX_RECORD:,} bytes"


def read_text(stream: BinaryIO, file: str) -> Iterator[Record | Reject]:
    """The file is the record, and all of it is text."""
    text = _decoded(read_whole(stream), file)
    yield text if isinstance(text, Reject) else _record({"text": text}, Place(file))


def read_markdown(stream: BinaryIO, file: str) -> Iterator[Record | Reject]:
    """The file is the record: flat front matter (`key: value`) between `---` lines, where it has one, then the text.

    Without a title there, a level-one heading that the text begins with is the title.
    """
    text = _decoded(read_whole(stream), file)
    if isinstance(text, Reject):
        yield text
        return
    head, body = _split_front(text)
    if head is None:
        yield Reject(file, 1, "the front matter is not closed by a line ---")
        return
    fields = _front_matter(head, file)
    if isinstance(fields, Reject):
        yield fields
        return
    if not fields.get("title") and (heading := _HEADING.match(body)):
        fields, body = fields | {"title": heading[1]}, body[heading.end() :]
    yield _record({**fields, "text": body}, Place(file))


def read_json_lines(stream: BinaryIO, file: str) -> Iterator[Record | Reject]:
    """A line is a record: a JSON object with the fields of `kg.sources.record`. Empty lines are passed over."""
    for number, line in enumerate(lines(stream), start=1):
        if line is None:
            yield Reject(file, number, _TOO_LONG)
        elif line.removeprefix(codecs.BOM_UTF8).strip():
            yield _json_record(line, Place(file, number))


def read_csv(stream: BinaryIO, file: str) -> Iterator[Record | Reject]:
    """A row is a record; the first row names the columns. Separated by comma, semicolon or tab, quoted by `"`."""
    decoded = (_TOO_LONG if line is None else line.decode("utf-8", "surrogateescape") for line in lines(stream))
    first = next(decoded, "").removeprefix(_BOM)
    for delimiter in ",;\t":
        columns = [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
        if "text" in columns:
            break
    else:
        yield Reject(file, 1, "the first row names no column 'text'")
        return
    csv.field_size_limit(MAX_RECORD)
    rows = csv.reader(decoded, delimiter=delimiter, strict=True)
    while True:
        place = Place(file, rows.line_num + 2)
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Reject(file, place.line, str(error))
            continue
        if row:
            yield _row_record(columns, row, place)


READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json_lines,
    ".csv": read_csv,
}
"""The reader of each suffix."""


def _record(fields: Mapping[str, object], place: Place) -> Record | Reject:
    try:
        return to_record(fields, place)
    except BadRecord as error:
        return Reject(place.file, place.line or 1, str(error))


def _json_record(line: bytes, place: Place) -> Record | Reject:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Reject(place.file, place.line, _not_utf8(error))
    except (ValueError, RecursionError) as error:
        return Reject(place.file, place.line, f"not JSON: {error}")
    if not isinstance(fields, dict):
        return Reject(place.file, place.line, "not a JSON object")
    return _record(fields, place)


def _row_record(columns: list[str], row: list[str], place: Place) -> Record | Reject:
    if len(row) > len(columns):
        return Reject(place.file, place.line, f"{len(row)} values under {len(columns)} columns")
    if any(map(undecoded, row)):
        return Reject(place.file, place.line, "not UTF-8")
    return _record(dict(zip(columns, row, strict=False)), place)


def _decoded(data: bytes, file: str) -> str | Reject:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Reject(file, data.count(b"\n", 0, error.start) + 1, _not_utf8(error))


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"not UTF-8: byte 0x{error.object[error.start]:02x} at offset {error.start}"


def _split_front(text: str) -> tuple[list[str] | None, str]:
    """The lines of the front matter ([] where there is none, None where it has no end), and the rest."""
    first, *rest = text.splitlines(keepends=True) or [""]
    if first.rstrip() != "---":
        return [], text
    for number, line in enumerate(rest):
        if line.rstrip() == "---":
            return [line.rstrip("\r\n") for line in rest[:number]], "".join(rest[number + 1 :])
    return None, ""


def _front_matter(head: list[str], file: str) -> dict[str, str] | Reject:
    """The known fields. What is nested or a list belongs to another field, and to ours it is an error."""
    fields: dict[str, str] = {}
    last = ""
    for number, line in enumerate(head, start=2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.startswith((" ", "\t", "- ")):
            if last in FIELDS:
                return Reject(file, number, f"{last} goes on over several lines: write it in one")
            continue
        if (found := _FRONT.fullmatch(line.rstrip())) is None:
            return Reject(file, number, "not of the form key: value")
        last = found[1].lower()
        if last in FIELDS:
            fields[last] = _unquoted((found[2] or "").strip())
    return fields


def _unquoted(value: str) -> str:
    """The value without the quotation marks around it, inside which a mark is doubled or has a backslash."""
    if len(value) < 2 or value[0] not in "\"'" or value[-1] != value[0]:
        return value
    mark, inner = value[0], value[1:-1]
    return inner.replace("''", "'") if mark == "'" else re.sub(r'\\(["\\])', r"\1", inner)
