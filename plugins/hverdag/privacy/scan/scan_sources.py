"""Looks through everything that was written: texts, settings, and the names of files."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from ...model.declared import Placed
from ...model.files import EntryKind
from ...model.handbook import Handbook
from ...model.problem import Problem, Source
from ...model.settings import Settings
from ...model.texts.method import is_method
from ...parse.files import rough_text
from ...publish.cache.clean_log import CleanLog
from .. import NUMBERS, find, waivers
from ..rules import WAIVABLE
from ..waivers import Found
from .detector_version import edition

TEXTS = frozenset({".md", ".yml", ".yaml", ".txt", ".html", ".htm", ".json", ".csv", ".tsv", ".xml", ".svg", ""})
"""Endings of the files that are looked through as they are. Of others, what lies in the finished site is."""

MKDOCS = "mkdocs.yml"


@dataclass(frozen=True)
class Guard:
    """What the privacy check found in the files, and what a later look at the site must know of it.

    `files` are those with a number in them. `keys` are the findings themselves, for telling each once, with the files
    that they were found in; `given` are those that everyone may know. They live here only, and are never shown.
    """

    problems: tuple[Problem, ...] = ()
    left: Mapping[tuple[str, str], int] = field(default_factory=dict)
    keys: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False)
    given: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    words: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


class Sources:
    """Looks through the files of a publication. `kept` is where it is noted in which texts nothing was found."""

    def __init__(self, root: Path, handbook: Handbook, today: date, kept: Path) -> None:
        self._root = root
        self._kept = kept
        self._handbook = handbook
        self._out = {story.path for story in handbook.stories if story.has_ended(today)}
        documents: Iterable[Placed] = (handbook.settings, *handbook.documents, *handbook.pages)
        self._documents = {document.path: document for document in documents}

    def guard(self) -> Guard:
        """Look through everything, and lay the waivers beside it."""
        settings = self._handbook.settings
        looked_through = list(self._texts())
        with CleanLog(self._kept / "looked-over", f"texts {self._root} {edition()}") as marks:
            found = [*self._in_names(), *(one for path in looked_through for one in self._in_text(path, marks))]
        allowed = waivers.allowances(settings)
        told = waivers.told(found, allowed)
        faults = waivers.faults(settings, found, {*self._handbook.files, MKDOCS}, looked_through)
        used = [one.kind for one in found]
        left = {kind: max(count - used.count(kind), 0) for kind, count in allowed.items()}
        keys: dict[tuple[str, str], frozenset[str]] = {}
        for one in found:
            # What only a story that is out of the handbook holds is nowhere in the site, or has come there otherwise.
            if one.problem.source.path not in self._out:
                pair = (one.finding.rule, one.finding.key)
                keys[pair] = keys.get(pair, frozenset()) | {one.problem.source.path}
        numbered = frozenset(one.problem.source.path for one in found if one.problem.rule in NUMBERS)
        return Guard((*(one.problem for one in told), *faults), left, keys, self.given, self.words, numbered)

    def _texts(self) -> Iterator[str]:
        for entry in self._handbook.entries:
            if entry.kind is EntryKind.FILE and entry.suffix in TEXTS:
                yield entry.path
        yield MKDOCS

    def _in_names(self) -> Iterator[Found]:
        """What the names of files and folders hold; of a folder's name, told once."""
        for entry in self._handbook.entries:
            own = len(entry.path) - len(entry.name)
            for finding in find(entry.path):
                if finding.end > own:
                    yield Found(WAIVABLE[finding.rule].at(Source(entry.path)), finding)

    def _in_text(self, path: str, marks: CleanLog) -> Iterator[Found]:
        text = rough_text(self._root, path)
        people = tells_of_people(path)
        key = hashlib.sha256(f"{people} {sorted(self.words)}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
        met = [] if marks.has(key) else find(text, people=people, apart=self.words)
        if not met:
            marks.add(key)
        found = [one for one in met if (one.rule, one.key) not in self.given]
        if found:
            begins = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]
            for finding in found:
                line = bisect_right(begins, finding.start)
                column = finding.start - begins[line - 1] + 1
                source = Source(path, line, column, self._field(path, line, column))
                yield Found(WAIVABLE[finding.rule].at(source), finding)

    def _field(self, path: str, line: int, column: int) -> str:
        """The field that a place in front matter or handbook.yml belongs to."""
        document = self._documents.get(path)
        places = document.places if document else {}
        before = [(at, place) for place, at in places.items() if at <= (line, column)]
        inside = isinstance(document, Settings) or line <= max((at[0] for at in places.values()), default=0)
        return str(max(before)[1][0]) if before and inside else ""

    @cached_property
    def given(self) -> frozenset[tuple[str, str]]:
        """How the handbook's own contact is reached: everyone may know it."""
        contact = self._handbook.settings.contact
        told = f"{contact.name}\n{contact.phone}\n{contact.mail}"
        return frozenset((one.rule, one.key) for one in find(told, people=True) if one.rule not in NUMBERS)

    @cached_property
    def words(self) -> frozenset[str]:
        """Words in capitals that are no surnames: those of the organisation, its values and its addresses."""
        settings = self._handbook.settings
        told = (settings.organisation, settings.title, *(value.name for value in self._handbook.values))
        return frozenset(word for one in told for word in one.split())


def tells_of_people(path: str) -> bool:
    """Whether a file is one that says nothing of how people are reached: pages and handbook.yml do, on purpose."""
    return path.endswith(".md") and (path.startswith(("stories/", "values/")) or is_method(path))
