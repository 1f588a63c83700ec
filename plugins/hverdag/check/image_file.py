"""A picture that is not there.

Pictures lie beside the story. A picture on another computer would be a request that leaves the house.

Good:

    image: noeglen.jpg

Bad:

    image: https://example.org/noeglen.jpg
"""

from collections.abc import Iterator
from datetime import date

from ..model.content import Document, Story
from ..model.handbook import PICTURES, Handbook
from ..model.problem import Level, Problem, Rule, Source
from ..model.suggest import path_suggestion
from .link_target import find

RULE = Rule(
    "image-file",
    Level.ERROR,
    'The picture "{given}" does not exist.',
    "Put the picture in the same folder as the text, and write its file name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each picture that no file holds."""
    known = [path for path in handbook.files if path.endswith(PICTURES)]
    for document in handbook.documents:
        for path, source in pictures(document):
            if path and (path not in handbook.files or not path.endswith(PICTURES)):
                yield RULE.at(source, given=path, **path_suggestion(path, known))


def pictures(document: Document) -> Iterator[tuple[str, Source]]:
    """Yield the path of each picture in a document, and where it is asked for."""
    if isinstance(document, Story) and document.image:
        yield f"stories/{document.image}", document.at("image")
    for element in document.body.elements():
        if element.tag == "img":
            yield element.get("src"), find(document, element.get("src"))
