"""Write the documentation into a folder: `python -m ontology.documentation FOLDER`."""

import sys
from pathlib import Path

from ontology.documentation.diagram import draw
from ontology.documentation.page import STYLE, render
from ontology.documentation.vocabulary import read_vocabulary


def write(folder: Path) -> None:
    """Write `index.html`, `page.css` and `classes.svg`; the folder is made where it is missing."""
    vocabulary = read_vocabulary()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(render(vocabulary, formats=False), encoding="utf-8")
    (folder / "page.css").write_bytes(STYLE.read_bytes())
    (folder / "classes.svg").write_text(draw(vocabulary, page="index.html"), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # the program and the folder
        sys.exit(str(__doc__))
    write(Path(sys.argv[1]))
