"""One query from a program that is not a server: the command line."""

import asyncio
from collections.abc import Mapping

from kg.graph.backend import query_service
from kg.graph.query.answers import Answer
from kg.graph.terms import Term
from kg.settings import Settings


def ask(settings: Settings, text: str, *, accept: str, substitutions: Mapping[str, Term] | None = None) -> Answer:
    """Evaluate a query over the store of the settings, under the same rules as the server's: see `QueryPool.answer`.

    Not for a thread whose event loop runs.
    """
    return asyncio.run(_ask(settings, text, accept, substitutions))


async def _ask(settings: Settings, text: str, accept: str, substitutions: Mapping[str, Term] | None) -> Answer:
    service = query_service(settings)
    await service.start()
    try:
        return await (await service.answer(text, accept=accept, substitutions=substitutions)).read()
    finally:
        await service.stop()
