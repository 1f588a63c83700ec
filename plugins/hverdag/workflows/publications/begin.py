"""Writes the files of a new publication: all of them, or none."""

import shutil
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

from ...model.new_publication import Beginning
from ...pipeline.read import read_texts
from ...reports.new_story import new_story_text
from ...starter import StarterWords, starter_words
from ..new_story import plan_new_story
from .files import OWN, starter_files
from .record import RECORD, record_of

SETTINGS = "mkdocs.yml"
_MAY_BE_THERE = frozenset({".git", ".venv", "venv", "env", ".DS_Store", ".idea", ".vscode"})
"""What an empty folder may hold: git's own, the program that is installed there, and what an editor leaves."""
_UNDER_WAY = ".hverdag-new-"
"""How the folder is called that a run works in; what a killed run has left goes with the next."""


class NotEmptyError(Exception):
    """The folder for a new publication holds something already; `name` is the first of it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def require_empty(folder: Path) -> None:
    """Raise NotEmptyError if a folder holds more than a new publication may lie beside, or is a file."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotEmptyError(folder.name)
    names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    held = [name for name in names if name not in _MAY_BE_THERE and not name.startswith(_UNDER_WAY)]
    if held:
        raise NotEmptyError(held[0])


def begin_publication(folder: Path, beginning: Beginning, today: date) -> tuple[str, ...]:
    """Write a new publication into a folder that is empty or not there yet, and return the paths of its files. Raises
    NotEmptyError, and OSError if it cannot be written; then there is nothing of it."""
    require_empty(folder)
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for left in folder.glob(f"{_UNDER_WAY}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=_UNDER_WAY, dir=folder) as inside:
            made = Path(inside)
            texts = dict(starter_files(beginning))
            ours = {path: text for path, text in texts.items() if not path.startswith(OWN)}
            texts[RECORD] = record_of(ours, beginning.organisation)
            for path, text in texts.items():
                _write(made / path, text)
            write_story(made, starter_words(beginning.language), today)
            paths = tuple(sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()))
            _move(made, folder)
    except BaseException:
        for made_here in missing:
            with suppress(OSError):
                made_here.rmdir()
        raise
    return paths


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def write_story(root: Path, words: StarterWords, today: date) -> str:
    """Write the first story of a new publication, a draft, and return its path."""
    (root / "stories").mkdir()
    handbook, _ = read_texts(root)
    story = plan_new_story(handbook, words.story, today)
    _write(root / story.path, new_story_text(story))
    return story.path


def _move(made: Path, folder: Path) -> None:
    """Move everything out of the folder it was made in, what makes it a publication last; or nothing."""
    moved: list[Path] = []
    try:
        for path in sorted(made.iterdir(), key=lambda path: path.name == SETTINGS):
            path.replace(folder / path.name)
            moved.append(folder / path.name)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
