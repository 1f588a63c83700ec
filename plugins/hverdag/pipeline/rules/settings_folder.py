"""A folder for addresses that does not work everywhere.

The folders must differ, and hold small letters a to z, digits and hyphens only.

Good:

    folders:
      values: our-values
      stories: tales

Bad:

    folders:
      values: Our values
"""

import re
from collections.abc import Iterator
from datetime import date

from ...features.registry import OWN_FOLDERS, registry
from ...model.declared import fields
from ...model.folders import USUAL
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.slug import slug

RULE = Rule(
    "settings-folder",
    Level.ERROR,
    'The folder "{given}" cannot be used in addresses.',
    "Write another, such as {better}.",
    __doc__,
)

_PORTABLE = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each folder that is malformed or taken."""
    folders, usual = handbook.settings.folders, USUAL[handbook.settings.language]
    written = {name: str(getattr(folders, name)) for name in fields(type(folders)) if getattr(folders, name)}
    others = {name for key, name in usual.items() if key not in written}
    unnamed = handbook.settings.model_copy(update={"folders": type(folders)()})
    pages = {page for page in registry().pages(unnamed) if "/" not in page} - set(usual.values())
    seen = {*OWN_FOLDERS, *others, *pages}
    for name, given in written.items():
        if not _PORTABLE.fullmatch(given) or given in seen:
            better = slug(given)
            free = better if _PORTABLE.fullmatch(better) and better not in seen else usual.get(name, name)
            yield RULE.at(handbook.settings.at("folders", name), given=given, better=free)
        seen.add(given)
