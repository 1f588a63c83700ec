"""Something other than a text, a picture or a recording in the publication's folders.

Values and stories are Markdown files with pictures beside them, and a story may have a recording. A symbolic link is
never followed, because it could lead to any file on the computer. Pictures are jpg, png or webp; svg can hold code.
Recordings are mp3 or m4a.
"""

from collections.abc import Iterator
from datetime import date

from ...model.files import PICTURES, Entry, EntryKind
from ...model.former import PATH as FORMER
from ...model.handbook import Handbook, kind_around
from ...model.problem import Level, Problem, Rule, Source

RULE = Rule(
    "file-kind", Level.ERROR, 'The file "{given}" cannot be here.', "Move it, or use one of these: {allowed}.", __doc__
)

_IN_DOCS = (".md", ".csv", ".pdf", ".docx", ".txt", *PICTURES)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each link, folder or file that does not belong."""
    homes = frozenset(kind.folder.rstrip("/") for kind in handbook.kinds)
    for entry in handbook.entries:
        is_settings = entry.path in (handbook.settings.path, FORMER) and entry.kind is EntryKind.FILE
        endings = _endings(entry, handbook)
        if not is_settings and not _belongs(entry, endings, homes):
            yield RULE.at(Source(entry.path), given=entry.name, allowed=", ".join(endings))


def _endings(entry: Entry, handbook: Handbook) -> tuple[str, ...]:
    """Return the endings that files may have in the folder that an entry lies in."""
    if entry.path.startswith("docs/"):
        return _IN_DOCS
    kind = kind_around(handbook.kinds, entry.path)
    return kind.endings if kind else (".md",)


def _belongs(entry: Entry, endings: tuple[str, ...], homes: frozenset[str]) -> bool:
    """Return True if a name may be where it is. Only docs/, and the homes of documents, may be folders in folders."""
    in_docs = entry.path.startswith("docs/")
    if entry.kind is EntryKind.FOLDER:
        return in_docs or entry.path in homes
    in_subfolder = not in_docs and entry.path.count("/") > 1 and entry.path.rpartition("/")[0] not in homes
    return entry.kind is EntryKind.FILE and entry.suffix in endings and not in_subfolder
