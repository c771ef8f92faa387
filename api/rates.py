"""How many requests a client may send in a minute, told with each answer by the headers of the IETF's draft
`draft-ietf-httpapi-ratelimit-headers`.

One process answers all requests, so the counts are in its memory, and they are bounded: whoever has more addresses than
are counted could not be told apart by them anyway.
"""

import math
import time
from typing import NamedTuple

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import secret_of
from api.clients import network_of
from api.problems import TOO_MANY, respond
from kg.errors import StoreError
from kg.keys import Key, KeyRing
from kg.settings import Settings

EXEMPT = ("/healthz", "/readyz", "/metrics", "/static/")
"""Supervisors ask often, and a page has several files."""

COUNTED = 20_000
"""Clients that are counted at a time; some 4 MB."""


class Window(NamedTuple):
    """What a client has used since its window began, and when that ends (seconds of the epoch)."""

    used: int
    end: float


class BoundedMemory(Storage):
    """Counts in memory, of the `most` clients that began to count last. For one thread.

    (The library's own memory has no bound, and starts a thread for nearly every request.)
    """

    STORAGE_SCHEME = None

    def __init__(self, most: int = COUNTED) -> None:
        super().__init__()
        self._most = most
        self._windows: dict[str, Window] = {}

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong: nothing."""
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count; the first count of a window of `expiry` seconds begins it."""
        now = time.time()
        window = self._windows.get(key)
        if window is None or window.end <= now:
            self._windows.pop(key, None)  # so that the oldest window is always the first
            window = Window(0, now + expiry)
        self._windows[key] = Window(window.used + amount, window.end)
        if len(self._windows) > self._most:
            del self._windows[next(iter(self._windows))]
        return window.used + amount

    def get(self, key: str) -> int:
        """What was counted in the window that has not ended."""
        window = self._windows.get(key)
        return window.used if window is not None and window.end > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """When the window ends."""
        window = self._windows.get(key)
        return window.end if window is not None else time.time()

    def check(self) -> bool:
        """Memory is always there."""
        return True

    def reset(self) -> int:
        """Forget all clients; how many there were."""
        count = len(self._windows)
        self._windows.clear()
        return count

    def clear(self, key: str) -> None:
        """Forget a client."""
        self._windows.pop(key, None)


class RateLimits:
    """Answers 429 to a client that has used up its quota, and tells every other what is left of it."""

    def __init__(self, app: ASGIApp, settings: Settings, keys: KeyRing) -> None:
        self._app = app
        self._keys = keys
        self._quotas = {"anonymous": _quota(settings.rate_limit), "keyed": _quota(settings.rate_limit_keyed)}
        self._limiter = FixedWindowRateLimiter(BoundedMemory())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it. This machine's own requests are not counted."""
        network = network_of(scope) if scope["type"] == "http" and not scope["path"].startswith(EXEMPT) else None
        if network is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        key = self._key(request)
        policy, client = ("keyed", f"key {key.name}") if key is not None else ("anonymous", network)
        if (quota := self._quotas[policy]) is None:
            await self._app(scope, receive, send)
            return
        allowed = self._limiter.hit(quota, client)
        headers, wait = self._headers(policy, quota, client)

        async def send_with_quota(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"]).update(headers)
            await send(message)

        if allowed:
            await self._app(scope, receive, send_with_quota)
            return
        detail = f"{quota.amount} requests a minute are allowed; the next one is in {wait} seconds"
        refused = respond(request, TOO_MANY, detail, headers={"Retry-After": str(wait)})
        await refused(scope, receive, send_with_quota)

    def _key(self, request: Request) -> Key | None:
        """The good key of a request; where keys cannot be read, nobody has one."""
        secret = secret_of(request)
        try:
            return self._keys.find(secret) if secret is not None else None
        except StoreError:
            return None

    def _headers(self, policy: str, quota: RateLimitItem, client: str) -> tuple[dict[str, str], int]:
        """The two headers, and the seconds until the quota is whole again."""
        seen = self._limiter.get_window_stats(quota, client)
        wait = max(1, math.ceil(seen.reset_time - time.time()))
        return {
            "RateLimit-Policy": f'"{policy}";q={quota.amount};w={quota.get_expiry()}',
            "RateLimit": f'"{policy}";r={seen.remaining};t={wait}',
        }, wait


def _quota(requests: int) -> RateLimitItem | None:
    """So many requests a minute; None for 0, which is no limit."""
    return RateLimitItemPerMinute(requests) if requests else None
