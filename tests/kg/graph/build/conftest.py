"""The decisions that three articles report, and the units that are built of them."""

from collections.abc import Sequence

import pytest

from kg.graph.terms import Unit
from kg.model import Decision
from kg.resolve.decisions import resolve
from tests.kg.graph.build.reporting import built, sources


@pytest.fixture(scope="session")
def decisions() -> tuple[Decision, ...]:
    return resolve(sources())


@pytest.fixture(scope="session")
def units(decisions: tuple[Decision, ...]) -> Sequence[Unit]:
    return built(decisions)
