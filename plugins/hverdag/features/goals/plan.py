"""Goals to their pages, with the stories that management chose because they point to the goal."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.settings import PATH, Goal
from ...model.shown import Shown, ShownStory
from ...model.texts.answers import Answer
from ...model.view import NO_STORIES, View
from ..index import Index
from .addresses import goal_address, goal_name


@dataclass(frozen=True, kw_only=True)
class GoalView(View):
    """A result goal, its number among all goals, and the published stories that point to it."""

    goal: Goal
    number: int
    goals: tuple[Goal, ...]
    stories: tuple[ShownStory, ...]


@dataclass(frozen=True, kw_only=True)
class GoalListView(View):
    """All goals that have a page."""

    goals: tuple[Goal, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view for each goal, and one for the list. Only published stories are listed, also in a preview."""
    # A preview is built in spite of errors: of two goals with one address, the first one gets it.
    by_name = {goal_name(goal): goal for goal in reversed(shown.settings.goals) if goal.id}
    goals = tuple(reversed(by_name.values()))
    yield GoalListView(story_codes=NO_STORIES, goals=goals)
    for number, goal in enumerate(goals, 1):
        stories = tuple(shown_story for shown_story in shown.stories if _points(shown_story, goal.id))
        yield GoalView(
            story_codes=tuple(shown_story.story.code for shown_story in stories),
            subject=PATH,
            places=((goal.target, goal_address(goal, shown.settings)),),
            goal=goal,
            number=number,
            goals=goals,
            stories=stories,
        )


def _points(shown: ShownStory, goal: str) -> bool:
    response = shown.story.response
    chosen = response is not None and response.answer is Answer.CHOSEN and response.goal == goal
    return chosen and shown.story.is_published
