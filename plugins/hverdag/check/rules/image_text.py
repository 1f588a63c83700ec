"""A picture without a text for those who cannot see it.

Good:

    ![Et bundt nøgler på et køkkenbord](noegler.jpg)

Bad:

    ![](noegler.jpg)
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.texts.locate import source_of

RULE = Rule(
    "image-text",
    Level.ERROR,
    "The picture has no text for those who cannot see it.",
    "Say in one sentence what the picture shows.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each picture without words."""
    for story in handbook.stories:
        if story.image and not story.image_alt:
            yield RULE.at(story.at("image"))
    for document in handbook.documents:
        for element in document.body.elements():
            if element.tag == "img" and not element.get("alt").strip():
                yield RULE.at(source_of(document, element))
