"""Brings a handbook into a site that exists already: new files beside its own, and a few lines in its mkdocs.yml."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from ...model.folders import USUAL
from ...model.frame_choice import FrameChoice
from ...model.language import Language
from ...model.new_publication import Beginning
from ...model.settings import PATH as SETTINGS
from ...starter import starter_words
from ..source_files import Replacement, replace_files
from .begin import write_story
from .files import OWN, starter_files
from .record import RECORD, record_of
from .site_lines import with_handbook

MKDOCS, IGNORED = "mkdocs.yml", ".gitignore"
PAGES = ("tilgaengelighed.md", "accessibility.md")
"""What a handbook must lead to, in each language: brought along where the site has no page of that name."""
_LEFT_OUT = ("footer", "telling")
"""Settings that name hand-written pages of a handbook that is a site by itself."""


class TakenError(Exception):
    """A file that would be written is there already; `path` is it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Into:
    """What is to be written: new files by their paths, and the text of mkdocs.yml before and after. Nothing is written
    yet."""

    root: Path
    texts: Mapping[str, str]
    before: str
    after: str

    @property
    def added(self) -> tuple[str, ...]:
        """The lines that mkdocs.yml gets."""
        lines = unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm="")
        return tuple(line[1:] for line in lines if line.startswith("+") and not line.startswith("+++"))

    def write(self) -> None:
        """Write all of it, or nothing. Raises ChangedMeanwhileError and OSError as `replace_files` does."""
        for path in self.texts:
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        replace_files([self._replacement(path, text) for path, text in {**self.texts, MKDOCS: self.after}.items()])

    def _replacement(self, path: str, text: str) -> Replacement:
        target = self.root / path
        before = target.read_bytes() if target.exists() else b""
        after = text.replace("\n", "\r\n") if b"\r\n" in before else text
        return Replacement(target, before, after.encode())


def plan_into(root: Path, beginning: Beginning, placed: Sequence[tuple[str, str]], today: date) -> Into:
    """Return what brings a new handbook into the site in `root`, with entries in its nav, each a label and a name.
    Raises TakenError where a file is there already,
    NoPlaceError where mkdocs.yml cannot be added to, and OSError."""
    before = (root / MKDOCS).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    after = with_handbook(before, FrameChoice.SITE, placed)
    ours = dict(starter_files(beginning))
    texts = dict(_texts(root, ours, Language(beginning.language)))
    taken = next((path for path in texts if (root / path).exists()), None)
    if taken:
        raise TakenError(taken)
    texts |= _story(texts, beginning, today)
    kept = {path: text for path, text in texts.items() if not path.startswith((OWN, "stories/"))}
    texts[RECORD] = record_of(kept, beginning.organisation)
    return Into(root, {**texts, **_ignored(root, ours[IGNORED])}, before, after)


def _texts(root: Path, ours: Mapping[str, str], language: Language) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of ours that a handbook brings into a site: its settings and values, the
    methods, and a statement on accessibility, if there is none."""
    methods = f"docs/{USUAL[language]['methods']}/"
    for path, text in ours.items():
        if path == SETTINGS:
            yield path, _without(text, _LEFT_OUT)
        elif path.startswith((OWN, methods)) or (path.removeprefix("docs/") in PAGES and not (root / path).exists()):
            yield path, text


def _without(text: str, names: tuple[str, ...]) -> str:
    """Return settings without some of them, and without the remarks above them."""
    for name in names:
        text = re.sub(rf"(?m)(?:^#[^\n]*\n)*^{name}:[^\n]*\n(?:[ ]+[^\n]*\n)*\n?", "", text)
    return text


def _story(texts: Mapping[str, str], beginning: Beginning, today: date) -> Mapping[str, str]:
    """Return the first story, a draft, by its path."""
    with TemporaryDirectory() as folder:
        made = Path(folder)
        for path, text in texts.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_text(text, "utf-8")
        path = write_story(made, starter_words(beginning.language), today)
        return {path: (made / path).read_text("utf-8")}


def _ignored(root: Path, ours: str) -> Mapping[str, str]:
    """Return .gitignore with what git is not to keep of a handbook."""
    path = root / IGNORED
    before = path.read_text("utf-8") if path.is_file() else ""
    missing = [line for line in ours.splitlines() if line not in before.splitlines()]
    if not missing:
        return {}
    head = f"{before.rstrip()}\n" if before.strip() else ""
    return {IGNORED: head + "\n".join(missing) + "\n"}
