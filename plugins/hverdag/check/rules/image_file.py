"""A picture that is not there.

Pictures lie beside the story. A picture on another computer would be a request that leaves the house.

Good:

    image: noeglen.jpg

Bad:

    image: https://example.org/noeglen.jpg
"""

from collections.abc import Iterator
from datetime import date

from ...model.files import PICTURES
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.suggest import path_suggestion
from ...model.texts.locate import picture_sources

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
        for path, source in picture_sources(document):
            if path and (path not in handbook.files or not path.endswith(PICTURES)):
                yield RULE.at(source, given=path, **path_suggestion(path, known))
