"""The gates that a finished site passes before anybody meets it, whoever has made it: `hverdag` or MkDocs itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .. import verify
from ..features.registry import registry
from ..model.build_target import BuildTarget
from ..model.problem import Problem, Source
from ..model.settings import Server
from ..parse.files import file_lines
from ..parse.other_process import OtherProcess
from ..parse.pages.site import read_site
from ..privacy.scan.scan_site import SiteScan
from ..publish import bundle, release, server_files
from ..publish.cache.clean_log import CleanLog
from ..publish.cache.folder import cache_folder
from ..publish.cache.store import LOST, is_changed
from . import manifest
from .kept_assets import keep_assets
from .link_places import link_problems
from .one_report import one_report
from .program import program
from .render import RenderedSite
from .result import HostResult
from .withheld import words_kept, words_shared

SCAN = "hverdag.privacy.scan.worker"


def looked_over(site: RenderedSite, folder: Path, result: HostResult) -> tuple[Problem, ...]:
    """Write the manifest of a site that a host has made in a folder, look the site over, and return the problems of all
    stages in reading order."""
    if is_changed(folder, site.artifacts):
        return one_report(site.publication.problems, (LOST.at(Source("site")),), (), site.consequences)
    if site.target is BuildTarget.USB:
        bundle.prune(folder, result.sources)
    manifest.write_manifest(site, folder, result)
    whole = (folder / "index.html").is_file() or (folder / "404.html").is_file() or not result.problems
    publication = site.publication
    root = publication.root
    guard, is_part = publication.guard, bool(result.known.paths)
    scan = SiteScan(folder, root, guard, result.sources, site.artifacts, cache_folder(), is_part=is_part)
    other = OtherProcess(SCAN, [(str(folder), path) for path in scan.halves[1]])
    later = (
        *site.met,
        *(_located(problem, root) for problem in result.problems),
        *(_verified(site, folder, result) if whole else ()),
        *words_kept(site, folder, result.sources),
        *words_shared(site),
    )
    findings = scan.problems(other)
    if publication.errors:
        manifest.forget_made_up(site)
    return one_report(publication.problems, later, findings, site.consequences)


def let_through(site: RenderedSite, folder: Path, site_dir: Path) -> None:
    """Make a finished folder the site, with its manifest, and the rules of its server, beside it. Raises what
    `release.swap` does."""
    keep_assets(site_dir, folder)
    manifest.lay_beside(folder, site_dir)
    server_files.lay_beside(site.settings, site.publication.frame_for(site.target), site_dir)
    release.swap(folder, site_dir, keep_last=manifest.forget_gone(site_dir, folder))


def _verified(site: RenderedSite, folder: Path, result: HostResult) -> Iterator[Problem]:
    notices = [notice.address for notice in site.plan.notices]
    retired = [site.plan.addresses.by_target[path] for path, _ in registry().retired(site.plan.shown.handbook)]
    known = result.known
    with CleanLog(cache_folder() / "looked-over", f"code {program()}", is_part=bool(known.paths)) as log:
        code = verify.SiteCode(log if program() else None)
        findings = list(
            verify.links(folder, result.sources, site.plan.lost, notices, retired, code, known, site.languages.files)
        )
    unexplained = (finding for finding in findings if not site.consequences.explain_link(finding))
    yield from link_problems(unexplained, site.publication, site.plan.addresses)
    allowed = read_site(site.publication.root, site.publication.handbook.files).allowed
    has_server = site.settings.server is not Server.NONE
    frame = site.publication.frame_for(site.target)
    for problem in verify.verify(
        folder, result.sources, site.target, allowed, has_server=has_server, code=code, frame=frame
    ):
        yield _located(problem, site.publication.root)
    yield from verify.documents(folder, {artifact.path for artifact in site.artifacts})


def _located(problem: Problem, root: Path) -> Problem:
    """Return a problem of a hand-written page that only knows the file it came from, with the line in that file."""
    given = str(problem.parameters.get("given", ""))
    if problem.source.line > 1 or not given:
        return problem
    for number, line in enumerate(file_lines(root, problem.source.path), 1):
        if given in line:
            return replace(problem, source=Source(problem.source.path, number, line.index(given) + 1))
    return problem
