"""A review of everything that has changed since another time: the handbook of then and that of now, side by side."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from .assemble.site import assemble_site
from .git import Repository, export
from .model.chapters import Site
from .model.handbook import PICTURES, Handbook
from .model.review import Review
from .parse.publication import FOLDERS, read_publication
from .prepare import Prepared, inspect, without_faulty
from .review.compare import compare

SHOWN = (".md", ".yml", *PICTURES)
"""Endings of what a review looks at; recordings are heavy, and only their names count."""

MADE = (".hverdag/", ".site/", "site/", "site-preview/")
"""Folders that Hverdag itself makes."""


def review_since(root: Path, reference: str, today: date, language: str | None = None) -> tuple[Prepared, Review]:
    """Compare the publication with what it was where the work on it began, seen from a reference, as `origin/main`.

    Raises GitError where git cannot tell.
    """
    repository = Repository(root)
    began = repository.fork(reference)
    now = inspect(root, today, language)
    others = [path for path in repository.changed(began) if not path.startswith(MADE)]
    with _at(repository, began) as then:
        handbook, _ = read_publication(then)
        before = _plan(handbook, today)
        found = compare(before, _plan(without_faulty(now), today), now.handbook, now.problems, others)
    return now, found


def _plan(handbook: Handbook, today: date) -> Site:
    return assemble_site(handbook, today, preview=True)


@contextmanager
def _at(repository: Repository, commit: str) -> Iterator[Path]:
    """The publication of another time, in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        export(repository, commit, FOLDERS, Path(folder), lambda path: path.casefold().endswith(SHOWN))
        yield Path(folder)
