"""A file name that is not the same everywhere.

The name becomes the address. Letters a to z, digits and hyphens work on every computer and on paper; write ae, oe
and aa for æ, ø and å. A handful of names (con, nul, aux ...) are forbidden on Windows.

Good:

    stories/noeglen.md

Bad:

    stories/Nøglen til døren.md
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.files import EntryKind
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source, Tag
from ...model.slug import RESERVED, slug

RULE = Rule(
    "file-name",
    Level.ERROR,
    'The file name "{given}" does not work everywhere.',
    "Call it {better}: small letters a to z, digits and hyphens.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)

_PORTABLE = re.compile(r"[a-z0-9][a-z0-9-]{0,60}(\.[a-z0-9]{2,5})?")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that is not portable."""
    for entry in handbook.entries:
        in_docs = entry.path.startswith("docs/")
        if entry.kind not in (EntryKind.FILE, EntryKind.FOLDER) or (in_docs and entry.name == "README.md"):
            continue
        is_list = not in_docs and entry.name == "index.md"  # the address of the list itself
        if is_list or not is_portable(entry.name):
            yield RULE.at(Source(entry.path), given=entry.name, better=portable(entry.name))


def is_portable(name: str) -> bool:
    """Return True if a name works everywhere."""
    return bool(_PORTABLE.fullmatch(name)) and not RESERVED.fullmatch(name)


def portable(name: str) -> str:
    """Return a name that works everywhere, as near to the given one as can be."""
    stem, dot, ending = name.casefold().rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (ending, "")
    plain = slug(stem)[:60].strip("-") or "fil"
    return (f"{plain}-1" if RESERVED.fullmatch(plain) or plain == "index" else plain) + ending
