"""Parts of the API's description that several operations share."""

from typing import Any

from api.models import Problem
from api.problems import KINDS, MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]


def also(*media_types: str) -> Responses:
    """The answer can be had as these too."""
    return {200: {"content": {media_type: {"schema": {"type": "string"}} for media_type in media_types}}}


def problems(*statuses: int) -> Responses:
    """The problems that an operation may answer."""
    titles = {kind.status: kind.title for kind in KINDS.values()} | {422: "A parameter cannot be used"}
    schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    return {
        status: {"description": titles[status], "model": Problem, "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in statuses
    }
