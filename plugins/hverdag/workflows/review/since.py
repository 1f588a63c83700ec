"""A review of everything that has changed since another time: the handbook of then and that of now, side by side."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from ...assemble.site import assemble_site
from ...model.chapters import Site
from ...model.editorial.review import Review
from ...model.files import PICTURES
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...parse.publication import FOLDERS, read_publication
from ...pipeline.read import ReadPublication, read_and_check
from ...pipeline.without_faulty import without_faulty
from ...privacy import masked_all
from ...privacy.scan import Guard, harmless
from ...vcs.git import Repository, export
from .compare import compare

SHOWN = (".md", ".yml", *PICTURES)
"""Endings of what a review looks at; recordings are heavy, and only their names count."""

MADE = (".hverdag/", ".site/", "site/", "site-preview/")
"""Folders that Hverdag itself makes."""


def review_since(
    root: Path, reference: str, today: date, language: str | None = None
) -> tuple[ReadPublication, Review]:
    """Compare the publication with what it was where the work on it began, seen from a reference, as `origin/main`.

    Personal numbers in it are covered. Raises GitError where git cannot tell.
    """
    repository = Repository(root)
    began = repository.fork(reference)
    now = read_and_check(root, today, language)
    others = [path for path in repository.changed(began) if not path.startswith(MADE)]
    with _at(repository, began) as then:
        handbook, _ = read_publication(then)
        before = _plan(handbook, today)
        found = compare(before, _plan(without_faulty(now), today), now.handbook, now.problems, others)
    return now, masked_all(_harmless(found, now.guard))


def _harmless(review: Review, guard: Guard) -> Review:
    """The review with problems that can be shown: not even a piece of a personal number is in their words."""
    stories = tuple(replace(one, problems=_shown(one.problems, guard)) for one in review.stories)
    return replace(review, stories=stories, problems=_shown(review.problems, guard))


def _shown(problems: Sequence[Problem], guard: Guard) -> tuple[Problem, ...]:
    return tuple(harmless(problem, guard) for problem in problems)


def _plan(handbook: Handbook, today: date) -> Site:
    return assemble_site(handbook, today, preview=True)


@contextmanager
def _at(repository: Repository, commit: str) -> Iterator[Path]:
    """The publication of another time, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        export(repository, commit, FOLDERS, Path(folder), lambda path: path.casefold().endswith(SHOWN))
        yield Path(folder)
