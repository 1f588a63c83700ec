"""The cards of the game: each is drawn on a square, and is read aloud by whoever draws it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model.problem import Source
from ...model.shown import Shown
from ...model.texts.story import Story
from ...model.texts.value import Value
from .model import PILES, SquareKind

MOST_CARDS = 48
"""Of one pile: six sheets to cut. Where there are more, each value gives equally many, and the newest stories come."""

MOST_LETTERS = 640
"""What a card holds in letters that can be read by lamplight. A longer text is left out, part by part, as far as the
title, which says where the whole of it is."""


@dataclass(frozen=True)
class GameCard:
    """A card: the value that it is of, and the story whose dilemma or summary it holds, if any. `number` counts the
    questions of a value from 1.

    `lead` says what it is about, `text` is read aloud, and `more` are answers to choose among or signs of a value.
    `is_whole` is False if the text is too long for a card: then the code leads to it.
    """

    kind: SquareKind
    value: Value
    story: Story | None = None
    number: int = 0
    lead: str = ""
    text: str = ""
    more: tuple[str, ...] = ()
    is_whole: bool = True

    @property
    def code(self) -> str:
        """The code of its story or value."""
        return self.story.code if self.story else self.value.code

    @property
    def title(self) -> str:
        """The title of its story, or the name of its value."""
        return self.story.heading if self.story else self.value.heading

    @property
    def id(self) -> str:
        """Its own id among all cards."""
        return f"{self.kind.value}-{self.code}-{self.number}".casefold()

    @property
    def source(self) -> Source:
        """Where its text is written."""
        if self.story:
            return self.story.at("dilemma" if self.kind is SquareKind.DILEMMA else "summary")
        return self.value.at("questions", self.number - 1) if self.number else self.value.at("signs")


def cards_of(shown: Shown) -> tuple[GameCard, ...]:
    """Return the cards, pile by pile, and those of the values last. Only stories that may be printed are on one."""
    stories = sorted(shown.to_print, key=lambda story: story.code, reverse=True)
    found = [card for story in stories for card in _of_story(story, shown.handbook.showing(story))]
    found += [card for value in shown.values for card in _questions(value)]
    piles = (_evenly([card for card in found if card.kind is kind], shown.values) for kind in PILES)
    return (*(card for pile in piles for card in pile), *map(_value, shown.values))


def _of_story(story: Story, values: Sequence[Value]) -> Iterator[GameCard]:
    """Yield the story's own card, and that of its dilemma."""
    if not values:
        return
    question = story.questions[0] if story.questions else ""
    yield _fitted(
        GameCard(SquareKind.STORY, values[0], story, text=story.summary, more=(question,) if question else ())
    )
    if story.dilemma:
        asked = story.dilemma.question
        yield _fitted(
            GameCard(SquareKind.DILEMMA, values[0], story, lead=story.summary, text=asked, more=story.dilemma.options)
        )


def _questions(value: Value) -> Iterator[GameCard]:
    for number, question in enumerate(value.questions, 1):
        yield _fitted(GameCard(SquareKind.QUESTION, value, number=number, text=question))


def _value(value: Value) -> GameCard:
    """Return the card of a value, with as many of its signs as there is room for."""
    signs = value.signs
    while signs and len(value.promise) + sum(map(len, signs)) > MOST_LETTERS:
        signs = signs[:-1]
    return _fitted(GameCard(SquareKind.VALUE, value, text=value.promise, more=signs))


def _fitted(card: GameCard) -> GameCard:
    """Return a card with what has room on it: without what it is about, if need be, and else the title alone. The
    answers to a dilemma are never parted from it; a story is known from its summary alone."""
    lengths = len(card.text), sum(map(len, card.more))
    if sum(lengths) + len(card.lead) <= MOST_LETTERS:
        return card
    kept = () if card.kind is SquareKind.STORY and sum(lengths) > MOST_LETTERS else card.more
    if len(card.text) + sum(map(len, kept)) <= MOST_LETTERS:
        return GameCard(card.kind, card.value, card.story, card.number, "", card.text, kept)
    return GameCard(card.kind, card.value, card.story, card.number, is_whole=False)


def _evenly(cards: Sequence[GameCard], values: Iterable[Value]) -> list[GameCard]:
    """Return at most `MOST_CARDS`, one of each value in turn, in the order that they were in."""
    if len(cards) <= MOST_CARDS:
        return list(cards)
    rows = [[card for card in cards if card.value == value] for value in values]
    turns = [row[at] for at in range(max(map(len, rows))) for row in rows if at < len(row)]
    chosen = {card.id for card in turns[:MOST_CARDS]}
    return [card for card in cards if card.id in chosen]
