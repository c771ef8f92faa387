"""One query from a program that is not a server: the command line."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from kg.graph.query.answers import Answer
from kg.graph.query.pool import QueryPool
from kg.graph.terms import Term
from kg.settings import Settings


def ask(
    settings: Settings, snapshot: Path, text: str, *, accept: str, substitutions: Mapping[str, Term] | None = None
) -> Answer:
    """Evaluate a query over a snapshot, under the same rules as the server's: see `QueryPool.answer`.

    Not for a thread whose event loop runs.
    """
    return asyncio.run(_ask(settings, snapshot, text, accept, substitutions))


async def _ask(
    settings: Settings, snapshot: Path, text: str, accept: str, substitutions: Mapping[str, Term] | None
) -> Answer:
    async with QueryPool(settings, lambda: snapshot) as pool:
        return await (await pool.answer(text, accept=accept, substitutions=substitutions)).read()
