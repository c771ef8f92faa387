"""How fast articles are read: against a standard pipeline, irrelevant against relevant, long against short.

Run by `make bench`, or alone: `python -m benchmarks.extraction`.
"""

import sys

from benchmarks.timing import Figure, cpu_seconds, in_turns, on_one_core, report

on_one_core()  # before spaCy is imported

from benchmarks.peer_pipeline import small_english  # noqa: E402
from benchmarks.texts import hard, irrelevant, relevant, roundup  # noqa: E402
from kg.extract.pipeline import extract  # noqa: E402
from kg.model import Article  # noqa: E402

SHORT, LONG = 10_000, 100_000
"""Characters of the texts whose times are compared."""


def throughput() -> list[Figure]:
    """The articles of the corpus by us and by the peer, in turns; and as many on other things, of the same lengths."""
    articles = relevant()
    others = irrelevant([len(article.text) for article in articles])
    peer = small_english()
    spent = in_turns(
        {
            "ours": lambda: [extract(article) for article in articles],
            "peer": lambda: list(peer.pipe(article.text for article in articles)),
            "irrelevant": lambda: [extract(article) for article in others],
        }
    )
    return [
        Figure("relevant articles", len(articles) / spent["ours"], "docs/s"),
        Figure("the same articles, spaCy's small English pipeline", len(articles) / spent["peer"], "docs/s"),
        Figure("irrelevant articles of the same lengths", len(others) / spent["irrelevant"], "docs/s"),
        Figure("extraction against spaCy's pipeline", spent["peer"] / spent["ours"], "times", least=10),
        Figure("irrelevant against relevant", spent["ours"] / spent["irrelevant"], "times", least=100),
    ]


def growth() -> list[Figure]:
    """How many times the time of a text takes one that is ten times longer."""
    pairs = {"roundup": (roundup(SHORT), roundup(LONG))}
    long = hard(LONG)
    pairs |= {name: (text, long[name]) for name, text in hard(SHORT).items()}
    return [Figure(f"ten times longer: {name}", _ratio(*pair), "times", most=12) for name, pair in pairs.items()]


def _ratio(short: str, long: str) -> float:
    short_article, long_article = Article("short", short), Article("long", long)
    for article in (short_article, long_article):  # what is only made once, such as automata, is no growth
        extract(article)
    best = min(cpu_seconds(lambda: extract(short_article)) for _ in range(3))
    return min(cpu_seconds(lambda: extract(long_article)) for _ in range(2)) / best


if __name__ == "__main__":
    code = report("Throughput, CPU time on one core", throughput())
    sys.exit(report(f"Growth, {SHORT:,} to {LONG:,} characters", growth()) or code)
