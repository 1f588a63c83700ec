"""Goals to chapters: which stories management chose because they point to each."""

from collections.abc import Iterator, Mapping

from ..model.addresses import goal_name
from ..model.chapters import GoalChapter, StoryChapter
from ..model.handbook import Handbook
from ..model.texts.answers import Answer


def assemble_goals(handbook: Handbook, chapters: Mapping[str, StoryChapter]) -> Iterator[GoalChapter]:
    """Yield a chapter for each goal. `chapters` are those of the stories shown, by id, in order; a story that readers
    cannot see yet points nowhere, also in a preview."""
    # A preview is shown in spite of faults: of two goals at one address, the first has it.
    goals = {goal_name(goal): goal for goal in reversed(handbook.settings.goals) if goal.id}
    for goal in reversed(goals.values()):
        yield GoalChapter(goal, tuple(chapter for chapter in chapters.values() if _points(chapter, goal.id)))


def _points(chapter: StoryChapter, goal: str) -> bool:
    response = chapter.story.response
    chosen = response is not None and response.answer is Answer.CHOSEN and response.goal == goal
    return chosen and chapter.story.is_published
