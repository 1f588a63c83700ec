"""A setting that must be an address, and leads nowhere.

`accessibility` is a page under docs/ or a web address; `site_url` begins with https:// or http:// and ends with a
slash; `edit_url` holds {path} where the file's name belongs.

Good:

    accessibility: tilgaengelighed.md
"""

import re
from collections.abc import Iterator
from datetime import date

from ..model.handbook import Handbook
from ..model.problem import Level, Problem, Rule

RULE = Rule(
    "settings-address",
    Level.ERROR,
    '"{given}" cannot be used as an address here.',
    "Write a web address that begins with https://, or, for the accessibility statement, a page under docs/.",
    __doc__,
)

_WEB = re.compile(r"https?://[^\s\"'<>]+")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each address in the settings that cannot work."""
    settings = handbook.settings
    for name, good in (
        ("accessibility", _is_web(settings.accessibility) or f"docs/{settings.accessibility}" in handbook.files),
        ("site_url", _is_web(settings.site_url) and settings.site_url.endswith("/")),
        ("edit_url", _is_web(settings.edit_url) and settings.edit_url.count("{path}") == 1),
    ):
        given = getattr(settings, name)
        if given and not good:
            yield RULE.at(settings.at(name), given=given)


def _is_web(address: str) -> bool:
    return _WEB.fullmatch(address) is not None
