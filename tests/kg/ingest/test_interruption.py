"""A run that dies anywhere is completed by the next one, to the same bytes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import StoreError, StoreLocked
from kg.graph.store.snapshot import current_snapshot, open_snapshot
from kg.graph.terms import Quad
from kg.ingest.run import ingest
from kg.settings import Settings
from tests.conftest import Silent
from tests.kg.ingest.extractors import PIPELINE

ROOT = Path(__file__).parents[3]
ARTICLES = 100


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is ingested at first."""
    return _write(tmp_path_factory.mktemp("in") / "first.jsonl", 1000)


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same records with other sums, some of them gone dull, and duplicates: much is written anew, much goes."""
    return _write(tmp_path_factory.mktemp("in") / "second.jsonl", 2000)


@pytest.fixture(scope="module")
def base(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance that holds the first; to be copied."""
    folder = tmp_path_factory.mktemp("kg")
    _finish(folder, first)
    return folder


@pytest.fixture(scope="module")
def wanted(base: Path, second: Path, tmp_path_factory: pytest.TempPathFactory) -> set[Quad]:
    """The graph after both, without interruption."""
    folder = tmp_path_factory.mktemp("kg") / "copy"
    shutil.copytree(base, folder)
    _finish(folder, second)
    return _graph(folder)


POINTS = [
    ("kg.ingest.ledger:Ledger.read", 2),
    ("kg.ingest.ledger:Ledger.store!", 30),
    ("kg.ingest.ledger:Ledger.settle!", 1),
    ("kg.graph.store.live:LiveStore.apply!", 2),
    ("kg.graph.store.live:LiveStore._complete", 3),
    ("kg.ingest.ledger:Ledger.keep_digests!", 2),
    ("kg.graph.store.live:LiveStore.checkpoint!", 1),
    ("kg.ingest.publish:build_index!", 1),
]
"""Where a run dies before readers see anything of it."""

LATE = [("kg.ingest.publish:flip!", 1), ("kg.ingest.ledger:Ledger.finish", 1)]
"""Where it dies after they do."""


@pytest.mark.parametrize(("point", "count"), [*POINTS, *LATE])
def test_killed_at_a_point(point: str, count: int, base: Path, second: Path, wanted: set[Quad], tmp_path: Path) -> None:
    folder = tmp_path / "kg"
    shutil.copytree(base, folder)
    killed = _start(folder, second, point, str(count))
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert _graph(folder) == (wanted if (point, count) in LATE else _graph(base))
    _finish(folder, second)
    assert _graph(folder) == wanted
    assert len(list((folder / "snapshots").iterdir())) <= 2


@pytest.mark.parametrize("point", ["kg.graph.store.live:LiveStore.replace_reference", "kg.ingest.publish:flip"])
def test_the_first_run_is_killed(point: str, first: Path, base: Path, tmp_path: Path) -> None:
    killed = _start(tmp_path, first, point, "1")
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    with pytest.raises(StoreError, match="nothing ingested yet"):
        current_snapshot(tmp_path)
    _finish(tmp_path, first)
    assert _graph(tmp_path) == _graph(base)


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.3])
def test_killed_at_any_time(seconds: float, base: Path, second: Path, wanted: set[Quad], tmp_path: Path) -> None:
    folder = tmp_path / "kg"
    shutil.copytree(base, folder)
    killed = _start(folder, second)
    _wait_for(killed, "stage publishing")
    time.sleep(seconds)
    killed.kill()
    killed.communicate(timeout=120)
    _finish(folder, second)
    assert _graph(folder) == wanted


def test_a_store_that_was_removed_is_built_anew(base: Path, first: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kg"
    shutil.copytree(base, folder)
    shutil.rmtree(folder / "store")
    _finish(folder, first)
    assert _graph(folder) == _graph(base)
    assert current_snapshot(folder).name == "000002"


def test_an_interrupt_from_the_keyboard_keeps_what_is_done(tmp_path: Path) -> None:
    counts, source = tmp_path / "counts", tmp_path / "slow.jsonl"
    counts.mkdir()
    texts = [f"FINE {n} fr/cnil Acme{n} COUNT {counts / str(n)} SLOW 20" for n in range(100, 300)]
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    run = _start(tmp_path / "kg", source)
    _wait_for(run, "advance")
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=120)
    assert "KeyboardInterrupt" in errors
    assert errors.count("Traceback") == 1, "workers say nothing"
    with pytest.raises(StoreError, match="nothing ingested yet"):
        current_snapshot(tmp_path / "kg")
    done = len(list(counts.iterdir()))
    assert 0 < done < len(texts)
    _finish(tmp_path / "kg", source)
    times = [file.stat().st_size for file in counts.iterdir()]
    assert len(times) == len(texts)
    assert times.count(2) <= 4, "only what was under way, or not yet written down, is extracted again"
    assert max(times) <= 2


def test_one_run_at_a_time(tmp_path: Path) -> None:
    source = tmp_path / "slow.txt"
    source.write_text("FINE 1 fr/cnil Acme SLOW 3000", encoding="utf-8")
    other = _start(tmp_path / "kg", source)
    _wait_for(other, "advance")
    with pytest.raises(StoreLocked, match=f"process {other.pid}"):
        _finish(tmp_path / "kg", source)
    other.communicate(timeout=120)
    assert other.returncode == 0


def _write(path: Path, start: int) -> Path:
    texts = [
        "dull" if n % 7 == 0 and start > 1000 else f"FINE {start + n} fr/cnil Acme{n % 40}" for n in range(ARTICLES)
    ]
    rows = [{"url": f"https://news.example/{n}", "text": text} for n, text in enumerate([*texts, texts[1]])]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _start(folder: Path, source: Path, *point: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.kg.ingest.interrupted", str(folder), str(source), *point]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_interrupts,
    )


def _hear_interrupts() -> None:
    """As at a terminal: what a shell starts in the background ignores interrupts, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_for(run: "subprocess.Popen[str]", start: str) -> None:
    """Until the process says a line that starts so."""
    assert run.stdout is not None
    while not run.stdout.readline().startswith(start):
        assert run.poll() is None


def _finish(folder: Path, source: Path) -> None:
    ingest([str(source)], Settings.model_validate({"data_dir": folder, "workers": 1}), Silent(), PIPELINE)


def _graph(folder: Path) -> set[Quad]:
    """What came from articles in the snapshot that is served; there is reference data beside it."""
    things = tuple(Settings.model_validate({}).base_iri + kind for kind in ("decision/", "org/", "article/"))
    with open_snapshot(current_snapshot(folder)) as store:
        quads = list(store.quads())
    found = {quad for quad in quads if (quad.graph or quad.subject).value.startswith(things)}
    assert len(found) < len(quads)
    return found
