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
from ..samples import selection_lines

RULE = Rule(
    "selection",
    Level.ERROR,
    'The story is not in the selection for "{edition}".',
    "When everyone in the values process has nodded to it, write the story's file name in handbook.yml, {where}.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each published story outside the edition's selection, where one is demanded. The first has
    the lines of a selection with all of them."""
    selection = handbook.settings.selection
    outside = [
        story
        for story in (() if handbook.settings.is_faulty() else handbook.published)
        if handbook.requirements(story).selection and (selection is None or story.id not in selection.stories)
    ]
    for number, story in enumerate(outside):
        where, sample = selection_lines(handbook, today)
        shown = {} if number else {"sample": sample}
        yield RULE.at(story.at("state"), edition=handbook.settings.edition, where=where, **shown)
