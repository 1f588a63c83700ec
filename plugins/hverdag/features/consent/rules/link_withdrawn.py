"""A link to a story that is out of the handbook.

Whoever follows it finds a notice. The words around the link may still tell what the story told.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.locate import source_of
from ....model.texts.story import Story

RULE = Rule(
    "link-withdrawn",
    Level.WARNING,
    'The link leads to "{given}", which is out of the handbook: the consent no longer holds.',
    "Take out the link, and see whether the words around it give the story away.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each link from what readers see to such a story."""
    out = {story.path for story in handbook.withdrawn(today)}
    for document in handbook.documents if out else ():
        if isinstance(document, Story) and (not document.is_published or document.path in out):
            continue
        for link in document.body.links:
            target = link.get("href").partition("#")[0]
            if target in out:
                yield RULE.at(source_of(document, link), given=target)
