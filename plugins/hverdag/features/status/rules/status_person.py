"""A telephone number, an email address or a personal number in what is said about factors and next steps.

The year's status says who looks after what, by role: people change jobs, and git keeps what is written here.

Good:

    next_steps:
      - what: We collect stories from the nurseries.
        who: The value consultants
        when: 2027-10-01

Bad:

    next_steps:
      - what: We collect stories from the nurseries.
        who: Mary Hughes, 01632 960 000
        when: 2027-10-01
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.people_words import is_findable
from ....model.problem import Level, Problem, Rule, Tag
from ..texts import texts

RULE = Rule(
    "status-person",
    Level.ERROR,
    "A person can be found by this: it holds a number or an address that is one person's.",
    "Write the role, such as Head of HR. History keeps what is written here, even when it is deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each text that a person can be found by."""
    for place, text in texts(handbook.settings):
        if is_findable(text):
            yield RULE.at(handbook.settings.at(*place))
