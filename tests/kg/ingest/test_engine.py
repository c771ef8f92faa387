"""The engine: every article is answered once, whatever becomes of the workers."""

import gc
import multiprocessing
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.ingest import engine as module
from kg.ingest.engine import SHARD, Engine
from kg.ingest.shard import Failure
from kg.model import Article
from tests.kg.ingest.extractors import PIPELINE


def article(text: str) -> Article:
    return Article(key=text, text=text)


def extracted(texts: list[str], workers: int = 2, seconds: float = 30.0) -> dict[str, int | str]:
    """By text: the number of claims, or the reason of the failure."""
    with Engine(PIPELINE, workers, seconds) as engine:
        results = list(engine.run(map(article, texts)))
    assert sorted(item.text for item, _ in results) == sorted(texts)
    return {
        item.text: outcome.reason if isinstance(outcome, Failure) else len(outcome.claims) for item, outcome in results
    }


FINES = [f"FINE {n} fr/cnil Acme{n}" for n in range(1, 3 * SHARD)]


@pytest.mark.parametrize("workers", [1, 3])
def test_every_article_is_answered(workers: int) -> None:
    assert extracted([*FINES, "nothing"], workers) == {**dict.fromkeys(FINES, 1), "nothing": 0}


def test_no_articles_no_workers() -> None:
    assert extracted([]) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("CRASH", "extraction ended its process (exit code 7)"),
        ("SEGV", "extraction ended its process (signal 11)"),
        ("HANG", "extraction took more than 2 seconds"),
        ("RAISE", "extraction failed: ValueError: no such luck"),
    ],
)
@pytest.mark.parametrize("place", [0, SHARD // 2, len(FINES)])
def test_a_bad_article_fails_alone(text: str, reason: str, place: int) -> None:
    texts = [*FINES[:place], text, *FINES[place:]]
    assert extracted(texts, 1, 2.0) == {**dict.fromkeys(FINES, 1), text: reason}


def test_several_bad_articles_in_one_shard() -> None:
    bad = [f"CRASH {n}" for n in range(3)]
    answers = extracted([*bad, *FINES[:5]], 2)
    assert [answers[text] for text in bad] == ["extraction ended its process (exit code 7)"] * 3


def test_a_worker_that_was_killed_by_chance_costs_nothing(tmp_path: Path) -> None:
    text = f"FINE 1 fr/cnil Acme ONCE {tmp_path / 'mark'}"
    assert extracted([*FINES, text]) == dict.fromkeys([*FINES, text], 1)


def test_workers_are_replaced_after_their_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIFE", SHARD)
    with Engine(PIPELINE, 1, 30.0) as engine:
        pids = set()
        for _ in engine.run(map(article, FINES)):
            pids |= {child.pid for child in multiprocessing.active_children()}
    assert len(pids) == 3


def test_articles_are_taken_only_as_workers_come_free() -> None:
    taken = 0

    def source() -> Iterator[Article]:
        nonlocal taken
        for n in range(10_000):
            taken += 1
            yield article(f"FINE {n} fr/cnil Acme")

    with Engine(PIPELINE, 2, 30.0) as engine:
        results = engine.run(source())
        next(results)
        assert taken <= 3 * SHARD


def test_nothing_is_left_of_an_engine_that_is_left_early() -> None:
    gc.collect()
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(5):
        with Engine(PIPELINE, 2, 30.0) as engine:
            next(engine.run(map(article, FINES)))
    gc.collect()
    assert multiprocessing.active_children() == []
    assert len(os.listdir("/proc/self/fd")) <= before + 1  # noqa: PTH208


def test_slow_articles_within_the_limit_are_waited_for() -> None:
    began = time.monotonic()
    assert extracted([f"FINE {n} fr/cnil Acme SLOW 200" for n in range(4)], 1, 0.6) == {
        f"FINE {n} fr/cnil Acme SLOW 200": 1 for n in range(4)
    }
    assert time.monotonic() - began > 0.8
