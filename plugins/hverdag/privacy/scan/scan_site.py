"""Searches the finished site for personal data before it is published: every page, and inside every file."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ...model.artifact import Artifact
from ...model.problem import Problem, Source
from ...publish.cache.clean_log import CleanLog
from ...verify import extract
from ...verify.extract import FileText
from .. import ADDRESS, CPR, NUMBERS, PHONE, Finding, find, waivers
from ..rules import UNREAD, WAIVABLE
from ..waivers import LocatedFinding
from .detector_version import edition
from .scan_sources import Guard

_NOT_ABOUT_FILES = frozenset({PHONE, ADDRESS})
"""Rules not applied to metadata except comments: cameras and programs write numbers that look like contact details."""


def look_over(  # noqa: PLR0917 called once, by the build
    folder: Path, root: Path, guard: Guard, sources: Mapping[str, str], artifacts: Iterable[Artifact], cache: Path
) -> Iterator[Problem]:
    """Yield a problem for each finding in a staged site that was not reported in a source text; each is reported once.

    Contact details are searched for only in the metadata of files: on pages they come from a text, where they were
    already found, or from a page for contacts. `cache` is the folder that records which files are clean.
    """
    origins = Origins(folder, root, sources, artifacts)
    # What a finding is depends on these alone, wherever the publication lies: a forge has it in a new place each time.
    with CleanLog(cache / "looked-over", " ".join((edition(), guard.language.value, *sorted(guard.words)))) as marks:
        findings: list[LocatedFinding] = []
        reported = ReportedFindings(guard, sources)
        paths = extract.paths_in(folder)
        # Text that pages share is searched only on the first of them, so pages are recorded as clean only when there
        # are no findings on any page.
        pages = {path: origins.mark(path) for path in paths if extract.is_page(path)}
        fresh = [path for path in paths if path not in pages or not marks.has(pages[path])]
        for where in (extract.names(paths), extract.pages(folder, fresh)):
            findings += _new_findings(where, origins, guard, reported)
        if not reported.met:
            marks.add_all(pages.values())
        for path in extract.files(paths):
            mark = origins.mark(path)
            if marks.has(mark):
                continue
            inside = list(extract.inside(folder, path))
            before = reported.met
            findings += _new_findings(inside, origins, guard, reported)
            cut = any(passage.place == extract.UNREAD for passage in inside)
            if cut:
                findings.append(
                    LocatedFinding(UNREAD.at(Source(origins.of(path))), Finding(UNREAD.id, 0, 0, origins.key(path)))
                )
            elif reported.met == before:
                marks.add(mark)
    yield from (finding.problem for finding in waivers.unwaived(findings, guard.left))
    yield from waivers.misfits(guard.settings, findings, guard.left)


def _new_findings(
    where: Iterable[FileText], origins: "Origins", guard: Guard, reported: "ReportedFindings"
) -> Iterator[LocatedFinding]:
    for passage in where:
        for finding in _findings(passage, guard):
            origin = origins.of(passage.path)
            if not reported.has(finding, passage, origin):
                reported.add(finding, origin)
                place = "" if passage.place in ("name", "text") else passage.place
                yield LocatedFinding(WAIVABLE[finding.rule].at(Source(origin, field=place)), finding)


class ReportedFindings:
    """The findings already reported, in the source texts or in the site. `met` counts all findings asked about."""

    def __init__(self, guard: Guard, pages: Collection[str]) -> None:
        self._paths = {pair: set(paths) for pair, paths in guard.keys.items()}
        self._own_contact = guard.own_contact
        self._pages = pages
        self.met = 0

    def add(self, finding: Finding, origin: str) -> None:
        """Record that a finding is reported at the file `origin`."""
        self._paths.setdefault((finding.rule, finding.key), set()).add(origin)

    def has(self, finding: Finding, passage: FileText, origin: str) -> bool:
        """Return True if this finding is already reported. Ten digits that the source calls an order number are
        reported again only if the page writes them as a CPR number. Files copied from docs/ always are, unless the
        finding was reported at that very file."""
        self.met += 1
        if (finding.rule, finding.key) in self._own_contact:
            return True
        whole = origin.startswith("docs/") and passage.path not in self._pages
        rules = {rule for rule in {finding.rule, *NUMBERS} if self._knows(rule, finding.key, origin if whole else "")}
        parted = not passage.text[finding.start : finding.end].isdigit()
        others = rules - {finding.rule} if finding.rule in NUMBERS else set()
        return finding.rule in rules or (bool(others) and not (finding.rule == CPR and parted))

    def _knows(self, rule: str, key: str, origin: str) -> bool:
        paths = self._paths.get((rule, key), ())
        return origin in paths if origin else bool(paths)


def _findings(passage: FileText, guard: Guard) -> list[Finding]:
    findings = find(passage.text, people=passage.is_about_the_file, apart=guard.words, language=guard.language)
    is_a_text = passage.place == extract.COMMENT
    return [finding for finding in findings if is_a_text or finding.rule not in _NOT_ABOUT_FILES]


class Origins:
    """Maps each file of the site to the file of the publication that it was made from."""

    def __init__(self, folder: Path, root: Path, sources: Mapping[str, str], artifacts: Iterable[Artifact]) -> None:
        self._folder = folder
        self._root = root
        self._sources = sources
        self._contents = {
            artifact.path: artifact.content for artifact in artifacts if isinstance(artifact.content, Path)
        }

    def of(self, path: str) -> str:
        """Return the path of the source of a file in the site, or its own path if it was made from several."""
        if path in self._sources:
            return self._sources[path]
        content = self._contents.get(path)
        if content and content.is_relative_to(self._root):
            return content.relative_to(self._root).as_posix()
        return f"docs/{path}" if (self._root / "docs" / path).is_file() else path

    def key(self, path: str) -> str:
        """Return a digest of a file's content, as it lies in the site."""
        return hashlib.sha256((self._folder / path).read_bytes()).hexdigest()

    def mark(self, path: str) -> str:
        """Return what a clean file is recorded by: its content, and its ending, which decides how it is read."""
        return hashlib.sha256(f"{PurePosixPath(path).suffix}\0{self.key(path)}".encode()).hexdigest()
