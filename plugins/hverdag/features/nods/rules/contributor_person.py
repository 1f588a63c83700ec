"""A telephone number, an e-mail address or a personal number where a role belongs.

Good:

    contributors:
      - role: social- og sundhedshjælper, aftenvagt

Bad:

    contributors:
      - role: Inger Madsen, 70 00 00 00
"""

import re
from collections.abc import Iterator
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import Story

RULE = Rule(
    "contributor-person",
    Level.ERROR,
    "A person can be found by this: it holds a number or an address that is one person's.",
    "Write what the contributor does, as nattevagt. History keeps what is written here, also when it is deleted.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)

FINDABLE = re.compile(
    r"@\w|\S+\(at\)\S+"  # an e-mail address, or a name in the forge
    r"|(?<!\d)\d{6}[ ‐‑–-]{0,3}\d{4}(?!\d)"  # a personal number
    r"|(?<![\d.-])(?:\+\d\d ?)?(?:\d{8}|\d\d([ ./‐‑-])\d\d\1\d\d\1\d\d|\d\d \d{3} \d{3})(?![\d.-])"
)
"""An e-mail address, a personal number, or the eight digits of a telephone number."""

_YEARS = re.compile(r"(?:19|20)\d\d[ -](?:(?:19|20)\d\d|\d\d[ -]\d\d)")
"""A span of years, or a date: eight digits that call nobody."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each role or group that a person can be found by."""
    for story in handbook.stories:
        for place, text in _named(story):
            if is_findable(text):
                yield RULE.at(story.at(*place))
    for number, selection in enumerate(handbook.settings.selections):
        if is_findable(selection.group):
            yield RULE.at(handbook.settings.at("selections", number, "group"))


def is_findable(text: str) -> bool:
    """Return True if a text contains something that identifies a person."""
    return FINDABLE.search(_YEARS.sub("", text)) is not None


def _named(story: Story) -> Iterator[tuple[Place, str]]:
    """Yield each text of a story that names someone, with its place."""
    for number, contributor in enumerate(story.contributors):
        yield ("contributors", number, "role"), contributor.role
    if story.decision:
        yield ("decision", "group"), story.decision.group
    if story.response:
        yield ("response", "role"), story.response.role
        yield ("response", "reason"), story.response.reason
    if story.mentioned:
        yield ("mentioned", "asked"), story.mentioned.asked
        for number, person in enumerate(story.mentioned.people):
            yield ("mentioned", "people", number, "relation"), person.relation
            yield ("mentioned", "people", number, "changed"), person.changed
