"""A value that an organisation has agreed on."""

from enum import StrEnum

from ..declared import Number, Text, declared
from .document import Document


class Mark(StrEnum):
    """The shape of a value, so that readers need not tell values apart by colour."""

    ARCH = "arch"
    CLOVER = "clover"
    CROSS = "cross"
    DIAMOND = "diamond"
    DROP = "drop"
    LEAF = "leaf"
    LINES = "lines"
    RING = "ring"
    SQUARE = "square"
    STAR = "star"
    TRIANGLE = "triangle"
    WAVE = "wave"


class Value(Document):
    """One of the organisation's values."""

    name: Text = declared("Name", "The value in one word or two.", required=True, most=30)
    order: Number = declared("Order", "Where the value comes among the others: 1 is first.", default=0, required=True)
    promise: Text = declared(
        "Promise", "One sentence: what we promise one another and those we serve.", required=True, most=160
    )
    signs: tuple[Text, ...] = declared(
        "Signs", "How you notice the value in daily work, a sentence each.", default=(), required=True
    )
    questions: tuple[Text, ...] = declared("Questions", "What a team can talk about.", default=(), required=True)
    colour: Text = declared("Colour", 'A dark colour as "#1d6f74", in quotation marks.', required=True)
    mark: Mark = declared(
        "Mark", "The value's shape; it tells values apart without colour.", default=Mark.RING, required=True
    )
    code: Text = declared(
        "Code", "Short and permanent, such as V01. It is printed, so it never changes.", required=True
    )

    @property
    def heading(self) -> str:
        """The title for readers."""
        return self.name or self.id
