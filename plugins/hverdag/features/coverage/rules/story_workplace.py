"""A story from a workplace that is not in values/workplaces.yml.

`workplace_id` is the workplace's id, and not its name. It decides which department's list a story is in; readers never
see it. They read `workplace`, which says in general words where it happened.

Good:

    workplace_id: larkfield

Bad:

    workplace_id: larkfield nursery
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "story-workplace",
    Level.WARNING,
    '"{given}" is no workplace in values/workplaces.yml.',
    "Write the id of a workplace, or delete the line.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each story with an unknown workplace. One that has closed is known."""
    workplaces = workplaces_of(handbook)
    for story in handbook.stories if workplaces.is_whole else ():
        given = story.workplace_id
        if given and given not in workplaces.by_id:
            yield RULE.at(story.at("workplace_id"), given=given, **workplaces.suggested(given))
