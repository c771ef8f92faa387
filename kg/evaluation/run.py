"""Extract from every text that has gold, and judge what was found."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from kg.errors import InputError
from kg.evaluation.judge import judge
from kg.evaluation.reading import Task, read_tasks
from kg.evaluation.result import Evaluation, Judged
from kg.extract.pipeline import extract
from kg.model import Article, Extraction

_WORTH_IT = 200_000
"""Characters from which on the start of other processes is won back."""

_AT_A_TIME = 8


Extractor: TypeAlias = Callable[[Article], Extraction]


def evaluate(
    gold: Path,
    articles: Sequence[str] = (),
    *,
    language: str | None = None,
    workers: int = 1,
    extractor: Extractor = extract,
) -> Evaluation:
    """Judge the extraction on a gold file (see `read_tasks`), only on texts of one language if one is given.

    The result does not depend on the number of worker processes. InputError where nothing can be judged.
    """
    tasks, rejects = read_tasks(gold, articles)
    if language is not None:
        tasks = tuple(task for task in tasks if task.article.language.partition("-")[0] == language)
    if not tasks:
        raise InputError(f"{gold}: no text is in the language {language}")
    return Evaluation(tuple(_judged(tasks, workers, extractor)), rejects)


def _judged(tasks: Sequence[Task], workers: int, extractor: Extractor) -> Iterator[Judged]:
    with _extractions([task.article for task in tasks], workers, extractor) as extractions:
        for task, extraction in zip(tasks, extractions, strict=True):
            judgement = judge(task.article.key, extraction.claims, task.gold)
            yield Judged(task.article, extraction, judgement)


@contextmanager
def _extractions(articles: Sequence[Article], workers: int, extractor: Extractor) -> Iterator[Iterable[Extraction]]:
    """What is found in each article, in order; by other processes where there is enough to do."""
    if workers == 1 or sum(len(article.text) for article in articles) < _WORTH_IT:
        yield map(extractor, articles)
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kg.extract.pipeline"])
    try:
        with ProcessPoolExecutor(workers, mp_context=context) as pool:
            yield pool.map(extractor, articles, chunksize=_AT_A_TIME)
    except BrokenProcessPool as error:
        raise InputError("a text ended the process that read it; GDPR_KG_WORKERS=1 shows which") from error
