"""The places of links and pictures in a text."""

from collections.abc import Iterator

from ..problem import Source
from .body import Element
from .document import Document
from .story import Story


def source_of(document: Document, element: Element) -> Source:
    """Return the source of an element of a body; the body's first line if it is not known."""
    return Source(document.path, element.line or document.body.line, element.column or 1)


def picture_sources(document: Document) -> Iterator[tuple[str, Source]]:
    """Yield the path of each picture in a document, and the source of its reference."""
    if isinstance(document, Story) and document.image:
        yield f"stories/{document.image}", document.at("image")
    for element in document.body.elements():
        if element.tag == "img":
            yield element.get("src"), source_of(document, element)
