"""Invented articles about invented companies, and the graph that they make: what tests of index and pages look at.

An article is written with its mentions marked: `[money=900000 EUR|EUR 900,000]`. A number before the label says which
decision of the article the mention belongs to.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.graph.build.articles import article_unit
from kg.graph.build.decisions import decision_unit
from kg.graph.build.organisations import organisation_unit
from kg.graph.namespaces import URL
from kg.graph.store.reference import read_reference
from kg.graph.terms import Iri, Quad, Unit
from kg.ids import Names, article_id
from kg.model import Article, Claim, Decision, Fine, Label, Mention, Party, Stated, Value
from kg.resolve.decisions import resolve
from kg.resolve.sources import Source
from kg.values import Bound, Effect, Factor, Headcount, Money, PartialDate, Provision, Role, Status
from ontology.files import turtle_files

NAMES = Names("https://w3id.org/gdpr-enforcement/id/")
FINGERPRINT = "00112233445566aa"
MARK = re.compile(r"\[(?:(?P<number>\d):)?(?P<key>[a-z_]+)(?:=(?P<value>[^|\]]*))?\|(?P<words>[^\]]+)\]")

MARKED: Mapping[str, tuple[str | None, str]] = {
    "Lantern Clinic fined over open patient files": (
        "2023-03-10",
        "The [authority=fr/cnil|French authority] has fined [party=controller|Lantern Clinic]"
        " [money=900000 EUR|EUR 900,000]. Its decision, [case=SAN-2023-901|SAN-2023-901], dates from"
        " [date=2023-03-08|8 March 2023].\n\nThe regulator saw breaches of [provision=5(1)(f)|Article 5(1)(f)] and"
        " [provision=32|Article 32] of the GDPR, but [cleared=33|no breach of Article 33]. The [data=health|patient"
        " files] of [count=about 40000|about 40,000 people] were [cause=misconfiguration|open to anyone with the link]."
        " The [kind=confidentiality|leak] was told by the [sector=hospitals|clinic] [delay=432|15 days late]. It began"
        " with a [trigger=complaint|complaint] by [group=patient|patients]; the [factor=f mitigating|cooperation]"
        " counted in favour of [context=health-care|the hospital's care]. The clinic also got a"
        " [measure=reprimand|reprimand], and the ruling is [status=final|final].",
    ),
    "Clinic pays for its open archive": (
        "2023-03-12",
        "Anyone could read [data=health|diagnoses] at [party=controller|Lantern Clinic]; that now costs it"
        " [money=905000 EUR|about 905,000 euros]. [authority=fr/cnil|CNIL] said so in [case=SAN-2023-901|case"
        " SAN-2023-901] of [date=2023-03|March 2023]. The [data=genetic|gene tests] lay there too.",
    ),
    "Nordfjord Telecom and its supplier sanctioned": (
        "2022-11-30",
        "Norway's [authority=no/datatilsynet|data protection authority] fined [party=controller|Nordfjord Telecom] and"
        " [party=processor|Skala Hosting] [money=2500000 NOK|NOK 2.5 million] in [date=2022-11|November 2022] under"
        " [provision=28(3)|Article 28(3)] and [provision=32(1)(b)|Article 32(1)(b)]. The [data=location|whereabouts] of"
        " [count=at-least 120000|more than 120,000] subscribers leaked.",
    ),
    "Two rulings in a week": (
        "2021-06-04",
        "[1:authority=es/aepd|Spain's AEPD] asks [1:party=controller|Pan y Sol Bakeries] for"
        " [1:money=6000 EUR|6,000 euros] over [1:data=image|cameras] in a changing room"
        " ([1:provision=5(1)(c)|Art. 5(1)(c)]), it said on [1:date=2021-06-02|2 June 2021].\n\nThe"
        " [2:authority=ie/dpc|Irish commission] [2:measure=reprimand|reprimanded] a"
        " [2:unnamed=a school in the west|school in the west] in [2:date=2021|2021] under"
        " [2:provision=12(3)|Article 12(3)]; there is no fine.",
    ),
    "Regulator wants a record fine for Orbit Ads": (
        "2024-02-01",
        "[authority=ie/dpc|Ireland's regulator] [status=proposed|proposes] to fine [party=controller|Orbit Ads Ltd]"
        " [money=75000000 EUR|75 million euros] under [provision=6(1)|Article 6(1)] for tracking"
        " [data=browsing|what people read].",
    ),
    "Court halves the fine of <script>alert('Kühn')</script>": (
        None,
        "[status=reduced|Cut by a court]: [party=controller|Kühn & Söhne <b>Versand</b>] pays"
        " [money=40000 EUR|40,000 euros] instead of [initial=80000 EUR|80,000 euros], the"
        " [authority=de-hh/hmbbfdi|Hamburg commissioner] confirmed on [date=2020-09-15|15 September 2020]."
        " <img src=x onerror=alert(1)> [provision=17(1)|Article 17(1)] was at stake.",
    ),
    "A fine that nobody puts a number to": (
        "2020",
        "[authority=it/garante|Italy's Garante] has [money=|fined] [party=controller|Bottega Verde Chiaro] over"
        " [data=health|sick notes].",
    ),
}


@dataclass(frozen=True)
class World:
    """Articles, the decisions that they report, and what both are in the graph."""

    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...]
    units: tuple[Unit, ...]

    @property
    def quads(self) -> frozenset[Quad]:
        """The whole graph, with the reference data."""
        return read_reference(turtle_files()).union(*(unit.quads for unit in self.units))

    def decision(self, party: str) -> Decision:
        """The decision on the party whose name or description has these words."""
        return next(item for item in self.decisions if any(party in name for name in party_names(item)))

    def article(self, title: str) -> str:
        """The id of the article whose title has these words."""
        return next(article_id(item) for item in self.articles if title in (item.title or ""))


def party_names(decision: Decision) -> list[str]:
    """What the addressees of a decision are called."""
    return [item.organisation.name if item.organisation else item.description or "" for item in decision.addressees]


@cache
def world() -> World:
    """All of it."""
    read = [_read(title, published, marked) for title, (published, marked) in MARKED.items()]
    articles = tuple(article for article, _ in read)
    decisions = resolve(Source(article_id(article), article.published, claims) for article, claims in read)
    return World(articles, decisions, tuple(_units(articles, decisions)))


def _units(articles: Iterable[Article], decisions: tuple[Decision, ...]) -> Iterator[Unit]:
    for article in articles:
        yield _linked(article_unit(article, decisions, FINGERPRINT, NAMES), "script" in (article.title or ""))
    for decision in decisions:
        yield decision_unit(decision, NAMES)
    found = {item.organisation for decision in decisions for item in decision.addressees if item.organisation}
    for organisation in sorted(found, key=lambda organisation: organisation.id):
        yield organisation_unit(organisation, NAMES)


def _linked(unit: Unit, hostile: bool) -> Unit:
    """An article with an address; a hostile one is as another program might write it, for ours would refuse it."""
    address = Iri("javascript:alert(2)" if hostile else "https://news.example/story")
    return Unit(unit.name, unit.quads | {Quad(unit.name, URL, address, unit.name)})


def _read(title: str, published: str | None, marked: str) -> tuple[Article, tuple[Claim, ...]]:
    text, at, found = f"{title}\n\n", 0, defaultdict[str, list[tuple[str, str, int, int]]](list)
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()] + mark["words"]
        at = mark.end()
        place = (len(text) - len(mark["words"]), len(text))
        found[mark["number"] or "1"].append((mark["key"], mark["value"] or "", *place))
    text += marked[at:]
    article = Article(key=title, text=text, title=title, published=PartialDate.parse(published) if published else None)
    return article, tuple(_claim(text, items) for _, items in sorted(found.items()))


def _claim(text: str, items: list[tuple[str, str, int, int]]) -> Claim:
    def every(key: str, label: Label) -> Iterator[tuple[str, str, Mention]]:
        for name, value, start, end in items:
            if name == key:
                yield value, text[start:end], Mention(start, end, label, _mentioned(label, value))

    def first(key: str, label: Label) -> Stated[str] | None:
        return next((Stated(value, (mention,), 0.9) for value, _, mention in every(key, label)), None)

    def several(key: str, label: Label) -> tuple[Stated[str], ...]:
        return tuple(Stated(value, (found,), 0.9) for value, _, found in every(key, label))

    def provisions(key: str) -> tuple[Stated[Provision], ...]:
        found = ((Provision.parse(value), mention) for value, _, mention in every(key, Label.PROVISION))
        return tuple(Stated(provision, (mention,), 0.95) for provision, mention in found if provision)

    parties = [
        Stated(Party(words, Role(value)), (mention,), 0.8) for value, words, mention in every("party", Label.PARTY)
    ]
    parties += [
        Stated(Party(None, Role.CONTROLLER, value), (mention,), 0.6)
        for value, _, mention in every("unnamed", Label.PARTY)
    ]
    status = first("status", Label.STATUS)
    anything = Mention(items[0][2], items[0][3], Label.STATUS, "final")
    return Claim(
        status=Stated(Status(status.value), status.mentions, 0.7) if status else Stated(Status.FINAL, (anything,), 0.5),
        authority=first("authority", Label.AUTHORITY),
        parties=tuple(parties),
        fine=_fine([*every("money", Label.MONEY)], [*every("initial", Label.MONEY)]),
        infringed=provisions("provision"),
        not_infringed=provisions("cleared"),
        data_categories=tuple(Stated(value, (found,), 0.9) for value, _, found in every("data", Label.DATA_CATEGORY)),
        affected=next(
            (Stated(_count(value), (found,), 0.9) for value, _, found in every("count", Label.HEADCOUNT)), None
        ),
        decided=next(
            (
                Stated(date, (found,), 0.9)
                for value, _, found in every("date", Label.DATE)
                if (date := PartialDate.parse(value))
            ),
            None,
        ),
        measures=tuple(Stated(value, (found,), 0.9) for value, _, found in every("measure", Label.MEASURE)),
        case_number=first("case", Label.CASE_NUMBER),
        sector=first("sector", Label.SECTOR),
        contexts=several("context", Label.CONTEXT),
        subject_groups=several("group", Label.SUBJECT_GROUP),
        trigger=first("trigger", Label.TRIGGER),
        breach_kinds=several("kind", Label.BREACH_KIND),
        breach_causes=several("cause", Label.BREACH_CAUSE),
        notification_delay=next(
            (Stated(int(value), (found,), 0.9) for value, _, found in every("delay", Label.NOTIFICATION_DELAY)), None
        ),
        factors=tuple(Stated(_factor(value), (found,), 0.9) for value, _, found in every("factor", Label.FACTOR)),
    )


def _mentioned(label: Label, value: str) -> Value:
    return (Money.parse(value) or value) if label is Label.MONEY else value


def _fine(sums: list[tuple[str, str, Mention]], initial: list[tuple[str, str, Mention]]) -> Stated[Fine] | None:
    if not sums:
        return None
    before = Money.parse(initial[0][0]) if initial else None
    return Stated(Fine(Money.parse(sums[0][0]), before), tuple(found for *_, found in [*sums, *initial]), 0.9)


def _factor(value: str) -> Factor:
    point, effect = value.split()
    return Factor(point, Effect(effect))


def _count(value: str) -> Headcount:
    bound, number = value.rsplit(" ", 1)
    return Headcount(int(number), Bound(bound))
