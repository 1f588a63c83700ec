"""A picture without a text for those who cannot see it.

Good:

    ![A bunch of keys on a kitchen table](keys.jpg)

Bad:

    ![](keys.jpg)
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import source_of

RULE = Rule(
    "image-text",
    Level.ERROR,
    "The picture has no text for those who cannot see it.",
    "{advice}",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each picture without words."""
    for story in handbook.stories:
        if story.image and not story.image_alt:
            advice = message("Write image_alt: and, after the colon, one sentence about what the picture shows.")
            yield RULE.at(story.at("image"), advice=advice)
    for document in handbook.documents:
        for element in document.body.elements():
            if element.tag == "img" and not element.get("alt").strip():
                advice = message("Write one sentence between [ and ] about what the picture shows.")
                yield RULE.at(source_of(document, element), advice=advice)
