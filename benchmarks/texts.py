"""The texts that extraction is timed on: the corpus, news on other things, and texts made to be hard."""

import random
from collections.abc import Mapping
from pathlib import Path

from kg.extract.relevance import is_relevant
from kg.model import Article
from kg.sources.reader import read_articles

_CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
_OPENING = "The CNIL imposed a fine under the GDPR on Norte Foods SA. "
"""What takes a text past the gate."""

_WHO = ("The minister", "A spokesman", "The coach", "The board", "Residents", "Analysts", "The mayor", "Researchers")
_DID = ("said", "announced", "denied", "confirmed", "explained", "expected", "repeated", "welcomed on Monday")
_WHAT = (
    "that the harvest had been better than in the five years before",
    "that the match would be decided by a penalty in the last minute",
    "that the bridge over the river would be closed until 14 March",
    "that revenue had grown by 12 per cent to 1.4 billion euros",
    "that a storm was coming in from the west, with rain and strong winds",
    "that drivers who park there would have to pay a fine of 60 euros",
    "that the new museum had drawn 250,000 visitors since it opened in May",
    "that Article 7 of the agreement left room for another round of talks",
)


def relevant() -> list[Article]:
    """The articles of the corpus that pass the gate."""
    articles = [item for item in read_articles([str(_CORPUS)]) if isinstance(item, Article)]
    return [article for article in articles if is_relevant(article.text)]


def irrelevant(lengths: list[int]) -> list[Article]:
    """News on sport, weather and the economy, as long as given (in characters), some with words of the gate."""
    chance = random.Random(7)
    return [Article(f"news-{number}", _news(chance, length)) for number, length in enumerate(lengths)]


def _news(chance: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += f"{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)}. "
    return text.strip()


def roundup(length: int) -> str:
    """Many articles one after the other, as a yearly review has them."""
    bodies = [article.text for article in relevant()]
    return _repeated("\n\n".join(bodies) + "\n\n", length)


def hard(length: int) -> Mapping[str, str]:
    """Texts of about that many characters, by what is hard in them; each passes the gate."""
    parts = {
        "digits": "1234567890",
        "digits in groups": "1,234.567 890 ",
        "brackets": "([({<",
        "closing brackets": ")]",
        "points of one article": "Article 5(1)(a), (a), (a), (a) ",
        "articles in a list": "Articles 5, 6, 13 to 15, 32(1)(b) and ",
        "sums": "a fine of EUR 10,000 and €2.5 million and ",
        "sums without an end": "€1 €2 €3 ",
        "number words": "two hundred and ",
        "dates": "on 1 May 2021, 2 May 2021 and ",
        "names": "Norte Foods Group Holdings of Alba and ",
        "capitals": "AB CD ",
        "one word": "aaaaaaaaaa",
        "one sentence": "the company that the authority fined because of the data that the ",
        "blanks": " " * 10,
        "line breaks": "\n",
        "short lines": "- Fine: €5,000\n",
        "quotes": "\u201c\u201d\"'",
        "dots": "...",
        "commas": "a, b, ",
        "apostrophes": "a'b'c's ",
        "verbs of sanction": "fined fined ",
        "found no violation": "found that the company did not ",
        "hyphens": "data-protection-",
        "people": "12,000 customers and 3,000 patients and ",
    }
    return {name: _OPENING + _repeated(part, length) for name, part in parts.items()}


def _repeated(part: str, length: int) -> str:
    return (part * (length // len(part) + 1))[:length]
