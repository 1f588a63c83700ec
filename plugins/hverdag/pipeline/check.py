"""Run every rule over the whole handbook. An error stops the build before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..features.registry import registry
from ..features.rules import Check
from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Tag
from ..model.texts.story import State
from ..parse.memory import Memory
from .rule_registry import general_checks, has_tag, rules


def checks() -> Iterator[Check]:
    """Yield every check, those that belong to no feature first."""
    yield from general_checks()
    for feature in registry().features:
        yield from feature.checks


def check(handbook: Handbook, today: date, memory: Memory | None = None) -> Iterator[Problem]:
    """Yield every problem that any rule finds. Today's date decides which reviews are overdue. A text that `memory`
    knows to be sound is not looked at again by the rules that look at one text alone."""
    stated = (story for story in handbook.stories if story.has("state") and story.is_state_known)
    drafts = {story.path for story in stated if story.state is State.DRAFT}
    across = (problem for one in checks() if not one.find_in_text for problem in one.find(handbook, today))
    for problem in (*across, *_in_texts(handbook, memory or Memory())):
        if problem.source.path not in drafts or not has_tag(problem, Tag.DRAFT_MAY_LACK):
            yield problem


def _in_texts(handbook: Handbook, memory: Memory) -> Iterator[Problem]:
    """Yield what the rules find that look at one text alone, and note the texts in which they find nothing."""
    finds = [one.find_in_text for one in checks() if one.find_in_text]
    for placed in handbook.declared:
        if not memory.is_sound(placed):
            problems = [problem for find in finds for problem in find(placed)]
            yield from problems
            if not problems:
                memory.note_sound(placed)


def of_what_is_here(problems: Iterable[Problem], handbook: Handbook, today: date) -> Iterator[Problem]:
    """Leave out what is wrong with the text of a story that consent no longer holds for.

    Nobody will see that text. If a fault in it stopped the build, the old site with the story would stay up. For that
    reason what is wrong beside a consent that cannot be read is a warning; it is told, since the writer must mend it.
    """
    out = {story.path: story.is_consent_unreadable for story in handbook.stories if story.has_ended(today)}
    for problem in problems:
        tags, path = rules()[problem.rule].tags, problem.source.path
        if path not in out or Tag.OF_AN_ADDRESS in tags:
            yield problem
        elif out[path] or problem.source.field == "consent" or Tag.IN_GIT_TOO in tags:
            yield replace(problem, level=Level.WARNING) if problem.is_error else problem
