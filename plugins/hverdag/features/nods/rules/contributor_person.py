"""A telephone number, an email address or a personal number where a role belongs.

Good:

    contributors:
      - role: support worker, evenings

Bad:

    contributors:
      - role: Mary Hughes, 01632 960 000
"""

from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.people_words import is_findable
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import Story

RULE = Rule(
    "contributor-person",
    Level.ERROR,
    "A person can be found by this: it holds a number or an address that is one person's.",
    "Write what the contributor does, such as night nurse. History keeps what is written here, even when it is "
    "deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each role or group that a person can be found by."""
    for story in handbook.stories:
        for place, text in _named(story):
            if is_findable(text):
                yield RULE.at(story.at(*place))
    for number, selection in enumerate(handbook.settings.selections):
        if is_findable(selection.group):
            yield RULE.at(handbook.settings.at("selections", number, "group"))


def _named(story: Story) -> Iterator[tuple[Place, str]]:
    """Yield each text of a story that names someone, with its place."""
    yield from story.roles
    if story.response:
        yield ("response", "reason"), story.response.reason
    for number, person in enumerate(story.mentioned.people if story.mentioned else ()):
        yield ("mentioned", "people", number, "changed"), person.changed
