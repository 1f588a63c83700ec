"""Searches the finished site for personal data before it is published: every page, and inside every file."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

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


class OtherScan(Protocol):
    """The search of some pages by another process, as scan/worker.py makes it."""

    @property
    def is_idle(self) -> bool:
        """Whether there is no such process."""

    def results(self) -> list[str | None]:
        """Return what each page is recorded by, if none of them holds a finding."""


class SiteScan:
    """The search of a staged site, which must not change any more. `cache` is the folder that records which files are
    clean; with `is_part`, the site has more of them than are staged."""

    def __init__(  # noqa: PLR0917 called once, by the build
        self,
        folder: Path,
        root: Path,
        guard: Guard,
        sources: Mapping[str, str],
        artifacts: Iterable[Artifact],
        cache: Path,
        *,
        is_part: bool = False,
    ) -> None:
        self._folder, self._guard = folder, guard
        self._origins = Origins(folder, root, sources, artifacts)
        self._reported = ReportedFindings(guard, sources)
        # What a finding is depends on these alone, wherever the publication lies: a forge has it in a new place each
        # time.
        words = " ".join((edition(), guard.language.value, *sorted(guard.words)))
        self._marks = CleanLog(cache / "looked-over", words, is_part=is_part)
        self._paths = extract.paths_in(folder)
        self._pages = {path: self._origins.mark(path) for path in self._paths if extract.is_page(path)}

    @property
    def halves(self) -> tuple[list[str], list[str]]:
        """The fresh pages in two halves that take as long: those of one kind stand beside each other."""
        return self.fresh_pages[::2], self.fresh_pages[1::2]

    @cached_property
    def fresh_pages(self) -> list[str]:
        """The pages that are not known to be clean, in the order in which they are searched."""
        return extract.in_order(path for path, mark in self._pages.items() if not self._marks.has(mark))

    def problems(self, other: OtherScan | None = None) -> Iterator[Problem]:
        """Yield a problem for each finding that was not reported in a source text; each is reported once.

        Contact details are searched for only in the metadata of files: on pages they come from a text, where they were
        already found, or from a page for contacts. `other` searches the second half of `halves` meanwhile.
        """
        with self._marks:
            findings = [*self._in_pages(other), *self._in_files()]
        yield from (finding.problem for finding in waivers.unwaived(findings, self._guard.left))
        yield from waivers.misfits(self._guard.settings, findings, self._guard.left)

    def _in_pages(self, other: OtherScan | None) -> Iterator[LocatedFinding]:
        yield from self._new_findings(extract.names(self._paths))
        # Text that pages share is searched only on the first of them, so pages are recorded as clean only when there
        # are no findings on any page.
        own, rest = self.halves
        if other and not other.is_idle:
            found = [passage for passage in extract.pages(self._folder, own) if _findings(passage, self._guard)]
            # What a page of the one half shares with one of the other is found in both: only if the other is clean are
            # these the first of their kind.
            if [self._pages[path] for path in rest] != other.results():
                found = list(extract.pages(self._folder, self.fresh_pages))
            yield from self._new_findings(found)
        else:
            yield from self._new_findings(extract.pages(self._folder, self.fresh_pages))
        if not self._reported.met:
            self._marks.add_all(self._pages.values())

    def _in_files(self) -> Iterator[LocatedFinding]:
        for path in extract.files(self._paths):
            mark = self._origins.mark(path)
            if self._marks.has(mark):
                continue
            inside = list(extract.inside(self._folder, path))
            before = self._reported.met
            yield from self._new_findings(inside)
            if any(passage.place == extract.UNREAD for passage in inside):
                source = Source(self._origins.of(path))
                yield LocatedFinding(UNREAD.at(source), Finding(UNREAD.id, 0, 0, self._origins.key(path)))
            elif self._reported.met == before:
                self._marks.add(mark)

    def _new_findings(self, where: Iterable[FileText]) -> Iterator[LocatedFinding]:
        for passage in where:
            for finding in _findings(passage, self._guard):
                origin = self._origins.of(passage.path)
                if not self._reported.has(finding, passage, origin):
                    self._reported.add(finding, origin)
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
        return _digest(self._folder, path)

    def mark(self, path: str) -> str:
        """Return what a clean file of the site is recorded by."""
        return mark_of(self._folder, path)


def mark_of(folder: Path, path: str) -> str:
    """Return what a clean file in a folder is recorded by: its content, and its ending, by which it is read."""
    return hashlib.sha256(f"{PurePosixPath(path).suffix}\0{_digest(folder, path)}".encode()).hexdigest()


def _digest(folder: Path, path: str) -> str:
    return hashlib.sha256((folder / path).read_bytes()).hexdigest()
