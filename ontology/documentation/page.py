"""The HTML pages of the vocabulary, with what each term means and matches elsewhere, and of the concept schemes."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ontology.documentation.diagram import draw
from ontology.documentation.forms import FORMS
from ontology.documentation.scheme import SchemePage
from ontology.documentation.vocabulary import Vocabulary

FOLDER = Path(__file__).parent
STYLE = FOLDER / "page.css"
"""The style of the page, a file of its own: the page works where inline styles are forbidden."""

LANGUAGES = {
    "bg": "Bulgarian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "hr": "Croatian",
    "hu": "Hungarian",
    "is": "Icelandic",
    "it": "Italian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mt": "Maltese",
    "nb": "Norwegian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sv": "Swedish",
}
"""The English names of the languages of labels, by their codes."""

TRAITS = {
    "FunctionalProperty": "has at most one value",
    "InverseFunctionalProperty": "each value belongs to one thing",
    "SymmetricProperty": "holds both ways",
    "TransitiveProperty": "passes on",
}

FORMATS = {"ttl": "Turtle", "jsonld": "JSON-LD", "rdf": "RDF/XML", "nt": "N-Triples"}
"""The forms of RDF that the page links to, by the ending of their addresses."""


def render(
    vocabulary: Vocabulary, assets: str = "", vocab: str = "", formats: bool = True, site: str | None = None
) -> str:
    """The page; links to its style and diagram start with `assets`, those to concept schemes with `vocab`.

    Without `formats` it offers no other forms of the vocabulary, for where nobody serves them. `site` leads to the
    front page of the web site that the page is part of, where it is part of one.
    """
    return (
        _environment()
        .get_template("page.html")
        .render(
            vocabulary=vocabulary,
            diagram=Markup(draw(vocabulary)),  # noqa: S704  (our own, and escaped)
            assets=assets,
            vocab=vocab,
            site=site,
            languages=LANGUAGES,
            traits=TRAITS,
            formats=FORMATS if formats else {},
            media_types=FORMS,
            linked=lambda text: _linked(text, vocab) if formats else text,
        )
    )


def _linked(text: str, vocab: str) -> Markup:
    """A definition in which "the scheme measure" leads to that scheme, and `gde:measureKind` to that term."""
    found = str(escape(text))
    found = re.sub(r"the scheme ([a-z]+(?:-[a-z]+)*)", rf'the scheme <a href="{vocab}\1">\1</a>', found)
    found = re.sub(r"gde:(\w+)", r'<a href="#\1"><code>\1</code></a>', found)
    return Markup(found)  # noqa: S704  (escaped)


def render_scheme(scheme: SchemePage, assets: str, home: str, site: str | None = None) -> str:
    """The page of a concept scheme; its style is below `assets`, that of the vocabulary at `home`, `site` as above."""
    return (
        _environment()
        .get_template("scheme.html")
        .render(
            scheme=scheme,
            assets=assets,
            home=home,
            site=site,
            languages=LANGUAGES,
            formats=FORMATS,
            media_types=FORMS,
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
