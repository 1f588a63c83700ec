"""Reads a publication in all its languages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...model.handbook import Handbook
from ...model.language import Language, language_mark, with_mark
from ...model.message import Message
from ...model.problem import Parameter, Problem
from ...model.settings import PATH as SETTINGS
from ...model.settings import Server
from ...model.texts.story import Story
from ...parse.memory import Memory
from ...parse.publication import MKDOCS
from ...privacy.scan import Guard
from ...vcs.history import History
from ..newer import NEWER
from ..read import ReadPublication, read_and_check
from . import checks
from .collisions import collisions
from .composed import Composed, composed, languages_beside, languages_with_texts
from .own_words import in_own_words

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


@dataclass(frozen=True)
class Earlier:
    """What is done with texts of an earlier commit: git is asked in the folder `root`, and `lay_over` changes what was
    read in a language, or in the publication's own, before it is checked."""

    root: Path
    lay_over: Callable[[Handbook, Language | None], Handbook]

    def lays_over(self, language: Language | None) -> Callable[[Handbook], Handbook]:
        """Return what changes the texts in a language."""
        return lambda handbook: self.lay_over(handbook, language)


_TODAY = Earlier(Path(), lambda handbook, _: handbook)


def read_languages(
    root: Path,
    today: date,
    language: str | None = None,
    *,
    memory: Memory | None = None,
    earlier: Earlier | None = None,
) -> ReadPublication:
    """Read and check a publication in all its languages; `others` are those beside its own. All problems are told
    together, with their places in the files that editors have."""
    if earlier:
        publication = read_and_check(root, today, language, History(earlier.root), earlier.lays_over(None))
    else:
        publication = read_and_check(root, today, language, memory=memory)
    if any(problem.rule == NEWER.id for problem in publication.problems):
        return publication
    own, beside = publication.handbook.settings.language, languages_beside(root)
    found = list(checks.stray_marks(publication.handbook, beside))
    others = []
    for mark in (one for one in languages_with_texts(publication.handbook, beside) if one is not own):
        known = memory.of(mark) if memory else None
        other = _read(root, mark, publication, today, memory=known, earlier=earlier)
        if mark in beside:
            found += _problems(publication, other, today, is_earlier=earlier is not None)
            publication = replace(publication, guard=_guarding(publication.guard, other))
        others.append(other)
    if not (found or others):
        return publication
    problems = tuple(sorted((*publication.problems, *found), key=lambda problem: problem.order))
    every = [replace(publication, problems=problems), *(one.publication for one in others)]
    first, *read = _kept(every if earlier else _in_step(every, today), today)
    others = [replace(one, publication=two) for one, two in zip(others, read, strict=True)]
    settled = tuple(one for one in others if one.language in beside)
    return replace(first, others=settled, unsettled=tuple(one for one in others if one not in settled))


def _problems(first: ReadPublication, other: OtherLanguage, today: date, *, is_earlier: bool) -> Iterator[Problem]:
    """Yield what is wrong in another language, and between the languages. What is laid over earlier texts may be said
    in one of them alone."""
    yield from checks.of_settings(first.root, other.composed, other.publication.handbook)
    yield from collisions(first.handbook, other.language)
    if not is_earlier:
        yield from checks.between(first.handbook, other.publication.handbook, other.composed, today)
    told = {problem.rule for problem in first.problems}
    theirs = (one for one in other.publication.problems if not checks.is_told_by_first(one, told))
    yield from (one for one in other.told(theirs) if one.source.path not in INHERITED)


def _in_step(every: Sequence[ReadPublication], today: date) -> list[ReadPublication]:
    """Return a publication in all its languages, where each story may be met where it may in every one of them, and is
    taken back where it is so in one."""
    books = [one.handbook for one in every]
    laid = [checks.in_step(book, [other for other in books if other is not book], today) for book in books]
    return [replace(one, handbook=book) for one, book in zip(every, laid, strict=True)]


def _kept(every: Sequence[ReadPublication], today: date) -> list[ReadPublication]:
    """Return a publication in all its languages, each with what the others still tell of."""
    books = [one.handbook for one in every]
    told = [frozenset(story.code for story in book.stories) - {*book.gone(today)} for book in books]
    others = [told[:number] + told[number + 1 :] for number in range(len(told))]
    return [
        replace(one, kept_elsewhere=frozenset[str]().union(*codes)) for one, codes in zip(every, others, strict=True)
    ]


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
    root: Path,
    language: Language,
    first: ReadPublication,
    today: date,
    *,
    memory: Memory | None = None,
    earlier: Earlier | None = None,
) -> OtherLanguage:
    folder = composed(root, language)
    history = History(earlier.root if earlier else root, lambda path: with_mark(path, language))
    lay_over, settings = (earlier or _TODAY).lays_over(language), first.handbook.settings

    def with_own_words(handbook: Handbook) -> Handbook:
        return lay_over(in_own_words(handbook, settings, folder))

    read = read_and_check(folder.folder, today, first.language, history, with_own_words, memory=memory or Memory())
    read = replace(read, composed=folder, look=first.look)
    settings = read.handbook.settings.model_copy(update={"server": Server.NONE})
    return OtherLanguage(folder, replace(read, handbook=replace(read.handbook, settings=settings)))


def _guarding(guard: Guard, other: OtherLanguage) -> Guard:
    """Return what the privacy check found, with the files of another language that must be told of with care."""
    theirs, place = other.publication.guard, other.composed.path
    files, documents = frozenset(map(place, theirs.files)), frozenset(map(place, theirs.documents))
    return replace(guard, files=guard.files | files, documents=guard.documents | documents)
