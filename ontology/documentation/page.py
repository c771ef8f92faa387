"""The HTML page of the vocabulary: what each term means, what it goes with, and what it matches elsewhere."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ontology.documentation.diagram import draw
from ontology.documentation.vocabulary import Vocabulary

FOLDER = Path(__file__).parent
STYLE = FOLDER / "page.css"
"""The style of the page, a file of its own: the page works where inline styles are forbidden."""

LANGUAGES = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian"}

TRAITS = {
    "FunctionalProperty": "has at most one value",
    "InverseFunctionalProperty": "each value belongs to one thing",
    "SymmetricProperty": "holds both ways",
    "TransitiveProperty": "passes on",
}

FORMATS = {"ttl": "Turtle", "jsonld": "JSON-LD", "rdf": "RDF/XML", "nt": "N-Triples"}
"""The forms of RDF that the page links to, by the ending of their addresses."""


def render(vocabulary: Vocabulary, assets: str = "", vocab: str = "", formats: bool = True) -> str:
    """The page; links to its style and diagram start with `assets`, those to concept schemes with `vocab`.

    Without `formats` it offers no other forms of the vocabulary, for where nobody serves them.
    """
    return (
        _environment()
        .get_template("page.html")
        .render(
            vocabulary=vocabulary,
            diagram=Markup(draw(vocabulary)),  # noqa: S704  (our own, and escaped)
            assets=assets,
            vocab=vocab,
            languages=LANGUAGES,
            traits=TRAITS,
            formats=FORMATS if formats else {},
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
