"""The pipeline, readable on one screen: read -> check -> gate -> plan -> render -> stage -> verify -> swap."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from .. import verify
from ..features.registry import registry
from ..model.artifact import Progress
from ..model.build_target import BuildTarget
from ..model.problem import Problem, Source
from ..model.texts.consent import Reach
from ..parse.files import file_lines
from ..privacy.scan import look_over
from ..publish import bundle, private_files, release
from ..publish.cache.folder import cache_folder
from ..publish.cache.store import LOST, is_changed, is_kept
from ..publish.disk import is_fault_of_disk
from ..publish.work import run_folder
from ..reports.offline_readme import offline_name, read_me
from ..web.assets import stemmers
from . import manifest
from .link_places import link_problems
from .one_report import one_report
from .read import ReadPublication, folders, read_and_check
from .render import RenderedSite, forget_gone, render
from .result import Built, HostResult, Report, SiteRenderer, without_disk_faults
from .unchanged_site import UnchangedSite

DEBUG = "HVERDAG_DEBUG"
"""The environment variable that shows engineers every exception as it is."""


@without_disk_faults
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
        with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
            _, problems = _staged(site, Path(folder), renderer, progress)
        return problems
    except Exception as error:
        is_told = isinstance(error, OSError) and (is_fault_of_disk(error) or is_kept(error.filename))
        if not publication.errors or is_told or os.environ.get(DEBUG):
            raise
        return publication.problems


def _staged(
    site: RenderedSite, folder: Path, renderer: SiteRenderer, progress: Progress
) -> tuple[HostResult, tuple[Problem, ...]]:
    """Make the site in a folder, look it over, and return the problems of all stages in reading order."""
    result = renderer(site, folder, progress)
    if is_changed(folder, site.artifacts):
        result = replace(result, problems=(*result.problems, LOST.at(Source("site"))))
    if site.target is BuildTarget.USB:
        bundle.prune(folder, {*stemmers(site.settings.language), *result.sources})
    manifest.write_manifest(site, folder, result.sources)
    whole = (folder / "index.html").is_file() or (folder / "404.html").is_file() or not result.problems
    publication = site.publication
    root = publication.root
    later = (
        *site.met,
        *(_located(problem, root) for problem in result.problems),
        *(_verified(site, folder, result) if whole else ()),
    )
    findings = look_over(folder, root, publication.guard, result.sources, site.artifacts, cache_folder())
    if publication.errors:
        manifest.forget_made_up(site)
    return result, one_report(publication.problems, later, findings, site.consequences)


def _verified(site: RenderedSite, folder: Path, result: HostResult) -> Iterator[Problem]:
    notices = [notice.address for notice in site.plan.notices]
    retired = [site.plan.addresses.by_target[path] for path, _ in registry().retired(site.plan.shown.handbook)]
    findings = verify.links(folder, result.sources, site.plan.lost, notices, retired)
    unexplained = (finding for finding in findings if not site.consequences.explain_link(finding))
    yield from link_problems(unexplained, site.publication, site.plan.addresses)
    yield from verify.verify(folder, result.sources, site.target)


@without_disk_faults
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
    """Build a publication into `site_dir`. With any error nothing is written, and the old site stays whole. What killed
    builds have left is deleted in any case: it may hold what is withdrawn."""
    began = time.monotonic()
    release.sweep(site_dir)
    publication = read_and_check(root, today, language)
    if publication.errors:
        problems = _looked_over(
            publication, lambda: render(publication, today, preview=preview, progress=progress), renderer
        )
        return _unbuilt(publication, problems, site_dir, today)
    site = render(publication, today, preview=preview, progress=progress)
    with _release_problems(site_dir) as faults, release.staging(site_dir) as folder:
        result, problems = _staged(site, folder, renderer, progress)
        if any(problem.is_error for problem in problems):
            return _unbuilt(publication, problems, site_dir, today)
        unwritten = [] if preview else _write_private(site)
        if unwritten:
            return _unbuilt(publication, (*problems, *unwritten), site_dir, today)
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        manifest.lay_beside(folder, site_dir)
        release.swap(folder, site_dir, keep_last=manifest.forget_gone(site_dir, folder))
        built = Built(site, len(result.sources), size, time.monotonic() - began, site_dir)
        return Report(publication, problems, built)
    return Report(publication, (*site.problems, *faults))


def _write_private(site: RenderedSite) -> list[Problem]:
    """Write the second output, and return what stood in the way."""
    root = site.publication.root
    with _release_problems(root / private_files.FOLDER) as faults:
        private_files.write_private(root, site.private)
    return faults


@contextmanager
def _release_problems(site_dir: Path) -> Iterator[list[Problem]]:
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


@without_disk_faults
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
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        _, problems = _staged(site, Path(folder), renderer, progress)
        if any(problem.is_error for problem in problems):
            return Report(publication, problems)
        try:
            files = bundle.bundle(Path(folder), read_me(site.plan.settings), path, today, progress)
            manifest.lay_beside(Path(folder), path)
        except OSError as error:
            if is_fault_of_disk(error):
                raise
            problem = bundle.UNWRITABLE.at(Source(path.name), given=str(path))
            return Report(publication, (*problems, problem))
    built = Built(site, files, path.stat().st_size, time.monotonic() - began, path)
    return Report(publication, problems, built)


def _located(problem: Problem, root: Path) -> Problem:
    """Return a problem of a hand-written page that only knows the file it came from, with the line in that file."""
    given = str(problem.parameters.get("given", ""))
    if problem.source.line > 1 or not given:
        return problem
    for number, line in enumerate(file_lines(root, problem.source.path), 1):
        if given in line:
            return replace(problem, source=Source(problem.source.path, number, line.index(given) + 1))
    return problem
