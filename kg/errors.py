"""Every error this package raises, by what the caller should do.

KgError
├── ConfigError         fix the settings, then start again
├── OntologyError       a vocabulary file is broken: mend the file that it names
├── InputError          nothing of the given input can be used
├── QueryError          the caller's query, never our fault
│   ├── QueryRefused    well formed, and not allowed here
│   │   └── UnknownGraph  it names a graph that is not here
│   ├── QueryTimeout    allowed, and too slow: do not retry unchanged
│   ├── QueryTooLarge   allowed, and its answer or its memory passes a limit
│   └── NotAcceptable   no format that the caller accepts can carry the answer
├── ServiceBusy         no worker was free in time: try again later
├── UnknownName         no such decision, authority, question …: check the name
└── StoreError          the store failed
    └── StoreLocked     another process holds the store: stop it, or ask it instead
"""

WITHHELD = "the reason is in the server's log"
"""What clients are told of an error that may name files or data that are nobody's business."""


class KgError(Exception):
    """Base of every error that a user of this package may meet; its text is for people."""


class ConfigError(KgError):
    """A setting is wrong or unknown; the text names every such setting."""


class OntologyError(KgError):
    """A vocabulary file is broken; the text names file and place."""


class InputError(KgError):
    """Nothing of the given input can be used; the text names it."""


class QueryError(KgError):
    """The query is not SPARQL, or its evaluation failed; the text says where."""


class QueryRefused(QueryError):
    """The query is well formed and not allowed here."""


class UnknownGraph(QueryRefused):
    """The query asks for a graph that is not here, and that is not fetched from elsewhere."""


class QueryTimeout(QueryError):
    """The query passed its deadline and was stopped."""


class QueryTooLarge(QueryError):
    """The query, its answer or its use of memory passed a limit."""


class NotAcceptable(QueryError):
    """No format that the caller accepts can carry the answer."""


class ServiceBusy(KgError):
    """No worker was free within the deadline."""


class UnknownName(KgError):
    """Nothing has this name."""


class StoreError(KgError):
    """The store could not be opened, read or written.

    The text is for the operator, and may name files of this machine; `told` is what clients are told in its place.
    """

    def __init__(self, text: str = "", told: str = WITHHELD) -> None:
        super().__init__(text)
        self.told = told


class StoreLocked(StoreError):
    """Another process holds the store; the text names it where it is known."""
