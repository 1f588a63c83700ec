"""A role that looks like the name of a person.

Good:

    contributors:
      - role: night carer

Bad:

    contributors:
      - role: Mary Hughes
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.people_words import name_in
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import Story

RULE = Rule(
    "contributor-name",
    Level.WARNING,
    '"{given}" looks like a name.',
    "Write what the contributor does, such as night nurse. History keeps what is written here, even when it is "
    "deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each role or relation in which two words in a row begin with a capital letter."""
    for story in handbook.stories:
        for place, text in _named(story):
            name = name_in(text)
            if name:
                yield RULE.at(story.at(*place), given=name)


def _named(story: Story) -> Iterator[tuple[Place, str]]:
    for number, contributor in enumerate(story.contributors):
        yield ("contributors", number, "role"), contributor.role
    if story.mentioned:
        yield ("mentioned", "asked"), story.mentioned.asked
        for number, person in enumerate(story.mentioned.people):
            yield ("mentioned", "people", number, "relation"), person.relation
            yield ("mentioned", "people", number, "changed"), person.changed
