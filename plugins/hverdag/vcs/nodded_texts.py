"""Keeps the texts that were nodded to at the desk, beside the publication.

Git has a text only once it is committed, and forgets it again when a commit is amended or a branch is squashed. Without
the text nobody can see what has changed since the nod. So `hverdag nod` keeps it in `.hverdag/nodded/`, a file a text,
which only the user can read. A file's name is the story's code and the text's fingerprint, so a file that was changed
is another text, and nobody's nod.
"""

import json
import os
import re
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from ..model.language import language_mark
from ..model.texts.nods import AnswerField
from ..model.texts.story import Story
from ..nods.passage import Passage, Text
from ..nods.passages import fingerprint, signed

FOLDER = (".hverdag", "nodded")

DAYS = 60
"""A text of a story that is not here, as on another branch, is kept for so many days."""

LARGEST = 2_000_000
"""Bytes: more than any story has."""

_NAME = re.compile(r"([A-Za-z0-9]*(?:\.[a-z]{2})?)-([0-9a-f]{32})\.json")


class NoddedTexts:
    """The texts that are kept beside the publication in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root.joinpath(*FOLDER)

    def find(self, wanted: Collection[str], roles: Sequence[str]) -> Iterator[tuple[str, Text]]:
        """Yield the texts, by their fingerprints, that are wanted themselves or by the nod of one of the roles."""
        for path, _, name in self._files():
            if {name, *(signed(name, role) for role in roles)}.intersection(wanted):
                text = _read(path)
                if text is not None and fingerprint(text) == name:
                    yield name, text

    def keep(self, story: Story, text: Text) -> bool:
        """Keep a text of a story, and return True if it is kept. Texts of the story that nothing rests on are
        deleted."""
        name = fingerprint(text)
        for path, code, other in self._files():
            if code == _name(story) and other != name and not _is_rested_on(story, other):
                _delete(path)
        try:
            self._make_folder()
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as stream:  # 0600
                stream.write(json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogatepass"))
            Path(stream.name).replace(self._folder / f"{_name(story)}-{name}.json")
        except OSError:
            return False
        return True

    def forget(self, codes: Collection[str], known: Collection[str]) -> None:
        """Delete the texts of the stories with some codes, and those of stories that are not `known`, after DAYS."""
        for path, named, _ in self._files():
            code = named.partition(".")[0]
            with suppress(OSError):
                is_old = time.time() - path.stat().st_mtime > DAYS * 24 * 60 * 60
                if code in codes or (code not in known and is_old):
                    _delete(path)

    def _files(self) -> Iterator[tuple[Path, str, str]]:
        """Yield the kept files, each with the name of its story in a language and the fingerprint of its text."""
        if self._is_led_elsewhere():
            return
        with suppress(OSError):
            for path in sorted(self._folder.iterdir()):
                match = _NAME.fullmatch(path.name)
                if match:
                    yield path, match[1], match[2]

    def _is_led_elsewhere(self) -> bool:
        """Return True if one of the folders is a link: a proposal may hold one."""
        return self._folder.is_symlink() or self._folder.parent.is_symlink()

    def _make_folder(self) -> None:
        if self._is_led_elsewhere():
            raise OSError
        self._folder.parent.mkdir(mode=0o700, exist_ok=True)
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._folder.chmod(0o700)


def _code(story: Story) -> str:
    return story.code if re.fullmatch(r"[A-Za-z0-9]{1,12}", story.code) else ""


def _name(story: Story) -> str:
    """Return the code of a story, with the mark of the language that it is told in if it is not the handbook's own:
    each has nods of its own."""
    mark = language_mark(story.path)
    return f"{_code(story)}.{mark}" if mark else _code(story)


def _is_rested_on(story: Story, name: str) -> bool:
    """Return True if a nod or an answer is to the text with a fingerprint."""
    nods = any(one.nod and one.nod.text == signed(name, one.role) for one in story.contributors)
    answers = (story.answer(field) for field in AnswerField)
    return nods or any(answer is not None and answer.text == name for answer in answers)


def _read(path: Path) -> Text | None:
    """Return the text in a file, or None if there is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            raw = stream.read(LARGEST + 1)
        pairs = json.loads(raw.decode("utf-8", "surrogatepass")) if len(raw) <= LARGEST else ()
        return tuple(Passage(place, text) for place, text in pairs if isinstance(place, str) and isinstance(text, str))
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
