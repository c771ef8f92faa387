"""The documentation of the vocabulary, made from its Turtle: one HTML page and one diagram of the classes.

`python -m ontology.documentation FOLDER` writes both. The same input gives the same bytes.
"""
