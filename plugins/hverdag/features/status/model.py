"""The sections of handbook.yml on what can stand in the way, and on what comes next."""

from datetime import date

from ...model.declared import Day, Declared, Text, declared


class FactorWord(Declared):
    """What was said of a factor on a day."""

    date: Day | None = declared("Date", "The day it was talked about.", default=None, required=True)
    text: Text = declared("Text", "What was said or done, in a sentence.", required=True)


class Factor(Declared):
    """A critical factor: something that can stand in the way of the value work."""

    text: Text = declared("Text", "What can stand in the way, in one sentence.", required=True)
    owner: Text = declared("Owner", "Who looks after it, by role, such as `Head of HR`; never a name.")
    status: Text = declared("Status", "Where it stands now, in a sentence.")
    next: Day | None = declared("Next time", "The day that it is looked at again.", default=None)
    log: tuple[FactorWord, ...] = declared("Log", "What was said and done, a line each time.", default=())

    def last_word(self, today: date) -> date | None:
        """Return the day it was last talked about, today at the latest; None if nobody has."""
        return max((word.date for word in self.log if word.date and word.date <= today), default=None)


class NextStep(Declared):
    """Something that is done next in the value work."""

    what: Text = declared("What", "What is done, in one sentence.", required=True)
    who: Text = declared("Who", "Who does it, by role; never a name.", required=True)
    when: Day | None = declared("When", "The day that it is done by.", default=None, required=True)
    status: Text = declared("Status", "What came of it, in a sentence, when the day is past.")


class StatusSection(Declared):
    """The sections of handbook.yml."""

    factors: tuple[Factor, ...] = declared(
        "Critical factors",
        "What can stand in the way of the work with the values, who looks after it, and where it stands.",
        default=(),
    )
    next_steps: tuple[NextStep, ...] = declared("Next steps", "What is done next, by whom, and when.", default=())
