"""A picture that cannot be printed.

A file may be called .jpg and hold something else, or be damaged. Web, paper and Word all hold jpg, png and webp.
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import picture_sources

RULE = Rule(
    "image-format",
    Level.ERROR,
    'The picture "{given}" cannot be read as a picture that can be printed.',
    "Open it in an image editor, and save it again as jpg or png.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each picture in use that is damaged or of another kind."""
    for document in handbook.documents:
        for path, source in picture_sources(document):
            found = handbook.pictures.get(path)
            if found and not found.form and not found.is_too_large:
                yield RULE.at(source, given=path)
