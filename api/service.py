"""What describes the service and its data to programs: SPARQL 1.1 Service Description, and VoID at its known place."""

from collections.abc import Iterator

from fastapi import APIRouter, Request, Response

from api.access import Scope
from api.deps import SnapshotsDep
from api.descriptions import also, problems
from kg.errors import StoreError
from kg.graph.namespaces import DPV, LABEL, NEWS_ARTICLE, OA, PROV, RDF, RDFS, SCHEMA, SKOS, TYPE
from kg.graph.query.accept import best
from kg.graph.query.formats import DOCUMENTS
from kg.graph.terms import Iri, Quad, Term, literal
from kg.index.records import Statistics
from ontology.terms import NS, Gde

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
DCTERMS = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"

KNOWN_PLACE = ".well-known/void"

_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "N-Quads", "RDF_XML", "JSON-LD")
_UPLOADS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_SIMPLE = Iri("http://www.w3.org/ns/entailment/Simple")
_PREFIXES = {"rdf": RDF, "sd": SD, "void": VOID, "f": FORMATS, "dcterms": DCTERMS, "foaf": FOAF, "rdfs": RDFS}

router = APIRouter(tags=["SPARQL"])


@router.get(
    "/.well-known/void",
    response_class=Response,
    responses=also(*DOCUMENTS) | problems(406),
)
async def void(request: Request, snapshots: SnapshotsDep) -> Response:
    """Describe the data in VoID: what it counts, where it is asked, under which licence it is."""
    media_type = best(request.headers.get("accept", "*/*"), tuple(DOCUMENTS))
    try:
        statistics = snapshots.current().index.statistics()
    except StoreError:
        statistics = None
    return _document(_dataset(request, statistics), media_type)


def description(request: Request, media_type: str) -> Response:
    """The description of the service that answers at `/sparql`."""
    return _document(_service(request), media_type)


def _service(request: Request) -> Iterator[Quad]:
    endpoint = f"{request.base_url}sparql"
    service, dataset, facts = Iri(f"{endpoint}#service"), _dataset_iri(request), Iri(f"{endpoint}#facts")
    yield Quad(service, TYPE, _sd("Service"))
    yield Quad(service, _sd("endpoint"), Iri(endpoint))
    yield Quad(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Quad(service, _sd("defaultEntailmentRegime"), _SIMPLE)
    yield Quad(service, _sd("feature"), _sd("EmptyGraphs"))
    for name in (*_RESULTS, *_GRAPHS):
        yield Quad(service, _sd("resultFormat"), Iri(FORMATS + name))
    if request.app.state.keys.has(Scope.WRITE):
        yield Quad(service, _sd("supportedLanguage"), _sd("SPARQL11Update"))
        for name in _UPLOADS:
            yield Quad(service, _sd("inputFormat"), Iri(FORMATS + name))
    yield Quad(service, _sd("defaultDataset"), dataset)
    yield Quad(dataset, TYPE, _sd("Dataset"))
    yield Quad(dataset, _sd("defaultGraph"), facts)
    yield Quad(facts, TYPE, _sd("Graph"))
    yield Quad(facts, LABEL, literal("What is held true; each article has a named graph with its evidence.", "en"))


def _dataset(request: Request, statistics: Statistics | None) -> Iterator[Quad]:
    base, dataset = str(request.base_url), _dataset_iri(request)
    document = Iri(base + KNOWN_PLACE)
    settings = request.app.state.settings
    yield Quad(document, TYPE, _void("DatasetDescription"))
    yield Quad(document, Iri(FOAF + "primaryTopic"), dataset)
    yield Quad(dataset, TYPE, _void("Dataset"))
    yield Quad(dataset, Iri(DCTERMS + "title"), literal(request.app.title, "en"))
    yield Quad(dataset, Iri(DCTERMS + "description"), literal(request.app.summary, "en"))
    yield Quad(dataset, Iri(DCTERMS + "license"), Iri(settings.licence))
    yield Quad(dataset, Iri(FOAF + "homepage"), Iri(base))
    yield Quad(dataset, _void("sparqlEndpoint"), Iri(f"{base}sparql"))
    yield Quad(dataset, _void("dataDump"), Iri(f"{base}graphs?default"))
    yield Quad(dataset, _void("uriSpace"), literal(settings.base_iri))
    for vocabulary in (NS, SKOS, OA, PROV, SCHEMA, DPV, RDF, RDFS):
        yield Quad(dataset, _void("vocabulary"), Iri(vocabulary))
    if statistics is not None:
        yield from _counts(dataset, statistics)


def _counts(dataset: Iri, statistics: Statistics) -> Iterator[Quad]:
    yield Quad(dataset, _void("triples"), literal(statistics.triples))
    counted: dict[Iri, int] = {
        Iri(Gde.EnforcementDecision): statistics.decisions,
        Iri(Gde.AdministrativeFine): statistics.fines,
        NEWS_ARTICLE: statistics.articles,
    }
    for name, count in counted.items():
        part = Iri(f"{dataset.value}-{name.value.rpartition('#')[2].rpartition('/')[2]}")
        yield Quad(dataset, _void("classPartition"), part)
        yield Quad(part, _void("class"), name)
        yield Quad(part, _void("entities"), literal(count))


def _document(quads: Iterator[Quad], media_type: str) -> Response:
    """A graph of our own making in some form of RDF."""
    import rdflib

    def term(value: Term) -> rdflib.term.Identifier:
        if isinstance(value, Iri):
            return rdflib.URIRef(value.value)
        if value.language:
            return rdflib.Literal(value.lexical, lang=value.language)
        return rdflib.Literal(value.lexical, datatype=rdflib.URIRef(value.datatype))

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace)
    for quad in quads:
        graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return Response(graph.serialize(format=DOCUMENTS[media_type]), media_type=media_type, headers={"Vary": "Accept"})


def _dataset_iri(request: Request) -> Iri:
    return Iri(f"{request.base_url}{KNOWN_PLACE}#dataset")


def _sd(name: str) -> Iri:
    return Iri(SD + name)


def _void(name: str) -> Iri:
    return Iri(VOID + name)
