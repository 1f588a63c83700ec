"""What the organisation wants: its strategy, and the result goals that it promised itself. Stories point to both."""

from .declared import Day, Declared, Number, Text, Truth, declared
from .message import Message, message


class Statement(Declared):
    """What a role says on a day of how far a goal is, where nothing that is counted tells it."""

    date: Day | None = declared("Date", "The day it was said.", default=None, required=True)
    role: Text = declared("Role", "Who says it, such as `The directors`; never a name.", required=True)
    text: Text = declared("Text", "How far it is, in one or two sentences.", required=True, most=400)
    number: Number | None = declared("Number", "How many, where the statement has a number.", default=None)
    of: Number | None = declared("Of", "Out of how many; a number must have it.", default=None)
    source: Text = declared("Source", "Where the number is from; a number must have it.")
    reached: Truth = declared("Is reached", "`true` where the goal is reached.", default=False)


class Goal(Declared):
    """What the organisation promised itself."""

    id: Text = declared("Id", "A short name that does not change.", required=True)
    text: Text = declared("Text", "The goal in one sentence.", required=True)
    number: Number | None = declared("Number", "How many, where the goal has a number.", default=None)
    due: Day | None = declared("Due", "The day it must be reached.", default=None)
    counts: Text = declared(
        "Counts", "What is counted, such as `workplaces-with-receipt`; then its page says how far it is."
    )
    statements: tuple[Statement, ...] = declared(
        "Statements", "What is said about how far the goal is, where nothing that is counted tells it.", default=()
    )

    @property
    def heading(self) -> str:
        """The goal as a heading, which has no full stop."""
        return _heading(self.text, self.id)

    @property
    def target(self) -> str:
        """The target of links to its page, whatever its address is."""
        return f"goals/{self.id}"

    @property
    def newest_first(self) -> tuple[Statement, ...]:
        """Its statements with a day, the newest first."""
        dated = [(one.date, at, one) for at, one in enumerate(self.statements) if one.date]
        return tuple(one for _, _, one in sorted(dated, key=lambda each: each[:2], reverse=True))


class StrategyPoint(Declared):
    """A point in the organisation's strategy, which management's answers can say that stories point to."""

    id: Text = declared("Id", "A short name that does not change.", required=True)
    text: Text = declared("Text", "The point in one sentence.", required=True)
    source: Text = declared(
        "Source", "Where it is written and who decided it, such as `The strategy for 2026-2030, page 4`.", required=True
    )

    @property
    def heading(self) -> str:
        """The point as a heading, which has no full stop."""
        return _heading(self.text, self.id)

    @property
    def target(self) -> str:
        """The target of links to its page, whatever its address is."""
        return f"strategy/{self.id}"


Direction = Goal | StrategyPoint
"""What a story can point to."""


def points_to(direction: Direction) -> Message:
    """Return the sentence that says what a story points to."""
    if isinstance(direction, Goal):
        return message("It points to this goal: {goal}", goal=direction.text)
    return message("It points to this part of our strategy: {point}", point=direction.text)


def _heading(text: str, id: str) -> str:
    return text.removesuffix(".") or id
