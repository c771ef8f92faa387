"""Who may do what."""

import base64
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from api.access import Scope, require
from api.problems import add_problem_handlers
from kg.keys import KeyRing
from kg.settings import Settings


def client(data_dir: Path) -> TestClient:
    app = FastAPI()
    app.state.keys = KeyRing(data_dir)
    app.state.settings = Settings.model_validate({})
    add_problem_handlers(app)

    @app.get("/{scope}")
    def ask(request: Request, scope: Scope) -> None:
        require(request, scope)

    return TestClient(app)


def header(form: str, secret: str) -> dict[str, str]:
    """The header that carries a secret, in whatever form a client sends it."""
    encoded = base64.b64encode(f"anyone:{secret}".encode()).decode()
    return {"Authorization": form.format(secret=secret, encoded=encoded)} if form else {}


@pytest.mark.parametrize(
    ("scope", "form", "whose", "status"),
    [
        ("read", "", "nobody", 200),
        ("read", "Bearer {secret}", "nobody", 200),
        ("write", "", "nobody", 401),
        ("write", "Bearer {secret}", "nobody", 401),
        ("write", "Bearer ", "nobody", 401),
        ("write", "Digest {secret}", "writer", 401),
        ("write", "{secret}", "writer", 401),
        ("write", "Basic {secret}", "writer", 401),
        ("write", "Basic {encoded}", "nobody", 401),
        ("write", "Basic {encoded}", "reader", 403),
        ("write", "Bearer {secret}", "reader", 403),
        ("write", "bearer  {secret}", "writer", 200),
        ("write", "Basic {encoded}", "writer", 200),
        ("admin", "Bearer {secret}", "writer", 403),
        ("admin", "Bearer {secret}", "owner", 200),
    ],
)
def test_a_key_opens_what_its_scopes_name(tmp_path: Path, scope: str, form: str, whose: str, status: int) -> None:
    ring = KeyRing(tmp_path)
    secrets = {
        "nobody": "gdprkg_nobody",
        "reader": ring.add("reader", [Scope.READ]),
        "writer": ring.add("writer", [Scope.READ, Scope.WRITE]),
        "owner": ring.add("owner", [Scope.ADMIN]),
    }
    response = client(tmp_path).get(f"/{scope}", headers=header(form, secrets[whose]))
    assert response.status_code == status
    assert secrets[whose] not in response.text
    challenge = response.headers.get("www-authenticate", "")
    assert challenge.startswith("Bearer realm=") == (status in {401, 403})
    assert ('error="insufficient_scope"' in challenge) == (status == 403)


def test_without_a_key_that_may_nobody_may(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    reader = ring.add("reader", [Scope.READ])
    for headers in ({}, {"Authorization": f"Bearer {reader}"}):
        response = client(tmp_path).get("/write", headers=headers)
        assert (response.status_code, response.json()["detail"][:23]) == (403, "this graph is only read")
    writer = ring.add("writer", [Scope.WRITE])
    assert client(tmp_path).get("/write", headers={"Authorization": f"Bearer {writer}"}).status_code == 200


def test_a_broken_file_of_keys_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{", encoding="utf-8")
    assert client(tmp_path).get("/write").status_code == 503
    assert client(tmp_path).get("/read").status_code == 200
