"""An organisation as a unit: what it is called, and what it does."""

from kg.graph import namespaces as ns
from kg.graph.terms import Iri, Quad, Unit, literal
from kg.ids import Names
from kg.model import Organisation
from ontology.concepts import concepts
from ontology.terms import Gde, vocab


def organisation_unit(org: Organisation, names: Names) -> Unit:
    """The node of an organisation with its names, which are of no language, and its branch of activity.

    It matches the organisation of the ontology that has its id, where there is one.
    """
    about = Iri(names.organisation(org.id))
    known = concepts("organisation").get(org.id)
    return Unit(
        about,
        frozenset(
            {
                Quad(about, ns.TYPE, Iri(Gde.RegulatedEntity.value)),
                Quad(about, ns.PREF_LABEL, literal(org.name)),
                *(Quad(about, ns.ALT_LABEL, literal(name)) for name in org.other_names),
                *([Quad(about, ns.EXACT_MATCH, Iri(known.iri))] if known else []),
                *([Quad(about, Iri(Gde.sector.value), Iri(vocab("sector", org.sector)))] if org.sector else []),
            }
        ),
    )
