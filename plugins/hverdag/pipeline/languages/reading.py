"""Reads a publication in all its languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...model.language import Language, language_mark, with_mark
from ...model.message import Message
from ...model.problem import Parameter, Problem
from ...model.settings import PATH as SETTINGS
from ...model.settings import Server
from ...model.texts.consent import Consent
from ...model.texts.story import Story
from ...parse.memory import Memory
from ...parse.publication import MKDOCS
from ...privacy.scan import Guard
from ...vcs.history import History
from ..newer import NEWER
from ..read import ReadPublication, read_and_check
from . import checks
from .composed import Composed, composed, languages_beside

INHERITED = (SETTINGS, MKDOCS)
"""The files that every language has lines of: what is wrong in them is told once, by the first one."""


@dataclass(frozen=True)
class OtherLanguage:
    """A publication in another language than its own, and the folder that it was read in."""

    composed: Composed
    publication: ReadPublication

    @property
    def language(self) -> Language:
        """The language."""
        return self.composed.language

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return problems with the places in the files that editors have."""
        return tuple(self._told(problem) for problem in problems)

    def _told(self, problem: Problem) -> Problem:
        parameters = {name: self._named(given) for name, given in problem.parameters.items()}
        story = self.publication.handbook.story_by_path.get(problem.source.path)
        if story and parameters.get("story") == story.id:  # what a command is to be called with
            parameters["story"] = f"{story.id}.{self.language}"
        return replace(problem, source=self.composed.place(problem.source), parameters=parameters)

    def _named(self, given: Parameter) -> Parameter:
        """Return a parameter with the names that the files have where editors see them."""
        if isinstance(given, Message):
            return Message(given.text, tuple((name, self._named(one)) for name, one in given.parameters))
        if isinstance(given, str) and "/" in given:
            return " ".join(self.composed.path(word) for word in given.split(" "))
        return given

    def as_it_lies(self) -> ReadPublication:
        """Return the publication with its stories where they lie, for whoever writes in one of their files."""
        handbook, place = self.publication.handbook, self.composed.path
        stories = [story.model_copy(update={"path": place(story.path)}) for story in handbook.stories]
        standings = {place(path): found for path, found in handbook.standings.items()}
        laid = replace(handbook.with_documents(Story, stories), standings=standings)
        problems = self.told(self.publication.problems)
        guard = _guarding(Guard(language=self.language), self)
        root = self.composed.root
        return replace(self.publication, root=root, handbook=laid, problems=problems, guard=guard, composed=None)


def read_languages(
    root: Path, today: date, language: str | None = None, *, memory: Memory | None = None
) -> ReadPublication:
    """Read and check a publication in all its languages; `others` are those beside its own. All problems are told
    together, with their places in the files that editors have."""
    publication = read_and_check(root, today, language, memory=memory)
    if any(problem.rule == NEWER.id for problem in publication.problems):
        return publication
    own = publication.handbook.settings.language
    found = list(checks.stray_marks(root, own))
    others = []
    for mark in (one for one in languages_beside(root) if one is not own):
        other = _read(root, mark, publication, today, memory.of(mark) if memory else None)
        first, second = publication.handbook, other.publication.handbook
        found += checks.of_settings(root, other.composed, second)
        found += checks.between(first, second, other.composed, today)
        found += (one for one in other.told(other.publication.problems) if one.source.path not in INHERITED)
        publication = replace(publication, guard=_guarding(publication.guard, other))
        publication = _without(publication, checks.out_elsewhere(first, second, today), today)
        taken_back = _without(other.publication, checks.out_elsewhere(second, first, today), today)
        others.append(replace(other, publication=taken_back))
    problems = tuple(sorted((*publication.problems, *found), key=lambda problem: problem.order))
    return replace(publication, problems=problems, others=tuple(others)) if found or others else publication


def read_others(root: Path, first: ReadPublication, today: date) -> Iterator[ReadPublication]:
    """Yield a publication in each of its other languages, with its stories where they lie."""
    own = first.handbook.settings.language
    for language in languages_beside(root):
        if language is not own:
            yield _read(root, language, first, today).as_it_lies()


def read_with(root: Path, today: date, language: str | None, story: str) -> ReadPublication:
    """Read and check a publication in the language that a story is in, by the story's name, such as `noeglen.en`: its
    own, unless the name has the mark of another."""
    first = read_and_check(root, today, language)
    mark = language_mark(f"{story.strip().removesuffix('.md')}.md")
    if mark is None or mark not in languages_beside(root) or mark is first.handbook.settings.language:
        return first
    return _read(root, mark, first, today).as_it_lies()


def _read(
    root: Path, language: Language, first: ReadPublication, today: date, memory: Memory | None = None
) -> OtherLanguage:
    folder = composed(root, language)
    history = History(root, lambda path: with_mark(path, language))
    read = read_and_check(folder.folder, today, first.language, history, memory=memory or Memory())
    read = replace(read, composed=folder, look=first.look)
    settings = read.handbook.settings.model_copy(update={"server": Server.NONE})
    return OtherLanguage(folder, replace(read, handbook=replace(read.handbook, settings=settings)))


def _guarding(guard: Guard, other: OtherLanguage) -> Guard:
    """Return what the privacy check found, with the files of another language that must be told of with care."""
    theirs, place = other.publication.guard, other.composed.path
    files, documents = frozenset(map(place, theirs.files)), frozenset(map(place, theirs.documents))
    return replace(guard, files=guard.files | files, documents=guard.documents | documents)


def _without(publication: ReadPublication, codes: frozenset[str], today: date) -> ReadPublication:
    """Return a publication in which the stories with these codes were taken back."""
    handbook = publication.handbook
    stories = (_taken_back(story, today) if story.code in codes else story for story in handbook.stories)
    return replace(publication, handbook=handbook.with_documents(Story, stories)) if codes else publication


def _taken_back(story: Story, today: date) -> Story:
    consent = (story.consent or Consent()).model_copy(update={"withdrawn": today})
    return story.model_copy(update={"consent": consent})
