"""An extraction as one JSON object: what `gdpr-kg extract` prints, a line for each article."""

from typing import Any

from kg.model import Article, Claim, Extraction, Party, Stated
from kg.values import Money, plain
from ontology.concepts import concepts


def to_record(article: Article, extraction: Extraction) -> dict[str, Any]:
    """The id, title and decisions of an article, each value with its mentions: `{"id", "title", "decisions": […]}`.

    Amounts are JSON numbers; everything else is as in the graph: provisions `5(1)(f)`, ids of the ontology, ISO dates.
    """
    return {
        "id": article.key,
        "title": article.title,
        "url": article.url,
        "published": str(article.published) if article.published else None,
        "decisions": [_decision(article, claim) for claim in extraction.claims],
    }


def _decision(article: Article, claim: Claim) -> dict[str, Any]:
    fine = claim.fine.value if claim.fine else None
    return {
        "controllers": [_party(stated.value) for stated in claim.parties],
        "authority": _authority(claim),
        "fine": _money(fine.amount) if fine else None,
        "fined": fine is not None,
        "fine_initial": _money(fine.initial) if fine else None,
        "fine_alternatives": [_money(money) for money in fine.alternatives] if fine else [],
        "fine_parts": [_money(money) for money in fine.parts] if fine else [],
        "articles": [str(stated.value) for stated in claim.infringed],
        "articles_not_infringed": [str(stated.value) for stated in claim.not_infringed],
        "articles_cited": [str(stated.value) for stated in claim.cited],
        "data_types": [stated.value for stated in claim.data_categories],
        "data_subjects": {"count": claim.affected.value.count, "qualifier": str(claim.affected.value.bound)}
        if claim.affected
        else None,
        "decision_date": str(claim.decided.value) if claim.decided else None,
        "measures": sorted({measure_kind(stated.value) for stated in claim.measures}),
        "status": str(claim.status.value),
        "case_number": claim.case_number.value if claim.case_number else None,
        "sector": claim.sector.value if claim.sector else None,
        "contexts": [stated.value for stated in claim.contexts],
        "subject_groups": [stated.value for stated in claim.subject_groups],
        "trigger": claim.trigger.value if claim.trigger else None,
        "incident": _incident(claim),
        "factors": [{"point": s.value.point, "effect": str(s.value.effect)} for s in claim.factors],
        "mentions": _mentions(article, claim),
    }


def _incident(claim: Claim) -> dict[str, Any] | None:
    """The breach behind the decision; None where the text tells of none."""
    if not (claim.breach_kinds or claim.breach_causes or claim.notification_delay):
        return None
    return {
        "kinds": [stated.value for stated in claim.breach_kinds],
        "causes": [stated.value for stated in claim.breach_causes],
        "notification_delay_hours": claim.notification_delay.value if claim.notification_delay else None,
    }


def measure_kind(measure: str) -> str:
    """The kind of a measure: the wider one that the ontology gives; the mentions keep the measure itself.

    A warning that news report is for something done, so a reprimand: Article 58(2)(a) speaks of processing to come.
    """
    wider = concepts("measure")[measure].broader
    return wider[0] if wider else "reprimand" if measure == "warning" else measure


def _party(party: Party) -> dict[str, Any]:
    return {"name": party.name, "role": str(party.role), "description": party.description}


def _authority(claim: Claim) -> dict[str, Any] | None:
    if claim.authority is None:
        return None
    concept = concepts("authority")[claim.authority.value]
    return {"id": concept.id, "name": concept.label(), "country": concept.country}


def _money(money: Money | None) -> dict[str, Any] | None:
    if money is None:
        return None
    text = plain(money.amount)
    return {"amount": float(text) if "." in text else int(text), "currency": money.currency}


def _mentions(article: Article, claim: Claim) -> list[dict[str, Any]]:
    """Where each value stands: field, offsets, words and confidence, in the order of the text."""
    fields: tuple[tuple[str, tuple[Stated[Any] | None, ...]], ...] = (
        ("status", (claim.status,)),
        ("authority", (claim.authority,)),
        ("controllers", claim.parties),
        ("fine", (claim.fine,)),
        ("articles", claim.infringed),
        ("articles_not_infringed", claim.not_infringed),
        ("articles_cited", claim.cited),
        ("data_types", claim.data_categories),
        ("data_subjects", (claim.affected,)),
        ("decision_date", (claim.decided,)),
        ("measures", claim.measures),
        ("case_number", (claim.case_number,)),
        ("sector", (claim.sector,)),
        ("contexts", claim.contexts),
        ("subject_groups", claim.subject_groups),
        ("trigger", (claim.trigger,)),
        ("incident", (*claim.breach_kinds, *claim.breach_causes, claim.notification_delay)),
        ("factors", claim.factors),
    )
    rows = [
        {
            "field": name,
            "start": m.start,
            "end": m.end,
            "text": m.quote(article),
            "value": _value(m.value),
            "confidence": stated.confidence,
        }
        for name, found in fields
        for stated in found
        if stated is not None
        for m in stated.mentions
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["field"], row["value"]))


def _value(value: object) -> str:
    return value.name or value.description or "" if isinstance(value, Party) else str(value)
