"""What looks like a person's name where a role belongs: the owner of a factor, or whoever takes a next step.

Good:

    next_steps:
      - what: We collect stories from the nurseries.
        who: The value consultants
        when: 2027-10-01

Bad:

    next_steps:
      - what: We collect stories from the nurseries.
        who: Mary Hughes
        when: 2027-10-01
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.people_words import name_in
from ....model.problem import Level, Problem, Rule, Tag
from ..texts import ROLES, texts

RULE = Rule(
    "status-name",
    Level.WARNING,
    '"{given}" looks like a name.',
    "Write the role, such as Head of HR. History keeps what is written here, even when it is deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each role in which two words in a row begin with a capital letter."""
    for place, text in texts(handbook.settings):
        name = name_in(text) if place[-1] in ROLES else ""
        if name:
            yield RULE.at(handbook.settings.at(*place), given=name)
