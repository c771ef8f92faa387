"""A decision in one line, to be cited."""

from api.web.render import authority_name, day
from kg.index.records import Decision


def citation(decision: Decision) -> str:
    """Authority, case number, date, parties and state of a decision, as far as known, and where it was found."""
    what = f"decision {decision.case_number}" if decision.case_number else "decision"
    if decision.date:
        what += f" of {day(decision.date)}"
    said = [authority_name(decision.authority), what] if decision.authority else [what.capitalize()]
    said += [party.name for party in decision.parties]
    if decision.status and decision.status.id != "final":
        said.append(decision.status.label)
    return f"{', '.join(said)}. GDPR enforcement graph, {decision.iri}"
