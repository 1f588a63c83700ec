"""Takes stories out of a live site where today's texts cannot be built, so that a withdrawal takes effect whatever else
is wrong.

The last commit that can be built is built again, with today's withdrawals and dates laid over it and all checks
included. Where there is none, what tells of the stories is taken out of a copy of the live site. Either way the site is
exchanged in one step.
"""

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

from ..check.sample import sample_words
from ..check.sentences import folded
from ..model.artifact import Progress
from ..model.editorial.takedown import TakenOut
from ..model.handbook import Handbook
from ..model.language import Language
from ..model.manifest import Manifest
from ..model.own_look import NO_LOOK
from ..model.problem import Problem
from ..model.texts.consent import Reach
from ..parse.files import rough_text
from ..parse.manifest import read_manifest
from ..publish import bundle, release, remains
from ..publish.cache.store import is_kept
from ..publish.disk import is_fault_of_disk
from ..publish.work import run_folder
from ..vcs.commits import Commit, earlier_commits, write_out
from ..web.missing_page import missing_words
from . import manifest
from .consent_gate import allowed
from .consent_rule import COPIED, PASSAGE
from .cutting import cut
from .languages.reading import Earlier, read_languages
from .languages.sites import render_languages
from .read import ReadPublication
from .render import RenderedSite
from .result import Report
from .unlisted import files_with_words_of, guessed_manifest
from .withdrawals import Withdrawals

DOCS = "docs/"

IN_THE_WAY = frozenset(rule.id for rule in (release.BUSY, release.FOREIGN, release.UNWRITABLE))
"""The rules for a site that cannot be exchanged, whatever is built."""

MOST_BUILT = 3
"""How many commits are built in vain before the live site is cut instead: each takes as long as a build."""

Publish = Callable[[RenderedSite], Report]
"""Stages a site, looks it over and makes it the live one; without `built` in the report nothing was done."""


def take_out(  # noqa: PLR0917 as a build has them
    report: Report, site: Path, today: date, publish: Publish, progress: Progress, preview: bool
) -> Report:
    """Return the report of a build that failed, after the stories that nobody may meet any more were taken out of the
    site. Where that fails too, a problem says what is still up."""
    withdrawals = Withdrawals(report.publication, today, preview)
    live = manifest.live(site) or guessed_manifest(site, report.publication, today)
    gone = (withdrawals.still_up(live) | _copied(report, today, site)) if live else frozenset()
    if not gone and (live or preview):
        return report
    done = None
    if not any(problem.rule in IN_THE_WAY for problem in report.problems):
        done = _rebuilt(withdrawals, live, publish, progress)
        now = manifest.live(site) if done else live
        left = withdrawals.still_up(now) if done and now else gone
        if now and left:
            done = cut(report.publication, now, left, site)
    if done is None:
        return replace(report, problems=(*report.problems, *manifest.still_up(report.publication, site, gone)))
    remains.drop_last(site)  # it has what nobody may meet
    stories = [story for story in report.publication.every_story if story.code in gone]
    left = frozenset() if done.commit else _codes(files_with_words_of(stories, site))
    problems = (*report.problems, *manifest.still_up(report.publication, site, left))
    return replace(report, problems=problems, taken_out=replace(done, codes=tuple(sorted(gone or done.codes))))


def _copied(report: Report, today: date, site: Path) -> frozenset[str]:
    """Return the codes of the stories that were taken back, whose words stand in today's texts, and in the site too: in
    a file of which its manifest does not say so."""
    named = {problem.parameters.get("given") for problem in report.errors if problem.rule in (PASSAGE.id, COPIED.id)}
    every = [(one, story) for one in report.publication.in_every_language for story in one.handbook.withdrawn(today)]
    stories = [story for one, story in every if story.code and one.path(story.path) in named]
    return _codes(files_with_words_of(stories, site))


def _codes(found: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(code for codes in found.values() for code in codes)


def still_up(publication: ReadPublication, site: Path, today: date) -> Iterator[Problem]:
    """Yield a problem for each story that a live site tells of, and that nobody may meet any more."""
    live = manifest.live(site)
    gone = Withdrawals(publication, today).still_up(live) if live else frozenset()
    yield from manifest.still_up(publication, site, gone)


def unpacked(report: Report, path: Path, today: date, reach: Reach | None) -> Report:
    """Return the report of an offline edition that was not made, with a problem for each story that nobody may meet any
    more, and that the zip file from before tells of."""
    earlier = read_manifest(path)
    gone = Withdrawals(report.publication, today, edition_reach=reach).still_up(earlier) if earlier else frozenset()
    problems = manifest.still_up(report.publication, path, gone, bundle.STILL_PACKED)
    return replace(report, problems=(*report.problems, *problems))


def _rebuilt(withdrawals: Withdrawals, live: Manifest | None, publish: Publish, progress: Progress) -> TakenOut | None:
    """Build the last commit that can be built, with today's withdrawals laid over it. Without a live site it is built
    only if a story is to go: one that they take out of the commit, or whose consent has ended there already."""
    root, in_vain = withdrawals.publication.root, 0
    for commit in earlier_commits(root, live.commit if live else ""):
        try:
            with tempfile.TemporaryDirectory(dir=run_folder(), ignore_cleanup_errors=True) as name:
                folder = Path(name)
                write_out(root, commit.name, folder)
                earlier, codes = _read(withdrawals, commit, folder)
                if earlier.errors or not _is_theirs(earlier, withdrawals.publication, live):
                    continue
                if live is None and not codes:
                    return None
                report = publish(_rendered(withdrawals, earlier, progress))
                if _with_notices(report, folder):
                    earlier, _ = _read(withdrawals, commit, folder)
                    report = publish(_rendered(withdrawals, earlier, progress))
        except Exception as error:  # texts of another day may fail in any way
            if isinstance(error, FileNotFoundError) and is_kept(error.filename):
                raise
            if isinstance(error, OSError) and is_fault_of_disk(error):
                return None
            continue
        if report.built:
            return TakenOut(codes, commit.name, commit.day)
        in_vain += 1
        if in_vain == MOST_BUILT or any(problem.rule in IN_THE_WAY for problem in report.problems):
            return None
    return None


def _is_theirs(earlier: ReadPublication, now: ReadPublication, live: Manifest | None) -> bool:
    """Return True if earlier texts are of the same organisation as today's or the live site. Those of a new handbook
    may be the sample's; where nobody can say whose the handbook is, the sample is not it."""
    settings = now.handbook.settings
    names = {live.organisation if live else "", "" if settings.is_faulty("organisation") else settings.organisation}
    known = {folded(name) for name in names if name}
    whose = folded(earlier.settings.organisation)
    return whose in known or (not known and whose != sample_words().organisation)


def _with_notices(report: Report, folder: Path) -> bool:
    """Put a notice in the place of each hand-written page that holds words of a story which was taken out, and delete
    each other file beside the pages that does. Returns True if nothing else stood in the way of the build."""
    handbook, blamed = report.publication.handbook, {problem.source.path for problem in report.errors}
    every = report.publication.in_every_language
    words = {one.path(page): missing_words(one.settings) for one in every for page in one.handbook.page_paths}
    pages = blamed.intersection(words)
    files = {path for path in blamed & handbook.files if path.startswith(DOCS) and not path.endswith(".md")}
    if not blamed or blamed != pages | files or any(problem.rule != PASSAGE.id for problem in report.errors):
        return False
    for page in pages:
        heading, sentence = words[page]
        (folder / page).write_text(f"# {heading}\n\n{sentence}\n", encoding="utf-8")
    for path in files:
        (folder / path).unlink()
        for page in words:
            text = rough_text(folder, page)
            (folder / page).write_text(_without_links(text, path.rpartition("/")[2]), encoding="utf-8")
    return True


def _without_links(text: str, name: str) -> str:
    """Return a page without its links to a file."""
    names = "|".join(map(re.escape, (name, quote(name))))
    return re.sub(rf"!?\[([^\[\]]*)\]\(<?(?:[^()]*/)?(?:{names})(?![\w.-])[^()]*\)", r"\1", text)


def _read(withdrawals: Withdrawals, commit: Commit, folder: Path) -> tuple[ReadPublication, tuple[str, ...]]:
    """Read the texts of a commit, which are in a folder, with today's withdrawals in them. Returns the codes of the
    stories that these take out, too."""
    now, today = withdrawals.publication, withdrawals.today
    taken: set[str] = set()

    def lay_over(handbook: Handbook, language: Language | None) -> Handbook:
        laid = withdrawals.lay_over(handbook, language)
        taken.update(story.code for story in handbook.withdrawn(today))
        taken.update(_shown(handbook, today) - _shown(laid, today))
        return laid

    earlier = read_languages(folder, today, now.language, earlier=Earlier(now.root, lay_over))
    look = NO_LOOK if now.is_proposal else earlier.look
    return replace(earlier, commit=commit.name, look=look), tuple(sorted(taken))


def _shown(handbook: Handbook, today: date) -> frozenset[str]:
    gated = allowed(handbook, today, handbook.settings.reach)
    return frozenset(story.code for story in gated.published if story.unavailable is None)


def _rendered(withdrawals: Withdrawals, earlier: ReadPublication, progress: Progress) -> RenderedSite:
    preview, reach = withdrawals.preview, withdrawals.reach
    return render_languages(earlier, withdrawals.today, preview=preview, reach=reach, progress=progress)
