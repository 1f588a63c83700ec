"""A file name that is not the same everywhere.

The name becomes the address. Letters a to z, digits and hyphens work on every computer and on paper. A handful of
names (con, nul, aux ...) are forbidden on Windows.

Good:

    stories/the-key.md

Bad:

    stories/The key to the door.md
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.better_files import BetterFiles
from ...model.handbook import Handbook
from ...model.message import message
from ...model.problem import Level, Problem, Rule, Source, Tag
from ...model.slug import RESERVED

RULE = Rule(
    "file-name",
    Level.ERROR,
    'The file name "{given}" does not work everywhere.',
    "Call it {better}. Use small letters a to z, digits and hyphens.",
    __doc__,
    (Tag.OF_AN_ADDRESS,),
)

_PORTABLE = re.compile(r"[a-z0-9][a-z0-9-]{0,60}(\.[a-z0-9]{2,5})?")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that is not portable. One that cannot be where it is has its problem already."""
    files = BetterFiles(handbook)
    for entry in handbook.entries:
        in_docs = entry.path.startswith("docs/")
        if not files.belongs(entry) or entry is files.misnamed_settings or (in_docs and entry.name == "README.md"):
            continue
        is_list = not in_docs and entry.name == "index.md"  # the address of the list itself
        if is_list or not is_portable(entry.name):
            better = message("{better}", better=files.better(entry).rpartition("/")[2])
            used = files.uses(entry)
            if used:
                better = message("{better}, and write that name in {places} too", better=better, places=used)
            yield RULE.at(Source(entry.path), given=entry.name, better=better)


def is_portable(name: str) -> bool:
    """Return True if a name works everywhere."""
    return bool(_PORTABLE.fullmatch(name)) and not RESERVED.fullmatch(name)
