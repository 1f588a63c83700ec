"""Something other than a text, a picture or a recording in the publication's folders.

Values and stories are Markdown files with pictures beside them, and a story may have a recording. A symbolic link is
never followed, because it could lead to any file on the computer. Pictures are jpg, png or webp; svg can hold code.
Recordings are mp3 or m4a.
"""

from collections.abc import Iterator
from datetime import date

from ...model.files import PICTURES, RECORDINGS, Entry, EntryKind
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source

RULE = Rule(
    "file-kind", Level.ERROR, 'The file "{given}" cannot be here.', "Move it, or use one of these: {allowed}.", __doc__
)

_ALLOWED = {
    "values": (".md", *PICTURES),
    "stories": (".md", *PICTURES, *RECORDINGS),
    "docs": (".md", ".csv", ".pdf", ".docx", ".txt", *PICTURES),
}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each link, folder or file that does not belong."""
    for entry in handbook.entries:
        folder = entry.path.partition("/")[0]
        is_settings = entry.path == handbook.settings.path and entry.kind is EntryKind.FILE
        if not is_settings and not _belongs(entry, folder):
            yield RULE.at(Source(entry.path), given=entry.name, allowed=", ".join(_ALLOWED[folder]))


def _belongs(entry: Entry, folder: str) -> bool:
    if entry.kind is EntryKind.FOLDER:
        return folder == "docs"
    in_subfolder = folder != "docs" and entry.path.count("/") > 1
    return entry.kind is EntryKind.FILE and entry.suffix in _ALLOWED[folder] and not in_subfolder
