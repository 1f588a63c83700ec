"""Checks: rules with the functions that find their problems."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from ..model.declared import Placed
from ..model.handbook import Handbook
from ..model.problem import Problem, Rule

Find = Callable[[Handbook, date], Iterator[Problem]]
FindInText = Callable[[Placed], Iterable[Problem]]


@dataclass(frozen=True)
class Check:
    """A rule, and the function that yields its problems in a handbook on a day. `find_in_text` yields those in one
    text, where nothing else decides what they are; then `find` asks it of every text."""

    rule: Rule
    find: Find
    find_in_text: FindInText | None = None


def checks_in(package: str) -> tuple[Check, ...]:
    """Return the check of each module in a package, by name: its `RULE`, and its `check(handbook, today)`, or its
    `check_text(placed)` if it looks at one text alone."""
    path = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    modules = (importlib.import_module(f"{package}.{name}") for name in names)
    return tuple(_check(module) for module in modules)


def _check(module: ModuleType) -> Check:
    find_in_text: FindInText | None = getattr(module, "check_text", None)
    if find_in_text is None:
        return Check(module.RULE, module.check)

    def find(handbook: Handbook, _: date) -> Iterator[Problem]:
        return (problem for placed in handbook.declared for problem in find_in_text(placed))

    return Check(module.RULE, find, find_in_text)
