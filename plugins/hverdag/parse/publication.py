"""A folder to a Handbook, and every Problem in its files."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ..model.data_kind import DataKind, data_kind_of
from ..model.declared import Placed
from ..model.document_kind import DocumentKind
from ..model.files import PICTURES, RECORDINGS, Entry, EntryKind, Picture, Recording
from ..model.handbook import Handbook, kind_of
from ..model.language import language_mark
from ..model.problem import Problem
from ..model.settings import PATH as SETTINGS_PATH
from ..model.settings import Settings
from ..model.texts.body import Body
from ..model.texts.document import Document, HandWrittenPage
from ..model.texts.story import Story
from .conflicts import settled
from .conversion import clean_html
from .data_files import MAX_DATA, read_data_file, read_placed
from .fences import is_meant_as_fields
from .fields import declare
from .files import MAX_BYTES, entries, read_text, text_of
from .former import read_former
from .front_matter import SplitText, read_fields, take_apart
from .markdown import Converter
from .memory import Memory
from .pages import PageReader, markup_in_fields
from .pages.other_fields import template_problems, without_other_fields
from .pages.site import Site
from .pictures import read_picture
from .recordings import read_recording
from .remedies import with_ids
from .tree import Tree

D = TypeVar("D", bound=Document)
P = TypeVar("P", bound=Placed)

MKDOCS = "mkdocs.yml"
MAX_SETTINGS = 100_000
"""The most characters of handbook.yml."""


def read_publication(
    root: Path,
    kinds: tuple[DocumentKind[Document], ...],
    settings_model: type[Settings],
    data_kinds: tuple[DataKind[Placed], ...] = (),
    memory: Memory | None = None,
) -> tuple[Handbook, list[Problem]]:
    """Return the publication in a folder, with documents and data files of the kinds that features declare, and the
    problems in it. A document whose text `memory` knows is not read again; texts in other languages are left out.

    It never raises for the content of a file: the Handbook holds everything that could be read.
    """
    problems: list[Problem] = []
    found = [(entry, language_mark(entry.path)) for folder in folders_of(kinds) for entry in entries(root, folder)]
    listing = tuple(entry for entry, mark in found if mark is None)
    problems += settled(read_text(root, MKDOCS)[0] or "", MKDOCS)[1]
    reader = _PublicationReader(root, problems, memory or Memory())
    settings = reader.settings(settings_model)
    paths: dict[str, list[str]] = {}
    for path in _text_paths(listing):
        own = kind_of(kinds, path)
        paths.setdefault(own.id if own else "", []).append(path)
    documents = tuple(document for kind in kinds for document in reader.all(kind, paths.get(kind.id, ())))
    formers, faults = read_former(root)
    problems += faults
    handbook = Handbook(
        settings=settings,
        documents=documents,
        kinds=kinds,
        data=tuple(reader.data(listing, data_kinds)),
        data_kinds=data_kinds,
        pages=tuple(reader.pages(paths.get("", ()))),
        page_bodies=reader.page_bodies,
        pictures=reader.pictures(listing, documents),
        recordings=reader.recordings(listing),
        entries=listing,
        formers=formers,
        listed=reader.site.listed_in(entry.path for entry in listing),
        frame=reader.site.frame,
        marked={entry.path: mark for entry, mark in found if mark is not None},
    )
    return handbook, [with_ids(problem, handbook) for problem in problems]


def folders_of(kinds: Iterable[DocumentKind[Document]]) -> tuple[str, ...]:
    """Return the folders of a publication that contain texts: those of documents, and docs."""
    return tuple(dict.fromkeys((*(kind.folder.partition("/")[0] for kind in kinds), "docs")))


def read_story(raw: bytes, path: str) -> Story | None:
    """Return a story from the bytes of its file, with its faults ignored; None if the bytes are no text."""
    return read_document(raw, path, Story)


def read_document(raw: bytes, path: str, model: type[D]) -> D | None:
    """Return a document from the bytes of its file, with its faults ignored; None if the bytes are no text."""
    text = text_of(raw, path)[0] if len(raw) <= MAX_BYTES else None
    if text is None:
        return None
    split = take_apart(text, path)
    body, _ = Converter().convert(split.body, path, split.body_line)
    return declare(model, split.tree, path, body=body)[0]


def fields_of(raw: bytes, path: str, model: type[P]) -> P:
    """Return the fields in the bytes of a file, with their faults ignored: of a document, a data file, or
    handbook.yml."""
    text = text_of(raw, path)[0] if len(raw) <= MAX_DATA else None
    is_data = path.endswith(".yml")
    tree = read_fields(text or "", path, most=MAX_DATA) if is_data else take_apart(text or "", path).tree
    return declare(model, tree, path)[0]


def edition_of(raw: bytes) -> str:
    """Return the field `edition` from the bytes of a handbook.yml; an empty string if it has none."""
    return _setting(text_of(raw, SETTINGS_PATH)[0] if len(raw) <= MAX_BYTES else None, "edition")


def time_zone_of(root: Path) -> str:
    """Return the field `time_zone` of a publication's handbook.yml, which says what day it is before anything else is
    read; an empty string if it has none."""
    return _setting(read_text(root, SETTINGS_PATH)[0], "time_zone")


def language_of(root: Path) -> str:
    """Return the field `language` of a publication's handbook.yml, for what is told before anything else is read; an
    empty string if it has none."""
    return _setting(read_text(root, SETTINGS_PATH)[0], "language")


@lru_cache(maxsize=8)  # a preview asks for the day at each reading
def _setting(text: str | None, name: str) -> str:
    given = read_fields(text, SETTINGS_PATH).data.get(name) if text is not None else None
    return given.strip() if isinstance(given, str) else ""


class _PublicationReader:
    """Reads files one by one, and appends their problems to `problems`."""

    def __init__(self, root: Path, problems: list[Problem], memory: Memory) -> None:
        self._root = root
        self._memory = memory
        self._problems = problems
        self._converter = Converter()
        self.page_bodies: dict[str, Body] = {}
        self.site = Site()

    def settings(self, model: type[Settings]) -> Settings:
        """Return the settings. A file that is missing is told by a check; here, its fields are lost."""
        if not (self._root / SETTINGS_PATH).exists():
            return declare(model, Tree(lost=True), SETTINGS_PATH)[0]
        settings, faults = read_placed(model, SETTINGS_PATH, self._text(SETTINGS_PATH), MAX_SETTINGS, self._memory)
        self._problems += faults
        return settings

    def data(self, listing: tuple[Entry, ...], kinds: tuple[DataKind[Placed], ...]) -> Iterator[Placed]:
        """Yield every data file. One that cannot be read is there with its path alone."""
        for entry in listing:
            kind = data_kind_of(kinds, entry.path) if entry.kind is EntryKind.FILE else None
            if kind:
                placed, problems = read_data_file(self._root, entry.path, kind, self._memory)
                self._problems += problems
                yield placed

    def all(self, kind: DocumentKind[D], paths: Iterable[str]) -> list[D]:
        """Return every document of a kind, in its order; one that cannot be read is there too, with its path alone, so
        that nothing else is told because of it."""
        texts = [(path, self._text(path)) for path in paths]
        unread = [
            (text, take_apart(text, path), path)
            for path, text in texts
            if text is not None and not self._memory.find(kind.model, path, text)
        ]
        bodies = [(path, split) for _, split, path in unread]
        for (text, split, path), html in zip(unread, clean_html(bodies, self._converter, self._memory), strict=True):
            self._read(kind.model, text, split, path, html)
        documents = [self._document(kind.model, path, text) for path, text in texts]
        return sorted(documents, key=kind.order) if kind.order else documents

    def _text(self, path: str) -> str | None:
        text, problems = read_text(self._root, path, known=self._memory.texts)
        self._problems += problems
        return text

    def _read(self, kind: type[Document], text: str, split: SplitText, path: str, plain: str | None = None) -> None:
        body, refused = self._converter.convert(split.body, path, split.body_line, plain)
        document, faults = declare(kind, split.tree, path, body=body)
        self._memory.keep(text, document, (*split.tree.problems, *faults, *refused))

    def _document(self, kind: type[D], path: str, text: str | None) -> D:
        found = self._memory.find(kind, path, text)
        if found is None:
            return kind(path=path, faulty=frozenset({()}))
        self._problems += found[1]
        return found[0]

    def pages(self, paths: Iterable[str]) -> Iterator[HandWrittenPage]:
        """Yield every hand-written page that has front matter, of the texts of no kind."""
        own = [path for path in paths if path.startswith("docs/")]
        reader = PageReader(self._root, own, self._memory)
        self._problems += reader.site.problems
        self.site = reader.site
        for path in own:
            page = self._page(path, reader)
            if page is not None:
                yield page

    def pictures(self, listing: tuple[Entry, ...], documents: Iterable[Document]) -> dict[str, Picture]:
        """Return the facts of every picture beside a text, by its path. Of those in docs/, only the ones that documents
        show are read: no others are printed."""
        in_docs = (document for document in documents if document.path.startswith("docs/"))
        shown = {path for document in in_docs for path in document.pictures}
        paths = (entry.path for entry in listing if entry.kind is EntryKind.FILE and entry.suffix in PICTURES)
        return {path: read_picture(self._root, path) for path in paths if not path.startswith("docs/") or path in shown}

    def recordings(self, listing: tuple[Entry, ...]) -> dict[str, Recording]:
        """Return the facts of every recording beside a story, by its path."""
        beside = (
            entry for entry in listing if entry.path == f"stories/{entry.name}" and entry.path.endswith(RECORDINGS)
        )
        return {entry.path: read_recording(self._root, entry.path) for entry in beside if entry.kind is EntryKind.FILE}

    def _page(self, path: str, reader: PageReader) -> HandWrittenPage | None:
        """Return the front matter of a hand-written page and the line its text begins on; None if it has no front
        matter. Its text is looked over as well."""
        text, problems = read_text(self._root, path, known=self._memory.texts)
        settled_text, clashes = settled(text or "", path)
        self._problems += [*problems, *(reader.problems(settled_text, path) if text is not None else ())]
        if text is None or not is_meant_as_fields(settled_text):
            self._problems += clashes
            self.page_bodies[path] = Body(source=settled_text)
            return None
        split = take_apart(text, path)
        self.page_bodies[path] = Body(line=split.body_line, source=split.body)
        blank_lines = len(split.body) - len(split.body.lstrip("\n"))
        tree = without_other_fields(split.tree)
        page, faults = declare(HandWrittenPage, tree, path, body=Body(line=split.body_line + blank_lines))
        self._problems += [*split.tree.problems, *faults, *markup_in_fields(page)]
        self._problems += template_problems(split.tree, path, self._root, reader.site.templates)
        return page


def _text_paths(listing: tuple[Entry, ...]) -> Iterator[str]:
    return (entry.path for entry in listing if entry.kind is EntryKind.FILE and entry.suffix == ".md")
