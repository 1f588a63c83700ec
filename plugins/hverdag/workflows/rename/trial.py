"""Tries a renaming on a copy of the texts, to find out what would be wrong afterwards."""

import os
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.texts.nods import Standing
from ...pipeline.check import check, of_what_is_here
from ...pipeline.read import ReadPublication, folders, read_texts, with_standings
from ...publish.work import run_folder
from ...vcs.history import History
from .documents import Mend
from .renaming import Renaming

HELD = (Standing.GIVEN, Standing.RENEWED)
"""The standings of nods that count."""


@contextmanager
def tried(publication: ReadPublication, mends: Iterable[Mend], renaming: Renaming, today: date) -> Iterator["Trial"]:
    """Yield what a publication would be like afterwards. Nothing in it is written."""
    root = publication.root
    with tempfile.TemporaryDirectory(prefix="rename-", dir=run_folder()) as folder:
        copy = Path(folder)
        for name in folders():
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True, copy_function=_linked, dirs_exist_ok=True)
        for mend in mends:
            (copy / mend.path).unlink(missing_ok=True)  # it may be the very file of the publication
            (copy / mend.path).parent.mkdir(parents=True, exist_ok=True)
            (copy / mend.path).write_bytes(mend.after)
        if renaming.moved(renaming.was) != renaming.was:
            on_disk(copy, renaming.was).rename(copy / renaming.now)
        handbook, errors = _errors(copy, today)
        after = with_standings(handbook, History(root))
        yield Trial(publication.handbook, after, _errors(root, today)[1], errors, renaming)


def _errors(root: Path, today: date) -> tuple[Handbook, list[Problem]]:
    """Return the texts of a publication, and the errors in them."""
    handbook, faults = read_texts(root)
    found = of_what_is_here((*faults, *check(handbook, today)), handbook, today)
    return handbook, sorted((problem for problem in found if problem.is_error), key=lambda problem: problem.order)


class Trial:
    """A publication as it is and as it would be, with the errors in its texts."""

    def __init__(
        self, before: Handbook, after: Handbook, known: list[Problem], errors: list[Problem], renaming: Renaming
    ) -> None:
        self._before, self._after, self._renaming = before, after, renaming
        self._known, self._errors = known, errors

    @property
    def new_error(self) -> Problem | None:
        """The first error that was not there before."""
        moved = self._renaming.moved
        known = Counter((problem.rule, moved(problem.source.path)) for problem in self._known)
        for problem in self._errors:
            known[problem.rule, problem.source.path] -= 1
            if known[problem.rule, problem.source.path] < 0:
                return problem
        return None

    @property
    def lost_nods(self) -> tuple[tuple[str, str], ...]:
        """The nods that would no longer count, as pairs of a story's path and a role."""
        lost: list[tuple[str, str]] = []
        for story in self._before.stories:
            after = self._after.story_by_path.get(self._renaming.moved(story.path))
            now = self._after.nods(after).nods if after else ()
            for was, nod in zip(self._before.nods(story).nods, now, strict=False):
                if was.standing in HELD and nod.standing not in HELD:
                    lost.append((story.path, was.contributor.role))
        return tuple(lost)


def on_disk(root: Path, path: str) -> Path:
    """Return a file as the disk names it: some computers write `å` as two signs."""
    wanted = root / path
    if wanted.exists():
        return wanted
    same = (one for one in wanted.parent.iterdir() if unicodedata.normalize("NFC", one.name) == wanted.name)
    return next(same, wanted)


def _linked(source: str, target: str) -> str:
    """Link a file, or copy it where that is not possible."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return target
