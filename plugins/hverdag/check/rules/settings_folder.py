"""A folder for addresses that does not work everywhere.

The folders must differ, and hold small letters a to z, digits and hyphens only.

Good:

    folders:
      values: vaerdier
      stories: fortaellinger

Bad:

    folders:
      values: Vores værdier
"""

import re
from collections.abc import Iterator
from datetime import date

from ...model.addresses import PRINT, SHORT, draw_address, protection_address
from ...model.declared import fields
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.settings import Folders
from ...model.slug import slug

RULE = Rule(
    "settings-folder",
    Level.ERROR,
    'The folder "{given}" cannot be used in addresses.',
    "Write another, as {better}.",
    __doc__,
)

_PORTABLE = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
# Where the site's own files are.
_TAKEN = frozenset({"assets", "search", "problemer", PRINT, SHORT})


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each folder that is malformed or taken."""
    folders = handbook.settings.folders
    pages = (draw_address(handbook.settings), protection_address(handbook.settings))
    seen = {*_TAKEN, *(page.rstrip("/") for page in pages)}
    for name, info in fields(Folders).items():
        given, usual = getattr(folders, name), str(info.get_default())
        if not _PORTABLE.fullmatch(given) or given in seen:
            better = slug(given)
            free = better if _PORTABLE.fullmatch(better) and better not in seen else usual
            yield RULE.at(handbook.settings.at("folders", name), given=given, better=free)
        seen.add(given)
