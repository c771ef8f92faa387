"""Names of things: always made from content, never random, never by a clock.

A name is the last part of an IRI: `fr/cnil`, `5(1)(f)` and so on; `Names` turns it into the IRI under a base.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from kg.model import Article
from kg.values import Provision

REFERENCE_BASE = "https://w3id.org/gdpr-enforcement/id/"
"""What the IRIs of provisions and authorities start with, on every instance: they stand in `ontology/`."""

_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "đ": "d", "ł": "l", "Ł": "L"}
)


def article_id(article: Article) -> str:
    """16 hex digits of the SHA-256 of the article's normalised text."""
    return digest(article.text)


def digest(text: str) -> str:
    """16 hex digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(name: str) -> str:
    """A name as a part of an IRI: lower-case ASCII letters and digits with hyphens; a digest where none is left."""
    letters = unicodedata.normalize("NFKD", name.translate(_UNDECOMPOSED))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or digest(name)


def provision_path(provision: Provision) -> str:
    """The path of a provision, like ELI's: `art_5/par_1/pnt_f`; Article 4's definitions are points: `art_4/pnt_7`."""
    path = f"art_{provision.article}"
    if provision.paragraph is not None:
        path += f"/{'pnt' if provision.article == 4 else 'par'}_{provision.paragraph}"
    return path + (f"/pnt_{provision.point}" if provision.point else "")


def authority_iri(authority: str) -> str:
    """The IRI of a supervisory authority, from an id such as `fr/cnil`."""
    return f"{REFERENCE_BASE}authority/{authority}"


def provision_iri(provision: Provision) -> str:
    """The IRI of a provision of the GDPR."""
    return f"{REFERENCE_BASE}provision/reg/2016/679/{provision_path(provision)}"


@dataclass(frozen=True, slots=True)
class Names:
    """IRIs of the things of one instance, under its base: `GDPR_KG_BASE_IRI`."""

    base: str

    def article(self, article_id: str) -> str:
        """The IRI of a source article, which is also the name of its evidence graph."""
        return f"{self.base}article/{article_id}"

    def decision(self, decision_id: str) -> str:
        """The IRI of a decision."""
        return f"{self.base}decision/{decision_id}"

    def organisation(self, organisation_id: str) -> str:
        """The IRI of an addressee that is known by name."""
        return f"{self.base}org/{organisation_id}"

    def run(self, fingerprint: str) -> str:
        """The IRI of the extraction pipeline of one version: one for each fingerprint, not for each execution."""
        return f"{self.base}run/{fingerprint}"
