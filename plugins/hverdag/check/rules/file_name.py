"""A file name that is not the same everywhere.

The name becomes the address. Letters a to z, digits and hyphens work on every computer and on paper. A handful of
names (con, nul, aux ...) are forbidden on Windows. In the frame of a site its own pages may have _ and dots too, since
others know their addresses.

Good:

    stories/the-key.md

Bad:

    stories/The key to the door.md
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.better_files import BetterFiles
from ...model.frame_choice import FrameChoice
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
_SAFE = re.compile(r"[a-z0-9_][a-z0-9._-]{0,60}\.[a-z0-9]{2,5}")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that is not portable. One that cannot be where it is has its problem already."""
    files = BetterFiles(handbook)
    homes = tuple(kind.folder for kind in handbook.kinds if kind.folder)
    for entry in handbook.entries:
        in_docs = entry.path.startswith("docs/")
        if not files.belongs(entry) or entry is files.misnamed_settings or (in_docs and entry.name == "README.md"):
            continue
        is_list = not in_docs and entry.name == "index.md"  # the address of the list itself
        is_of_site = handbook.frame is FrameChoice.SITE and in_docs and not entry.path.startswith(homes)
        if is_list or not (is_portable(entry.name) or (is_of_site and _is_safe(entry.name))):
            better = message("{better}", better=files.better(entry).rpartition("/")[2])
            used = files.uses(entry)
            if used:
                better = message("{better}, and write that name in {places} too", better=better, places=used)
            yield RULE.at(Source(entry.path), given=entry.name, better=better)


def _is_safe(name: str) -> bool:
    """Return True if a name can be on every computer. Those of a site's own pages are addresses that others know."""
    return bool(_SAFE.fullmatch(name)) and not RESERVED.fullmatch(name)


def is_portable(name: str) -> bool:
    """Return True if a name works everywhere."""
    return bool(_PORTABLE.fullmatch(name)) and not RESERVED.fullmatch(name)
