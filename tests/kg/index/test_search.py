"""The index answers what a plain look at the decisions answers."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import InputError, StoreError, UnknownName
from kg.index.filters import Filters
from kg.index.paging import ORDERS, write_cursor
from kg.index.search import Index
from kg.model import Decision
from kg.values import PartialDate, Role, Status
from ontology.concepts import concepts
from tests.kg.index.fictional import party_names, world

Test = Callable[[Decision], bool]


def date(text: str) -> PartialDate:
    found = PartialDate.parse(text)
    assert found is not None
    return found


def infringes(*wanted: str) -> Test:
    return lambda decision: any(
        str(item) == text or str(item).startswith(f"{text}(") for item in decision.infringed for text in wanted
    )


def concerns(wanted: str) -> Test:
    def broader(name: str) -> set[str]:
        return {name}.union(*(broader(wider) for wider in concepts("data-category")[name].broader))

    return lambda decision: any(wanted in broader(name) for name in decision.data_categories)


def euros(decision: Decision) -> Decimal | None:
    return decision.euro.amount.amount if decision.euro else None


FIRST, LAST = {4: "-01-01", 7: "-01", 10: ""}, {4: "-12-31", 7: "-31", 10: ""}


def within(low: str, high: str) -> Test:
    """Some day of the date may lie between two days."""

    def test(decision: Decision) -> bool:
        text = str(decision.decided or "")
        return bool(text) and text + LAST[len(text)] >= low and text + FIRST[len(text)] <= high

    return test


def sectors(decision: Decision) -> set[str | None]:
    organisations = {item.organisation.sector for item in decision.addressees if item.organisation}
    return organisations | {item.sector for item in decision.addressees}


CASES: list[tuple[str, Filters, Test]] = [
    ("all", Filters(), lambda decision: bool(decision.id)),
    ("authority", Filters({"authority": ("ie/dpc",)}), lambda decision: decision.authority == "ie/dpc"),
    (
        "two authorities",
        Filters({"authority": ("ie/dpc", "fr/cnil")}),
        lambda decision: decision.authority in {"ie/dpc", "fr/cnil"},
    ),
    ("country of a regional one", Filters({"country": ("DE",)}), lambda item: (item.authority or "").startswith("de")),
    (
        "year",
        Filters({"year": ("2021",)}),
        lambda decision: decision.decided is not None and decision.decided.year == 2021,
    ),
    ("whole article", Filters({"provision": ("5",)}), infringes("5")),
    ("paragraph and its points", Filters({"provision": ("5(1)",)}), infringes("5(1)")),
    ("point", Filters({"provision": ("5(1)(f)",)}), infringes("5(1)(f)")),
    ("not a prefix of digits", Filters({"provision": ("3",)}), infringes("3")),
    ("two provisions", Filters({"provision": ("12", "28(3)")}), infringes("12", "28(3)")),
    (
        "cleared",
        Filters({"not_infringed": ("33",)}),
        lambda item: any(str(found) == "33" for found in item.not_infringed),
    ),
    ("data", Filters({"data_category": ("health",)}), concerns("health")),
    ("broader data", Filters({"data_category": ("special-category",)}), concerns("special-category")),
    ("measure", Filters({"measure": ("reprimand",)}), lambda decision: "reprimand" in decision.measures),
    ("context", Filters({"context": ("health-care",)}), lambda decision: "health-care" in decision.contexts),
    ("trigger", Filters({"trigger": ("complaint",)}), lambda decision: decision.trigger == "complaint"),
    ("sector", Filters({"sector": ("hospitals",)}), lambda item: "hospitals" in sectors(item)),
    ("broader sector", Filters({"sector": ("health",)}), lambda item: "hospitals" in sectors(item)),
    ("status", Filters({"status": ("proposed",)}), lambda decision: decision.status is Status.PROPOSED),
    ("role", Filters({"role": ("processor",)}), lambda item: any(a.role is Role.PROCESSOR for a in item.addressees)),
    ("organisation", Filters({"organisation": ("skala-hosting",)}), lambda item: "Skala Hosting" in party_names(item)),
    ("with a fine", Filters(has_fine=True), lambda decision: decision.fine is not None),
    ("without", Filters(has_fine=False), lambda decision: decision.fine is None),
    ("at least", Filters(fine_min=Decimal("245495.16")), lambda item: (euros(item) or 0) >= Decimal("245495.16")),
    ("at most", Filters(fine_max=Decimal(40000)), lambda item: (euros(item) or Decimal("inf")) <= 40000),
    ("from a month", Filters(date_from=date("2021-06")), within("2021-06-01", "9999-12-31")),
    ("until a year", Filters(date_to=date("2021")), within("0001-01-01", "2021-12-31")),
    ("within", Filters(date_from=date("2022-11-15"), date_to=date("2023-03-08")), within("2022-11-15", "2023-03-08")),
    (
        "all at once",
        Filters({"country": ("FR",), "provision": ("32",)}, has_fine=True, date_from=date("2023")),
        lambda item: item.authority == "fr/cnil" and infringes("32")(item),
    ),
]


@pytest.mark.parametrize(("filters", "test"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_filter_leaves_what_a_plain_look_leaves(index: Index, filters: Filters, test: Test) -> None:
    expected = {decision.id for decision in world().decisions if test(decision)}
    found = index.decisions(filters, limit=100)
    assert {item.id for item in found.items} == expected
    assert found.total == len(expected)


def test_each_filter_says_yes_and_no_to_something() -> None:
    yes = {name: {test(decision) for decision in world().decisions} for name, _, test in CASES[1:]}
    assert [name for name, answers in yes.items() if answers != {True, False}] == ["not a prefix of digits"]


@pytest.mark.parametrize(
    ("typed", "parties"),
    [
        ("whereabouts", {"Nordfjord Telecom"}),
        ("SAN-2023-901", {"Lantern Clinic"}),
        ('"Lantern Clinic"', {"Lantern Clinic"}),
        ('"Clinic Lantern"', set()),
        ("kuhn", {"Kühn & Söhne <b>Versand</b>"}),
        ("bakeries west", {"Pan y Sol Bakeries", "a school in the west"}),
        ("…", set()),
    ],
)
def test_words_are_searched_in_names_facts_and_articles(index: Index, typed: str, parties: set[str]) -> None:
    found = index.decisions(Filters(words=typed), limit=100)
    assert {item.parties[0].name for item in found.items} == parties
    assert found.total == len(parties)


@pytest.mark.parametrize(
    ("typed", "parties"),
    [
        ("nord tel", {"Nordfjord Telecom"}),
        ("clinic", {"Lantern Clinic"}),
        ("whereabouts", set()),
        ("school", {"a school in the west"}),
    ],
)
def test_a_party_is_searched_by_the_start_of_its_words(index: Index, typed: str, parties: set[str]) -> None:
    assert {item.parties[0].name for item in index.decisions(Filters(party=typed)).items} == parties


def expected_order(order: str) -> list[str]:
    """Ids as sorting plain values gives them: what has no value last, equal ones by id in the same direction."""
    descending = order.startswith("-")

    def value(decision: Decision) -> str | Decimal | None:
        if order.endswith("fine"):
            return euros(decision)
        text = str(decision.decided or "")
        return text + FIRST[len(text)] if text else None

    by_id = sorted(world().decisions, key=lambda decision: decision.id, reverse=descending)
    known = [(found, decision.id) for decision in by_id if (found := value(decision)) is not None]
    known.sort(key=lambda pair: str(pair[0]) if isinstance(pair[0], str) else f"{pair[0]:030.2f}", reverse=descending)
    return [name for _, name in known] + [decision.id for decision in by_id if value(decision) is None]


@pytest.mark.parametrize("order", sorted(ORDERS))
@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_parts_make_the_whole_list_in_order(index: Index, order: str, limit: int) -> None:
    seen, cursor = list[str](), None
    while True:
        part = index.decisions(Filters(), order=order, limit=limit, cursor=cursor)
        assert part.total == len(world().decisions)
        seen += [item.id for item in part.items]
        if (cursor := part.next) is None:
            break
        assert len(part.items) == limit
    assert seen == expected_order(order)


@pytest.mark.parametrize("cursor", ["", "x", "bm8", "WyItZGF0ZSIsIDFd", "é", "e30"])
def test_a_made_up_cursor_is_refused(index: Index, cursor: str) -> None:
    with pytest.raises(InputError, match="cursor"):
        index.decisions(Filters(), cursor=cursor)


@pytest.mark.parametrize(("key", "total"), [(10**400, 5), (-(10**400), 0), (float("inf"), 5), (50_000, 2), (True, 0)])
def test_a_cursor_with_any_number_is_a_place_in_the_list(index: Index, key: float, total: int) -> None:
    cursor = write_cursor("-fine", key, "~")
    found = index.decisions(Filters(has_fine=True, fine_min=Decimal(1)), order="-fine", cursor=cursor, limit=100)
    assert found.total == 5
    assert len(found.items) == total


def test_a_cursor_of_another_order_is_refused(index: Index) -> None:
    cursor = index.decisions(Filters(), order="-date", limit=1).next
    with pytest.raises(InputError, match="another list"):
        index.decisions(Filters(), order="fine", cursor=cursor)


def test_facets_count_and_do_not_narrow_themselves(index: Index) -> None:
    counts = {item.value: item.decisions for item in index.facet("authority", Filters({"authority": ("fr/cnil",)}))}
    assert counts == {
        name: sum(decision.authority == name for decision in world().decisions)
        for name in {decision.authority for decision in world().decisions}
    }
    narrowed = index.facet("authority", Filters({"data_category": ("health",)}))
    assert [(item.value, item.label) for item in narrowed] == [
        ("fr/cnil", concepts("authority")["fr/cnil"].label()),
        ("it/garante", concepts("authority")["it/garante"].label()),
    ]


def test_a_value_may_be_known_without_a_decision(index: Index) -> None:
    assert index.knows("authority", "pl/uodo")
    assert index.knows("country", "NO")
    assert not index.knows("authority", "xx/none")
    assert not index.knows("nonsense", "fr/cnil")


def test_nothing_has_an_unknown_name(index: Index) -> None:
    with pytest.raises(UnknownName, match="no decision 'x'"):
        index.decision("x")
    with pytest.raises(UnknownName, match="no article 'y'"):
        index.article("y")


def test_statistics_leave_out_what_does_not_stand(index: Index) -> None:
    statistics = index.statistics()
    standing = [euros(item) or Decimal(0) for item in world().decisions if item.status is not Status.PROPOSED]
    assert Decimal(statistics.total_eur) == sum(standing)
    assert statistics.decisions == len(world().decisions)
    assert statistics.fines == sum(decision.fine is not None for decision in world().decisions)
    assert statistics.articles == len(world().articles)
    assert sum(item.decisions for item in statistics.years) == sum(
        item.decided is not None for item in world().decisions
    )
    assert {item.value for item in statistics.top_provisions} == {
        str(provision.article) for decision in world().decisions for provision in decision.infringed
    }


def test_all_authorities_are_listed_with_their_counts(index: Index) -> None:
    found = {item.id: item for item in index.authorities()}
    assert set(found) == set(concepts("authority"))
    assert (found["ie/dpc"].decisions, found["ie/dpc"].fines, found["ie/dpc"].total_eur) == (2, 1, "0")
    assert (found["fr/cnil"].country, found["de-hh/hmbbfdi"].country) == ("FR", "DE")
    assert found["de-hh/hmbbfdi"].total_eur == "40000"
    assert [item.decisions for item in index.authorities()] == sorted(
        (item.decisions for item in index.authorities()), reverse=True
    )


@pytest.mark.parametrize("content", [None, b"", b"not a database, but long enough to look like one" * 40])
def test_a_file_that_is_no_index_is_a_store_error(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "index.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=r"index\.sqlite"):
        Index(path)
