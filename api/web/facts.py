"""A decision as rows for people: each fact with its value and the sentences that it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.web.render import authority_name, day, euro, figure, money
from kg.index.records import Affected, ArticleHead, DecisionDetail, Evidence, Fine, Incident, Infringement
from ontology.concepts import concepts


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence, the words in it that carry a statement, and where it stands."""

    evidence: Evidence
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class Fact:
    """A value as text, more about it, the list of decisions that share it, and its sentences, the best first."""

    text: str
    note: str | None
    link: tuple[str, str] | None
    citations: tuple[Citation, ...]

    @property
    def shown(self) -> tuple[Citation, ...]:
        """The best sentence, and all that say otherwise."""
        return tuple(item for at, item in enumerate(self.citations) if at == 0 or not item.evidence.held)

    @property
    def folded(self) -> tuple[Citation, ...]:
        """The other sentences."""
        return tuple(item for item in self.citations[1:] if item.evidence.held)


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one kind."""

    title: str
    facts: tuple[Fact, ...]


def fact_rows(decision: DecisionDetail) -> tuple[Row, ...]:
    """All that is known of a decision; what is not known has no row."""
    rows = (Row(title, tuple(facts)) for title, facts in _rows(_Cited(decision)))
    return tuple(row for row in rows if row.facts)


class _Cited:
    """A decision with a way to the sentences of each of its parts."""

    def __init__(self, decision: DecisionDetail) -> None:
        self.decision = decision
        self._articles = {article.id: article for article in decision.articles}

    def fact(
        self, pointers: str | tuple[str, ...], text: str, note: str | None = None, link: tuple[str, str] | None = None
    ) -> Fact:
        return Fact(text, note, link, tuple(self._citations((pointers,) if isinstance(pointers, str) else pointers)))

    def _citations(self, pointers: tuple[str, ...]) -> list[Citation]:
        """One for each span: a statement that is not held, where there is one, for it says more."""
        about = [item for item in self.decision.evidence if item.fact in pointers and item.article in self._articles]
        spans = {(item.article, item.start, item.end): item for item in sorted(about, key=lambda item: not item.held)}
        best = sorted(spans.values(), key=lambda item: (item.held, item.confidence), reverse=True)
        return [Citation(item, self._articles[item.article]) for item in best]


def _rows(cited: _Cited) -> Iterator[tuple[str, Iterable[Fact]]]:
    decision = cited.decision
    if decision.authority:
        name = decision.authority
        yield "Authority", [cited.fact("/authority", authority_name(name), link=("authority", name.id))]
    if decision.date:
        yield "Decided", [cited.fact("/date", day(decision.date))]
    if decision.status:
        meaning = concepts("decision-status")[decision.status.id].definition
        yield "Status", [cited.fact("/status", decision.status.label, meaning)]
    if decision.case_number:
        yield "Case number", [cited.fact("/case_number", decision.case_number)]
    yield "Addressed to", _parties(cited)
    if decision.fine:
        pointers = ("/fine", *(f"/fine/parts/{at}" for at in range(len(decision.fine.parts))))
        yield "Fine", [cited.fact(pointers, fine_text(decision.fine), fine_note(decision.fine))]
    yield "Infringed", _findings(cited, "infringed")
    yield "Found not infringed", _findings(cited, "not-infringed")
    yield (
        "Personal data",
        [
            cited.fact(f"/data_categories/{at}", item.label, link=("data_category", item.id))
            for at, item in enumerate(decision.data_categories)
        ],
    )
    yield (
        "Other measures",
        [
            cited.fact(f"/measures/{at}", item.label, link=("measure", item.id))
            for at, item in enumerate(decision.measures)
        ],
    )
    if decision.affected and (count := affected_text(decision.affected)):
        yield "People affected", [cited.fact("/affected", count)]
    yield from circumstance_rows(cited)


def circumstance_rows(cited: _Cited) -> Iterator[tuple[str, Iterable[Fact]]]:
    """Who the people are, what the parties do, how the case began, and what was weighed."""
    decision = cited.decision
    groups = decision.affected.groups if decision.affected else ()
    yield "Whose data", [cited.fact(f"/affected/groups/{at}", item.label) for at, item in enumerate(groups)]
    yield (
        "Context",
        [
            cited.fact(f"/contexts/{at}", item.label, link=("context", item.id))
            for at, item in enumerate(decision.contexts)
        ],
    )
    yield (
        "Sector",
        [
            cited.fact(
                f"/parties/{at}/sector",
                party.sector.label,
                party.name if len(decision.parties) > 1 else None,
                link=("sector", party.sector.id),
            )
            for at, party in enumerate(decision.parties)
            if party.sector
        ],
    )
    if decision.trigger:
        yield "Began with", [cited.fact("/trigger", decision.trigger.label, link=("trigger", decision.trigger.id))]
    if decision.incident:
        yield "Breach", _incident(cited, decision.incident)
    yield (
        "Factors weighed",
        [
            cited.fact(f"/factors/{at}", f"Art. {item.provision} GDPR", item.effect.label)
            for at, item in enumerate(decision.factors)
        ],
    )


def _incident(cited: _Cited, incident: Incident) -> Iterator[Fact]:
    for name, items in (("kinds", incident.kinds), ("causes", incident.causes)):
        yield from (cited.fact(f"/incident/{name}/{at}", item.label) for at, item in enumerate(items))
    if hours := incident.notification_delay_hours:
        note = "Article 33(1) GDPR allows 72 hours"
        yield cited.fact(
            "/incident/notification_delay_hours", f"notified after {figure(int(float(hours)))} hours", note
        )


def _parties(cited: _Cited) -> Iterator[Fact]:
    for at, party in enumerate(cited.decision.parties):
        notes: list[str] = [party.role] if party.role else []
        notes += ["name not published"] if party.name_withheld else []
        notes += [f"also: {', '.join(party.other_names)}"] if party.other_names else []
        link = ("organisation", party.id) if party.id else None
        yield cited.fact(f"/parties/{at}", party.name, "; ".join(notes) or None, link)


def _findings(cited: _Cited, outcome: str) -> Iterator[Fact]:
    """A fact for each provision; who infringed it is said where there are several parties."""
    decision = cited.decision
    found: dict[str, list[tuple[int, Infringement]]] = {}
    for at, item in enumerate(decision.infringements):
        if item.outcome == outcome:
            found.setdefault(item.provision, []).append((at, item))
    names = {party.iri: party.name for party in decision.parties}
    for provision, items in found.items():
        pointers = tuple(f"/infringements/{at}" for at, _ in items)
        title = items[0][1].title
        parties = [names[item.party] for _, item in items if item.party in names]
        by = f"by {', '.join(parties)}" if len(decision.parties) > 1 and parties else None
        link = ("provision" if outcome == "infringed" else "not_infringed", provision)
        yield cited.fact(
            pointers, f"Art. {provision} GDPR", "; ".join(note for note in (title, by) if note) or None, link
        )


def fine_text(fine: Fine) -> str:
    """The fine in a line."""
    return money(fine.sum) if fine.sum else "A fine of an amount that no source gives"


def fine_note(fine: Fine) -> str | None:
    """What else there is to know of a fine."""
    notes = []
    if fine.sum and fine.sum.currency != "EUR" and fine.amount_eur:
        rate = f" at {fine.exchange_rate}, ECB rate of {fine.exchange_rate_date}" if fine.exchange_rate else ""
        notes.append(f"{euro(fine.amount_eur)}{rate}")
    if fine.initial:
        notes.append(f"first {money(fine.initial)}")
    if fine.parts:
        notes.append(f"made up of {' + '.join(money(part) for part in fine.parts)}")
    return "; ".join(notes) or None


def affected_text(affected: Affected) -> str | None:
    """How many people, in words; None where no source gives a number."""
    if affected.minimum is not None:
        return f"at least {figure(affected.minimum)}"
    if affected.maximum is not None:
        return f"at most {figure(affected.maximum)}"
    about = "about " if affected.qualifier == "about" else ""
    return f"{about}{figure(affected.count)}" if affected.count is not None else None
