"""One record: which fields are taken, which refused, and what tells one record from another."""

import pytest

from kg.sources.record import MAX_TEXT, BadRecord, Place, to_record
from kg.values import PartialDate

PLACE = Place("in/news.jsonl", 3)


def test_every_field_is_read_and_others_are_ignored() -> None:
    record = to_record(
        {
            "id": 17,
            "title": " A \n fine ",
            "url": " https://news.example/a ",
            "published": "2024-05-03T08:30:00+02:00",
            "lang": "de-AT",
            "text": "Body.",
            "section": ["x"],
        },
        PLACE,
    )
    article = record.article
    assert (article.key, article.title, article.url) == ("17", "A fine", "https://news.example/a")
    assert article.text == "A fine\n\nBody."
    assert article.published == PartialDate(2024, 5, 3)
    assert article.language == "de-at"
    assert (record.file, record.line) == ("in/news.jsonl", 3)


def test_only_a_text_is_required() -> None:
    article = to_record({"text": "Body.", "title": None, "url": ""}, PLACE).article
    assert (article.key, article.title, article.url, article.published, article.language) == (
        "news.jsonl:3",
        None,
        None,
        None,
        "en",
    )


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-05-03 08:30", "2024-05-03"),
        ("2024-05-03T08:30:00Z", "2024-05-03"),
        ("2024-05-03T23:59:59.123456-05:00", "2024-05-03"),
        ("2024-05-03 08:30:00 +0200", "2024-05-03"),
        ("2024-05-03 08:30:00 UTC", "2024-05-03"),
    ],
)
def test_published_is_the_day_that_is_printed(printed: str, date: str) -> None:
    assert str(to_record({"text": "x", "published": printed}, PLACE).article.published) == date


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "no text"),
        ({"text": " \u200b\n"}, "no text"),
        ({"text": 5}, "text is not a text: 5"),
        ({"text": ["a"]}, "text is not a text"),
        ({"text": "a\0b"}, "text holds a NUL"),
        ({"text": "x", "title": {}}, "title is not a text"),
        ({"text": "x", "id": True}, "id is not a text: True"),
        ({"text": "x", "id": 1.5}, "id is not a text: 1.5"),
        ({"text": "x", "published": "yesterday"}, "published is not an ISO 8601 date: 'yesterday'"),
        ({"text": "x", "published": "2024-02-30"}, "2024-02-30"),
        ({"text": "x", "published": "2024-05-03T25:00"}, "2024-05-03T25:00"),
        ({"text": "x", "published": 20240503}, "published is not a text"),
        ({"text": "x", "lang": "English (UK)"}, "lang is not a language tag: 'English (UK)'"),
        ({"text": "x" * (MAX_TEXT + 1)}, "1,000,001 characters"),
    ],
)
def test_a_bad_record_says_why(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(BadRecord) as caught:
        to_record(fields, PLACE)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            ({"url": "https://n.example/1", "text": "a"}, PLACE),
            ({"url": "https://n.example/1", "text": "b"}, Place("z")),
            True,
        ),
        (
            ({"url": "https://n.example/1", "text": "a"}, PLACE),
            ({"url": "https://n.example/2", "text": "a"}, PLACE),
            False,
        ),
        (({"id": "1", "text": "a"}, PLACE), ({"id": "1", "text": "b"}, Place("in/news.jsonl", 9)), True),
        (({"id": "1", "text": "a"}, PLACE), ({"id": "1", "text": "a"}, Place("in/other.jsonl", 3)), False),
        (({"text": "a"}, Place("story.txt")), ({"text": "b"}, Place("./story.txt")), True),
        (({"text": "a"}, PLACE), ({"text": "b"}, PLACE), False),
        (({"text": "a"}, PLACE), ({"text": "a"}, Place("in/news.jsonl", 4)), True),
        (({"text": "a"}, Place("-")), ({"text": "b"}, Place("-")), False),
        (({"id": "1", "text": "a"}, Place("-", 1)), ({"id": "1", "text": "b"}, Place("-", 7)), True),
    ],
)
def test_identity(one: tuple[dict[str, object], Place], other: tuple[dict[str, object], Place], same: bool) -> None:
    assert (to_record(*one).identity == to_record(*other).identity) is same
