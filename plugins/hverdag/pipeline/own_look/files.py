"""The files in theme/, read once: nothing that leads out of the folder, nothing too large, and pictures without what a
camera has written into them."""

from collections.abc import Iterator
from pathlib import Path

from ...model.artifact import content_bytes
from ...model.files import LARGEST_PICTURE, MOST_PIXELS, Entry, EntryKind
from ...model.message import Message, message
from ...model.own_look import BASE, FOLDER, FONTS, NO_LOOK, PAGES, PAPERS, PICTURES, SHEETS, OwnLook, own_path
from ...model.problem import Problem, Source
from ...parse import rules as parse_rules
from ...parse.files import entries, read_bytes, text_of
from ...publish.cache.folder import cache_folder
from ...publish.pictures import MILLION, UNREADABLE, Pictures
from ...web.look_rules import FILE

TEXTS = (PAGES, PAPERS, SHEETS, ".svg")
BESIDE = (".md", ".txt", "")
"""The endings of what people keep beside them: the licence of a font, and what they should know."""
LARGEST = 3_000_000
"""Bytes of a picture, a font or base.docx: every reader loads those, or every Word file holds it."""
LARGEST_TEXT = 200_000


def read(root: Path) -> tuple[OwnLook, list[Problem]]:
    """Return the files in theme/ that can be used, and the problems of the others."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for entry in entries(root, FOLDER):
        if entry.kind is not EntryKind.FOLDER:
            content, found = _read(root, entry)
            problems += found
            if content is not None:
                contents[entry.path.removeprefix(f"{FOLDER}/")] = content
    return (OwnLook(contents) if contents else NO_LOOK), problems


def texts(root: Path) -> Iterator[str]:
    """Yield the paths of the texts, which are searched for personal numbers as the publication's own are."""
    for entry in entries(root, FOLDER):
        if entry.kind is EntryKind.FILE and entry.suffix in TEXTS:
            yield entry.path


def _read(root: Path, entry: Entry) -> tuple[bytes | None, list[Problem]]:
    source, most = Source(entry.path), LARGEST_TEXT if entry.suffix in TEXTS else LARGEST
    refused = _refused(entry, most)
    if refused or entry.suffix in BESIDE:
        return None, [FILE.at(source, cause=cause, advice=advice) for cause, advice in refused]
    try:
        content, _ = read_bytes(root, entry.path, most)
    except (OSError, ValueError):
        return None, [parse_rules.UNREADABLE.at(source)]
    if entry.suffix in TEXTS:
        found = [problem for problem in text_of(content, entry.path)[1] if problem.rule == parse_rules.ENCODING.id]
        return (None if found else content), found
    return _clean(content, entry) if entry.suffix in PICTURES else (content, [])


def _refused(entry: Entry, most: int) -> list[tuple[Message, Message]]:
    """Return why a file is not read, and what to do about it."""
    if entry.kind is not EntryKind.FILE:
        cause = message('"{given}" is a link to another place, and is not followed.', given=entry.name)
        return [(cause, message("Delete it, and put the file itself here."))]
    if not (entry.suffix in (*TEXTS, *PICTURES, *FONTS, *BESIDE) or entry.path == own_path(BASE)):
        cause = message('A file of this kind is not used in theme/: "{given}".', given=entry.name)
        return [(cause, _advice(entry))]
    if entry.size > most:
        size = {"size": -(-entry.size // 1000), "limit": most // 1000}
        cause = message("The file is {size} kB; at most {limit} kB can be used.", **size)
        return [(cause, message("Save it smaller, or leave it out."))]
    return []


def _clean(content: bytes, entry: Entry) -> tuple[bytes | None, list[Problem]]:
    """Return a picture as every other picture of the handbook is published."""
    clean = Pictures(cache_folder()).clean(content)
    if clean is None:
        most = {"most": LARGEST_PICTURE // MILLION, "most_pixels": MOST_PIXELS // MILLION}
        return None, [UNREADABLE.at(Source(entry.path), given=entry.name, **most)]
    return content_bytes(clean), []


def _advice(entry: Entry) -> Message:
    if entry.suffix in (".js", ".mjs"):
        return message("Put the script in docs/, and name it in mkdocs.yml under extra_javascript.")
    if entry.suffix in (".jpg", ".jpeg", ".gif"):
        return message("Save it as svg or png, and name that.")
    if entry.suffix in (".ttf", ".otf", ".woff"):
        return message("Save it as woff2, and name that in a style sheet.")
    if entry.suffix == ".docx":
        return message("Call it base.docx, and put it in theme/ itself.")
    return message("Delete it, or move it out of {folder}.", folder=f"{FOLDER}/")
