"""Where each file of a publication belongs, and under which name: so that every remedy names the same one."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from .files import PICTURES, RECORDINGS, Entry, EntryKind
from .former import PATH as FORMER
from .handbook import Handbook, kind_around
from .message import Message, listed, message
from .slug import RESERVED, slug, squeezed
from .suggest import nearest
from .texts.document import Document
from .texts.locate import picture_sources, source_of
from .texts.story import Story

DRAWINGS = (".svg", ".eps", ".ai", ".gif", ".ico", ".psd")
OTHER_PICTURES = (".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".jfif", ".jpe", ".jp2", ".dng", ".raw", ".cr2")
"""Pictures that not every browser, printer and Word shows."""
OTHER_RECORDINGS = (".wav", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wma", ".amr", ".aif", ".aiff", ".caf", ".3gp")
OTHER_TEXTS = (".doc", ".docx", ".docm", ".odt", ".rtf", ".pages", ".pdf", ".txt", ".html", ".htm", ".wps", ".tex")
MARKDOWN = (".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtext", ".mdx")

_BETTER: Mapping[str, str] = {
    **dict.fromkeys(DRAWINGS, ".png"),
    **dict.fromkeys(OTHER_PICTURES, ".jpg"),
    **dict.fromkeys(OTHER_RECORDINGS, ".mp3"),
    **dict.fromkeys((*OTHER_TEXTS, *MARKDOWN), ".md"),
}
_IN_DOCS = (".md", ".csv", ".pdf", ".docx", ".txt", *PICTURES)
_LONGEST, _MOST_PLACES = 60, 5


class BetterFiles:
    """The files of a publication as they should be."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        folders = (
            *(folder for kind in handbook.kinds for folder in kind.folders),
            *(kind.folder for kind in handbook.data_kinds),
        )
        self._homes = frozenset(folder.rstrip("/") for folder in folders if folder)
        self._known = {entry.path: entry for entry in handbook.entries}

    @cached_property
    def misnamed_settings(self) -> Entry | None:
        """The file that is meant as handbook.yml and has another name; None if handbook.yml is there."""
        path = self._handbook.settings.path
        folder, _, right = path.rpartition("/")
        files = [entry for entry in self._known.values() if entry.kind is EntryKind.FILE]
        beside = (entry for entry in files if entry.path.rpartition("/")[0] == folder and entry.suffix != ".md")
        like = (entry for entry in beside if entry.name.casefold().startswith(right.partition(".")[0]))
        return None if path in self._known else next(like, None)

    def endings(self, entry: Entry) -> tuple[str, ...]:
        """Return the endings that files may have in the folder that an entry lies in."""
        if entry.path.startswith("docs/"):
            return _IN_DOCS
        if any(kind.folder and entry.path.startswith(kind.folder) for kind in self._handbook.data_kinds):
            return (".yml",)
        kind = kind_around(self._handbook.kinds, entry.path)
        return kind.endings if kind else (".md",)

    def belongs(self, entry: Entry) -> bool:
        """Return True if an entry may be where it is, whatever its name. Only docs/, and the homes of documents, may be
        folders in folders."""
        is_known = entry.path in (self._handbook.settings.path, FORMER) or self._handbook.data_kind_of(entry.path)
        if entry.kind is EntryKind.FILE and (is_known or entry.path in self._handbook.listed):
            return True
        if entry.kind is EntryKind.FOLDER:
            return entry.path.startswith("docs/") or entry.path in self._homes
        return entry.kind is EntryKind.FILE and entry.suffix in self.endings(entry) and not self.is_too_deep(entry)

    def is_too_deep(self, entry: Entry) -> bool:
        """Return True if a file lies in a subfolder where there may be none."""
        in_home = entry.path.rpartition("/")[0] in self._homes
        return not entry.path.startswith("docs/") and entry.path.count("/") > 1 and not in_home

    def better(self, entry: Entry) -> str:
        """Return the path that a file should have."""
        folder = entry.path.rpartition("/")[0]
        if self.is_too_deep(entry):
            kind = kind_around(self._handbook.kinds, entry.path)
            folder = kind.folder_of(entry.path).rstrip("/") if kind else entry.path.partition("/")[0]
        stem, ending = _cut(portable(entry.name))
        changed = ending if ending in self.endings(entry) else _BETTER.get(ending, ending)
        path, number = f"{folder}/{stem}{changed}", 2
        while path != entry.path and path in self._known:
            path, number = f"{folder}/{stem}-{number}{changed}", number + 1
        return path

    def uses(self, entry: Entry) -> Message | None:
        """Return the places in texts that name a file; None if there are none."""
        places = self._uses.get(entry.path, ())[:_MOST_PLACES]
        told = [message("{path} (line {line})", path=path, line=line) for path, line in places]
        return listed(told) if told else None

    @cached_property
    def _uses(self) -> Mapping[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for document in self._handbook.documents:
            for path, place in _named(document):
                found.setdefault(path, []).append(place)
        return found

    def meant(self, path: str, document: Document, endings: Iterable[str]) -> str | None:
        """Return what a document must write to name the file that it means by a path: nothing, if the file is there or
        is told of as one in the wrong place, and None if none is meant."""
        own = self._known.get(document.path)
        beside = posixpath.join(posixpath.dirname(document.path), _name(path))
        there = self._known.get(path) or (self._known.get(beside) if own and self.is_too_deep(own) else None)
        if there and there.kind is EntryKind.FILE and (there.suffix in endings or not self.belongs(there)):
            return ""
        like = {
            entry.path: self.better(entry)
            for entry in self._known.values()
            if entry.kind is EntryKind.FILE and _BETTER.get(entry.suffix, entry.suffix) in endings
        }
        found = _alike(path, like)
        return posixpath.relpath(like[found], posixpath.dirname(document.path)) if found else None


def portable(name: str) -> str:
    """Return a file name that works everywhere, as near to the given one as can be."""
    stem, ending = _cut(name.casefold())
    plain = slug(stem)[:_LONGEST].strip("-") or "fil"
    return (f"{plain}-1" if RESERVED.fullmatch(plain) or plain == "index" else plain) + ending


def free_names(ids: Iterable[str]) -> Mapping[str, str]:
    """Return a name for the files of each id, without an ending: one that works everywhere, and that no other has."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        plain, number = portable(f"{id}.pdf").removesuffix(".pdf"), 2
        names[id] = plain
        while names[id] in taken:
            names[id], number = f"{plain}-{number}", number + 1
        taken.add(names[id])
    return names


def _cut(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (ending, "")


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _alike(path: str, like: Mapping[str, str]) -> str:
    """Return the path whose name is the same but for its form, or else the most similar one."""
    wanted = _plain(path)
    same = [one for one in like if _plain(one) == wanted]
    same.sort(key=lambda one: posixpath.dirname(one) != posixpath.dirname(path))
    by_name = {_plain(one): one for one in like if posixpath.dirname(one) == posixpath.dirname(path)}
    return same[0] if same else by_name.get(nearest(wanted, by_name), "")


def _plain(path: str) -> str:
    name = _name(path)
    known = (*PICTURES, *RECORDINGS, *_BETTER)
    stem, ending = _cut(name)
    return squeezed(stem if ending.casefold() in known else name)


def _named(document: Document) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the path of each file that a document names, and the place."""
    for path, source in picture_sources(document):
        yield path, (source.path, source.line)
    if isinstance(document, Story) and document.audio:
        yield document.audio_path, (document.path, document.at("audio").line)
    for link in document.body.links:
        target = link.get("href").partition("#")[0]
        if target:
            yield target, (document.path, source_of(document, link).line)
