"""The names of workplaces that have not said yes to be named, as they stand in a sentence."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from .workplaces import Workplace, Workplaces

_SHORTEST = 4
"""Letters of the shortest name that is looked for: shorter ones are words in other sentences too."""


def unnamed_in(listed: Workplaces, today: date, spelt: Callable[[str], str] = str) -> Callable[[str], str]:
    """Return what finds the name of a workplace that may not be named in a sentence: an empty string where there is
    none. `spelt` returns a name as it is written there, if that is otherwise than in the list."""
    names = sorted(map(spelt, _unnamed(listed, today)), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:s|'s|’s)?(?!\w)") if names else None

    def find(sentence: str) -> str:
        found = pattern.search(sentence) if pattern and sentence else None
        return found[0] if found else ""

    return find


def _unnamed(listed: Workplaces, today: date) -> Mapping[str, Workplace]:
    """Return what workplaces that have not said yes are called, with capital letters as in the list: their names, those
    from before, and the last word of a name if no other workplace has it, as Viben for Vuggestuen Viben."""
    last = Counter(_last(one.name) for one in listed.workplaces)
    found: dict[str, Workplace] = {}
    for one in listed.workplaces:
        own = _last(one.name)
        short = own if last[own] == 1 and own[:1].isupper() else ""
        for name in (one.name, *one.former, short):
            if len(name) >= _SHORTEST and not one.may_be_named(today):
                found[name] = one
    return found


def _last(name: str) -> str:
    return name.rpartition(" ")[2]
