"""Methods that lead to one another in a circle, so that nobody can tell where to begin.

`leads_to` and `follows` say the same from two sides: a method that leads to another comes before it.

Good:

    follows: [short]

Bad:

    follows: [short]
    leads_to: [short]
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from ....model.chain import chain_of, circles
from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.method import Method

RULE = Rule(
    "method-circle",
    Level.ERROR,
    "The methods lead in a circle: {circle}.",
    'Take "{given}" out of {field} here, or break the circle at another of its methods.',
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each circle, at a step that is easy to take out: one that is written in one place only."""
    methods = {method.id: method for method in handbook.methods}
    for ids in circles(chain_of(handbook.methods)):
        steps = [written(first, last, methods) for first, last in pairwise((*ids, ids[0]))]
        method, place = min(steps, key=len)[0]
        given = getattr(method, str(place[0]))[place[1]]
        yield RULE.at(method.at(*place), circle=_told(ids), given=given, field=str(place[0]))


def written(first: str, last: str, methods: Mapping[str, Method]) -> Sequence[tuple[Method, Place]]:
    """Return where it is written that one method leads to another."""
    sides = ((methods[first], "leads_to", last), (methods[last], "follows", first))
    return [
        (method, (field, number))
        for method, field, other in sides
        for number, given in enumerate(getattr(method, field))
        if given == other
    ]


def _told(ids: Sequence[str]) -> str:
    return " \u2192 ".join((*ids, ids[0]))
