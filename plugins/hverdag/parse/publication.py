"""A folder to a Handbook and every Problem met on the way."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from ..model.files import PICTURES, RECORDINGS, Entry, EntryKind, Picture, Recording
from ..model.handbook import Handbook
from ..model.problem import Problem
from ..model.settings import PATH as SETTINGS_PATH
from ..model.settings import Settings
from ..model.texts.body import Body
from ..model.texts.document import Document, Page
from ..model.texts.method import FOLDER as METHODS
from ..model.texts.method import Method, is_method
from ..model.texts.story import Story
from ..model.texts.value import Value
from .fields import declare
from .files import MAX_BYTES, entries, read_text, text_of
from .front_matter import Parts, read_fields, take_apart
from .markdown import Converter
from .pictures import read_picture
from .recordings import read_recording
from .worker import Worker

D = TypeVar("D", bound=Document)
FOLDERS = ("values", "stories", "docs")


def read_publication(root: Path) -> tuple[Handbook, list[Problem]]:
    """Read the publication in a folder. It never raises for what a file holds: faults are Problems,
    and the Handbook is what could be read."""
    problems: list[Problem] = []
    found = tuple(entry for folder in FOLDERS for entry in entries(root, folder))
    reader = _Reader(root, problems)
    settings = reader.settings()
    methods = tuple(sorted(reader.all(Method, METHODS, found), key=lambda method: (method.order, method.id)))
    handbook = Handbook(
        settings=settings,
        values=tuple(sorted(reader.all(Value, "values/", found), key=lambda value: (value.order, value.id))),
        stories=tuple(reader.all(Story, "stories/", found)),
        methods=methods,
        pages=tuple(reader.pages(found)),
        pictures=reader.pictures(found, methods),
        recordings=reader.recordings(found),
        entries=found,
    )
    return handbook, problems


def read_story(raw: bytes, path: str) -> Story | None:
    """Return a story from the bytes of its file, whatever is wrong in it; nothing where it is no text at all."""
    text = text_of(raw, path)[0] if len(raw) <= MAX_BYTES else None
    if text is None:
        return None
    parts = take_apart(text, path)
    body, _ = Converter().convert(parts.body, path, parts.body_line)
    return declare(Story, parts.tree, path, body=body)[0]


def edition_of(raw: bytes) -> str:
    """Return the edition that the bytes of a handbook.yml name; nothing where they name none."""
    text = text_of(raw, SETTINGS_PATH)[0] if len(raw) <= MAX_BYTES else None
    told = read_fields(text, SETTINGS_PATH).data.get("edition") if text is not None else None
    return told if isinstance(told, str) else ""


class _Reader:
    """Reads files one by one, and gathers the problems."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self._root = root
        self._problems = problems
        self._converter = Converter()

    def settings(self) -> Settings:
        text, problems = read_text(self._root, SETTINGS_PATH)
        tree = read_fields(text or "", SETTINGS_PATH)
        settings, faults = declare(Settings, tree, SETTINGS_PATH)
        self._problems += [*problems, *tree.problems, *faults]
        return settings

    def all(self, kind: type[D], folder: str, found: tuple[Entry, ...]) -> list[D]:
        """Read every document in a folder."""
        paths = [path for path in _texts(found) if path.startswith(folder) and (kind is not Method or is_method(path))]
        parts = [(path, taken) for path in paths if (taken := self._taken_apart(path)) is not None]
        half = len(parts) // 2
        worker = Worker([taken.body for _, taken in parts[half:]])
        documents = [self._document(kind, path, taken) for path, taken in parts[:half]]
        for (path, taken), plain in zip(parts[half:], worker.results(), strict=True):
            documents.append(self._document(kind, path, taken, plain))
        return documents

    def _taken_apart(self, path: str) -> Parts | None:
        text, problems = read_text(self._root, path)
        self._problems += problems
        return None if text is None else take_apart(text, path)

    def _document(self, kind: type[D], path: str, parts: Parts, plain: str | None = None) -> D:
        body, refused = self._converter.convert(parts.body, path, parts.body_line, plain)
        document, faults = declare(kind, parts.tree, path, body=body)
        self._problems += [*parts.tree.problems, *faults, *refused]
        return document

    def pages(self, found: tuple[Entry, ...]) -> Iterator[Page]:
        """Read the front matter of every hand-written page."""
        for path in _texts(found):
            page = self._page(path) if path.startswith("docs/") and not is_method(path) else None
            if page is not None:
                yield page

    def pictures(self, found: tuple[Entry, ...], methods: Iterable[Method]) -> dict[str, Picture]:
        """Read what every picture beside a text is, by its own bytes. Of those in docs/, only what methods show is
        printed."""
        shown = {element.get("src") for method in methods for element in method.body.elements() if element.tag == "img"}
        paths = (entry.path for entry in found if entry.kind is EntryKind.FILE and entry.suffix in PICTURES)
        return {path: read_picture(self._root, path) for path in paths if not path.startswith("docs/") or path in shown}

    def recordings(self, found: tuple[Entry, ...]) -> dict[str, Recording]:
        """Read what every recording beside a story is, by its own bytes."""
        beside = (entry for entry in found if entry.path == f"stories/{entry.name}" and entry.path.endswith(RECORDINGS))
        return {entry.path: read_recording(self._root, entry.path) for entry in beside if entry.kind is EntryKind.FILE}

    def _page(self, path: str) -> Page | None:
        """A hand-written page: its front matter alone, which it may do without, and where its text begins."""
        text, problems = read_text(self._root, path)
        self._problems += problems
        if text is None or not text.startswith("---"):
            return None
        parts = take_apart(text, path)
        empty = len(parts.body) - len(parts.body.lstrip("\n"))
        page, faults = declare(Page, parts.tree, path, body=Body(line=parts.body_line + empty))
        self._problems += [*parts.tree.problems, *faults]
        return page


def _texts(found: tuple[Entry, ...]) -> Iterator[str]:
    return (entry.path for entry in found if entry.kind is EntryKind.FILE and entry.suffix == ".md")
