"""The peer of the extraction: spaCy's English pipeline of the small size, with weights as they are initialised.

Built as `en_core_web_sm` 3.8 is configured: one tok2vec that tagger and parser share, and one for the entities. The
labels are as many as its own; the speed does not depend on what the weights have learnt.
"""

from typing import Any

import spacy
from spacy.language import Language

_TAGS, _DEPENDENCIES, _ENTITIES = 50, 45, 18
_TOK2VEC: dict[str, Any] = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}


def small_english() -> Language:
    """The pipeline, ready to run."""
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    tagger: Any = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}})
    parser: Any = nlp.add_pipe("parser", config={"model": _transitions("parser", _LISTENER)})
    entities: Any = nlp.add_pipe("ner", config={"model": _transitions("ner", _TOK2VEC)})
    for component, labels in ((tagger, _TAGS), (parser, _DEPENDENCIES), (entities, _ENTITIES)):
        for number in range(labels):
            component.add_label(f"L{number}")
    nlp.initialize()
    return nlp


def _transitions(state: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
