"""Question cards with too much on them, or too many of them.

A card is no larger than a hand, and is read aloud.

Good:

    cards:
      - What did you wonder at when you were new here?

Bad:

    cards:
      - >-
        What did you wonder at when you were new here, and whom did you ask, and what did they say, and what do you
        think yourself today, when you have been here for some years, have met many people, and know why we do it?
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "method-cards",
    Level.ERROR,
    "There are {count} {what} here; there is room for {most}.",
    "Make it shorter, or take some out.",
    __doc__,
)

MOST, MOST_CHARACTERS = 40, 180


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each card with too long a question, and for a method with too many cards."""
    for method in handbook.methods:
        if len(method.cards) > MOST:
            yield RULE.at(method.at("cards"), count=len(method.cards), what=message("cards"), most=MOST)
        for number, question in enumerate(method.cards):
            if len(question) > MOST_CHARACTERS:
                source = method.at("cards", number)
                yield RULE.at(source, count=len(question), what=message("characters"), most=MOST_CHARACTERS)
