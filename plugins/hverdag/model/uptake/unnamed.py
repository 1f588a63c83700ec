"""Workplaces that have not said yes to be named, in what somebody has written."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from .workplaces import Workplaces

_SHORTEST = 4
"""Letters of the shortest name that is looked for: shorter ones are words in other sentences too."""


def unnamed_in(listed: Workplaces, today: date) -> Callable[[str], str]:
    """Return the function that finds a workplace in a text that has not said yes to be named: it returns the name as it
    stands there, with capital letters as in the list, or an empty string."""
    names = sorted(_unnamed(listed, today), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:s|'s|’s)?(?!\w)") if names else None

    def find(text: str) -> str:
        found = pattern.search(text) if pattern else None
        return found[0] if found else ""

    return find


def _unnamed(listed: Workplaces, today: date) -> Iterator[str]:
    """Yield what workplaces that have not said yes are called: their names, those from before, and the last word of a
    name if no other workplace has it, as Viben for Vuggestuen Viben."""
    last = Counter(_last(one.name) for one in listed.workplaces)
    for one in listed.workplaces:
        own = _last(one.name)
        short = own if last[own] == 1 and own[:1].isupper() else ""
        if not one.may_be_named(today):
            yield from (name for name in (one.name, *one.former, short) if len(name) >= _SHORTEST)


def _last(name: str) -> str:
    return name.rpartition(" ")[2]
