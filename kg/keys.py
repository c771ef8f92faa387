"""The keys of an instance: who may write, and what else a key is good for.

A key is 256 random bits. It is shown once, when it is made; the file `keys.json` in the folder of the instance, which
only its owner may read, has nothing but its SHA-256. (A slow hash protects what people choose; so much chance cannot be
guessed, however fast the hash.) The file is replaced by a rename and read again when it has changed, so a key that is
added or revoked counts from the next request on.
"""

import fcntl
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from kg.errors import InputError, StoreError, UnknownName

FILE = "keys.json"

PREFIX = "gdprkg_"
"""What every key starts with, so that people and scanners of repositories know one when they see it."""


class Scope(StrEnum):
    """What a key may be good for; each is given by its own name, none contains another."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret. It is good up to the end of the day `expires` (UTC), and not from `revoked` on."""

    name: str
    sha256: str
    scopes: tuple[Scope, ...]
    created: date
    expires: date | None = None
    revoked: date | None = None

    def is_good(self, day: date) -> bool:
        """Whether it may be used on a day."""
        return self.revoked is None and (self.expires is None or day <= self.expires)


class KeyRing:
    """The keys in the folder of an instance. Any thread may ask, and any process may change them."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir
        self._file = data_dir / FILE
        self._read: tuple[tuple[int, int, int], tuple[Key, ...]] | None = None

    def all(self) -> tuple[Key, ...]:
        """Every key in the order in which they were made, those that are no longer good too; StoreError where the
        file cannot be read.
        """
        try:
            status = self._file.stat()
            seen = (status.st_ino, status.st_mtime_ns, status.st_size)
            if self._read is None or self._read[0] != seen:
                self._read = seen, _parse(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self._file} cannot be read: {error}") from error
        return self._read[1]

    def find(self, secret: str) -> Key | None:
        """The good key with this secret. It takes as long whether there is one or not, and whichever it is."""
        digest, found, day = _digest(secret), None, today()
        for key in self.all():
            if hmac.compare_digest(key.sha256, digest) and key.is_good(day):
                found = key
        return found

    def scopes(self, secret: str) -> Collection[Scope]:
        """What the key with this secret is good for; nothing where there is no such key."""
        key = self.find(secret)
        return key.scopes if key is not None else ()

    def has(self, scope: Scope) -> bool:
        """Whether some good key has a scope: where none has, nobody may do what it stands for."""
        day = today()
        return any(scope in key.scopes and key.is_good(day) for key in self.all())

    def add(self, name: str, scopes: Sequence[Scope], expires: date | None = None) -> str:
        """Make a key and give its secret, which nobody can tell again; InputError where a good key has that name."""
        secret = PREFIX + secrets.token_urlsafe(32)
        with self._changing():
            keys, day = self.all(), today()
            if any(key.name == name and key.is_good(day) for key in keys):
                raise InputError(f"there is a key named {name!r} already: revoke it, or take another name")
            ordered = tuple(scope for scope in Scope if scope in scopes)
            self._write((*keys, Key(name, _digest(secret), ordered, day, expires)))
        return secret

    def revoke(self, name: str) -> None:
        """End the key of that name, at once and for good; UnknownName where no good key has it."""
        with self._changing():
            keys, day = self.all(), today()
            ended = tuple(replace(key, revoked=day) if key.name == name and key.is_good(day) else key for key in keys)
            if ended == keys:
                raise UnknownName(f"there is no good key named {name!r}; `gdpr-kg keys list` shows all")
            self._write(ended)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """One process at a time changes the file."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self._folder, os.O_RDONLY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                yield
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise StoreError(f"{self._file} cannot be written: {error}") from error

    def _write(self, keys: tuple[Key, ...]) -> None:
        part = self._file.with_suffix(".part")
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump({"keys": [asdict(key) for key in keys]}, file, default=str, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._file)


def today() -> date:
    """The day in UTC, by which keys expire."""
    return datetime.now(UTC).date()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _parse(text: str) -> tuple[Key, ...]:
    return tuple(
        Key(
            name=row["name"],
            sha256=row["sha256"],
            scopes=tuple(map(Scope, row["scopes"])),
            created=date.fromisoformat(row["created"]),
            expires=_day(row["expires"]),
            revoked=_day(row["revoked"]),
        )
        for row in json.loads(text)["keys"]
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None
