"""The pipeline, readable on one screen: parse -> check -> assemble -> render -> stage -> verify -> swap."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from . import check, verify
from .assemble.new_story import assemble_new_story
from .assemble.site import assemble_site
from .model.artifact import Artifact, WebPage
from .model.chapters import Site
from .model.handbook import Handbook
from .model.problem import Problem, Rule, Source
from .parse import rules as parse_rules
from .parse.publication import file_lines, read_publication
from .publish import fonts, release
from .publish.new import write_new
from .render import rules as page_rules
from .render.fragments import NAMES, Fragments, UnknownNameError
from .render.new_story import new_story_text
from .render.report import FORMATS, ProblemReport
from .render.site import render_site
from .render.style import ICON, SCRIPTS, STYLE_SHEETS

__all__ = [
    "FORMATS",
    "ICON",
    "NAMES",
    "RULES",
    "SCRIPTS",
    "STYLE_SHEETS",
    "Fragments",
    "Made",
    "Prepared",
    "Report",
    "UnknownNameError",
    "begin_story",
    "build",
    "inspect",
    "page_rules",
    "prepare",
    "show",
]

RULE_GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "What is checked in stories and values": check.RULES,
    "What cannot be read": parse_rules.RULES,
    "Hand-written pages": page_rules.RULES,
    "The finished site": (*verify.RULES, *release.RULES),
}
RULES: Mapping[str, Rule] = {rule.id: rule for group in RULE_GROUPS.values() for rule in group}

Progress = Callable[[int, int], None]
"""Called with the pages set so far, and how many there are in all."""


@dataclass(frozen=True)
class Prepared:
    """A publication that has been read and checked and, where it may be published, laid out and rendered."""

    root: Path
    language: str
    handbook: Handbook
    problems: tuple[Problem, ...]
    site: Site | None = None
    pages: tuple[WebPage, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    fragments: Fragments | None = None
    preview: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)


@dataclass(frozen=True)
class Made:
    """What a host did: the problems it met, and the file that each page (by its path in the site) came from."""

    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


class SiteRenderer(Protocol):
    """Sets pages in their frame and writes them to a folder: what a host is to the house."""

    def __call__(self, prepared: Prepared, folder: Path, progress: Progress) -> Made: ...


@dataclass(frozen=True)
class Report:
    """How a build went. Without `built`, the old site is untouched."""

    prepared: Prepared
    problems: tuple[Problem, ...]
    built: bool = False
    pages: int = 0
    size: int = 0
    seconds: float = 0.0

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stopped the build."""
        return tuple(problem for problem in self.problems if problem.is_error)


def inspect(root: Path, today: date, language: str | None = None) -> Prepared:
    """Read and check a publication, and make nothing of it."""
    handbook, met = read_publication(root)
    problems = tuple(sorted((*met, *check.check(handbook, today)), key=lambda problem: problem.order))
    return Prepared(root, language or handbook.settings.language.value, handbook, problems)


def prepare(
    root: Path, today: date, language: str | None = None, preview: bool = False, forgiving: bool = False
) -> Prepared:
    """Read, check, lay out and render a publication, without writing anything.

    With an error nothing is laid out, unless `forgiving`: then faulty stories are left out and the rest is made.
    """
    prepared = inspect(root, today, language)
    if prepared.errors and not forgiving:
        return prepared
    handbook = prepared.handbook
    site = assemble_site(_without_faulty(handbook, prepared.errors), today, preview)
    pages, artifacts, fragments = render_site(site, root, handbook.settings.language.value, RULE_GROUPS)
    return replace(
        prepared,
        site=site,
        pages=tuple(pages),
        artifacts=(*artifacts, *fonts.web_fonts(fonts.cache_folder())),
        fragments=fragments,
        preview=preview,
    )


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
    prepared = prepare(root, today, language, preview)
    if prepared.errors:
        return Report(prepared, prepared.problems)
    try:
        with release.staging(site_dir) as folder:
            made = renderer(prepared, folder, progress)
            found = made.problems or tuple(verify.verify(folder, made.sources))
            met = tuple(_located(problem, root) for problem in found)
            problems = tuple(sorted((*prepared.problems, *met), key=lambda problem: problem.order))
            if any(problem.is_error for problem in met):
                return Report(prepared, problems)
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            release.swap(folder, site_dir)
    except release.BusyError:
        return Report(prepared, (*prepared.problems, release.BUSY.at(Source(site_dir.name))))
    except release.ForeignFolderError:
        problem = release.FOREIGN.at(Source(site_dir.name), given=str(site_dir))
        return Report(prepared, (*prepared.problems, problem))
    return Report(prepared, problems, True, len(made.sources), size, time.monotonic() - began)


def begin_story(root: Path, today: date, title: str) -> tuple[Path, str]:
    """Begin a story: write its file with everything filled in that can be, and return its path and code."""
    handbook, _ = read_publication(root)
    begun = assemble_new_story(handbook, title, today)
    return write_new(root / begun.path, new_story_text(begun)), begun.code


def show(prepared: Prepared, problems: Sequence[Problem], form: str) -> str:
    """Return problems in one of FORMATS, in the language of the publication's messages."""
    lines = {path: file_lines(prepared.root, path) for path in {problem.source.path for problem in problems}}
    titles = {document.path: document.heading for document in prepared.handbook.documents}
    edit_url = prepared.handbook.settings.edit_url
    return FORMATS[form](ProblemReport(problems, RULES, lines, titles, edit_url), prepared.language)


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


def _without_faulty(handbook: Handbook, errors: tuple[Problem, ...]) -> Handbook:
    faulty = {problem.source.path for problem in errors}
    return replace(handbook, stories=tuple(story for story in handbook.stories if story.path not in faulty))
