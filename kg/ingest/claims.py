"""Claims as JSON and back: how the ledger keeps what was extracted."""

from pydantic import TypeAdapter

from kg.model import Claim

_CLAIMS = TypeAdapter(tuple[Claim, ...])


def to_json(claims: tuple[Claim, ...]) -> str:
    """The JSON of claims; equal claims give equal text."""
    return _CLAIMS.dump_json(claims).decode()


def from_json(text: str) -> tuple[Claim, ...]:
    """The claims that `to_json` wrote. ValueError for any other text."""
    return _CLAIMS.validate_json(text)
