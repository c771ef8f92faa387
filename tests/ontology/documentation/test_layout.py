"""The layout of the diagram: arrows lead to the right, and long ones have lanes."""

import pytest

from ontology.documentation.layout import Edge, arrange


@pytest.mark.parametrize(
    ("nodes", "edges", "columns"),
    [
        ("", [], ()),
        ("a", [], ((("a",),),)),
        ("ab", [("a", "b")], ((("a",),), (("b",),))),
        ("ab", [("a", "a"), ("a", "b")], ((("a",),), (("b",),))),
        ("abc", [("a", "b"), ("b", "c"), ("a", "c")], ((("a",),), (("a", "c", "1"), ("b",)), (("c",),))),
    ],
)
def test_columns(nodes: str, edges: list[Edge], columns: tuple[object, ...]) -> None:
    found = arrange(tuple(nodes), edges)
    assert tuple(tuple(sorted(column)) for column in found.columns) == columns


def test_a_circle_is_laid_out_with_one_arrow_turned_round() -> None:
    found = arrange(("a", "b", "c"), [("a", "b"), ("b", "c"), ("c", "a")])
    assert [column[0][0] for column in found.columns if len(column[0]) == 1] == ["a", "b", "c"]
    assert set(found.ways) == {("a", "b"), ("b", "c"), ("a", "c")}


def test_arrows_do_not_cross_without_need() -> None:
    found = arrange(("a", "b", "x", "y"), [("a", "y"), ("b", "x")])
    left, right = ([slot[0] for slot in column] for column in found.columns)
    assert [{"a": "y", "b": "x"}[name] for name in left] == right


def test_the_order_of_the_arrows_does_not_matter() -> None:
    edges = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d")]
    assert arrange(tuple("abcd"), edges) == arrange(tuple("abcd"), edges[::-1])


def test_a_lone_source_stands_beside_what_it_points_to() -> None:
    found = arrange(("a", "b", "c", "z"), [("a", "b"), ("b", "c"), ("z", "c")])
    assert ("z",) in found.columns[1]
