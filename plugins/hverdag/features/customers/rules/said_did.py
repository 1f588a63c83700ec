"""Something that was said, and nobody has answered.

Whoever has said something and hears nothing does not say it again. No is an answer too, if the reason is given.


Good:

    said:
      - said: We would like to know who is coming.
        did: There are now pictures of today's staff in the hall.
        date: 2026-05-04
        role: The manager of the ward

Bad:

    said:
      - said: We would like to know who is coming.
        date: 2026-05-04
        role: The manager of the ward
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.message import message
from ....model.problem import Level, Problem, Rule
from ....model.uptake.customers import customers_of

RULE = Rule(
    "said-did",
    Level.ERROR,
    "{what}",
    "{remedy}",
    __doc__,
)
_SILENT = message("Nobody has written what you did about it.")
_ANSWER = message("Write what you did under did, or why you did not.")
_COMING = message("The day has not come yet, so it has not been done.")
_DONE = message("Write the day that it was done or decided.")


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each that has no answer, or one from a day to come."""
    file = customers_of(handbook)
    for number, one in enumerate(file.said):
        if one.said and not one.did and not file.is_faulty("said", number, "did"):
            yield RULE.at(file.at("said", number), what=_SILENT, remedy=_ANSWER)
        if one.date and one.date > today:
            yield RULE.at(file.at("said", number, "date"), what=_COMING, remedy=_DONE)
