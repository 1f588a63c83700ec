"""Goals and the strategy to their pages: how far each goal is, and which stories management says point to what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...model.goals import Direction, Goal, StrategyPoint
from ...model.settings import PATH
from ...model.shown import Shown, ShownStory
from ...model.texts.answers import Answer, Response
from ...model.texts.consent import Unavailable
from ...model.texts.story import State
from ...model.view import NO_STORIES, View
from ..index import Index
from .addresses import direction_address, direction_name
from .progress import Progress, progress_of

D = TypeVar("D", Goal, StrategyPoint)


@dataclass(frozen=True, kw_only=True)
class DirectionView(View):
    """What the pages of goals and of the strategy have in common: its number, and the published stories that point to
    it."""

    number: int
    stories: tuple[ShownStory, ...]


@dataclass(frozen=True, kw_only=True)
class GoalView(DirectionView):
    """A result goal, its number among all goals, and how far it is."""

    goal: Goal
    goals: tuple[Goal, ...]
    progress: Progress


@dataclass(frozen=True, kw_only=True)
class StrategyView(DirectionView):
    """A point of the strategy, its number among all points, and what management said of stories that do not point to
    it. Those stories are never named."""

    point: StrategyPoint
    points: tuple[StrategyPoint, ...]
    declined: tuple[Response, ...]


@dataclass(frozen=True, kw_only=True)
class GoalListView(View):
    """All goals that have a page, with how far they are, and all points of the strategy that have one."""

    progress: tuple[Progress, ...]
    points: tuple[StrategyPoint, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view for each goal and each point of the strategy, and one for the lists. Only published stories are
    listed, also in a preview."""
    goals, points = with_pages(shown.settings.goals), with_pages(shown.settings.strategy)
    progress = tuple(progress_of(goal, shown.handbook, shown.today) for goal in goals)
    yield GoalListView(story_codes=NO_STORIES, progress=progress, points=points)
    for number, (goal, one) in enumerate(zip(goals, progress, strict=True), 1):
        stories = _stories(shown, goal)
        yield GoalView(
            story_codes=tuple(shown_story.story.code for shown_story in stories),
            subject=PATH,
            places=((goal.target, direction_address(goal, shown.settings)),),
            number=number,
            stories=stories,
            goal=goal,
            goals=goals,
            progress=one,
        )
    for number, point in enumerate(points, 1):
        stories = _stories(shown, point)
        yield StrategyView(
            story_codes=tuple(shown_story.story.code for shown_story in stories),
            subject=PATH,
            places=((point.target, direction_address(point, shown.settings)),),
            number=number,
            stories=stories,
            declined=_declined(shown, point),
            point=point,
            points=points,
        )


def with_pages(directions: Iterable[D]) -> tuple[D, ...]:
    """Return the goals, or the points of the strategy, that have a page. A preview is built in spite of errors: of two
    with one address, the first one gets it."""
    by_name = {direction_name(one): one for one in reversed(tuple(directions)) if one.id}
    return tuple(reversed(by_name.values()))


def _stories(shown: Shown, direction: Direction) -> tuple[ShownStory, ...]:
    return tuple(
        shown_story
        for shown_story in shown.stories
        if shown_story.story.is_published and _says(shown_story.story.response, Answer.CHOSEN, direction)
    )


def _declined(shown: Shown, point: StrategyPoint) -> tuple[Response, ...]:
    """Return management's answers to the stories that it declined for a point of the strategy, the newest first. A
    draft has not come in, and a story of another edition is told of there."""
    found: Sequence[Response | None] = [
        story.response
        for story in shown.handbook.stories
        if story.state is not State.DRAFT and story.unavailable is not Unavailable.ELSEWHERE
    ]
    said = [(one.date, one.reason, one) for one in found if one and _says(one, Answer.DECLINED, point) and one.date]
    return tuple(one for _, reason, one in sorted(said, key=lambda each: each[:2], reverse=True) if reason)


def _says(response: Response | None, answer: Answer, direction: Direction) -> bool:
    return response is not None and response.answer is answer and response.goal == direction.id
