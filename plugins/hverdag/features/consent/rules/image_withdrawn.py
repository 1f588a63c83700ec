"""A picture of a story that is out of the handbook, on another page.

Whoever can be seen in it may be the one who no longer wants to be.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.locate import picture_sources
from ....model.texts.story import Story

RULE = Rule(
    "image-withdrawn",
    Level.WARNING,
    'The picture "{given}" belongs to a story that is out of the handbook: the consent no longer holds.',
    "Find out whether it may stay here; if not, take it out.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each such picture on what readers see."""
    out = {path for story in handbook.withdrawn(today) for path in story.pictures}
    for document in handbook.documents if out else ():
        if isinstance(document, Story) and (not document.is_published or document.has_ended(today)):
            continue
        yield from (RULE.at(source, given=path) for path, source in picture_sources(document) if path in out)
