"""Looks over a finished site before readers see it: every page, and inside every file."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from ...model.artifact import Artifact
from ...model.problem import Problem, Source
from ...publish.cache.clean_log import CleanLog
from ...verify import extract as held
from ...verify.extract import Held
from .. import ADDRESS, CPR, NUMBERS, PHONE, Finding, find, waivers
from ..rules import UNREAD, WAIVABLE
from ..waivers import Found
from .detector_version import edition
from .scan_sources import Guard

_NOT_ABOUT_FILES = frozenset({PHONE, ADDRESS})
"""What is not looked for in what files say of themselves: cameras and programs write numbers there."""


def look_over(  # noqa: PLR0917 the build hands over what it has made
    folder: Path, root: Path, guard: Guard, sources: Mapping[str, str], artifacts: Iterable[Artifact], kept: Path
) -> Iterator[Problem]:
    """Yield a problem for each file of a staged site with something private in it that no text has, told once.

    How people are reached is looked for only in what files say of themselves: what pages say of it stands in a text,
    where it was found, or on a page where it is meant. `kept` is where it is noted which files were looked into.
    """
    origins = Origins(folder, root, sources, artifacts)
    with CleanLog(kept / "looked-over", f"{root} {edition()}") as marks:
        found: list[Found] = []
        unread: list[Problem] = []
        told = Told(guard, sources)
        paths = held.paths_in(folder)
        # One stretch of text is looked at once, on whichever page it comes first: only where there is nothing on any
        # page can each be said to be clean.
        pages = {path: origins.key(path) for path in paths if held.is_page(path)}
        fresh = [path for path in paths if path not in pages or not marks.has(pages[path])]
        for where in (held.names(paths), held.pages(folder, fresh)):
            found += _found(where, origins, guard, told)
        if not told.met:
            marks.add_all(pages.values())
        for path in held.files(paths):
            key = origins.key(path)
            if marks.has(key):
                continue
            inside = list(held.inside(folder, path))
            before = told.met
            found += _found(inside, origins, guard, told)
            cut = [UNREAD.at(Source(origins.of(path))) for one in inside if one.place == held.UNREAD]
            unread += cut
            if not cut and told.met == before:
                marks.add(key)
    yield from (one.problem for one in waivers.told(found, guard.left))
    yield from unread


def _found(where: Iterable[Held], origins: "Origins", guard: Guard, told: "Told") -> Iterator[Found]:
    for one in where:
        for finding in _findings(one, guard):
            origin = origins.of(one.path)
            if not told.has(finding, one, origin):
                told.add(finding, origin)
                place = "" if one.place in ("name", "text") else one.place
                yield Found(WAIVABLE[finding.rule].at(Source(origin, field=place)), finding)


class Told:
    """What was told of already, in the texts or here. `met` counts everything that was found, told or not."""

    def __init__(self, guard: Guard, pages: Collection[str]) -> None:
        self._paths = {pair: set(paths) for pair, paths in guard.keys.items()}
        self._given = guard.given
        self._pages = pages
        self.met = 0

    def add(self, finding: Finding, origin: str) -> None:
        """Note that a finding is told at a file."""
        self._paths.setdefault((finding.rule, finding.key), set()).add(origin)

    def has(self, finding: Finding, one: Held, origin: str) -> bool:
        """Whether a finding was told. Where a text says that ten digits are an order, a page that leaves out the word
        says nothing new; one that sets a dash in them does. So does a file that someone has put into docs/: a number
        that is waived or told of elsewhere is no reason to publish it there."""
        self.met += 1
        if (finding.rule, finding.key) in self._given:
            return True
        whole = origin.startswith("docs/") and one.path not in self._pages
        rules = {rule for rule in {finding.rule, *NUMBERS} if self._knows(rule, finding.key, origin if whole else "")}
        parted = not one.text[finding.start : finding.end].isdigit()
        others = rules - {finding.rule} if finding.rule in NUMBERS else set()
        return finding.rule in rules or (bool(others) and not (finding.rule == CPR and parted))

    def _knows(self, rule: str, key: str, origin: str) -> bool:
        paths = self._paths.get((rule, key), ())
        return origin in paths if origin else bool(paths)


def _findings(one: Held, guard: Guard) -> list[Finding]:
    found = find(one.text, people=one.is_about_the_file, apart=guard.words)
    return [finding for finding in found if finding.rule not in _NOT_ABOUT_FILES]


class Origins:
    """Which file of the publication each file of the site was made from."""

    def __init__(self, folder: Path, root: Path, sources: Mapping[str, str], artifacts: Iterable[Artifact]) -> None:
        self._folder = folder
        self._root = root
        self._sources = sources
        self._contents = {one.path: one.content for one in artifacts if isinstance(one.content, Path)}

    def of(self, path: str) -> str:
        """Return the path of the file that one of the site was made from; its own, where it was made from many."""
        if path in self._sources:
            return self._sources[path]
        content = self._contents.get(path)
        if content and content.is_relative_to(self._root):
            return content.relative_to(self._root).as_posix()
        return f"docs/{path}" if (self._root / "docs" / path).is_file() else path

    def key(self, path: str) -> str:
        """Return what tells a file's content from any other. What lies in the cache is named by it."""
        content = self._contents.get(path)
        if content and content.name.count(".") == 2 and not content.is_relative_to(self._root):
            return content.name
        return hashlib.sha256((self._folder / path).read_bytes()).hexdigest()
