"""Read and check a publication; nothing is rendered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ..check.known_fields import KnownFields
from ..check.rules.starter_text import RULE as STARTER_TEXT
from ..features.registry import registry
from ..language.spelling import spelling
from ..model.build_target import BuildTarget
from ..model.frame_choice import FrameChoice
from ..model.handbook import Handbook
from ..model.message import message
from ..model.own_look import NO_LOOK, OwnLook
from ..model.problem import Level, Parameter, Problem, Tag
from ..model.settings import Settings
from ..model.texts.story import Story
from ..nods.identities import Identities
from ..nods.slight_changes import Misspelt
from ..nods.standing import standings, without_unapproved
from ..parse.fences import NO_FIELDS
from ..parse.memory import Memory
from ..parse.publication import folders_of, read_publication
from ..parse.rules import CONFLICT
from ..parse.rules.foreign_marks import WIKI
from ..privacy.scan import Guard, Sources
from ..publish.cache.folder import cache_folder, cache_problems, sweep_cache
from ..publish.cache.memo import Memo
from ..publish.cache.story_index import StoryIndex
from ..publish.remains import sweep_all
from ..publish.work import sweep_work
from ..vcs.history import History
from .check import check, of_what_is_here
from .dead_consents import history_problems, with_dead_consents
from .former_name import former_names
from .generated_in_git import generated_in_git
from .newer import newer_than_program
from .own_look import look_texts, read_look
from .program import program
from .renamed import renamed
from .rule_registry import has_tag
from .starter_files import unwritten_files

if TYPE_CHECKING:
    from .languages.composed import Composed
    from .languages.reading import OtherLanguage

MOST_IN_A_FILE = 100
"""How many problems of one file are told; whoever mends a hundred runs the check again."""


@dataclass(frozen=True)
class ReadPublication:
    """A publication that has been read and checked: its folder, the language of its messages, what could be read of it,
    everything that is wrong with it, and what the privacy check found. `commit` is set where the folder holds what git
    has of an earlier commit. `look` is the organisation's own, without the files that are faulty;
    what is proposed runs none of its own. `others` are its other languages; what is `composed` is one of those itself.
    `unsettled` are those that lack their settings: nobody can read them, but what they take back is taken back.
    `kept_elsewhere` are the codes of stories that are still to be read in another language."""

    root: Path
    language: str
    handbook: Handbook
    problems: tuple[Problem, ...] = ()
    guard: Guard = field(default=Guard(), repr=False)
    commit: str = ""
    look: OwnLook = field(default=NO_LOOK, repr=False)
    is_proposal: bool = False
    others: tuple["OtherLanguage", ...] = field(default=(), repr=False)
    composed: "Composed | None" = field(default=None, repr=False)
    unsettled: tuple["OtherLanguage", ...] = field(default=(), repr=False)
    kept_elsewhere: frozenset[str] = frozenset()

    @property
    def in_every_language(self) -> tuple["ReadPublication", ...]:
        """The publication, and itself in every other language that it has texts in."""
        return (self, *(one.publication for one in (*self.others, *self.unsettled)))

    def path(self, path: str) -> str:
        """Return where a file lies in the publication itself, whatever language this is."""
        return self.composed.path(path) if self.composed else path

    @property
    def every_story(self) -> tuple[Story, ...]:
        """The stories in every language."""
        return tuple(story for one in self.in_every_language for story in one.handbook.stories)

    @property
    def known_as(self) -> Path:
        """The name that what was worked out of it is remembered by from run to run."""
        return self.composed.root / self.composed.language if self.composed else self.root

    def frame_for(self, target: BuildTarget) -> FrameChoice:
        """Return whose frame its pages stand in. On a USB stick it is always our own: the search and the scripts of a
        theme ask for a server."""
        return self.handbook.frame if target is BuildTarget.SERVER else FrameChoice.OWN

    def searches_itself(self, target: BuildTarget) -> bool:
        """Return True if its pages have our own search; in the frame of a site, that of the site finds them."""
        return self.frame_for(target) is FrameChoice.OWN

    @cached_property
    def settings(self) -> Settings:
        """The settings that may be used: for a faulty one, its default."""
        settings = self.handbook.settings
        faulty = {problem.source.field for problem in self.errors if problem.source.path == settings.path}
        kind = type(settings)
        defaults = {name: kind.model_fields[name].get_default() for name in faulty & set(kind.model_fields)}
        return settings.model_copy(update=defaults)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)

    def for_preview(self) -> "ReadPublication":
        """Return the publication as it is told of in a preview, where some errors are only notes."""
        notes = (
            replace(problem, level=Level.HINT) if has_tag(problem, Tag.NOTE_IN_PREVIEW) else problem
            for problem in self.problems
        )
        return replace(self, problems=tuple(notes))


def read_and_check(
    root: Path,
    today: date,
    language: str | None = None,
    history: History | None = None,
    lay_over: Callable[[Handbook], Handbook] = lambda handbook: handbook,
    *,
    memory: Memory | None = None,
) -> ReadPublication:
    """Read and check a publication. `history` has earlier texts of its stories; without it, git is asked, where the
    folder has any. `lay_over` changes what was read before it is checked. What killed runs have left is deleted. What
    `memory` knows of an earlier reading is neither read nor deleted again; without it, what takes longest is remembered
    for the next run."""
    if memory is None or memory.is_empty:
        sweep_cache()
        sweep_all(root)
        sweep_work(root, *(root / folder for folder in folders()))
    kept = Memo(cache_folder(), root, "texts") if memory is None and history is None else None
    known = memory or (Memory(kept, program()) if kept is not None and program() else Memory())
    handbook, faults = read_texts(root, known)
    if newer := newer_than_program(handbook.settings):  # what it does not know, it cannot judge
        return ReadPublication(root, language or handbook.settings.language.value, handbook, (newer,))
    handbook = lay_over(handbook)
    handbook = replace(handbook, renamed=renamed(root, handbook))
    handbook = with_dead_consents(root, with_standings(handbook, history or History(root)), today)
    look, of_look = read_look(root)
    guard = Sources(root, handbook, today, cache_folder(), look_texts(root)).guard()
    fields = KnownFields(handbook, today)
    faults = [fields.dated(_with_fields(problem, handbook, fields)) for problem in faults]
    of_texts = _without_consequences((*faults, *check(handbook, today, known)), handbook)
    of_texts = of_what_is_here(of_texts, handbook, today)
    of_people = [*of_what_is_here(guard.problems, handbook, today), *history_problems(root, handbook)]
    of_names = former_names(root, handbook)
    of_files = (*generated_in_git(root), *unwritten_files(root), *of_names, *cache_problems(), *of_look)
    problems = sorted(
        (*first_of_each_file(of_texts), *first_of_each_file(of_people), *of_files), key=lambda problem: problem.order
    )
    publication = ReadPublication(
        root, language or handbook.settings.language.value, handbook, tuple(problems), guard, look=look
    )
    if kept is not None:
        _remember(kept, known, publication, today)
    return publication


def _remember(kept: Memo, memory: Memory, publication: ReadPublication, today: date) -> None:
    """Keep what is known of the texts for the next run, but for those with personal numbers, and for stories that are
    gone, that no code would find again, or that are faulty: their consent may be what nobody can read."""
    handbook, gone = publication.handbook, publication.handbook.gone(today)
    away = {*publication.guard.files, *(problem.source.path for problem in publication.errors)}
    stories = {story.path: story.code for story in handbook.stories}
    staying = {path: code for path, code in stories.items() if code and code not in gone and path not in away}
    memory.forget_html(path for path in (*stories, *publication.guard.files) if path not in staying)
    kept.save(StoryIndex(cache_folder(), publication.settings.organisation), staying.values())


def with_standings(handbook: Handbook, history: History) -> Handbook:
    """Return the handbook with the standings of its nods. `history` finds earlier texts of its stories."""
    found = standings(handbook, history, spelling_of(handbook))
    approved = history.approved(handbook.stories, Identities.of(handbook))
    checked = {path: without_unapproved(found[path], texts) for path, texts in approved.items()}
    return replace(handbook, standings={**found, **checked})


def _with_fields(problem: Problem, handbook: Handbook, fields: KnownFields) -> Problem:
    """Return a problem of a file without fields with all that it must have."""
    if problem.parameters.get("advice") != NO_FIELDS:
        return problem
    document = next((one for one in handbook.documents if one.path == problem.source.path), None)
    if document is None:
        return problem
    advice = message("Begin the file with these lines, and write your own words in place of the dots:")
    parameters: dict[str, Parameter] = {"advice": advice, "sample": fields.sample(document)}
    return replace(problem, parameters=parameters)


def _without_consequences(problems: Iterable[Problem], handbook: Handbook) -> Iterator[Problem]:
    """Leave out what a file seems to lack that has a conflict among its fields: the version not read may have it. Leave
    out the square brackets around what is still to be written: they go with it."""
    every = list(problems)
    unwritten = {(problem.source.path, problem.source.line) for problem in every if problem.rule == STARTER_TEXT.id}
    every = [one for one in every if one.rule != WIKI or (one.source.path, one.source.line) not in unwritten]
    begins = {document.path: document.body.line for document in handbook.documents}
    conflicts = (problem.source for problem in every if problem.rule == CONFLICT.id)
    clashing = {source.path for source in conflicts if source.line < begins.get(source.path, source.line + 1)}
    for problem in every:
        if problem.source.path not in clashing or not has_tag(problem, Tag.TOLD_AS_MISSING):
            yield problem


def folders() -> tuple[str, ...]:
    """Return the folders of a publication that texts lie in."""
    return folders_of(registry().kinds)


def read_texts(root: Path, memory: Memory | None = None) -> tuple[Handbook, list[Problem]]:
    """Read the texts of a publication, and return what was wrong in them; nothing is checked yet."""
    features = registry()
    return read_publication(root, features.kinds, features.settings_model, features.data_kinds, memory)


def first_of_each_file(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each file."""
    ordered = sorted(problems, key=lambda problem: problem.order)
    for _, of_file in groupby(ordered, key=lambda problem: problem.source.path):
        yield from islice(of_file, MOST_IN_A_FILE)


def spelling_of(handbook: Handbook) -> Misspelt:
    """Return the function that tells a misspelling from a word. It reads the dictionary on its first call; most builds
    never call it."""
    return lambda one, other: spelling(handbook.settings.language.value).misspelt(one, other)
