"""The rules that can refuse a file of answers to a small measurement, or its counts, with their manual pages."""

from ...model.problem import NOTHING_TO_CHOOSE, Level, Rule, Tag


def _rule(id: str, message: str, remedy: str, manual: str, none: str = NOTHING_TO_CHOOSE.text) -> Rule:
    return Rule(id, Level.ERROR, message, remedy, manual, (Tag.ABOUT_PEOPLE,), none)


MEASUREMENT = _rule(
    "answers-measurement",
    "Nobody can tell which measurement this is: {given}",
    "Write one of these under Measurement, or after --measurement: {choices}.",
    """Answers to a measurement that is not in values/customers.yml, or that may be one of several.
""",
    "There is no measurement in values/customers.yml yet. Write it there first.",
)
UNIT = _rule(
    "answers-unit",
    "Nobody can tell which of the workplaces in the measurement this is: {given}",
    "Write one of these: {choices}.",
    """Answers from a workplace that does not take part in the measurement.
""",
    "The measurement names no workplace. Write those that take part under asked in values/customers.yml.",
)
COUNTED = _rule(
    "answers-counted",
    "The measurement {given} has been counted, and takes no more answers.",
    "Throw late slips away. Begin a new measurement if you want to ask again.",
    """Answers that come after a measurement has been counted. A second count would tell what the last ones answered.
""",
)
EARLY = _rule(
    "answers-early",
    "The measurement {given} begins on {day}.",
    "Are these answers to another measurement? If not, write the right day under begins in values/customers.yml.",
    """Answers to a measurement that has not begun: most often they belong to another one.
""",
)
TALLY = _rule(
    "answers-tally",
    "{number} cannot have said yes: there are {slips} slips.",
    "Count again, and write the right numbers.",
    """A tally with more that say yes than there are slips.
""",
)
SLIPS = _rule(
    "answers-slips",
    "{number} slips cannot be right: a file may hold {most} in all.",
    "Has a number been typed in the wrong column? Write how many slips came back.",
    """A tally with more slips than any workplace has handed out.
""",
)
TOO_MANY = _rule(
    "answers-asked",
    "There are {number} answers from {unit}, and only {asked} were asked.",
    "Has a file been taken in twice? If not, write the right number under asked in values/customers.yml.",
    """More answers from a workplace than it has asked.
""",
)
NOT_ENDED = _rule(
    "counts-early",
    "The measurement {given} goes on until {day}.",
    "Wait until it has ended, or write the day it ended under ends in values/customers.yml. It is counted once only.",
    """Counts of a measurement that is still going on. What comes in later could not be counted.
""",
)
AGAIN = _rule(
    "counts-again",
    "The measurement {given} has been counted.",
    "Its numbers are in {path}. They stay as they are.",
    """A measurement that is counted a second time. The difference between the two would reveal a few people.
""",
)

RULES = (MEASUREMENT, UNIT, COUNTED, EARLY, TALLY, SLIPS, TOO_MANY, NOT_ENDED, AGAIN)
