"""A shift, at a workplace where it may be one person only.

"The night shift" at a place with eight people is one person, and colleagues know who. Below five people it is a
warning, and below twenty a hint: then fewer than five may have that shift. Look at the roles of `contributors`, and at
`workplace`.

Good:

    workplace_id: it-office
    contributors:
      - role: member of staff

Bad:

    workplace_id: it-office
    contributors:
      - role: night nurse
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ....model.declared import Place
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import Story
from ....model.uptake.told import workplace_of
from ....model.uptake.workplaces import workplaces_of

RULE = Rule(
    "story-shift",
    Level.WARNING,
    '"{given}" may be one person only at a workplace where so few people work.',
    "Write it without the shift, as “member of staff”, or ask whoever it is.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)

SHIFT = re.compile(
    r"\b(?:nat|nætter|aften|weekend|dag|morgen|døgn|helligdags|juleaftens|tilkalde|rådigheds|bag|for)\W?(?:te)?vagt\w*"
    r"|\b(?:night|evening|weekend|day|morning|late|early)[ -]?(?:shift|duty|nurse)\b",
    re.IGNORECASE,
)
"""Words for whoever has a shift: `nattevagt`, `aftenvagten`, `night shift`."""

_SHIFTS = 4
"""A shift is counted as a quarter of those who work at a place."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning, or a hint, for each shift that is named in a story from a small workplace."""
    workplaces, fewest = workplaces_of(handbook), handbook.settings.floor
    for story in handbook.stories:
        one = workplace_of(story, workplaces)
        if one and one.is_small(fewest * _SHIFTS):
            level = Level.WARNING if one.is_small(fewest) else Level.HINT
            for place, text in _said(story):
                if SHIFT.search(text):
                    yield replace(RULE.at(story.at(*place), given=text), level=level)


def _said(story: Story) -> Iterator[tuple[Place, str]]:
    yield ("workplace",), story.workplace
    for number, contributor in enumerate(story.contributors):
        yield ("contributors", number, "role"), contributor.role
