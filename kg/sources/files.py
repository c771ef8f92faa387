"""Which files the given paths mean, and what each is by its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import Reject
from kg.sources.formats import READERS

STANDARD_INPUT = "-"
COMPRESSIONS = ("gz", "zst")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: the suffix that names its format, and its compression ("" for none)."""

    path: Path
    suffix: str
    compression: str


def check_paths(paths: Sequence[str]) -> None:
    """InputError naming every path that is not there, and a folder without any file."""
    missing = [path for path in paths if path != STANDARD_INPUT and not Path(path).exists()]
    if missing:
        raise InputError(f"no such file or folder: {', '.join(missing)}")
    if not paths:
        raise InputError("no file or folder is given")
    empty = [path for path in paths if path != STANDARD_INPUT and next(find_files(Path(path)), None) is None]
    if empty:
        raise InputError(f"no file in folder: {', '.join(empty)}")


def find_files(path: Path) -> Iterator[File | Reject]:
    """The file, or the files below the folder in the order of their names; a Reject for what cannot be read.

    Hidden files and folders below `path` are passed over, links to folders are not followed.
    """
    try:
        if path.is_dir():
            children = sorted(child for child in path.iterdir() if not child.name.startswith("."))
            for child in children:
                if not (child.is_symlink() and child.is_dir()):
                    yield from find_files(child)
        else:
            yield _file(path)
    except OSError as error:
        yield Reject(str(path), None, f"cannot be read: {error.strerror}")


def total_bytes(paths: Sequence[str]) -> int | None:
    """The size of all files that the paths mean; None where standard input is among them."""
    if STANDARD_INPUT in paths:
        return None
    found = (file for path in paths for file in find_files(Path(path)))
    return sum(file.path.stat().st_size for file in found if isinstance(file, File))


def _file(path: Path) -> File | Reject:
    suffixes = [suffix.lower() for suffix in path.suffixes]
    compression = suffixes.pop()[1:] if suffixes and suffixes[-1][1:] in COMPRESSIONS else ""
    suffix = suffixes[-1] if suffixes else ""
    if suffix not in READERS:
        return Reject(str(path), None, f"of no known kind ({', '.join(READERS)}; also .gz and .zst of each)")
    if not path.is_file():
        return Reject(str(path), None, "not a regular file")
    return File(path, suffix, compression)
