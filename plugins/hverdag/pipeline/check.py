"""Run every rule over the whole handbook. An error stops the build before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..features.registry import registry
from ..features.rules import Check
from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Tag
from ..model.texts.story import State
from .rule_registry import general_checks, rules


def checks() -> Iterator[Check]:
    """Yield every check, those that belong to no feature first."""
    yield from general_checks()
    for feature in registry().features:
        yield from feature.checks


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield every problem that any rule finds. Today's date decides which reviews are overdue."""
    stated = (story for story in handbook.stories if story.has("state") and story.is_state_known)
    drafts = {story.path for story in stated if story.state is State.DRAFT}
    for one in checks():
        may_lack = Tag.DRAFT_MAY_LACK in one.rule.tags
        for problem in one.find(handbook, today):
            if not may_lack or problem.source.path not in drafts:
                yield problem


def of_what_is_here(problems: Iterable[Problem], handbook: Handbook, today: date) -> Iterator[Problem]:
    """Leave out what is wrong with the text of a story that consent no longer holds for.

    Nobody will see that text. If a fault in it stopped the build, the old site with the story would stay up.
    """
    out = {story.path for story in handbook.stories if story.has_ended(today)}
    for problem in problems:
        tags = rules()[problem.rule].tags
        if problem.source.path not in out or Tag.OF_AN_ADDRESS in tags:
            yield problem
        elif problem.source.field == "consent" or Tag.IN_GIT_TOO in tags:
            yield replace(problem, level=Level.WARNING) if problem.is_error else problem
