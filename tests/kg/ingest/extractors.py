"""Small real extractors for worker processes: they read one line, `FINE <amount> <authority>`, and obey commands."""

import os
import re
import signal
import time
from pathlib import Path

from kg.ingest.pipeline import Pipeline
from kg.model import Article, Claim, Extraction, Fine, Label, Mention, Party, Stated
from kg.values import Money, Status

_FINE = re.compile(r"FINE (\d+) ([a-z]{2}/[a-z]+) (\w+)")


def extract(article: Article) -> Extraction:
    """One claim for each line that states a fine; a line that is a command is carried out first."""
    _obey(article.text)
    claims = tuple(_claim(found) for found in _FINE.finditer(article.text))
    return Extraction(claims, tuple(mention for claim in claims for mention in claim.mentions()))


def _obey(text: str) -> None:
    if "CRASH" in text:
        os._exit(7)
    if "SEGV" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "HANG" in text:
        time.sleep(600)
    if "RAISE" in text:
        raise ValueError("no such luck")
    if found := re.search(r"ONCE (\S+)", text):
        mark = Path(found[1])
        if not mark.exists():
            mark.touch()
            os._exit(7)
    if found := re.search(r"COUNT (\S+)", text):
        with Path(found[1]).open("a") as file:
            file.write("x")
    if found := re.search(r"SLOW (\d+)", text):
        time.sleep(int(found[1]) / 1000)


def _claim(found: re.Match[str]) -> Claim:
    money = Money.parse(f"{found[1]} EUR")
    assert money is not None
    amount = Mention(found.start(1), found.end(1), Label.MONEY, money)
    authority = Mention(found.start(2), found.end(2), Label.AUTHORITY, found[2])
    party = Mention(found.start(3), found.end(3), Label.PARTY, Party(found[3]))
    return Claim(
        status=Stated(Status.FINAL, (amount,), 0.9),
        authority=Stated(found[2], (authority,), 0.9),
        parties=(Stated(Party(found[3]), (party,), 0.9),),
        fine=Stated(Fine(money), (amount,), 0.9),
    )


def is_relevant(text: str) -> bool:
    """The gate: only what is written in capitals."""
    return re.search("[A-Z]{4}", text) is not None


PIPELINE = Pipeline(extract, is_relevant, "0123456789abcdef")
