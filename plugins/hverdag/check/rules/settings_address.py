"""A web address in the settings that cannot work.

`site_url` begins with https:// or http://. A slash at its end is added where it is missing, since both lead to the same
place. `edit_url` holds {path} where the file's name belongs.

Good:

    edit_url: https://git.harbour.example/everyday/edit/main/{path}

Bad:

    edit_url: git.harbour.example
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule
from ...model.web_address import is_base, is_web, mended_base

RULE = Rule(
    "settings-address",
    Level.ERROR,
    '"{given}" cannot be used as an address here.',
    "Write it as {example}",
    __doc__,
)

_PUBLIC = "https://hverdag.fjordby.example/"
_TEMPLATE = "https://git.fjordby.example/hverdag/edit/main/{path}"
_EDIT = {"gitlab.com": "-/edit/main/"}


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each address in the settings that cannot work, with what was probably meant."""
    settings = handbook.settings
    if settings.site_url and not is_base(settings.site_url):
        better = mended_base(settings.site_url)
        yield RULE.at(settings.at("site_url"), given=settings.site_url, example=better or _PUBLIC)
    if settings.edit_url and not _is_template(settings.edit_url):
        better = _mended_template(settings.edit_url)
        yield RULE.at(settings.at("edit_url"), given=settings.edit_url, example=better or _TEMPLATE)


def _is_template(address: str) -> bool:
    return is_web(address) and address.count("{path}") == 1


def _mended_template(address: str) -> str:
    """Return a template for the addresses where files are edited, from what was written; "" if nothing can be made of
    it."""
    named = re.sub(r"\{[^}]*\}|%s|\$\{?\w+\}?", "{path}", address, count=1)
    base, path, _ = named.partition("{path}")
    plain = mended_base(base)
    if not plain:
        return ""
    if path:
        return f"{plain}{path}"
    is_whole = "/edit/" in plain or "/blob/" in plain
    made = (
        plain.replace("/blob/", "/edit/")
        if is_whole
        else f"{plain}{_EDIT.get(urlsplit(plain).hostname or '', 'edit/main/')}"
    )
    return f"{made}{{path}}"
