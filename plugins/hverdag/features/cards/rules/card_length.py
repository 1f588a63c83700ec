"""A text too long for a card, even in small letters.

A card is no larger than a hand. The signs of a value are on one side of it; a dilemma and its answers are together
where the deck is printed on one side only, and otherwise with the story's summary.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Source

RULE = Rule(
    "card-length",
    Level.ERROR,
    "The text for the card has {count} characters; there is room for {most}.",
    "Make it shorter.",
    __doc__,
)

MOST = 700
MOST_IN_QUESTION = 500


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each side of a card that says too much."""
    if "cards" not in handbook.settings.printed:
        return
    for value in handbook.values:
        yield from _problem(value.at("signs"), sum(map(len, value.signs)), MOST)
        for number, question in enumerate(value.questions):
            yield from _problem(value.at("questions", number), len(question), MOST_IN_QUESTION)
    for story in handbook.published:
        if story.dilemma:
            count = len(story.dilemma.question) + sum(map(len, story.dilemma.options))
            yield from _problem(story.at("dilemma"), count, MOST)
            count = len(story.dilemma.question) + len(story.summary)
            yield from _problem(story.at("summary"), count, MOST)


def _problem(source: Source, count: int, most: int) -> Iterator[Problem]:
    if count > most:
        yield RULE.at(source, count=count, most=most)
