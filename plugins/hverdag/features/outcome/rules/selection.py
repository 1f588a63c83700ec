"""A published story that the values process has not nodded to as part of the edition.

Everyone in the values process nods yes to the stories chosen, once for each edition.

Bad:

    origin: collected
    state: published
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "selection",
    Level.ERROR,
    'The story is not in the selection for "{edition}".',
    "When everyone in the values process has nodded to it, write the story's file name in handbook.yml, under "
    "selections.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each published story outside the edition's selection, where one is demanded."""
    selection = handbook.settings.selection
    for story in () if handbook.settings.is_faulty() else handbook.published:
        if handbook.requirements(story).selection and (selection is None or story.id not in selection.stories):
            yield RULE.at(story.at("state"), edition=handbook.settings.edition)
