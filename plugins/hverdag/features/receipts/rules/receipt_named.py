"""A sentence that names a workplace that has not said yes to be named.

A yes to publish a sentence is no yes to be named, and a sentence can name other workplaces too. What says yes is the
field `named` of the workplace in values/workplaces.yml.

Good:

    receipts:
      - {date: 2026-09-03, workplaces: [rylen], tool: F01, sentence: Vi talte om at spørge., yes: 2026-09-10}

Bad:

    receipts:
      - {date: 2026-09-03, workplaces: [rylen], tool: F01, sentence: Vi talte med Viben om at spørge., yes: 2026-09-10}
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.uptake.workplaces import Workplace, Workplaces, workplaces_of
from ..known import placed_receipts

RULE = Rule(
    "receipt-named",
    Level.ERROR,
    'The sentence names a workplace that has not said yes to be named: "{given}".',
    'Write something else, as "vi", or ask the workplace, and write the day under named in values/workplaces.yml.',
    __doc__,
)
_SHORTEST = 4
"""Letters of the shortest name that is looked for: shorter ones are words in other sentences too."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each sentence that names such a workplace."""
    unnamed = unnamed_in(workplaces_of(handbook), today)
    for one in placed_receipts(handbook):
        found = unnamed(one.receipt.sentence)
        if found:
            yield RULE.at(one.at("sentence"), given=found)


def unnamed_in(listed: Workplaces, today: date) -> Callable[[str], str]:
    """Return what finds the name of a workplace that may not be named in a sentence: an empty string where there is
    none."""
    names = sorted(_unnamed(listed, today), key=len, reverse=True)
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
