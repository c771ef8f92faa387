"""The hostile requests: what kills, hangs or bloats an engine without limits, and what would make it reach out.

Sizes are those at which pyoxigraph 0.5.13 in a process of its own was seen to crash, to plan for ever, or to fetch.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}

TOO_LARGE, REFUSED, WRONG = frozenset({413}), frozenset({403}), frozenset({400})
STOPPED = frozenset({413, 503, 504})
"""Too slow (504), too much memory (413), or no place was free before the deadline (503): which comes first varies."""

CUT = STOPPED | {0}
"""The same for an answer of which much has gone out when that happens: the connection is broken."""

P = "<http://example.org/p>"
TRIPLES = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A request, and the statuses that are right for it."""

    name: str
    statuses: frozenset[int]
    body: bytes = b""
    path: str = "/sparql"
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=lambda: FORM)


def requests(canary: str) -> list[Hostile]:
    """All of them; `canary` is an address that nothing may ever connect to."""
    texts = [*_large(), *_crashing(), *_planning(), *_endless(), *_reaching(canary)]
    return [_query(name, text, statuses) for name, text, statuses in texts] + [*_at_http(canary)]


def _query(name: str, text: str, statuses: frozenset[int]) -> Hostile:
    return Hostile(name, statuses, urlencode({"query": text}).encode())


def _large() -> Iterator[tuple[str, str, frozenset[int]]]:
    """Deep or long beyond the bounds: refused before the engine sees them."""
    yield "nested groups", "ASK " + "{" * 5_000 + "}" * 5_000, TOO_LARGE
    yield "nested parentheses", "ASK { FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }", TOO_LARGE
    yield "nested path", f"ASK {{ ?s {'(' * 5_000}{P}{')*' * 5_000} ?o }}", TOO_LARGE
    yield "nested optionals", "ASK {" + "OPTIONAL { ?s ?p ?o " * 2_000 + "}" * 2_000 + "}", TOO_LARGE
    yield "chain of !", "ASK { FILTER(" + "!" * 9_600 + "true) }", TOO_LARGE
    yield "chain of +", "SELECT (1" + "+1" * 7_000 + " AS ?x) {}", TOO_LARGE
    yield "chain of ||", "ASK { ?s ?p ?o FILTER(" + " || ".join(["?s = <a:b>"] * 9_600) + ") }", TOO_LARGE
    yield "chain of UNION", "SELECT * {" + " UNION ".join(["{ ?s ?p ?o }"] * 6_600) + "}", TOO_LARGE
    yield "chain of BIND", "SELECT * {" + " ".join(f"BIND(1 AS ?x{n})" for n in range(2_700)) + "}", TOO_LARGE
    yield "long path", f"ASK {{ ?s {'/'.join([P] * 20_000)} ?o }}", TOO_LARGE
    yield "long string", f"ASK {{ ?s ?p '{'a' * 100_000}' }}", TOO_LARGE
    yield "escaped quotes", 'ASK { ?s ?p "' + '\\"' * 15_000 + "}", WRONG


def _crashing() -> Iterator[tuple[str, str, frozenset[int]]]:
    """Within the bounds, and more memory than there is."""
    doubling = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(36))
    yield "doubled string", f"SELECT (STRLEN(?x36) AS ?n) {{ BIND('aaaaaaaaaa' AS ?x0) {doubling} }}", STOPPED
    replaced = (
        f"BIND(REPLACE('{'a' * 9_000}', 'a', '{'b' * 9_000}') AS ?y) BIND(REPLACE(?y, 'b', 'ccccccccccccc') AS ?z)"
    )
    yield "replaced string", f"SELECT (STRLEN(?z) AS ?n) {{ {replaced} }}", STOPPED
    yield "cross product, ordered", f"SELECT * {{ {TRIPLES} }} ORDER BY ?a ?d ?g LIMIT 5", STOPPED
    yield "cross product, distinct", f"SELECT DISTINCT ?a ?d ?g {{ {TRIPLES} }}", CUT
    yield "cross product, concatenated", f"SELECT (GROUP_CONCAT(?a) AS ?x) {{ {TRIPLES} }}", STOPPED
    values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(60)))} }}" for n in range(6))
    yield "values, distinct", f"SELECT DISTINCT * {{ {values} }} ORDER BY ?v3 LIMIT 3", STOPPED


def _planning() -> Iterator[tuple[str, str, frozenset[int]]]:
    """Short, and planned for ever, even over an empty store."""
    yield "path of 800 steps", f"ASK {{ ?s {'/'.join(['<a:p>'] * 800)} ?o }}", STOPPED
    yield "800 patterns", "ASK {" + " ".join(f"?s{n} <a:p> ?s{n + 1} ." for n in range(790)) + "}", STOPPED
    pairs = " ".join(f"{{ ?s ?p{n} ?o }} UNION {{ ?o ?p{n} ?s }}" for n in range(110))
    yield "110 pairs of UNION", f"ASK {{ {pairs} }}", STOPPED


def _endless() -> Iterator[tuple[str, str, frozenset[int]]]:
    yield "cross product, counted", f"SELECT (COUNT(*) AS ?n) {{ {TRIPLES} }}", STOPPED
    values = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(60)))} }}" for n in range(8))
    yield "values, counted", f"SELECT (COUNT(*) AS ?n) {{ {values} }}", STOPPED
    yield "path between all pairs", "SELECT (COUNT(*) AS ?n) { ?a (!<a:x>|^!<a:x>)* ?b . ?b !<a:x>* ?c }", STOPPED
    text = "CONCAT(STR(?a), STR(?c), STR(?f))"
    pattern = "(a|b|aa|ab|[a-z ]+)*zq$"
    yield (
        "regular expression",
        f"SELECT (COUNT(*) AS ?n) {{ {TRIPLES} FILTER(REGEX({text}, '{pattern}', 'i')) }}",
        STOPPED,
    )
    yield "huge pattern", "SELECT * { BIND(REGEX('aaaa', '((a{1,100}){1,100}){1,100}') AS ?x) }", frozenset({200})
    yield "everything squared", "SELECT * { ?a ?b ?c . ?d ?e ?f }", CUT


def _reaching(canary: str) -> Iterator[tuple[str, str, frozenset[int]]]:
    """SERVICE in all its forms, and graphs from elsewhere."""
    there = f"SERVICE <{canary}> {{ ?s ?p ?o }}"
    yield "SERVICE", f"SELECT * {{ {there} }}", REFUSED
    yield "SERVICE in small letters", f"SELECT * {{ sErViCe#\n<{canary}> {{ ?s ?p ?o }} }}", REFUSED
    yield "SERVICE SILENT", f"SELECT * {{ SERVICE SILENT <{canary}> {{ ?s ?p ?o }} }}", REFUSED
    yield "SERVICE in EXISTS", f"ASK {{ ?s ?p ?o FILTER EXISTS {{ {there} }} }}", REFUSED
    yield "SERVICE in MINUS", f"ASK {{ ?s ?p ?o MINUS {{ {there} }} }}", REFUSED
    yield "SERVICE in a subquery", f"SELECT * {{ {{ SELECT * {{ {there} }} }} }}", REFUSED
    yield "SERVICE by a variable", f"SELECT * {{ BIND(<{canary}> AS ?w) SERVICE ?w {{ ?s ?p ?o }} }}", REFUSED
    yield "SERVICE by a prefix", f"PREFIX c: <{canary}> SELECT * {{ SERVICE c: {{ ?s ?p ?o }} }}", REFUSED
    yield "SERVICE in CONSTRUCT", f"CONSTRUCT WHERE {{ {there} }}", REFUSED | WRONG
    yield "SERVICE in DESCRIBE", f"DESCRIBE ?s {{ {there} }}", REFUSED
    yield "SERVICE by an escape", f"SELECT * {{ \\u0053ERVICE <{canary}> {{ ?s ?p ?o }} }}", WRONG | REFUSED
    yield "FROM a server", f"SELECT * FROM <{canary}> {{ ?s ?p ?o }}", REFUSED
    yield "FROM a file", "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", REFUSED
    yield "FROM NAMED a file", "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", REFUSED
    yield "LOAD as a query", f"LOAD <{canary}>", REFUSED
    yield "LOAD INTO as a query", f"LOAD SILENT <{canary}> INTO GRAPH <{canary}g>", REFUSED
    yield "INSERT as a query", "INSERT DATA { <a:a> <a:b> <a:c> }", REFUSED
    yield "DROP as a query", "PREFIX a: <a:> DROP ALL", REFUSED


def _at_http(canary: str) -> Iterator[Hostile]:
    """What is wrong with the request itself, or asks for a change without a key."""
    update, small = "INSERT DATA { <a:a> <a:b> <a:c> }", "ASK {}"
    yield Hostile("update by a form", frozenset({401, 403}), urlencode({"update": update}).encode())
    bare = {**FORM, "Content-Type": "application/sparql-update"}
    yield Hostile("update in the body", frozenset({401, 403, 415}), f"LOAD <{canary}>".encode(), headers=bare)
    yield Hostile("update by GET", frozenset({400, 403}), path=f"/sparql?update={quote(update)}", method="GET")
    foreign = urlencode({"query": small, "default-graph-uri": canary}).encode()
    yield Hostile("a graph from elsewhere", REFUSED, foreign)
    yield Hostile("a body of 8 MB", TOO_LARGE, b"query=" + b"a" * (8 << 20))
    many = "&".join(f"p{number}=1" for number in range(20_000)).encode()
    yield Hostile("20,000 parameters", frozenset({400, 413}), many)
    yield Hostile("a header of 1 MB", frozenset({0, 400, 413, 431}), headers={**FORM, "X-Large": "a" * (1 << 20)})
    yield Hostile(
        "an address of 1 MB", frozenset({0, 400, 413, 414, 431}), path="/sparql?query=" + "a" * (1 << 20), method="GET"
    )
    yield Hostile("no UTF-8", WRONG, b"query=%ff%fe")
    yield Hostile("two queries", WRONG, urlencode([("query", small), ("query", small)]).encode())
    accepts = ",".join(["text/csv;q=0.5"] * 2_000)
    yield Hostile(
        "2,000 media ranges",
        frozenset({200, 400, 406, 431}),
        urlencode({"query": small}).encode(),
        headers={**FORM, "Accept": accepts},
    )
    yield Hostile(
        "a timeout of a year",
        STOPPED,
        urlencode({"query": f"SELECT (COUNT(*) AS ?n) {{ {TRIPLES} }}", "timeout": "3e7"}).encode(),
    )
    yield Hostile("a timeout that is no number", WRONG, urlencode({"query": small, "timeout": "nan"}).encode())
