"""What ingestion asks of extraction: three things, so that it can be run with any extractor."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.model import Article, Extraction


@dataclass(frozen=True, slots=True)
class Pipeline:
    """An extractor.

    `extract` runs in worker processes, so it is a function of a module; whatever it raises is the article's fault.
    `is_relevant` is cheap and looks only at the text. Articles are extracted again when `fingerprint` changes.
    `preload` are modules that each worker needs: they are imported once, before workers are forked.
    """

    extract: Callable[[Article], Extraction]
    is_relevant: Callable[[str], bool]
    fingerprint: str
    preload: tuple[str, ...] = ()


def standard_pipeline() -> Pipeline:
    """The pipeline of `kg.extract`."""
    from kg.extract import pipeline, relevance

    return Pipeline(pipeline.extract, relevance.is_relevant, pipeline.fingerprint(), ("kg.extract.pipeline",))
