"""A backup as a file: a tar archive, compressed where its name ends in `.zst`.

Its last member is the manifest with the digest of every other, so an archive that was cut short has none. Nothing is
believed of an archive that is read: neither its names nor its contents.
"""

import hashlib
import io
import json
import re
import tarfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

import zstandard

from kg.errors import InputError, StoreError
from kg.graph.export import compressed, whole_file

FORMAT = 1
"""Of the archive: one of another format is refused."""

MANIFEST = "manifest.json"

_MEMBER = re.compile(r"ledger\.sqlite|store/(reference\.nt|touched|db/[A-Za-z0-9_-]+(\.[A-Za-z0-9]+)?)")
_ZSTD = b"\x28\xb5\x2f\xfd"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: of which program, made when (UTC), for which base of IRIs, and SHA-256 by file."""

    version: str
    made: str
    base_iri: str
    files: dict[str, str]
    format: int = FORMAT


def write_archive(folder: Path, target: Path, version: str, made: str, base_iri: str) -> None:
    """Write all files of a folder to an archive, which appears whole or not at all; StoreError where it cannot."""
    with whole_file(target) as file, _packed(file, target) as out, tarfile.open(fileobj=out, mode="w|") as tar:
        files = dict(_add(tar, folder))
        _add_bytes(tar, MANIFEST, json.dumps(asdict(Manifest(version, made, base_iri, files))).encode())


def read_archive(source: Path, folder: Path) -> Manifest:
    """Put the files of an archive into an empty folder.

    InputError where it is none of ours, of another format, damaged or incomplete; StoreError where the folder cannot
    take it.
    """
    found: dict[str, str] = {}
    manifest: Manifest | None = None
    try:
        with _read(source) as raw, tarfile.open(fileobj=raw, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isreg() else None
                if content is not None and member.name == MANIFEST:
                    manifest = Manifest(**json.load(content))
                elif content is None or _MEMBER.fullmatch(member.name) is None or member.name in found:
                    raise InputError(f"{source}: {member.name!r} is no part of a backup")
                else:
                    found[member.name] = _unpacked(content, folder / member.name)
    except (tarfile.TarError, zstandard.ZstdError, EOFError, ValueError, TypeError) as error:
        raise InputError(f"{source}: not a backup, or a damaged one: {error}") from error
    if manifest is None:
        raise InputError(f"{source}: the backup is incomplete")
    if manifest.format != FORMAT:
        raise InputError(f"{source}: the backup is of format {manifest.format}, not {FORMAT}")
    if wrong := sorted(name for name in found | manifest.files if found.get(name) != manifest.files.get(name)):
        raise InputError(f"{source}: the backup is damaged in {', '.join(wrong)}")
    return manifest


def _add(tar: tarfile.TarFile, folder: Path) -> Iterator[tuple[str, str]]:
    """Add every file of a folder; name and digest of each."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        with path.open("rb") as file:
            yield name, hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            tar.addfile(_member(name, path.stat().st_size), file)


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    tar.addfile(_member(name, len(content)), io.BytesIO(content))


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    member.mode = 0o600
    return member


def _unpacked(content: IO[bytes], place: Path) -> str:
    """Write a member to its place; its digest."""
    digest = hashlib.sha256()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
                file.write(chunk)
    except OSError as error:
        raise StoreError(f"{place} cannot be written: {error}") from error
    return digest.hexdigest()


def _packed(file: BinaryIO, target: Path) -> AbstractContextManager[BinaryIO]:
    return compressed(file) if target.suffix == ".zst" else nullcontext(file)


@contextmanager
def _read(source: Path) -> Iterator[BinaryIO]:
    """A file to read from, decompressed where it is compressed, whatever its name; InputError where it cannot."""
    try:
        file = source.open("rb")
    except OSError as error:
        raise InputError(f"{source}: {error.strerror}") from error
    with file:
        compressed = file.read(len(_ZSTD)) == _ZSTD
        file.seek(0)
        if compressed:
            with zstandard.ZstdDecompressor().stream_reader(file) as stream:
                yield cast("BinaryIO", stream)
        else:
            yield file
