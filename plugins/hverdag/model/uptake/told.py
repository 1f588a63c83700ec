"""Which workplaces a story may be told of by: never one where so few people work that they can be found."""

from collections.abc import Iterable

from ..texts.story import Story
from .workplaces import Workplace, WorkplaceGroup, Workplaces


def workplace_of(story: Story, workplaces: Workplaces) -> Workplace | None:
    """Return the workplace that a story was told at, or what has become of it; None if it names none that is known."""
    return workplaces.now(story.workplace_id) if story.workplace_id else None


def group_of(
    story: Story, workplaces: Workplaces, groups: Iterable[WorkplaceGroup], fewest: int
) -> WorkplaceGroup | None:
    """Return the group of workplaces that readers may be told a story is from. None is returned if the workplace is
    unknown, or fewer people than `fewest` work there: whoever knows the department might find them."""
    one = workplace_of(story, workplaces)
    if one is None or one.is_small(fewest):
        return None
    return next((group for group in groups if one.department in {part.id for part in group.departments}), None)
