"""The central types: a mention finds its words again, and nothing stands without a mention."""

import pytest

from kg.model import Article, Claim, Label, Mention, Party, Reject, Stated
from kg.values import Provision, Status

FINED = Mention(4, 9, Label.STATUS, "final")


def test_a_mention_quotes_its_article() -> None:
    assert FINED.quote(Article("a", "Was fined.")) == "fined"


def test_a_claim_lists_its_mentions_once_in_the_order_of_the_text() -> None:
    article = Mention(20, 30, Label.PROVISION, Provision(32))
    infringed = tuple(Stated(Provision(32), (article, FINED), 0.9) for _ in range(2))
    claim = Claim(status=Stated(Status.FINAL, (FINED,), 1.0), infringed=infringed)
    assert list(claim.mentions()) == [FINED, article]


@pytest.mark.parametrize(("mentions", "confidence"), [((), 0.5), ((FINED,), 1.1), ((FINED,), -0.1)])
def test_nothing_is_stated_without_mention_and_probability(mentions: tuple[Mention, ...], confidence: float) -> None:
    with pytest.raises(ValueError, match=r"no probability|without a mention"):
        Stated("final", mentions, confidence)


def test_a_party_has_a_name_or_a_description() -> None:
    with pytest.raises(ValueError, match="name or a description"):
        Party(None)


@pytest.mark.parametrize(("line", "text"), [(7, "a.csv:7: no text"), (None, "a.csv: no text")])
def test_a_reject_names_its_place(line: int | None, text: str) -> None:
    assert str(Reject("a.csv", line, "no text")) == text
