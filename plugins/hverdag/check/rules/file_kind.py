"""Something other than a text, a picture or a recording in the publication's folders.

Values and stories are Markdown files with pictures beside them, and a story may have a recording; they are in no
subfolders. A symbolic link is never followed, because it could lead to any file on the computer. Pictures are jpg, png
or webp; svg can hold code. Recordings are mp3 or m4a. What a system leaves by itself, such as `Thumbs.db`, is ignored.
"""

from collections.abc import Iterator
from datetime import date

from ...model.better_files import DRAWINGS, MARKDOWN, OTHER_PICTURES, OTHER_RECORDINGS, OTHER_TEXTS, BetterFiles
from ...model.files import Entry, EntryKind
from ...model.handbook import Handbook
from ...model.message import Message, message
from ...model.problem import Level, Problem, Rule, Source

RULE = Rule("file-kind", Level.ERROR, "{cause}", "{advice}", __doc__)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each link, folder or file that does not belong, and none for a folder besides those for the
    files in it."""
    files = BetterFiles(handbook)
    filled = {entry.path.rpartition("/")[0] for entry in handbook.entries}
    for entry in handbook.entries:
        is_told = entry is files.misnamed_settings or (entry.kind is EntryKind.FOLDER and entry.path in filled)
        if not files.belongs(entry) and not is_told:
            cause, advice = _told(entry, files)
            used = files.uses(entry) if entry.kind is EntryKind.FILE else None
            if used:
                advice = message("{advice} Write the new name in {places} too.", advice=advice, places=used)
            yield RULE.at(Source(entry.path), cause=cause, advice=advice)


def _told(entry: Entry, files: BetterFiles) -> tuple[Message, Message]:
    """Return what is wrong with an entry, and what to do about it."""
    home = f"{entry.path.partition('/')[0]}/"
    if entry.kind is EntryKind.SYMLINK:
        cause = message('"{given}" is a link to another place, and is not followed.', given=entry.name)
        return cause, message("Delete it, and put the file itself here.")
    if entry.kind is EntryKind.FOLDER:
        return message("There are no subfolders in {folder}.", folder=home), message("Delete the empty folder.")
    better = files.better(entry)
    name = better if files.is_too_deep(entry) else better.rpartition("/")[2]
    if files.is_too_deep(entry) and entry.suffix in files.endings(entry):
        return message("There are no subfolders in {folder}.", folder=home), message(
            "Move it to {better}.", better=better
        )
    return _of_another_kind(entry, name, home)


def _of_another_kind(entry: Entry, better: str, home: str) -> tuple[Message, Message]:
    ending = entry.suffix
    if ending in (*DRAWINGS, *OTHER_PICTURES):
        cause = message('The picture "{given}" is of a kind that cannot be shown everywhere.', given=entry.name)
        form = "png" if ending in DRAWINGS else "jpg"
        advice = message("Save it as {form} with the name {better}, and delete this file.", form=form, better=better)
        return cause, advice
    if ending in OTHER_RECORDINGS:
        cause = message('The recording "{given}" is of a kind that not every browser plays.', given=entry.name)
        return cause, message("Save it as mp3 with the name {better}, and delete this file.", better=better)
    if ending in MARKDOWN:
        cause = message('"{given}" does not end in .md.', given=entry.name)
        return cause, message("Call it {better}.", better=better)
    if ending in OTHER_TEXTS:
        cause = message('"{given}" is not a plain text file that ends in .md.', given=entry.name)
        return cause, message("Copy its text into a new file, {better}, and delete this one.", better=better)
    cause = message('The file "{given}" cannot be here.', given=entry.name)
    return cause, message("Delete it, or move it out of {folder}.", folder=home)
