"""What a client accepts (RFC 9110, 12.5.1), and the best of what can be had."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.errors import NotAcceptable


class Range(NamedTuple):
    """A media range in lower case, such as `text/*`, and its weight from 0 (not wanted) to 1."""

    media: str
    weight: float

    def fits(self, media_type: str) -> bool:
        """Whether the range holds a media type."""
        return self.media in {media_type, "*/*", media_type.split("/")[0] + "/*"}

    @property
    def specific(self) -> int:
        """2 for a media type, 1 for `text/*`, 0 for `*/*`: the most specific range that fits decides."""
        return 2 - self.media.count("*")


def parse(accept: str) -> tuple[Range, ...]:
    """The media ranges of an Accept header; what is not well formed is left out, other parameters are passed over."""
    return tuple(found for part in accept.split(",") if (found := _parse_range(part)) is not None)


def best(accept: str, offered: Sequence[str]) -> str:
    """The media type of `offered`, the server's favourite first, that a client likes best; no header takes any.

    NotAcceptable, listing what can be had, where the client takes none.
    """
    ranges = parse(accept)
    if not ranges:
        return offered[0]
    weights = [(weight(media_type, ranges), -place) for place, media_type in enumerate(offered)]
    liked, place = max(weights)
    if liked == 0:
        raise NotAcceptable(f"the answer cannot be had in a form that you accept; it can be had as {_all(offered)}")
    return offered[-place]


def weight(media_type: str, ranges: Iterable[Range]) -> float:
    """How much a client wants a media type: the weight of the most specific range that holds it; 0 without one."""
    fitting = [found for found in ranges if found.fits(media_type)]
    return max(fitting, key=lambda found: (found.specific, found.weight)).weight if fitting else 0.0


def _parse_range(part: str) -> Range | None:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    if media.count("/") != 1:
        return None
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            return _weighted(media, value.strip())
    return Range(media, 1.0)


def _weighted(media: str, value: str) -> Range | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return Range(media, number) if 0.0 <= number <= 1.0 else None


def _all(offered: Sequence[str]) -> str:
    return ", ".join(offered)
