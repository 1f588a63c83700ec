"""Two contributors with the same role.

Good:

    contributors:
      - role: night nurse
      - role: night nurse, relief

Bad:

    contributors:
      - role: night nurse
      - role: night nurse
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....nods.passages import folded

RULE = Rule(
    "contributor-unique",
    Level.ERROR,
    'There are two contributors called "{given}".',
    "Tell them apart by what they do, such as night nurse and relief: a nod belongs to one of them.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each role that is named again."""
    for story in handbook.stories:
        seen: set[str] = set()
        for number, contributor in enumerate(story.contributors):
            role = folded(contributor.role)
            if role in seen:
                yield RULE.at(story.at("contributors", number, "role"), given=contributor.role)
            seen.add(role)
