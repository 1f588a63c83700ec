"""A former address that is not written as addresses are.

Write what comes after the handbook's own address, with a slash at the end. A file on paper ends with .pdf or .docx.

Good:

    F02: [stories/the-open-window/]

Bad:

    F02: [/stories/the-open-window.html]
"""

from collections.abc import Iterator
from datetime import date

from ....model.addresses import stem
from ....model.former import is_former
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.slug import slug

RULE = Rule(
    "address-form",
    Level.ERROR,
    '"{given}" is not written as an address in the handbook.',
    "Write it as {better}",
    __doc__,
)

_EXAMPLE = "fortaellinger/noeglen/"


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each address of another form."""
    for former in handbook.formers:
        if not is_former(former.address):
            given = former.address
            yield RULE.at(former.source, given=given, better=_better(given, handbook.settings.site_url))


def _better(given: str, site_url: str) -> str:
    """Return the address that was probably meant."""
    inside = given.removeprefix(site_url) if site_url else given
    parts = [slug(part) for part in stem(inside.partition("#")[0].partition("?")[0]).split("/")]
    plain = "/".join(filter(None, parts)) + "/"
    return plain if is_former(plain) else _EXAMPLE
