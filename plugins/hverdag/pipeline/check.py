"""The gate before anything is written: every rule, run over the whole handbook."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from types import ModuleType

from .. import check as general
from .. import features
from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule
from ..model.texts.story import State


def _modules() -> Iterator[ModuleType]:
    packages = [f"{general.__name__}.rules"]
    packages += [f"{features.__name__}.{found.name}.rules" for found in pkgutil.iter_modules(features.__path__)]
    for package in packages:
        try:
            path = importlib.import_module(package).__path__
        except ModuleNotFoundError:
            continue
        for found in pkgutil.iter_modules(path):
            yield importlib.import_module(f"{package}.{found.name}")


MODULES = tuple(sorted(_modules(), key=lambda module: module.__name__.rpartition(".")[2]))
RULES: tuple[Rule, ...] = tuple(module.RULE for module in MODULES)


UNFINISHED = frozenset({"required-field", "question-count", "dilemma-options", "story-length", "story-text"})
"""What a draft may still lack: it reaches no reader, and its writer knows."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield every problem that any rule finds. Today's date decides which reviews are overdue."""
    drafts = {story.path for story in handbook.stories if story.state is State.DRAFT and story.has("state")}
    for module in MODULES:
        for problem in module.check(handbook, today):
            if problem.rule not in UNFINISHED or problem.source.path not in drafts:
                yield problem


ADDRESSES = frozenset({"code-form", "file-name", "unique-address", "unique-code"})
"""What must be right of a story that is out of the handbook, since a notice stands where it stood."""

NOT_ONLY_READERS = ("consent-", "privacy-")
"""What is told of such a story all the same: git still has its text."""


def of_what_is_here(problems: Iterable[Problem], handbook: Handbook, today: date) -> Iterator[Problem]:
    """Leave out what is wrong with the text of a story that consent no longer holds for.

    Nobody will see it; and were a fault in it to stop the build, the fault would keep the story up.
    """
    out = {story.path for story in handbook.stories if story.has_ended(today)}
    for problem in problems:
        if problem.source.path not in out or problem.rule in ADDRESSES:
            yield problem
        elif problem.source.field == "consent" or problem.rule.startswith(NOT_ONLY_READERS):
            yield replace(problem, level=Level.WARNING) if problem.is_error else problem
