"""Gold and its texts come together; what does not is named."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation.gold import AnnotatedGold, CaseRecord
from kg.evaluation.reading import read_tasks
from tests.kg.evaluation.writing import CASE, DECISION, TEXT, record, write


def test_texts_in_the_gold_itself(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record("one", DECISION, title="A shop"), record("two"), "")
    tasks, rejects = read_tasks(gold)
    assert rejects == ()
    assert [(task.article.key, task.article.text) for task in tasks] == [("one", f"A shop\n\n{TEXT}"), ("two", TEXT)]
    assert [isinstance(task.gold, AnnotatedGold) and len(task.gold.decisions) for task in tasks] == [1, 0]


def test_texts_beside_the_gold_or_where_told(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", record("one", text=None), record("two", text=None))
    for folder in ("articles", "elsewhere"):
        for key in ("one", "two", "unasked"):
            write(tmp_path / folder / f"{key}.md", f"---\nid: {key}\n---\n\nIn {folder}: {TEXT}")
    assert [task.article.text[:11] for task in read_tasks(gold)[0]] == ["In articles"] * 2
    assert [task.article.text[:12] for task in read_tasks(gold, [str(tmp_path / "elsewhere")])[0]] == [
        "In elsewhere"
    ] * 2


def test_a_numeric_id_and_one_with_line_breaks(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record() | {"id": 7}, record("two\nlines"))
    assert [task.article.key for task in read_tasks(gold)[0]] == ["7", "two lines"]


def test_case_records_are_told_by_their_keys(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", {"id": "c", "text": TEXT, "gold": CASE | {"parties_raw": []}})
    assert isinstance(read_tasks(gold)[0][0].gold, CaseRecord)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "not JSON"),
        ("[]", "not an object"),
        ('{"id": "x"}', "not an object with an id and gold"),
        ('{"gold": {"decisions": []}, "text": "t"}', "not an object with an id and gold"),
        ('{"id": "x", "gold": {"decisions": [{"articles": "32"}]}}', "gold.decisions.0.articles: "),
        (
            '{"id": "x", "gold": {"decisions": [{"fine": {"amount": "much", "currency": "EUR"}}]}}',
            "gold.decisions.0.fine.amount: ",
        ),
        ('{"id": "x", "gold": {"decisions": [{"fine": {"amount": 1, "currency": "euro"}}]}}', "fine.currency: "),
        ('{"id": "x", "gold": {}}', "gold.authority: "),
        ('{"id": "x", "gold": {"decisions": []}}', "no article has the id x"),
        ('{"id": "x", "text": 5, "gold": {"decisions": []}}', "text is not a text"),
        ('{"id": "good", "gold": {"decisions": []}}', "the id good stands in line 1 already"),
        ("[" * 100_000, "not JSON"),
        ('{"id": "x", "gold": {"decisions": [{"status": "fin\\ud800al"}]}}', "surrogate"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(line: str, reason: str, tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record("good"), line)
    tasks, rejects = read_tasks(gold)
    assert [task.article.key for task in tasks] == ["good"]
    assert all(reject.file == str(gold) and reject.line == 2 for reject in rejects)
    assert reason in rejects[0].reason


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    gold = write(tmp_path / "set.jsonl", record("good"))
    gold.write_bytes(b"\xef\xbb\xbf" + gold.read_bytes() + b'{"id": "\xff"}\n')
    tasks, [reject] = read_tasks(gold)
    assert len(tasks) == 1
    assert reject.line == 2


def test_nothing_to_judge(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text has gold"):
        read_tasks(write(tmp_path / "empty.jsonl", ""))
    with pytest.raises(InputError, match="no article has the id lost"):
        read_tasks(write(tmp_path / "lost.jsonl", record("lost", text=None)))
    with pytest.raises(InputError, match="cannot be read"):
        read_tasks(tmp_path / "missing.jsonl")
    with pytest.raises(InputError, match="no-such-folder"):
        read_tasks(write(tmp_path / "set.jsonl", record()), ["no-such-folder"])
