"""The architecture: imports only go down, and each outside library has one door. See docs/architecture.md."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for top in ("kg", "api", "ontology") for path in (ROOT / top).rglob("*.py"))

BASE = {"kg.values", "kg.settings", "kg.errors", "kg.logs", "ontology"}
CORE = BASE | {"kg.model", "kg.ids", "kg.sentences"}
BELOW: dict[str, set[str]] = {
    "ontology": set(),
    "kg.errors": set(),
    "kg.values": set(),
    "kg.settings": {"kg.errors"},
    "kg.model": BASE,
    "kg.ids": BASE | {"kg.model"},
    "kg.sentences": set(),
    "kg.keys": {"kg.errors"},
    "kg.logs": {"kg.settings"},
    "kg.sources": CORE,
    "kg.extract": CORE,
    "kg.resolve": CORE,
    "kg.graph": CORE,
    "kg.index": CORE | {"kg.graph"},
    "kg.ingest": CORE | {"kg.sources", "kg.extract", "kg.resolve", "kg.graph", "kg.index"},
    "kg.evaluation": CORE | {"kg.sources", "kg.extract"},
    "kg.instance": CORE | {"kg.graph", "kg.ingest"},
    "kg.cli": CORE
    | {
        "kg.instance",
        "kg.evaluation",
        "kg.sources",
        "kg.extract",
        "kg.resolve",
        "kg.graph",
        "kg.index",
        "kg.ingest",
        "kg.keys",
    },
    "api": CORE | {"kg.graph", "kg.index", "kg.keys"},
}
"""What each part may import besides itself."""

DOORS: dict[str, tuple[str, ...]] = {
    "spacy": ("kg/extract/",),
    "httpx2": ("kg/graph/remote/",),
    "networkx": ("kg/graph/network.py",),
    "pyoxigraph": ("kg/graph/store/", "kg/graph/query/", "kg/graph/write/", "ontology/turtle.py"),
    "fastapi": ("api/",),
    "starlette": ("api/",),
    "uvicorn": ("api/app.py", "api/protocol.py", "kg/cli/server.py"),
    "prometheus_client": ("api/metrics.py",),
    "limits": ("api/rates.py",),
    "sqlite3": ("kg/index/", "kg/ingest/ledger.py"),
    "typer": ("kg/cli/",),
    "rich": ("kg/cli/",),
    "currency_converter": ("kg/resolve/rates.py",),
    "jinja2": ("api/web/", "kg/evaluation/page.py", "ontology/documentation/page.py"),
    "spellchecker": ("kg/extract/english.py",),
    "pyshacl": ("kg/graph/check.py",),
}
"""Where each outside library may be imported."""


def part_of(name: str) -> str | None:
    """The part of the table that a module belongs to; None outside our packages."""
    return next(
        (part for part in sorted(BELOW, key=len, reverse=True) if name == part or name.startswith(part + ".")), None
    )


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at any depth."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    own = part_of(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    if own is None:  # kg/__init__.py names nothing
        assert path == ROOT / "kg/__init__.py"
        return
    wrong = {name for name in imports(path) if (part := part_of(name)) not in {None, own} and part not in BELOW[own]}
    assert not wrong, f"{own} may not import {sorted(wrong)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_outside_libraries_come_in_by_their_door(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    used = {name.split(".")[0] for name in imports(path)}
    wrong = {library for library, doors in DOORS.items() if library in used and not place.startswith(doors)}
    assert not wrong


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [("api.app", "spacy"), ("kg.cli", "spacy"), ("kg.cli", "fastapi"), ("kg.cli", "pydantic"), ("kg.cli", "kg.model")],
)
def test_start_is_light(module: str, unwanted: str) -> None:
    code = f"import sys, {module}; sys.exit({unwanted!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
