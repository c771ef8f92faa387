"""Who may do what: reading is open, writing needs a key, and is off where there are no keys.

A key goes as `Authorization: Bearer KEY`, or as the password of HTTP Basic with any user name, which clients that know
no bearer tokens can send. A route asks `require` before it reads the body of a request.
"""

import base64
import binascii
from collections.abc import Collection
from enum import StrEnum
from typing import Protocol

from fastapi import HTTPException, Request


class Scope(StrEnum):
    """What a key may be good for; each is given by its own name, none contains another."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


class Keys(Protocol):
    """The keys of an instance. The application has them as `app.state.keys`, None where access is not configured."""

    def scopes(self, secret: str) -> Collection[str]:
        """What the key with this secret is good for; nothing where there is no such key. Any thread may ask."""


CHALLENGE = {"WWW-Authenticate": 'Bearer realm="gdpr-kg"'}


def require(request: Request, scope: Scope) -> None:
    """Pass a request that may do what `scope` stands for.

    403 where nobody may, 401 where a key is needed and the request has none or an unknown one, 403 where its key is
    good for other things only.
    """
    if scope is Scope.READ:
        return
    keys: Keys | None = getattr(request.app.state, "keys", None)
    if keys is None:
        raise HTTPException(403, "this graph is only read; nothing may be written here")
    secret = secret_of(request)
    if secret is None or not (held := keys.scopes(secret)):
        reason = "this needs a key" if secret is None else "there is no such key"
        raise HTTPException(401, reason, CHALLENGE)
    if scope not in held:
        raise HTTPException(403, f"this needs a key with the scope `{scope}`; yours has {', '.join(sorted(held))}")


def secret_of(request: Request) -> str | None:
    """The key that a request carries; None where it carries none."""
    kind, _, value = request.headers.get("authorization", "").strip().partition(" ")
    match kind.lower():
        case "bearer":
            return value.strip() or None
        case "basic":
            return _password(value.strip())
        case _:
            return None


def _password(encoded: str) -> str | None:
    try:
        _, _, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return password or None
