"""A story from a workplace that is not in values/workplaces.yml.

`workplace_id` is the workplace's id, and not its name. It decides which department's list a story is in; readers never
see it. They read `workplace`, which says in general words where it happened.

Good:

    workplace_id: rylen

Bad:

    workplace_id: vuggestuen rylen
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Parameter, Problem, Rule
from ....model.suggest import id_suggestion
from ....model.uptake.workplaces import Workplaces, key, workplaces_of

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
            yield RULE.at(story.at("workplace_id"), given=given, **_near(given, workplaces))


def _near(given: str, workplaces: Workplaces) -> dict[str, Parameter]:
    """Return the id of the workplace that is meant, as the parameter `suggestion`."""
    meant = workplaces.by_name.get(key(given))
    names = {one.id: (one.name, one.code, *one.former) for one in workplaces.workplaces if one.id}
    return {"suggestion": meant.id} if meant else id_suggestion(given, names)
