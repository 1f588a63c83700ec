"""The pipeline, readable on one screen: read -> check -> gate -> plan -> render -> stage -> verify -> swap."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from ..features.registry import registry
from ..model.artifact import Progress
from ..model.build_target import BuildTarget
from ..model.message import message
from ..model.problem import Problem, Source
from ..model.texts.consent import Reach
from ..publish import bundle, private_files, release, remains
from ..publish.cache.folder import cache_folder
from ..publish.cache.store import LOST, is_kept
from ..publish.disk import is_fault_of_disk
from ..publish.own_folder import ForeignPrivateError
from ..publish.work import run_folder
from ..reports.offline_readme import offline_name, read_me
from . import gates, manifest
from .check_site import READING
from .consent_rule import CLOCK
from .known_site import KnownSite
from .languages.reading import read_languages
from .languages.sites import render_languages, with_languages
from .proposal import without_proposed_look
from .read import ReadPublication, folders
from .render import RenderedSite
from .result import Built, HostResult, Report, SiteRenderer, problem_behind, without_disk_faults
from .taking_out import take_out, unpacked
from .unchanged_site import UnchangedSite

DEBUG = "HVERDAG_DEBUG"
"""The environment variable that shows engineers every exception as it is."""


def looked_over(
    publication: ReadPublication,
    rendered: Callable[[], RenderedSite],
    renderer: SiteRenderer,
    progress: Progress = lambda *_: None,
    whole: SiteRenderer | None = None,
) -> tuple[Problem, ...]:
    """Make a site that nobody is to see, and return the problems of all stages. What is faulty may be so in a way that
    no stand-in foresees: then those of the texts are returned. `whole` renders other languages, if not `renderer`."""
    try:
        with tempfile.TemporaryDirectory(dir=run_folder()) as name:
            site, folder = rendered(), Path(name)
            problems = _staged(site, folder, renderer, progress)[1]
            return with_languages(problems, site, folder, whole or renderer, progress)
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
    progress(0, 1, message("Looking the pages over"))
    return result, gates.looked_over(site, folder, result)


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
    """Build a publication into `site_dir`. With any error nothing of it is written, and the old site stays whole.

    Stories that nobody may meet any more are taken out of the old site all the same, and what killed builds have left
    is deleted: it may hold what is withdrawn.
    """
    began = time.monotonic()
    progress(0, 1, READING)
    remains.sweep(site_dir)
    known = KnownSite(renderer, UnchangedSite(root, today, registry().macros, cache_folder()), root, site_dir)
    publication, today = _read_forward(root, today, language, site_dir)
    publication = without_proposed_look(publication, renderer)
    publication = publication.for_preview() if preview else publication
    misplaced = _misplaced(root, site_dir)
    if misplaced:
        return Report(publication, (*publication.problems, *misplaced))
    publish = partial(_published, site_dir=site_dir, renderer=renderer, progress=progress, began=began)
    rendered = partial(render_languages, publication, today, preview=preview, progress=progress)

    def without_stories(report: Report) -> Report:
        is_done = report.built or any(problem.rule == LOST.id for problem in report.problems)  # a lost file: once more
        return report if is_done else take_out(report, site_dir, today, publish, progress, preview)

    try:
        if publication.errors:
            report = Report(publication, looked_over(publication, rendered, renderer, progress))
        else:
            report = publish(rendered(), known=known)
    except Exception as error:
        if not (isinstance(error, FileNotFoundError) and is_kept(error.filename)):
            report = without_stories(Report(publication, publication.problems))
            problem = problem_behind(error, (root, site_dir)) if isinstance(error, OSError) else None
            if problem:
                return replace(report, problems=(*report.problems, problem))
        raise
    return without_stories(report)


def _read_forward(root: Path, today: date, language: str | None, site: Path) -> tuple[ReadPublication, date]:
    """Read and check a publication that a site is to be made of, and return the day it is made on: today, or the day of
    the live site where that is later, and a consent has run out in between. No clock brings a story back."""
    publication = read_languages(root, today, language)
    live = manifest.live(site)
    day = live.day if live else today
    ended = [
        story
        for story in publication.handbook.published
        if story.consent and story.consent.has_run_out(day) and not story.consent.has_run_out(today)
    ]
    if day <= today or not ended:
        return publication, today
    read = read_languages(root, day, language)
    told = (CLOCK.at(story.at("consent", "until"), day=str(day), given=site.name) for story in ended)
    return replace(read, problems=tuple(sorted((*read.problems, *told), key=lambda problem: problem.order))), day


def _published(
    site: RenderedSite,
    site_dir: Path,
    renderer: SiteRenderer,
    progress: Progress,
    began: float,
    *,
    known: KnownSite | None = None,
) -> Report:
    """Stage a site, look it over, and make it the one at `site_dir`, with its second output, unless it is of an earlier
    commit. With any error nothing is written. `known` is what is remembered of it."""
    publication = site.publication
    with release_problems(site_dir) as faults, release.staging(site_dir) as folder:
        result, problems = _staged(site, folder, known or renderer, progress)
        if known and known.is_part and (problems != publication.problems or not known.write_rest(site, folder)):
            shutil.rmtree(folder)
            folder.mkdir(0o700)
            result, problems = _staged(site, folder, known, progress)
        told = with_languages(problems, site, folder, renderer, progress)
        if any(problem.is_error for problem in told):
            return Report(publication, told)
        unwritten = [] if site.preview or publication.commit else _write_private(site)
        if unwritten:
            return Report(publication, (*told, *unwritten))
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        gates.let_through(site, folder, site_dir)
        if known and problems == publication.problems:
            known.keep(site)
        built = Built(site, len(result.sources), size, time.monotonic() - began, site_dir)
        return Report(publication, told, built)
    return Report(publication, (*site.problems, *faults))


def _misplaced(root: Path, made: Path) -> list[Problem]:
    """Return the problem of something that is to be made among the texts."""
    return [
        bundle.MISPLACED.at(Source(made.name), given=f"{folder}/")
        for folder in folders()
        if made.resolve().is_relative_to((root / folder).resolve())
    ]


def _write_private(site: RenderedSite) -> list[Problem]:
    """Write the second output, and return what stood in the way."""
    root = site.publication.root
    with release_problems(root / private_files.BUILT) as faults:
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
    except ForeignPrivateError as error:
        faults.append(error.problem)


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
    progress(0, 1, READING)
    publication, reach = read_languages(root, today, language), Reach.OUTSIDE if outside else None
    path = output or root / offline_name(publication.settings, outside)
    misplaced = _misplaced(root, path)

    def rendered() -> RenderedSite:
        return render_languages(publication, today, target=BuildTarget.USB, reach=reach, progress=progress)

    if publication.errors or misplaced:
        problems = looked_over(publication, rendered, renderer, progress)
        return unpacked(Report(publication, (*problems, *misplaced)), path, today, reach)
    site = rendered()
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        _, problems = _staged(site, Path(folder), renderer, progress)
        problems = with_languages(problems, site, Path(folder), renderer, progress)
        if any(problem.is_error for problem in problems):
            return unpacked(Report(publication, problems), path, today, reach)
        try:
            files = bundle.bundle(Path(folder), read_me(site.plan.settings), path, today, progress)
            manifest.lay_beside(Path(folder), path)
        except OSError as error:
            if is_fault_of_disk(error):
                raise
            problem = bundle.UNWRITABLE.at(Source(path.name), given=str(path))
            return unpacked(Report(publication, (*problems, problem)), path, today, reach)
    built = Built(site, files, path.stat().st_size, time.monotonic() - began, path)
    return Report(publication, problems, built)
