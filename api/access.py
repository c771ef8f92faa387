"""Who may do what: reading is open, writing needs a key, and is off where there are no keys.

A key goes as `Authorization: Bearer KEY`, or as the password of HTTP Basic with any user name, which clients that know
no bearer tokens can send. A route asks `require` before it reads the body of a request.
"""

import base64
import binascii

from fastapi import HTTPException, Request

from kg.keys import KeyRing, Scope

__all__ = ["Scope", "may", "require", "secret_of"]

REALM = 'Bearer realm="gdpr-kg"'


def require(request: Request, scope: Scope) -> None:
    """Pass a request that may do what `scope` stands for.

    403 where nobody may, 401 where a key is needed and the request has none or one that is not good, 403 where its key
    is good for other things only. The challenges are those of RFC 6750.
    """
    if scope is Scope.READ:
        return
    keys: KeyRing = request.app.state.keys
    if not keys.has(scope):
        raise HTTPException(403, "this graph is only read: there is no key by which this may be done")
    if (secret := secret_of(request)) is None:
        raise HTTPException(401, "this needs a key", {"WWW-Authenticate": REALM})
    if not (held := keys.scopes(secret)):
        challenge = f'{REALM}, error="invalid_token"'
        raise HTTPException(401, "there is no such key, or it is no longer good", {"WWW-Authenticate": challenge})
    if scope not in held:
        challenge = f'{REALM}, error="insufficient_scope", scope="{scope}"'
        detail = f"this needs a key with the scope `{scope}`; yours has {', '.join(held)}"
        raise HTTPException(403, detail, {"WWW-Authenticate": challenge})


def may(request: Request, scope: Scope) -> bool:
    """Whether a request may do what `scope` stands for."""
    try:
        require(request, scope)
    except HTTPException:
        return False
    return True


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
