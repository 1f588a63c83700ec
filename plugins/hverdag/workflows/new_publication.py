"""Writes the files of a new publication: all of them, or none."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from .. import __version__
from ..model.new_publication import Beginning
from ..model.slug import slug
from ..model.texts.value import Mark
from ..pipeline.read import read_texts
from ..reports.new_story import new_story_text
from ..starter import COMMON, FOLDER, WORDS, StarterWords, filled, starter_words
from .locked import locked_requirements
from .new_story import plan_new_story

VALUE = "values/value.md"
SETTINGS = "mkdocs.yml"
COLOURS = (
    "#1d6f74",
    "#a8551a",
    "#4f7a28",
    "#3f5aa6",
    "#b3372a",
    "#6a4f9c",
    "#a23a52",
    "#5f6b1f",
    "#2f6f4f",
    "#8a4b8f",
    "#7a5a33",
    "#4a5a6a",
)
"""Dark enough to be read on the page, and far enough apart; a shape of its own tells each value apart too."""
_MAY_BE_THERE = frozenset({".git", ".venv", "venv", "env", ".DS_Store", ".idea", ".vscode"})
"""What an empty folder may hold: git's own, the program that is installed there, and what an editor leaves."""
_UNDER_WAY = ".hverdag-new-"
"""How the folder is called that a run works in; what a killed run has left goes with the next."""
_MEANS_SOMETHING = str.maketrans({sign: f"\\{sign}" for sign in "*_`#~"})


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
            for path, text in starter_files(beginning):
                _write(made / path, text)
            _write_story(made, starter_words(beginning.language), today)
            paths = tuple(sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()))
            _move(made, folder)
    except BaseException:
        for made_here in missing:
            with suppress(OSError):
                made_here.rmdir()
        raise
    return paths


def starter_files(beginning: Beginning) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that a publication begins with, but for its first story."""
    words = starter_words(beginning.language)
    known = _words(beginning, words)
    for root in (FOLDER / COMMON, FOLDER / beginning.language):
        for source in sorted(path for path in root.rglob("*") if path.is_file()):
            path = source.relative_to(root).as_posix()
            if path not in (WORDS, VALUE):
                yield _visible(path), _filled(path, source.read_text("utf-8"), known)
    template = (FOLDER / beginning.language / VALUE).read_text("utf-8")
    for number, value in enumerate(beginning.values, 1):
        own = {**known, **_of_value(value, number, words)}
        name = slug(value) or slug(words.unnamed_value.format(number=number))
        yield f"values/{name}.md", _filled(VALUE, template, own)
    yield "requirements.txt", locked_requirements(f"[[{words.todo['wheel']}]]")


def _words(beginning: Beginning, words: StarterWords) -> Mapping[str, str]:
    given = {name: getattr(beginning, name) for name in ("contact_name", "contact_phone", "contact_mail")}
    todo = {name: f"[[{sentence}]]" for name, sentence in words.todo.items()}
    return {
        **todo,
        **words.other,
        **{name: text for name, text in given.items() if text},
        **dict(zip(("one", "many", "the_one", "the_many"), beginning.served, strict=True)),
        "title": words.title.format(organisation=beginning.organisation),
        "organisation": beginning.organisation,
        "count": str(len(beginning.values)),
        "version": __version__,
    }


def _of_value(value: str, number: int, words: StarterWords) -> Mapping[str, str]:
    named = value or words.unnamed_value.format(number=number)
    todo = {name: f"[[{sentence.format(value=named, number=number)}]]" for name, sentence in words.todo.items()}
    shown = {"number": str(number), "code": f"V{number:02}", "colour": COLOURS[number - 1]}
    return {**todo, **({"value": value} if value else {}), **shown, "mark": list(Mark)[number - 1].value}


def _filled(path: str, text: str, words: Mapping[str, str]) -> str:
    """Return the text of a file with its words filled in, so that no sign in them means anything there."""
    if path.endswith(".yml"):
        return filled(text, _quoted(words))
    fields, body = _taken_apart(text) if path.endswith(".md") else ("", text)
    plain = {name: word if word.startswith("[[") else word.translate(_MEANS_SOMETHING) for name, word in words.items()}
    return filled(fields, _quoted(words)) + filled(body, plain)


def _quoted(words: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words as they stand in a YAML text between quotation marks."""
    return {name: word.replace('"', '\\"') for name, word in words.items()}


def _taken_apart(text: str) -> tuple[str, str]:
    """Return the front matter of a page with the lines around it, and the rest; the first is empty if it has none."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return (text[: end + 5], text[end + 5 :]) if end >= 0 else ("", text)


def _visible(path: str) -> str:
    """Return the path in a publication: `dot-github` is `.github`, which tools would read in the package itself."""
    return re.sub(r"(^|/)dot-", r"\1.", path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _write_story(root: Path, words: StarterWords, today: date) -> None:
    (root / "stories").mkdir()
    handbook, _ = read_texts(root)
    story = plan_new_story(handbook, words.story, today)
    _write(root / story.path, new_story_text(story))


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
