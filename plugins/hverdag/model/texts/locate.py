"""Where in a text something stands that its tree only knows the target of: Python-Markdown keeps no lines."""

from collections.abc import Iterator

from ..problem import Source
from .document import Document
from .story import Story


def link_source(document: Document, target: str) -> Source:
    """Return where a link or a picture to a target stands in a body; its first line where it cannot be seen."""
    name = target.partition("#")[0].rpartition("/")[2]
    for number, line in document.body.lines():
        column = line.find(name)
        if column >= 0:
            return Source(document.path, number, column + 1)
    return Source(document.path, document.body.line)


def picture_sources(document: Document) -> Iterator[tuple[str, Source]]:
    """Yield the path of each picture in a document, and where it is asked for."""
    if isinstance(document, Story) and document.image:
        yield f"stories/{document.image}", document.at("image")
    for element in document.body.elements():
        if element.tag == "img":
            yield element.get("src"), link_source(document, element.get("src"))
