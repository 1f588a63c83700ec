"""What comes of a build: what a host is to the house, what it made, and the report of it all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import ParamSpec, Protocol

from .model.artifact import Progress
from .model.problem import Problem
from .prepare import Prepared
from .publish.keep import LOST, is_kept

P = ParamSpec("P")

TRIES = 3


@dataclass(frozen=True)
class Made:
    """What a host did: the problems it met, and the file that each page (by its path in the site) came from."""

    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


class SiteRenderer(Protocol):
    """Sets pages in their frame and writes them to a folder: what a host is to the house."""

    def __call__(self, prepared: Prepared, folder: Path, progress: Progress) -> Made:
        """Write the whole site."""
        ...


@dataclass(frozen=True)
class Report:
    """How a build went: how many pages (of an offline edition, files), its size in bytes, and the zip file that was
    made. Without `built`, what was there before is untouched."""

    prepared: Prepared
    problems: tuple[Problem, ...]
    built: bool = False
    pages: int = 0
    size: int = 0
    seconds: float = 0.0
    made: Path | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stopped the build."""
        return tuple(problem for problem in self.problems if problem.is_error)


def patient(run: Callable[P, Report]) -> Callable[P, Report]:
    """Build anew where another build has deleted what this one had just found in the cache."""

    @wraps(run)
    def again(*given: P.args, **named: P.kwargs) -> Report:
        for _ in range(TRIES - 1):
            try:
                report = run(*given, **named)
            except FileNotFoundError as error:
                if not is_kept(error.filename):
                    raise
            else:
                if not any(problem.rule == LOST.id for problem in report.problems):
                    return report
        return run(*given, **named)

    return again
