"""The same former address twice.

An address can lead to one page only.

Good:

    F01: [stories/the-gate/]
    F02: [stories/the-open-window/]

Bad:

    F01: [stories/the-gate/]
    F02: [stories/the-gate/]
"""

from collections.abc import Iterator
from datetime import date

from ....model.former import is_former
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "address-twice",
    Level.ERROR,
    'The address "{given}" is also on line {line}.',
    "Delete one of the two.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each address that was seen before."""
    seen: dict[str, int] = {}
    for former in handbook.formers:
        address = former.address
        if not is_former(address):
            continue  # told by another rule
        if address in seen:
            yield RULE.at(former.source, given=address, line=seen[address])
        seen.setdefault(address, former.source.line)
