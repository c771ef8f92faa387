"""Reading: every format, whole or broken, packed or not, from files, folders and standard input."""

import gzip
import io
import json
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article, Reject
from kg.sources.files import total_bytes
from kg.sources.formats import READERS, read_json_lines
from kg.sources.reader import read_articles, read_records
from kg.sources.stream import MAX_RECORD, Meter

PACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


def shown(item: Article | Reject) -> str:
    """A line for an article (key, text), or for a reject (file, line, reason)."""
    if isinstance(item, Reject):
        return f"! {Path(item.file).name}:{item.line}: {item.reason}"
    return f"{item.key}: {item.text!r}"


def read(*paths: Path | str) -> list[str]:
    return [shown(item) for item in read_articles([str(path) for path in paths])]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write_file(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return write_file


Write = Callable[[str, bytes], Path]

FILES: dict[str, tuple[str, list[str]]] = {
    "a.txt": ("\ufeffA day\r\nin court.\r\n", ["a.txt: 'A day\\nin court.'"]),
    "b.md": ("---\nid: b1\ntitle: 'It''s dear'\n---\n\nBody.\n", ['b1: "It\'s dear\\n\\nBody."']),
    "c.jsonl": (
        '\ufeff{"id": "c1", "text": "One."}\n\n{"text": "Two."}',
        ["c1: 'One.'", "c.jsonl:3: 'Two.'"],
    ),
    "d.csv": (
        '\ufeffid,Text,extra\n1,"One, with\n""lines"".",x\n\n2,Two.\n',
        ["1: 'One, with\\n\"lines\".'", "2: 'Two.'"],
    ),
    "e.csv": ("text;id\nOne, two.;1\n", ["1: 'One, two.'"]),
    "f.csv": ("id\ttext\n1\tOne.\n", ["1: 'One.'"]),
    "g.ndjson": ('{"text": "x"}\n', ["g.ndjson:1: 'x'"]),
    "h.json": ('{"text": "x", "text2": 1}\n', ["h.json:1: 'x'"]),
}


@pytest.mark.parametrize("packed", PACK)
@pytest.mark.parametrize("name", FILES)
def test_formats(name: str, packed: str, write: Write) -> None:
    data, expected = FILES[name]
    path = write(name + packed, PACK[packed](data.encode()))
    assert read(path) == [line.replace(f"{name}:", f"{name}{packed}:") for line in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A heading\n\nBody.\n", "'A heading\\n\\nBody.'"),
        ("Body.\n\n# Later\n", "'Body.\\n\\n# Later'"),
        ("---\ntitle: Given\n---\n# A heading\nBody.\n", "'Given\\n\\n# A heading\\nBody.'"),
        (
            '---\r\ntitle: "Say \\"no\\""\r\ntags:\r\n  - a\r\n- b\r\n# note\r\n\r\nLang:\r\n---\r\nBody.',
            "'Say \"no\"\\n\\nBody.'",
        ),
        ("---\nurl: https://news.example/x?a=b: c\n---\nBody.\n", "'Body.'"),
        ("--- not front matter\n---\nBody.", "'--- not front matter\\n---\\nBody.'"),
    ],
)
def test_markdown(text: str, expected: str, write: Write) -> None:
    assert read(write("x.md", text.encode())) == [f"x.md: {expected}"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("x.txt", b"", ["! x.txt:1: no text"]),
        ("x.txt", b"one\ntwo \xe9\n", ["! x.txt:2: not UTF-8: byte 0xe9 at offset 8"]),
        ("x.txt", b"MZ\0\0", ["! x.txt:1: text holds a NUL character: not a text"]),
        ("x.txt", b"x" * (MAX_RECORD + 1), ["! x.txt:None: longer than 5,000,000 bytes"]),
        ("x.md", b"---\ntitle: no end\n", ["! x.md:1: the front matter is not closed by a line ---"]),
        ("x.md", b"---\nid: 1\nnonsense\n---\nBody", ["! x.md:3: not of the form key: value"]),
        ("x.md", b"---\ntitle:\n  - a\n---\nBody", ["! x.md:3: title goes on over several lines: write it in one"]),
        ("x.md", b"---\npublished: soon\n---\nBody", ["! x.md:1: published is not an ISO 8601 date: 'soon'"]),
        (
            "x.jsonl",
            b'{"text": "ok"}\n{"text": \n[1]\n{"text": "\xff"}\n{"id": "n"}\n{"text": "last"}\n',
            [
                "x.jsonl:1: 'ok'",
                "! x.jsonl:2: not JSON",
                "! x.jsonl:3: not a JSON object",
                "! x.jsonl:4: not UTF-8: byte 0xff at offset 10",
                "! x.jsonl:5: no text",
                "x.jsonl:6: 'last'",
            ],
        ),
        ("x.jsonl", b"[" * 100_000 + b'\n{"text": "ok"}', ["! x.jsonl:1: not JSON", "x.jsonl:2: 'ok'"]),
        ("x.jsonl", b'{"text": "cut \\ud83d"}', ["x.jsonl:1: 'cut \ufffd'"]),
        (
            "x.jsonl",
            b'{"text": "' + b"x" * MAX_RECORD + b'"}\n{"text": "ok"}\n',
            ["! x.jsonl:1: longer than 5,000,000 bytes", "x.jsonl:2: 'ok'"],
        ),
        ("x.csv", b"", ["! x.csv:1: the first row names no column 'text'"]),
        ("x.csv", b"id,body\n1,x\n", ["! x.csv:1: the first row names no column 'text'"]),
        ("x.csv", b"id,text\n1,a, b\n2,ok\n", ["! x.csv:2: 3 values under 2 columns", "2: 'ok'"]),
        ("x.csv", b"id,text\n1,a\xff\n2,ok\n", ["! x.csv:2: not UTF-8", "2: 'ok'"]),
        ("x.csv", b'id,text\n1,"never closed\n2,"ok"\n3,fine\n', ["! x.csv:2: ',' expected after '\"'", "3: 'fine'"]),
        ("x.csv", b'id,text\n1,"never closed\n', ["! x.csv:2: unexpected end of data"]),
        (
            "x.pdf",
            b"%PDF",
            ["! x.pdf:None: of no known kind (.txt, .md, .jsonl, .ndjson, .json, .csv; also .gz and .zst of each)"],
        ),
        ("x", b"text", ["! x:None: of no known kind"]),
        ("x.gz", b"text", ["! x.gz:None: of no known kind"]),
        ("x.txt.gz", b"not packed", ["! x.txt.gz:None: cannot be read on: Not a gzipped file"]),
        ("x.txt.zst", b"not packed", ["! x.txt.zst:None: cannot be read on: "]),
    ],
)
def test_what_is_bad_is_rejected_with_its_place_and_the_rest_is_read(
    name: str, data: bytes, expected: list[str], write: Write
) -> None:
    for line, start in zip(read(write(name, data)), expected, strict=True):
        assert line.startswith(start)


@pytest.mark.parametrize("packed", [".gz", ".zst"])
def test_a_broken_archive_keeps_what_was_read(packed: str, write: Write) -> None:
    rows = "".join(
        json.dumps({"id": str(n), "text": f"{n * 7919 % 10007} {n * 104729 % 99991}"}) + "\n" for n in range(60_000)
    )
    data = PACK[packed](rows.encode())
    *good, last = read(write(f"x.jsonl{packed}", data[: len(data) // 2]))
    assert last.startswith(f"! x.jsonl{packed}:None: cannot be read on: ")
    assert 1000 < len(good) < 60_000
    assert [line.split(":")[0] for line in good] == [str(n) for n in range(len(good))]


@pytest.mark.parametrize("packed", [".gz", ".zst"])
def test_archives_of_several_parts_are_read_to_the_end(packed: str, write: Write) -> None:
    path = write(f"x.jsonl{packed}", PACK[packed](b'{"text": "a"}\n') + PACK[packed](b'{"text": "b"}\n'))
    assert [line[-3:] for line in read(path)] == ["'a'", "'b'"]


def test_a_folder_is_read_in_the_order_of_names(write: Write, tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".hidden/x.txt", "b/.x.txt", "c.bin"):
        write(name, name.encode())
    (tmp_path / "b/again").symlink_to(tmp_path)
    assert [line.split(": ")[0] for line in read(tmp_path)] == ["a.txt", "1.txt", "2.txt", "! c.bin:None"]


def test_a_missing_path_is_an_error_before_anything_is_read(write: Write) -> None:
    with pytest.raises(InputError, match="nowhere, neither"):
        read_articles([str(write("a.txt", b"x")), "nowhere", "neither"])
    with pytest.raises(InputError):
        read_articles([])


@pytest.mark.parametrize("packed", PACK)
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('{"id": "1", "text": "One."}\n{broken\n', ["1: 'One.'", "! -:2: not JSON"]),
        ("\ufeff \n{}", ["! -:2: no text"]),
        ("Plain {text}.\n", ["-: 'Plain {text}.'"]),
        ("", ["! -:1: no text"]),
    ],
)
def test_standard_input(data: str, expected: list[str], packed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PACK[packed](data.encode()))))
    for line, start in zip(read("-"), expected, strict=True):
        assert line.startswith(start)


@pytest.mark.parametrize("packed", PACK)
def test_bytes_are_counted_as_they_are_read(packed: str, write: Write) -> None:
    one = write(f"one.jsonl{packed}", PACK[packed](b'{"text": "a"}\n' * 100))
    two = write("two.txt", b"text")
    paths, meter = [str(one), str(two)], Meter()
    items = read_records(paths, meter)
    assert meter.done == 0
    assert sum(1 for _ in items) == 101
    assert meter.done == total_bytes(paths)
    assert total_bytes([*paths, "-"]) is None


@pytest.mark.parametrize("packed", [".gz", ".zst"])
def test_memory_is_flat_even_for_a_bomb(packed: str, write: Write) -> None:
    path = write(f"x.jsonl{packed}", PACK[packed](bytes(200_000_000) + b'\n{"text": "ok"}\n'))
    tracemalloc.start()
    try:
        items = read(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert items == [f"! x.jsonl{packed}:1: longer than 5,000,000 bytes", f"x.jsonl{packed}:2: 'ok'"]
    assert peak < 60_000_000


PIECES = st.sampled_from(
    [b'{"text": "', b'"}', b"---\n", b"title: ", b"\n", b",", b'"', b"\x00", b"\xff", b"text,id\n", b"words", b"\xc2"]
)


BYTES = st.lists(PIECES | st.binary(max_size=8), max_size=30).map(b"".join)


@settings(deadline=None)
@given(data=BYTES, suffix=st.sampled_from(sorted(READERS)))
def test_no_bytes_are_an_error(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data)
        for packed, pack in PACK.items():
            Path(f"{path}{packed}").write_bytes(pack(data))
        plain, *rest = ([line.split(": ", 1)[1] for line in read(f"{path}{packed}")] for packed in PACK)
        assert rest == [plain, plain]
        if READERS[suffix] is read_json_lines:
            assert len(plain) == sum(1 for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip())
