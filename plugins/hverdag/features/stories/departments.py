"""The departments that the list of stories can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model.shown import Shown
from ...model.uptake.told import group_of
from ...model.uptake.workplaces import Department, workplaces_of

FEWEST_CHOICES = 2
"""One department alone would be no choice, and would tell that the other stories are from elsewhere."""


@dataclass(frozen=True)
class Departments:
    """The departments to choose among, in order, and the number among them of each story's, by the story's id. A story
    from a small workplace, or from a department that no number is told of, has none."""

    choices: tuple[Department, ...] = ()
    of_story: Mapping[str, int] = field(default_factory=dict)


def departments_of(shown: Shown) -> Departments:
    """Return the departments of the stories that are shown; none if there are too few to choose among."""
    workplaces = workplaces_of(shown.handbook)
    groups = workplaces.groups(shown.today)
    alone = [group for group in groups if len(group.departments) == 1]
    found: dict[str, str] = {}
    for story in (one.story for one in shown.stories):
        group = group_of(story, workplaces, alone, shown.settings.floor)
        if group:
            found[story.id] = group.departments[0].id
    choices = tuple(one for one in workplaces.departments if one.id in found.values())
    if len(choices) < FEWEST_CHOICES:
        return Departments()
    numbers = {one.id: number for number, one in enumerate(choices)}
    return Departments(choices, {story: numbers[id] for story, id in found.items()})
