"""More values, signs, stops or questions than one poster has room for.

All the values are on one poster, a value's signs on another, and the stops of a road on a third. What is written on a
wall must be large enough to read from the middle of the room.

Good:

    signs:
      - We ring back the same day.
      - We say so when we cannot manage it.

Bad:

    signs: [a, b, c, d, e, f, g, h, i, j, k, l, m]
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.method import Method

RULE = Rule(
    "poster-count",
    Level.ERROR,
    "There are {count} here; a poster has room for {most}.",
    "Write fewer.",
    __doc__,
)

MOST_VALUES = 12
MOST_SIGNS = 12
MOST_STOPS = 6
MOST_QUESTIONS = 3
"""So many questions stand at one stop of a road."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for too many values, and for each value and each road with too much."""
    if "posters" not in handbook.settings.printed:
        return
    if len(handbook.values) > MOST_VALUES:
        yield RULE.at(handbook.settings.at("values"), count=len(handbook.values), most=MOST_VALUES)
    for value in handbook.values:
        if len(value.signs) > MOST_SIGNS:
            yield RULE.at(value.at("signs"), count=len(value.signs), most=MOST_SIGNS)
    for method in handbook.methods:
        yield from _of_road(method)


def _of_road(method: Method) -> Iterator[Problem]:
    stops = method.stops
    if len(stops) > MOST_STOPS:
        yield RULE.at(method.at("steps", stops[MOST_STOPS][0], "stop"), count=len(stops), most=MOST_STOPS)
    for at, step in stops:
        count = len(step.questions)
        if count > MOST_QUESTIONS:
            yield RULE.at(method.at("steps", at, "questions"), count=count, most=MOST_QUESTIONS)
