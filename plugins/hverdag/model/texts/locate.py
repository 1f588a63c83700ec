"""Finding the line of a link or a picture in a text by its target, since Python-Markdown keeps no line numbers."""

from collections.abc import Iterator

from ..problem import Source
from .document import Document
from .story import Story


def link_source(document: Document, target: str) -> Source:
    """Return the source of a link or a picture in a body, by its target; the body's first line if it is not found."""
    name = target.partition("#")[0].rpartition("/")[2]
    for number, line in document.body.lines():
        column = line.find(name)
        if column >= 0:
            return Source(document.path, number, column + 1)
    return Source(document.path, document.body.line)


def picture_sources(document: Document) -> Iterator[tuple[str, Source]]:
    """Yield the path of each picture in a document, and the source of its reference."""
    if isinstance(document, Story) and document.image:
        yield f"stories/{document.image}", document.at("image")
    for element in document.body.elements():
        if element.tag == "img":
            yield element.get("src"), link_source(document, element.get("src"))
