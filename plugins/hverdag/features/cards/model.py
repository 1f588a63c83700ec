"""Cards for a table in a meeting: a value, a dilemma or a question, each with something on its back."""

from dataclasses import dataclass
from enum import StrEnum

from ...model.problem import Source
from ...model.texts.story import Story
from ...model.texts.value import Value


class CardKind(StrEnum):
    """The kind of a card, by its subject."""

    VALUE = "value"
    DILEMMA = "dilemma"
    QUESTION = "question"


@dataclass(frozen=True)
class Card:
    """A card of one value: the value itself, a story's dilemma, or one of the value's questions.

    `number` counts the questions of a value from 1; it is 0 for other cards, of which a code has only one.
    """

    kind: CardKind
    value: Value
    story: Story | None = None
    number: int = 0

    @property
    def code(self) -> str:
        """The code printed on the card, which leads to its story or value."""
        return self.story.code if self.story else self.value.code

    @property
    def id(self) -> str:
        """The unique id of the card, such as `f01`, `v03` or `v03-2`; it is part of addresses."""
        return f"{self.code}-{self.number}".casefold() if self.number else self.code.casefold()

    @property
    def title(self) -> str:
        """The title of its story, or the name of its value."""
        return self.story.heading if self.story else self.value.heading

    @property
    def text(self) -> str:
        """The text on the front."""
        if self.story and self.story.dilemma:
            return self.story.dilemma.question
        return self.value.questions[self.number - 1] if self.number else self.value.promise

    @property
    def more(self) -> tuple[str, ...]:
        """The texts on the back: the signs of a value, the answers to a dilemma, the promise behind a question."""
        if self.story and self.story.dilemma:
            return self.story.dilemma.options
        return (self.value.promise,) if self.number else self.value.signs

    @property
    def source(self) -> Source:
        """The source of the text on the front."""
        if self.story:
            return self.story.at("dilemma")
        return self.value.at("questions", self.number - 1) if self.number else self.value.at("promise")

    @property
    def behind(self) -> Source:
        """The source of the texts on the back."""
        if self.story:
            return self.story.at("dilemma", "options")
        return self.value.at("promise") if self.number else self.value.at("signs")
