"""A text too long for the poster it is printed on.

A value's name, promise and signs are on posters, and so are the name and the questions of each stop of a road. They
are set as large as there is room for, and a text within the limit can always be read. The more values there are, the
shorter are their promises: they stand on one poster together.

Good:

    promise: We count on one another, and we say so in good time when we cannot keep what we have promised you.

Bad:

    name: Trust in one another, in the neighbours and in those who come after us
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ....model.declared import Place, Placed
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.method import Method
from ....model.texts.value import Value

RULE = Rule(
    "poster-length",
    Level.ERROR,
    "There are {count} characters here; a poster has room for {most}.",
    "Make it shorter.",
    __doc__,
)

LONGEST_NAME = 40
"""Of a value, and of a stop on a road."""

LONGEST_PROMISES = ((8, 400), (10, 260))
"""How long each promise may be where there are up to so many values."""

SHORTEST_LIMIT = 200
"""Where there are more values than that."""

ALL_SIGNS = 1_500
"""Characters in all the signs of a value."""

LONGEST_TITLE = 80
"""Of a method with stops."""

ALL_QUESTIONS = 200
"""Characters in all the questions of a stop."""

Length = tuple[Place, int, int]
"""A place, the characters there, and how many there is room for."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each text that its poster has no room for."""
    if "posters" not in handbook.settings.printed:
        return
    promise = longest_promise(len(handbook.values))
    for value in handbook.values:
        yield from _too_long(value, _of_value(value, promise))
    for method in handbook.methods:
        yield from _too_long(method, _of_road(method))


def longest_promise(values: int) -> int:
    """Return the most characters of a promise, by the number of values."""
    return next((most for count, most in LONGEST_PROMISES if values <= count), SHORTEST_LIMIT)


def _too_long(document: Placed, lengths: Iterable[Length]) -> Iterator[Problem]:
    for place, count, most in lengths:
        if count > most:
            yield RULE.at(document.at(*place), count=count, most=most)


def _of_value(value: Value, promise: int) -> Iterator[Length]:
    yield ("name",), len(value.name), LONGEST_NAME
    yield ("promise",), len(value.promise), promise
    yield ("signs",), sum(map(len, value.signs)), ALL_SIGNS


def _of_road(method: Method) -> Iterator[Length]:
    if method.stops:
        yield ("title",), len(method.title), LONGEST_TITLE
    for at, step in method.stops:
        yield ("steps", at, "name"), len(step.name), LONGEST_NAME
        yield ("steps", at, "questions"), sum(map(len, step.questions)), ALL_QUESTIONS
