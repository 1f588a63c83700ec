"""A picture that is too large to be sent to every reader and set on every paper.

A photo for a page and for paper needs no more than 2,000 pixels on its longest side.
"""

from collections.abc import Iterator
from datetime import date

from ...model.files import LARGEST_PICTURE, MOST_PIXELS
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import picture_sources

RULE = Rule(
    "image-size",
    Level.ERROR,
    'The picture "{given}" is too large: {size} MB and {pixels} million pixels.',
    "Make it smaller in an image editor: at most {most} MB and {most_pixels} million pixels, and better 2,000 pixels "
    "on its longest side.",
    __doc__,
)

MILLION = 1_000_000


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each picture in use that is too large."""
    for document in handbook.documents:
        for path, source in picture_sources(document):
            found = handbook.pictures.get(path)
            if found and found.is_too_large:
                size, pixels = -(-found.size // MILLION), -(-found.width * found.height // MILLION)
                most = {"most": LARGEST_PICTURE // MILLION, "most_pixels": MOST_PIXELS // MILLION}
                yield RULE.at(source, given=path, size=size, pixels=pixels, **most)
