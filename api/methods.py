"""What an address answers: told with 405, and to browsers that ask before a script of another site may read."""

from fastapi import Request, Response
from starlette.routing import Match, Mount

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")

READING = frozenset({"GET", "HEAD"})
"""What is mounted, which are files, answers these."""


PREFLIGHT = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, X-Request-ID",
    "Access-Control-Max-Age": "86400",
}
"""A key goes in a header that is not allowed here, so no script of another site may write."""


def allowed(request: Request) -> tuple[str, ...]:
    """The methods that the address of a request answers, of all its routes; HEAD goes with GET, OPTIONS with any."""
    found = {method for method in METHODS if _is_answered(request, method)}
    if "GET" in found:
        found.add("HEAD")
    return (*(method for method in METHODS if method in found), "OPTIONS")


def options(request: Request) -> Response:
    """The answer to OPTIONS where a route has none of its own: scripts of any site may read."""
    methods = allowed(request)
    shared = ", ".join(method for method in methods if method in READING)
    return Response(
        status_code=204, headers={"Allow": ", ".join(methods), "Access-Control-Allow-Methods": shared} | PREFLIGHT
    )


def root_of(request: Request) -> str:
    """The path below which the application answers, also for what is mounted in it."""
    root: str = request.scope.get("app_root_path", request.scope.get("root_path", ""))
    return root


def _is_answered(request: Request, method: str) -> bool:
    scope = {**request.scope, "method": method, "root_path": root_of(request)}
    matching = (route for route in request.app.router.routes if route.matches(scope)[0] is Match.FULL)
    return any(method in READING or not isinstance(route, Mount) for route in matching)
