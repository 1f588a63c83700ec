"""Searches the sources for personal data: texts, settings and file names."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from ...model.declared import Placed
from ...model.files import PICTURES, Entry, EntryKind
from ...model.handbook import Handbook
from ...model.language import Language
from ...model.problem import Problem, Source
from ...model.settings import Settings
from ...parse.files import rough_text
from ...parse.other_process import OtherProcess
from ...publish.cache.clean_log import CleanLog
from .. import CPR, NAME, NUMBERS, PHONE, Finding, find, waivers
from ..rules import WAIVABLE
from ..waivers import Allowances, LocatedFinding
from .detector_version import edition

TEXTS = frozenset({".md", ".yml", ".yaml", ".txt", ".html", ".htm", ".json", ".csv", ".tsv", ".xml", ".svg", ""})
"""Suffixes of the source files that are searched as text. Other files are searched in the finished site."""

MKDOCS = "mkdocs.yml"
TEXT_WORKER = "hverdag.privacy.scan.text_worker"

_DIGEST = re.compile(r"(?m)^([ -]+(?:text|of|commit): )(?=[0-9]*[a-f])([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?=\r?$)")
"""A fingerprint or a commit in a line of a nod, which the program wrote: 66 of 20,000 looked like a personal number."""


@dataclass(frozen=True)
class Guard:
    """The result of searching the sources, as needed later to search the site and to redact reports.

    `left` is what the waivers in `settings` allow and the sources do not use up. `keys` are the findings by rule and
    key, with the files that contain them, so that each is reported once; `own_contact` are those of the handbook's
    public contact. Both contain personal data, and must never be shown. `words` are never surnames. `files` contain
    personal numbers, and `documents` are the contributed texts; both are paths. `language` is that of the readers.
    """

    problems: tuple[Problem, ...] = ()
    left: Allowances = field(default_factory=dict)
    keys: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False)
    own_contact: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    words: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    language: Language = Language.DANISH
    settings: Settings = field(default_factory=Settings.model_construct, repr=False)


class SourceText(NamedTuple):
    """The text of a source: whether it is searched for people too, and what it is recorded by where it is clean."""

    path: str
    text: str
    people: bool
    key: str


class Sources:
    """Searches the files of a publication. `cache` is the folder that records which texts are clean, and `others` are
    the texts of its own look."""

    def __init__(self, root: Path, handbook: Handbook, today: date, cache: Path, others: Iterable[str] = ()) -> None:
        self._root = root
        self._cache = cache
        self._others = tuple(others)
        self._handbook = handbook
        self._language = handbook.settings.language
        self._out = {story.path for story in handbook.stories if story.has_ended(today)}
        documents: Iterable[Placed] = (*handbook.declared, *handbook.pages)
        self._documents = {document.path: document for document in documents}
        self._texts_of_people = frozenset(path for path in handbook.files if _is_of_people(handbook, path))

    def guard(self) -> Guard:
        """Search all sources, apply the waivers, and return the result."""
        settings = self._handbook.settings
        looked_through = list(self._texts())
        with CleanLog(self._cache / "looked-over", f"texts {edition()}") as marks:
            sources = [self._source_text(path) for path in looked_through]
            candidates = self._candidates([one for one in sources if not marks.has(one.key)])
            for key, found in candidates.items():
                if not found:
                    marks.add(key)
            in_texts = (located for one in sources for located in self._located(one, candidates.get(one.key, ())))
            findings = [*self._in_names(), *in_texts]
        allowed = waivers.allowances(settings)
        unwaived = waivers.unwaived(findings, allowed)
        faults = waivers.faults(settings, findings, {*self._handbook.files, MKDOCS, *self._others}, looked_through)
        keys: dict[tuple[str, str], frozenset[str]] = {}
        for located in findings:
            # Stories whose consent has ended are not in the site; if their findings are, they must be reported.
            if located.problem.source.path not in self._out:
                pair = (located.finding.rule, located.finding.key)
                keys[pair] = keys.get(pair, frozenset()) | {located.problem.source.path}
        numbered = frozenset(located.problem.source.path for located in findings if located.problem.rule in NUMBERS)
        return Guard(
            (*(located.problem for located in unwaived), *faults),
            waivers.left_of(allowed, findings),
            keys,
            self.own_contact,
            self.words,
            numbered,
            self._texts_of_people,
            self._language,
            settings,
        )

    def _texts(self) -> Iterator[str]:
        for entry in self._handbook.entries:
            if entry.kind is EntryKind.FILE and entry.suffix in TEXTS:
                yield entry.path
        yield MKDOCS
        yield from self._others

    def _in_names(self) -> Iterator[LocatedFinding]:
        """Yield the findings in names of files and folders, those in a folder's name only at the folder itself. What a
        folder is called excuses nothing in it."""
        for entry in self._handbook.entries:
            own = len(entry.path) - len(entry.name)
            findings = [finding for finding in _find(entry.path) if finding.end > own]
            findings += [replace(one, start=one.start + own, end=one.end + own) for one in self._in_name(entry)]
            taken: list[Finding] = []
            for finding in sorted(findings, key=lambda one: one.rule != CPR):
                if not any(finding.start < other.end and other.start < finding.end for other in taken):
                    taken.append(finding)
                    yield LocatedFinding(WAIVABLE[finding.rule].at(Source(entry.path)), finding)

    def _in_name(self, entry: Entry) -> Iterator[Finding]:
        """Yield the findings in a file's own name; in that of a text or a picture also telephone numbers and those full
        names that a surname in -sen tells from words."""
        yield from _find(entry.name)
        if entry.path in self._texts_of_people or entry.suffix in PICTURES:
            spaced = re.sub(r"[-_.]", " ", entry.name.removesuffix(entry.suffix).replace(" ", "/")).title()
            for finding in _find(spaced, self.words, self._language):
                if finding.rule == PHONE or (finding.rule == NAME and re.search(r"sen\b", finding.key)):
                    yield finding

    def _source_text(self, path: str) -> "SourceText":
        text = _DIGEST.sub(lambda line: line[1] + " " * len(line[2]), rough_text(self._root, path))
        people = path in self._texts_of_people
        decides = f"{people} {self._language} {sorted(self.words)}\0{text}"
        return SourceText(path, text, people, hashlib.sha256(decides.encode("utf-8", "surrogatepass")).hexdigest())

    def _candidates(self, fresh: list["SourceText"]) -> dict[str, list[Finding]]:
        """Return the findings in texts, by their keys. Another process looks for the texts without any among half of
        them."""
        words, language = sorted(self.words), self._language
        rest = fresh[1::2]
        other = OtherProcess(TEXT_WORKER, [(one.text, one.people, words, language.value) for one in rest])

        def found(one: SourceText) -> list[Finding]:
            return find(one.text, people=one.people, apart=self.words, language=language)

        own = {one.key: found(one) for one in fresh[::2]}
        return own | {one.key: [] if clean else found(one) for one, clean in zip(rest, other.results(), strict=True)}

    def _located(self, searched: "SourceText", candidates: Iterable[Finding]) -> Iterator[LocatedFinding]:
        findings = [candidate for candidate in candidates if (candidate.rule, candidate.key) not in self.own_contact]
        if findings:
            path, begins = searched.path, [0, *(at + 1 for at, sign in enumerate(searched.text) if sign == "\n")]
            for finding in findings:
                line = bisect_right(begins, finding.start)
                column = finding.start - begins[line - 1] + 1
                source = Source(path, line, column, self._field(path, line, column))
                yield LocatedFinding(WAIVABLE[finding.rule].at(source), finding)

    def _field(self, path: str, line: int, column: int) -> str:
        """Return the name of the field at a position in front matter or handbook.yml; empty elsewhere."""
        document = self._documents.get(path)
        places = document.places if document else {}
        before = [(at, place) for place, at in places.items() if at <= (line, column)]
        inside = path.endswith(".yml") or line <= max((at[0] for at in places.values()), default=0)
        return str(max(before)[1][0]) if before and inside else ""

    @cached_property
    def own_contact(self) -> frozenset[tuple[str, str]]:
        """Return the contact details of the handbook's public contact, by rule and key. They are not reported."""
        contact = self._handbook.settings.contact
        text = f"{contact.name}\n{contact.phone}\n{contact.mail}"
        return frozenset(
            (finding.rule, finding.key)
            for finding in find(text, people=True, language=self._language)
            if finding.rule not in NUMBERS
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Return words that are never surnames here: those of the organisation, the title and the values."""
        settings = self._handbook.settings
        names = (settings.organisation, settings.title, *(value.name for value in self._handbook.values))
        return frozenset(word for name in names for word in name.split())


@lru_cache(maxsize=20_000)
def _find(name: str, apart: frozenset[str] | None = None, language: Language = Language.DANISH) -> tuple[Finding, ...]:
    """Return the findings in a name, those of people too if words are given that are no surnames. A preview asks about
    the same names each time it reads."""
    return tuple(find(name, people=apart is not None, apart=apart or (), language=language))


def _is_of_people(handbook: Handbook, path: str) -> bool:
    """Return True if a file holds what staff have contributed."""
    data = handbook.data_kind_of(path)
    return handbook.kind_of(path) is not None or (data is not None and data.contributed)
