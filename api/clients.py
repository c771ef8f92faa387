"""Who asks: the address of a client, as far as it can be known.

Behind a reverse proxy every connection is the proxy's. What `X-Forwarded-For` says counts only where the connection
comes from an address that the settings name as a trusted proxy; else anybody could be anybody.
"""

import ipaddress

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import Scope

FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
"""The headers by which proxies say that they are some."""

NETWORK_BITS = 64
"""An IPv6 client has so much of its address from its provider, and makes up the rest as it likes."""


def network_of(scope: Scope) -> str | None:
    """What counts as one client: an IPv4 address, the network of an IPv6 address, or what a proxy says instead.

    None for a connection of this machine (over the loopback interface or a socket file), which nobody else can make.
    """
    host = (scope.get("client") or ("",))[0]
    if not host:
        return None
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return str(host)
    address = getattr(address, "ipv4_mapped", None) or address
    if address.is_loopback:
        return None
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, NETWORK_BITS), strict=False))


def is_local(request: Request) -> bool:
    """Whether a request comes from this machine, and not by a proxy on it."""
    headers = Headers(scope=request.scope)
    return network_of(request.scope) is None and not any(name in headers for name in FORWARDED)
