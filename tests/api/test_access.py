"""Who may do what."""

import base64
from collections.abc import Collection

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from api.access import Keys, Scope, require
from api.problems import add_problem_handlers

WRITER, READER = "k-writer", "k-reader"


class TwoKeys:
    """One key that may write, one that may not."""

    def scopes(self, secret: str) -> Collection[str]:
        return {WRITER: {"read", "write"}, READER: {"read"}}.get(secret, ())


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"anyone:{password}".encode()).decode()


def client(keys: Keys | None) -> TestClient:
    app = FastAPI()
    app.state.keys = keys
    add_problem_handlers(app)

    @app.get("/{scope}")
    def ask(request: Request, scope: Scope) -> None:
        require(request, scope)

    return TestClient(app)


@pytest.mark.parametrize(
    ("scope", "header", "status"),
    [
        ("read", None, 200),
        ("read", "Bearer nobody", 200),
        ("write", None, 401),
        ("write", "Bearer nobody", 401),
        ("write", "Bearer ", 401),
        ("write", "Digest abc", 401),
        ("write", "Basic ~", 401),
        ("write", basic(""), 401),
        ("write", basic(READER), 403),
        ("write", f"Bearer {READER}", 403),
        ("write", f"bearer  {WRITER}", 200),
        ("write", basic(WRITER), 200),
        ("admin", f"Bearer {WRITER}", 403),
    ],
)
def test_a_key_opens_what_its_scopes_name(scope: str, header: str | None, status: int) -> None:
    response = client(TwoKeys()).get(f"/{scope}", headers={"Authorization": header} if header else {})
    assert response.status_code == status
    assert ("www-authenticate" in response.headers) == (status == 401)


@pytest.mark.parametrize("header", [{}, {"Authorization": f"Bearer {WRITER}"}])
def test_without_keys_nobody_writes(header: dict[str, str]) -> None:
    response = client(None).get("/write", headers=header)
    assert (response.status_code, response.json()["detail"][:23]) == (403, "this graph is only read")
