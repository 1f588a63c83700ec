"""The pipeline, readable on one screen: parse -> check -> assemble -> render -> stage -> verify -> swap."""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from . import inventory, verify
from .guarding import look_over
from .index import search_data
from .made import Made, Report, SiteRenderer, patient
from .model.artifact import Progress
from .model.consent import Reach
from .model.edition import Edition
from .model.problem import Problem, Source
from .parse.files import file_lines
from .parse.publication import FOLDERS
from .prepare import (
    ON_THE_WAY,
    RULE_GROUPS,
    RULES,
    Prepared,
    begin_story,
    faulty_pages,
    inspect,
    prepare,
    show,
)
from .publish import bundle, release
from .publish.keep import LOST, cache_folder
from .publish.pictures import Pictures as CleanPictures
from .publish.pictures import unreadable as unreadable_picture
from .render import rules as page_rules
from .render.fragments import NAMES, Fragments, UnknownNameError
from .render.letter import letter
from .render.print_list import print_list
from .render.read_me import offline_name, read_me
from .render.report import FORMATS
from .render.review import as_markdown as review_markdown
from .render.review_data import as_json as review_json
from .render.style import ICON, SCRIPTS, STYLE_SHEETS, stemmers
from .render.takedown import takedown_text

__all__ = [
    "FORMATS",
    "ICON",
    "LOST",
    "NAMES",
    "ON_THE_WAY",
    "RULES",
    "RULE_GROUPS",
    "SCRIPTS",
    "STYLE_SHEETS",
    "CleanPictures",
    "Fragments",
    "Made",
    "Prepared",
    "Progress",
    "Report",
    "UnknownNameError",
    "begin_story",
    "build",
    "cache_folder",
    "faulty_pages",
    "inspect",
    "letter",
    "offline",
    "page_rules",
    "prepare",
    "print_list",
    "rehearse",
    "review_json",
    "review_markdown",
    "search_data",
    "show",
    "takedown_text",
    "unreadable_picture",
]


@patient
def rehearse(root: Path, today: date, renderer: SiteRenderer, language: str | None = None) -> Report:
    """Find every problem: those of the texts, and, where these are sound, those of the finished pages.

    The site is made in a folder of its own, looked over, and thrown away.
    """
    prepared = prepare(root, today, language)
    if prepared.errors:
        return Report(prepared, prepared.problems)
    with tempfile.TemporaryDirectory() as folder:
        return Report(prepared, _made_and_verified(prepared, Path(folder), renderer, lambda *_: None)[1])


def _made_and_verified(
    prepared: Prepared, folder: Path, renderer: SiteRenderer, progress: Progress
) -> tuple[Made, tuple[Problem, ...]]:
    """Make the site in a folder, and return all problems in reading order."""
    made = renderer(prepared, folder, progress)
    if prepared.edition is Edition.OFFLINE:
        bundle.prune(folder, {*stemmers(prepared.settings.language), *made.sources})
    inventory.inventory(prepared, folder, made.sources)
    whole = (folder / "index.html").is_file() or (folder / "404.html").is_file() or not made.problems
    found = (
        *made.problems,
        *(_verified(prepared, folder, made) if whole else ()),
        *look_over(folder, prepared.root, prepared.guard, made.sources, prepared.artifacts, cache_folder()),
    )
    met = tuple(_located(problem, prepared.root) for problem in found)
    return made, tuple(sorted((*prepared.problems, *met), key=lambda problem: problem.order))


def _verified(prepared: Prepared, folder: Path, made: Made) -> Iterator[Problem]:
    site = prepared.site
    notices = [address for address, _ in site.notices] if site else []
    return verify.verify(folder, made.sources, prepared.edition, site.lost if site else (), notices)


@patient
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
    prepared = prepare(root, today, language, preview, progress=progress)
    if prepared.errors:
        return _unbuilt(prepared, prepared.problems, site_dir, today)
    try:
        with release.staging(site_dir) as folder:
            made, problems = _made_and_verified(prepared, folder, renderer, progress)
            if any(problem.is_error for problem in problems):
                return _unbuilt(prepared, problems, site_dir, today)
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            inventory.lay_beside(folder, site_dir)
            release.swap(folder, site_dir, keep_last=inventory.forget_gone(site_dir, folder))
    except release.BusyError:
        return Report(prepared, (*prepared.problems, release.BUSY.at(Source(site_dir.name))))
    except release.UnwritableError:
        problem = release.UNWRITABLE.at(Source(site_dir.name), given=str(site_dir))
        return Report(prepared, (*prepared.problems, problem))
    except release.ForeignFolderError:
        problem = release.FOREIGN.at(Source(site_dir.name), given=str(site_dir))
        return Report(prepared, (*prepared.problems, problem))
    return Report(prepared, problems, True, len(made.sources), size, time.monotonic() - began)


def _unbuilt(prepared: Prepared, problems: tuple[Problem, ...], site: Path, today: date) -> Report:
    """The report of a build that failed, and of what is still up for that."""
    return Report(prepared, (*problems, *inventory.still_up(prepared, site, today)))


@patient
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
    reach = Reach.OUTSIDE if outside else None
    prepared = prepare(root, today, language, edition=Edition.OFFLINE, reach=reach, progress=progress)
    made = output or root / offline_name(prepared.settings, outside)
    misplaced = [
        bundle.MISPLACED.at(Source(made.name), given=f"{folder}/")
        for folder in FOLDERS
        if made.resolve().is_relative_to((root / folder).resolve())
    ]
    if prepared.site is None or prepared.errors or misplaced:
        return Report(prepared, (*prepared.problems, *misplaced))
    with tempfile.TemporaryDirectory() as folder:
        _, problems = _made_and_verified(prepared, Path(folder), renderer, progress)
        if any(problem.is_error for problem in problems):
            return Report(prepared, problems)
        try:
            files = bundle.bundle(Path(folder), read_me(prepared.site.settings), made, today, progress)
            inventory.lay_beside(Path(folder), made)
        except OSError:
            problem = bundle.UNWRITABLE.at(Source(made.name), given=str(made))
            return Report(prepared, (*problems, problem))
    return Report(prepared, problems, True, files, made.stat().st_size, time.monotonic() - began, made)


def _located(problem: Problem, root: Path) -> Problem:
    """Find the line of a fault in a finished page, which only knows the file it came from."""
    if problem.source.line > 1:
        return problem
    given = str(problem.parameters.get("given", ""))
    for number, line in enumerate(file_lines(root, problem.source.path), 1):
        column = line.find(given) + 1
        if given and column:
            return replace(problem, source=Source(problem.source.path, number, column))
    return problem
