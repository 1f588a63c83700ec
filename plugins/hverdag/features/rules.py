"""Checks: rules with the functions that find their problems."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model.handbook import Handbook
from ..model.problem import Problem, Rule

Find = Callable[[Handbook, date], Iterator[Problem]]


@dataclass(frozen=True)
class Check:
    """A rule, and the function that yields its problems in a handbook on a day."""

    rule: Rule
    find: Find


def checks_in(package: str) -> tuple[Check, ...]:
    """Return the check of each module in a package, by name: its `RULE`, and its `check(handbook, today)`."""
    path = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    modules = (importlib.import_module(f"{package}.{name}") for name in names)
    return tuple(Check(module.RULE, module.check) for module in modules)
