"""A first name where a role belongs.

A role is what somebody does, not what somebody is called. Colleagues know who Mary is, and git keeps what is written
here.

Good:

    contributors:
      - role: volunteer

Bad:

    contributors:
      - role: Mary, volunteer
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.people_words import name_in
from ...model.problem import Level, Problem, Rule, Tag
from ...privacy.first_names import first_names

RULE = Rule(
    "role-name",
    Level.WARNING,
    '"{given}" is a first name, and this is the place for a role.',
    "Write what the person does, such as volunteer or night nurse. History keeps what is written here, even when it is "
    "deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each role, relation and group with a first name; a whole name is `contributor-name`."""
    settings = handbook.settings
    apart = frozenset(f"{settings.organisation} {' '.join(value.name for value in handbook.values)}".split())
    groups = (((settings.at("selections", at, "group")), one.group) for at, one in enumerate(settings.selections))
    roles = ((story.at(*place), text) for story in handbook.stories for place, text in story.roles)
    for source, text in (*roles, *groups):
        name = next(first_names(text, apart, settings.language), "")
        if name and name not in name_in(text):
            yield RULE.at(source, given=name)
