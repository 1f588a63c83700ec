"""The result of a build, and the interface of a host."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from ..model.artifact import Progress
from ..model.editorial.takedown import TakenOut
from ..model.problem import Problem, Source
from ..model.search import FoundPage
from ..publish.cache.store import LOST, is_kept
from ..publish.disk import disk_problem
from ..verify.known_files import KnownFiles
from ..web.framed import FramedPage
from .read import ReadPublication, read_texts

if TYPE_CHECKING:
    from .render import RenderedSite

P = ParamSpec("P")
Made = TypeVar("Made")
Run = Callable[Concatenate[Path, date, P], "Report"]

TRIES = 3


@dataclass(frozen=True)
class HostResult:
    """What a host did: the problems it met, and the file that each page (by its path in the site) came from. `framed`
    are the frames of our pages by address, if the host saw that nothing else decides their files, and `written` is what
    search finds hand-written pages by; `known` are the files that were looked over before."""

    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    framed: Mapping[str, FramedPage] = field(default_factory=dict)
    written: tuple[FoundPage, ...] = ()
    known: KnownFiles = field(default_factory=KnownFiles)


class SiteRenderer(Protocol):
    """The interface of a host: it sets pages in their frame and writes the site to a folder."""

    def __call__(self, site: "RenderedSite", folder: Path, progress: Progress) -> HostResult:
        """Write the whole site."""
        ...


@dataclass(frozen=True)
class Built:
    """What was built: the site, how many pages it has (of an offline edition, files), its size in bytes, the seconds it
    took, and where it lies."""

    site: "RenderedSite"
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


def unless_lost(make: Callable[[], Made]) -> Made:
    """Make something, and make it again if another build has deleted a cached file that it needs."""
    for _ in range(TRIES - 1):
        try:
            return make()
        except FileNotFoundError as error:
            if not _is_lost(error):
                raise
    return make()


def without_disk_faults(run: Run[P]) -> Run[P]:
    """Build again if another build has deleted a cached file that this build needs; report what a disk refuses."""

    @wraps(run)
    def told(root: Path, today: date, /, *args: P.args, **kwargs: P.kwargs) -> Report:
        for left in reversed(range(TRIES)):
            try:
                report = run(root, today, *args, **kwargs)
            except OSError as error:
                if left and _is_lost(error):
                    continue
                places = [root, *(place for place in args if isinstance(place, Path))]
                problem = problem_behind(error, places)
                if problem is None:
                    raise
                return _stopped(root, problem, kwargs.get("language"))
            if not left or not any(problem.rule == LOST.id for problem in report.problems):
                return report
        raise AssertionError("the last try ends in a report or an exception")

    return told


def problem_behind(error: OSError, places: Iterable[Path]) -> Problem | None:
    """Return the problem behind a file that was lost or a disk that refuses; None for anything else. `places` are the
    folders that were written to."""
    return LOST.at(Source("site")) if _is_lost(error) else disk_problem(error, places)


def _is_lost(error: OSError) -> bool:
    """Return True for a cached file that is not there any more."""
    return isinstance(error, FileNotFoundError) and is_kept(error.filename)


def _stopped(root: Path, problem: Problem, language: object) -> Report:
    """Return the report of a run that a problem has stopped. The texts are read again, for their language alone."""
    handbook, _ = read_texts(root)
    return Report(ReadPublication(root, str(language or handbook.settings.language.value), handbook), (problem,))
