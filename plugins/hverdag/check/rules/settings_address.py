"""A web address in the settings that cannot work.

`site_url` begins with https:// or http:// and ends with a slash; `edit_url` holds {path} where the file's name belongs.

Good:

    edit_url: https://git.fjordby.example/hverdag/edit/main/{path}

Bad:

    edit_url: git.fjordby.example
"""

from collections.abc import Iterator
from datetime import date

from ...model.addresses import is_web
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule

RULE = Rule(
    "settings-address",
    Level.ERROR,
    '"{given}" cannot be used as an address here.',
    "Write it as {example}",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each address in the settings that cannot work."""
    settings = handbook.settings
    if settings.site_url and not _is_plain(settings.site_url):
        yield RULE.at(settings.at("site_url"), given=settings.site_url, example="https://hverdag.fjordby.example/")
    if settings.edit_url and not (is_web(settings.edit_url) and settings.edit_url.count("{path}") == 1):
        example = "https://git.fjordby.example/hverdag/edit/main/{path}"
        yield RULE.at(settings.at("edit_url"), given=settings.edit_url, example=example)


def _is_plain(address: str) -> bool:
    """Whether addresses can be made by adding to this one; it is printed, so it must be what it looks like."""
    return is_web(address) and address.endswith("/") and not set(address) & set("?#@")
