"""A role of which there is only one at a workplace that is named, on a day that is known.

A rough look: a workplace counts as named where a word inside it begins with a capital letter, or where it has a
number. Leaders, shifts, caretakers, trainees and the like count as the only one there.

Good:

    workplace: A care home
    contributors:
      - role: night nurse

Bad:

    workplace: Sunny Bank Care Home
    contributors:
      - role: night nurse
"""

import re
from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "contributor-narrow",
    Level.WARNING,
    '"{given}" at {workplace} on that day may be one person only, and colleagues know who.',
    "Ask the contributor. Otherwise write workplace or role in more general words.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)

PLACE = re.compile(r"(?<=\s)[»\"]?[A-ZÆØÅ][a-zæøåé]|\d")
"""A word that begins with a capital letter inside a text, or a number."""

ONE = re.compile(
    r"(?:leder|chef|forstander|inspektør|rektor|koordinator|konsulent|repræsentant|sekretær|pedel|vagt|afløser|vikar|elev"
    r"|praktikant|manager|head|leader|secretary|caretaker|shift|trainee|deputy)\b",
    re.IGNORECASE,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each contributor that role, workplace and day together may point to."""
    for story in handbook.stories:
        if story.told and PLACE.search(story.workplace):
            for number, contributor in enumerate(story.contributors):
                if ONE.search(contributor.role):
                    at = story.at("contributors", number, "role")
                    yield RULE.at(at, given=contributor.role, workplace=story.workplace)
