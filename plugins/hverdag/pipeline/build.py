"""The pipeline, readable on one screen: read -> check -> gate -> plan -> render -> stage -> verify -> swap."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ..features.registry import registry
from ..model.artifact import Progress
from ..model.build_target import BuildTarget
from ..model.problem import Problem, Source
from ..model.texts.consent import Reach
from ..publish import bundle, private_files, release
from ..publish.cache.store import cache_folder, is_kept
from ..reports.offline_readme import offline_name, read_me
from . import gates, manifest
from .read import ReadPublication, folders, read_and_check
from .render import RenderedSite, forget_gone, render
from .result import Built, HostResult, Report, SiteRenderer, retry_on_cache_loss
from .unchanged_site import UnchangedSite

DEBUG = "HVERDAG_DEBUG"
"""The environment variable that shows engineers every exception as it is."""


@retry_on_cache_loss
def check_site(root: Path, today: date, renderer: SiteRenderer, language: str | None = None) -> Report:
    """Find every problem: those of the texts, of paper, and of the finished pages.

    The site is made in a folder of its own, looked over, and thrown away; it is not made where the same site was found
    clean before.
    """
    unchanged = UnchangedSite(root, today, registry().macros, cache_folder())
    publication = read_and_check(root, today, language)
    if not publication.errors and unchanged.was_clean(publication.handbook):
        forget_gone(publication, today)
        return Report(publication, publication.problems)
    problems = _looked_over(publication, lambda: render(publication, today), renderer)
    if problems == publication.problems:
        unchanged.note_clean(publication.handbook)
    return Report(publication, problems)


def _looked_over(
    publication: ReadPublication,
    rendered: Callable[[], RenderedSite],
    renderer: SiteRenderer,
    progress: Progress = lambda *_: None,
) -> tuple[Problem, ...]:
    """Make a site that nobody is to see, and return the problems of all stages. What is faulty may be so in a way that
    no stand-in foresees: then those of the texts are returned."""
    try:
        site = rendered()
        with tempfile.TemporaryDirectory() as folder:
            _, problems = _staged(site, Path(folder), renderer, progress)
        return problems
    except Exception as error:
        is_lost = isinstance(error, FileNotFoundError) and is_kept(error.filename)
        if not publication.errors or is_lost or os.environ.get(DEBUG):
            raise
        return publication.problems


def _staged(
    site: RenderedSite, folder: Path, renderer: SiteRenderer, progress: Progress
) -> tuple[HostResult, tuple[Problem, ...]]:
    """Make the site in a folder, look it over, and return the problems of all stages in reading order."""
    result = renderer(site, folder, progress)
    return result, gates.looked_over(site, folder, result)


@retry_on_cache_loss
def build(
    root: Path,
    today: date,
    site_dir: Path,
    renderer: SiteRenderer,
    *,
    language: str | None = None,
    preview: bool = False,
    progress: Progress = lambda *_: None,
) -> Report:
    """Build a publication into `site_dir`. With any error nothing is written, and the old site stays whole."""
    began = time.monotonic()
    publication = read_and_check(root, today, language)
    if publication.errors:
        problems = _looked_over(
            publication, lambda: render(publication, today, preview=preview, progress=progress), renderer
        )
        return _unbuilt(publication, problems, site_dir, today)
    site = render(publication, today, preview=preview, progress=progress)
    with release_problems(site_dir) as faults, release.staging(site_dir) as folder:
        result, problems = _staged(site, folder, renderer, progress)
        if any(problem.is_error for problem in problems):
            return _unbuilt(publication, problems, site_dir, today)
        unwritten = [] if preview else _write_private(site)
        if unwritten:
            return _unbuilt(publication, (*problems, *unwritten), site_dir, today)
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        gates.let_through(folder, site_dir)
        built = Built(site, len(result.sources), size, time.monotonic() - began, site_dir)
        return Report(publication, problems, built)
    return Report(publication, (*site.problems, *faults))


def _write_private(site: RenderedSite) -> list[Problem]:
    """Write the second output, and return what stood in the way."""
    root = site.publication.root
    with release_problems(root / private_files.FOLDER) as faults:
        private_files.write_private(root, site.private)
    return faults


@contextmanager
def release_problems(site_dir: Path) -> Iterator[list[Problem]]:
    """Turn what stands in the way of a release into a problem, in the list that is given."""
    faults: list[Problem] = []
    source = Source(site_dir.name)
    try:
        yield faults
    except release.BusyError:
        faults.append(release.BUSY.at(source))
    except release.UnwritableError:
        faults.append(release.UNWRITABLE.at(source, given=str(site_dir)))
    except release.ForeignFolderError:
        faults.append(release.FOREIGN.at(source, given=str(site_dir)))


def _unbuilt(publication: ReadPublication, problems: tuple[Problem, ...], site: Path, today: date) -> Report:
    """Return the report of a build that failed, and of what is still up for that."""
    return Report(publication, (*problems, *manifest.still_up(publication, site, today)))


@retry_on_cache_loss
def offline(
    root: Path,
    today: date,
    output: Path | None,
    renderer: SiteRenderer,
    *,
    language: str | None = None,
    outside: bool = False,
    progress: Progress = lambda *_: None,
) -> Report:
    """Make the offline edition: a zip file at `output`, or one in `root` that is named by the handbook's title.

    One for `outside` holds only the stories whose consent reaches there. With any error the zip file that was there
    stays as it was.
    """
    began = time.monotonic()
    publication = read_and_check(root, today, language)
    path = output or root / offline_name(publication.settings, outside)
    misplaced = [
        bundle.MISPLACED.at(Source(path.name), given=f"{folder}/")
        for folder in folders()
        if path.resolve().is_relative_to((root / folder).resolve())
    ]
    reach = Reach.OUTSIDE if outside else None

    def rendered() -> RenderedSite:
        return render(publication, today, target=BuildTarget.USB, reach=reach, progress=progress)

    if publication.errors or misplaced:
        return Report(publication, (*_looked_over(publication, rendered, renderer, progress), *misplaced))
    site = rendered()
    with tempfile.TemporaryDirectory() as folder:
        _, problems = _staged(site, Path(folder), renderer, progress)
        if any(problem.is_error for problem in problems):
            return Report(publication, problems)
        try:
            files = bundle.bundle(Path(folder), read_me(site.plan.settings), path, today, progress)
            manifest.lay_beside(Path(folder), path)
        except OSError:
            problem = bundle.UNWRITABLE.at(Source(path.name), given=str(path))
            return Report(publication, (*problems, problem))
    built = Built(site, files, path.stat().st_size, time.monotonic() - began, path)
    return Report(publication, problems, built)
