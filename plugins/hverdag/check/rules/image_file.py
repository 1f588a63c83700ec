"""A picture that is not there.

Pictures are kept beside the story. A picture on another computer would be a request to somebody else's computer.

Good:

    image: the-key.jpg

Bad:

    image: https://example.org/the-key.jpg
"""

from collections.abc import Iterator
from datetime import date

from ...model.better_files import BetterFiles
from ...model.files import PICTURES
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import picture_sources
from ...model.texts.story import Story

RULE = Rule(
    "image-file",
    Level.ERROR,
    'The picture "{given}" does not exist.',
    "Put the picture in the same folder as the text, as jpg, png or webp, and write its file name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each picture that no file holds. A file of another kind, or with a name that cannot be, has
    its own problem."""
    files = BetterFiles(handbook)
    for document in handbook.documents:
        for path, source in picture_sources(document):
            meant = files.meant(path, document, PICTURES) if path else ""
            if meant != "":
                near = {"suggestion": meant} if meant else {}
                typed = document.image if isinstance(document, Story) and source.field == "image" else path
                yield RULE.at(source, given=typed, **near)
