"""What resolution works on: an article by its id, when it appeared, and what it says."""

from dataclasses import dataclass

from kg.model import Claim
from kg.values import PartialDate


@dataclass(frozen=True, slots=True)
class Source:
    """The claims of one article; `article_id` as in `kg.ids`, `published` None where the article does not say."""

    article_id: str
    published: PartialDate | None
    claims: tuple[Claim, ...]
