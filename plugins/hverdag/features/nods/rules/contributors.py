"""A story that a colleague has told, and that no one is named for.

Contributors are named by role, never by name. The machine asks each of them for a nod; it never claims to know that a
story is true.

Good:

    origin: collected
    contributors:
      - role: night nurse
      - role: team leader

Bad:

    origin: collected
    state: in-review
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import State

RULE = Rule(
    "contributors",
    Level.ERROR,
    "Nobody is named who took part in the story.",
    "Write contributors: and under it - role: and what each of them does, whoever told it first.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each told story in review or published without contributors, where nods are demanded."""
    for story in handbook.stories:
        on_its_way = story.state in (State.IN_REVIEW, State.PUBLISHED) and handbook.requirements(story).nods
        if on_its_way and not story.contributors and not story.is_faulty("contributors"):
            yield RULE.at(story.at("state"))
