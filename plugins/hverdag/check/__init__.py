"""The gate before anything is written: one rule a module, each with an id, a level and a manual page."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from types import ModuleType

from ..model.content import State
from ..model.handbook import Handbook
from ..model.problem import Problem, Rule


def _modules() -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        yield importlib.import_module(f"{__name__}.{found.name}")


MODULES = tuple(_modules())
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
