"""Handbook to the outcome of its stories: numbers, themes, and management's reasons for those left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...model.goals import Direction
from ...model.handbook import Handbook
from ...model.shown import Shown, ShownStory
from ...model.texts.answers import Answer, Selection
from ...model.texts.consent import Unavailable
from ...model.texts.story import Origin, State, Story
from ...model.view import View
from ..index import Index
from .model import Outcome, Reason, ThemeCount

FEWEST = 2
"""The least number of hidden stories with a theme that is counted: a single one could be identified by it."""


class _AnswerGroup(StrEnum):
    CHOSEN = "chosen"
    RETIRED = "retired"
    LEFT = "left"
    UNDER_WAY = "under way"


@dataclass(frozen=True, kw_only=True)
class OutcomeView(View):
    """The outcome of the stories, and what they may point to, by id."""

    outcome: Outcome
    goals: Mapping[str, Direction]


@dataclass(frozen=True, kw_only=True)
class SelectionView(View):
    """The selection of this edition, and those of its stories that readers can see."""

    selection: Selection
    stories: tuple[ShownStory, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view of the outcome, and one of the selection of this edition, if there is one."""
    outcome = outcome_of(shown.handbook)
    goals = {goal.id: goal for goal in reversed(shown.settings.directions)}
    yield OutcomeView(story_codes=tuple(story.code for story in outcome.chosen), outcome=outcome, goals=goals)
    selection = shown.settings.selection
    if selection and selection.date:
        chosen = tuple(
            shown_story
            for shown_story in shown.stories
            if shown_story.story.id in selection.stories and shown_story.story.is_published
        )
        codes = tuple(shown_story.story.code for shown_story in chosen)
        yield SelectionView(story_codes=codes, selection=selection, stories=chosen)


def outcome_of(handbook: Handbook) -> Outcome:
    """Return the number of stories that came in, and their outcome.

    A story came in if it is no draft, and it is collected, names contributors or has management's response. It is
    *left* if management declined it or its state is declined; *chosen* if management chose it and it is published;
    *retired* if it was chosen and is retired; and *under way* otherwise, also if it was chosen and is not published
    yet. A story that was retired without a response is not counted.
    """
    groups = {story.path: (story, _answer_group(story)) for story in handbook.stories if _came_in(story)}
    stories_by_group = {
        group: [story for story, story_group in groups.values() if story_group is group] for group in _AnswerGroup
    }
    came_in = [story for story, _ in groups.values()]
    return Outcome(
        came_in=len(came_in),
        chosen=tuple(sorted(stories_by_group[_AnswerGroup.CHOSEN], key=lambda story: (story.code, story.id))),
        retired=len(stories_by_group[_AnswerGroup.RETIRED]),
        left=len(stories_by_group[_AnswerGroup.LEFT]),
        reasons=tuple(sorted(_reasons(stories_by_group[_AnswerGroup.LEFT]))),
        under_way=len(stories_by_group[_AnswerGroup.UNDER_WAY]),
        themes=tuple(_themes(handbook, came_in)),
        invented=sum(story.origin is Origin.ILLUSTRATIVE for story in came_in),
    )


def _came_in(story: Story) -> bool:
    if story.state is State.DRAFT or (story.state is State.RETIRED and not story.response):
        return False
    if story.unavailable is Unavailable.ELSEWHERE:  # it is in another edition, and not retired
        return False
    return bool(story.origin is Origin.COLLECTED or story.contributors or story.response)


def _answer_group(story: Story) -> _AnswerGroup:
    if story.state is State.DECLINED or (story.response and story.response.answer is Answer.DECLINED):
        return _AnswerGroup.LEFT
    if story.response and story.state is State.PUBLISHED:
        return _AnswerGroup.CHOSEN
    return _AnswerGroup.RETIRED if story.state is State.RETIRED else _AnswerGroup.UNDER_WAY


def _reasons(left: Iterable[Story]) -> Iterator[Reason]:
    """Yield the reason of each declined story; one that was chosen first and declined later has none."""
    for story in left:
        response = story.response
        if response and response.answer is Answer.DECLINED and response.reason and response.date:
            yield Reason(response.date, response.reason, response.role)


def _themes(handbook: Handbook, came_in: Iterable[Story]) -> Iterator[ThemeCount]:
    """Yield the themes of all stories that came in, with their numbers.

    What stories write is counted under the name that the theme has everywhere else: `fejl` and `når det går galt` may
    be one. Hidden stories are counted only if at least FEWEST of them share the theme: otherwise, a reader could
    subtract the visible stories from the number and learn the theme of the hidden one.
    """
    shown: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    names: dict[str, str] = {}
    # The spelling of a published story comes first, so that a hidden one's spelling is not shown.
    for story in sorted(came_in, key=lambda story: not story.is_published):
        for theme in handbook.themes_of(story):
            names.setdefault(theme.id, theme.name)
            (shown if story.is_published else hidden)[theme.id] += 1
    for id, name in names.items():
        number = shown[id] + (hidden[id] if hidden[id] >= FEWEST else 0)
        if number:
            yield ThemeCount(name, number)
