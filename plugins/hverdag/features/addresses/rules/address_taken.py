"""A former address that is in use now.

An address leads to one page. Where there is a page now, nobody is led on to another.

Good:

    F02: [stories/the-open-window/]

Bad:

    F02: [stories/the-door/]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ...registry import OWN_FOLDERS, registry

RULE = Rule(
    "address-taken",
    Level.ERROR,
    'The address "{given}" is in use now, by {other}.',
    "Delete it here, since nobody is led on from an address that is in use.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each former address that belongs to a page, a list or Hverdag itself."""
    if not handbook.formers:
        return
    used = {f"{address}/".casefold(): f"/{address}/" for address in registry().own_addresses(handbook)}
    used |= {one.address.casefold(): one.target for one in registry().named(handbook)}
    used |= {claim.address.casefold(): claim.path for claim in registry().claims(handbook)}
    for former in handbook.formers:
        first = former.address.partition("/")[0]
        other = used.get(former.address.casefold(), "")
        if not other and first in OWN_FOLDERS and former.address.endswith("/"):
            other = f"/{first}/"
        if other:
            yield RULE.at(former.source, given=former.address, other=other)
