"""Reviews all changes since another commit, by comparing the handbook there with the current one."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from ...model.editorial.approval import ForgeRecord
from ...model.editorial.review import Review, StoryReview
from ...model.files import LARGEST_RECORDING, PICTURES, Recording
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.shown import Shown
from ...model.texts.story import Story
from ...parse.memory import Memory
from ...pipeline.ended import ended
from ...pipeline.languages.reading import read_others
from ...pipeline.plain_site import MKDOCS
from ...pipeline.proposal import refused_in_proposal
from ...pipeline.read import ReadPublication, folders, read_and_check, read_texts
from ...pipeline.without_faulty import without_faulty
from ...privacy import bare, masked_all
from ...privacy.scan import Guard, harmless, without_people
from ...publish.work import run_folder
from ...vcs.commits import export
from ...vcs.git import Repository
from ...vcs.history import History
from .code import code_changes
from .compare import compare
from .forge_nods import with_forge_answers
from .outside import outside_changes

SHOWN = (".md", ".yml", *PICTURES)
"""Suffixes of the files that a review reads. Of recordings, which are large, only the digests are."""


def review_since(
    root: Path,
    reference: str,
    today: date,
    language: str | None = None,
    *,
    forge: ForgeRecord | None = None,
    is_proposal: bool = False,
) -> tuple[ReadPublication, Review]:
    """Return the current publication, and a review of its changes since it forked from a reference, e.g. `origin/main`.
    `forge` is what the forge knows of the change; without it, nods from the forge are not held against it.

    With `is_proposal` it also has what a build of the proposal would refuse. Personal numbers in the review are masked.
    Raises GitError if git cannot find the fork point.
    """
    repository = Repository(root)
    began = repository.fork(reference)
    memory = Memory()  # most texts are the same on both sides, and are read once
    now = read_and_check(root, today, language, memory=memory)
    others = repository.changed(began)
    with _at(repository, began) as then:
        handbook, _ = read_texts(then, memory)
        before = replace(handbook, recordings=_recordings(handbook, repository, began))
        review = _compared(before, now, today, others)
        more = tuple(_in_other_languages(then, handbook, now, today))
        told = {story.story.path for story in more}
        left = tuple(path for path in review.others if path not in told)
        review = replace(review, stories=(*review.stories, *more), others=left)
        code = tuple(code_changes(root, repository, began, others, now.handbook))
        review = replace(review, ended=tuple(ended(handbook, now.handbook, today)), code=code)
        engineers = {change.path for change in code}
        texts = [path for path in review.others if path not in engineers]
        outside = outside_changes((then, handbook), (root, now.handbook), review.stories, texts)
        review = replace(review, outside=tuple(outside))
        review = with_forge_answers(review, now.handbook, History(root), forge)
    if is_proposal:
        review = replace(review, problems=(*review.problems, *refused_in_proposal(now, began)))
    return now, masked_all(_harmless(review, now.guard), partial(without_people, guard=now.guard))


def _compared(before: Handbook, now: ReadPublication, today: date, others: Sequence[str]) -> Review:
    shown = Shown(before, today, preview=True), Shown(without_faulty(now), today, preview=True)
    return compare(*shown, now.handbook, now.problems, others)


def _in_other_languages(then: Path, before: Handbook, now: ReadPublication, today: date) -> Iterator[StoryReview]:
    """Yield the reviews of the stories that have changed in other languages than the publication's own."""
    first = ReadPublication(then, now.language, before)
    earlier = {one.handbook.settings.language: one.handbook for one in read_others(then, first, today)}
    for one in read_others(now.root, now, today):
        was = earlier.get(one.handbook.settings.language, one.handbook.with_documents(Story, ()))
        yield from _harmless(_compared(was, one, today, ()), one.guard).stories


def _recordings(handbook: Handbook, repository: Repository, commit: str) -> dict[str, Recording]:
    """Return the recordings of a handbook as they were at a commit, with their digests only."""
    paths = {story.audio_path for story in handbook.stories if story.audio}
    return {path: Recording("", 0, 0, repository.digest(commit, path, LARGEST_RECORDING)) for path in paths}


def _harmless(review: Review, guard: Guard) -> Review:
    """Return the review with redacted problems: their texts contain no part of a personal number."""
    stories = tuple(
        replace(story, problems=_shown(story.problems, guard), text=_text(story, guard)) for story in review.stories
    )
    problems, lost = _shown(review.problems, guard), _shown(review.ended, guard)
    return replace(review, stories=stories, problems=problems, ended=lost)


def _text(story: StoryReview, guard: Guard) -> tuple[tuple[str, str], ...]:
    """Return the lines of a new text; if it holds a personal number, without digits, for a line may hold half of it."""
    if story.story.path not in guard.files:
        return story.text
    return tuple((field, bare(line)) for field, line in story.text)


def _shown(problems: Sequence[Problem], guard: Guard) -> tuple[Problem, ...]:
    return tuple(harmless(problem, guard) for problem in problems)


@contextmanager
def _at(repository: Repository, commit: str) -> Iterator[Path]:
    """Export the publication at a commit to a temporary folder, and yield its path."""
    with tempfile.TemporaryDirectory(dir=run_folder()) as folder:
        # With mkdocs.yml, hand-written pages that have not changed are not looked over anew.
        export(repository, commit, (*folders(), MKDOCS), Path(folder), lambda path: path.casefold().endswith(SHOWN))
        yield Path(folder)
