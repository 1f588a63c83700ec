"""The result of a build, and the interface of a host."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import ParamSpec, Protocol

from ..model.artifact import Progress
from ..model.editorial.takedown import TakenOut
from ..model.problem import Problem
from ..publish.cache.store import LOST, is_kept
from .read import ReadPublication
from .render import RenderedSite

P = ParamSpec("P")

TRIES = 3


@dataclass(frozen=True)
class HostResult:
    """What a host did: the problems it met, and the file that each page (by its path in the site) came from."""

    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


class SiteRenderer(Protocol):
    """The interface of a host: it sets pages in their frame and writes the site to a folder."""

    def __call__(self, site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        """Write the whole site."""
        ...


@dataclass(frozen=True)
class Built:
    """What was built: the site, how many pages it has (of an offline edition, files), its size in bytes, the seconds it
    took, and where it lies."""

    site: RenderedSite
    pages: int
    size: int
    seconds: float
    path: Path


@dataclass(frozen=True)
class Report:
    """How a build went. Without `built` and `taken_out`, what was there before is untouched."""

    publication: ReadPublication
    problems: tuple[Problem, ...]
    built: Built | None = None
    taken_out: TakenOut | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stopped the build."""
        return tuple(problem for problem in self.problems if problem.is_error)


def retry_on_cache_loss(run: Callable[P, Report]) -> Callable[P, Report]:
    """Build again if another build has deleted a cached file that this build needs."""

    @wraps(run)
    def again(*args: P.args, **kwargs: P.kwargs) -> Report:
        for _ in range(TRIES - 1):
            try:
                report = run(*args, **kwargs)
            except FileNotFoundError as error:
                if not is_kept(error.filename):
                    raise
            else:
                if not any(problem.rule == LOST.id for problem in report.problems):
                    return report
        return run(*args, **kwargs)

    return again
