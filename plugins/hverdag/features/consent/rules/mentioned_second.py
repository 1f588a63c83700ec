"""Whoever told the story has also answered whether others can be recognised in it.

The teller knows too much to see it. A second person reads the story: a colleague from another unit, a leader, the data
protection officer.

Good:

    contributors:
      - role: night nurse
    mentioned:
      people: []
      asked: leader of another team
      date: 2026-05-04

Bad:

    contributors:
      - role: night nurse
    mentioned:
      people: []
      asked: night nurse
      date: 2026-05-04
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....nods.passages import folded

RULE = Rule(
    "mentioned-second",
    Level.ERROR,
    "Whoever told the story cannot be the one to answer this.",
    "Ask someone else to read it, and write that role.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story whose teller has answered. The teller is the first of the contributors."""
    for story in handbook.stories:
        teller = story.contributors[0].role if story.contributors else ""
        if teller and story.mentioned and folded(story.mentioned.asked) == folded(teller):
            yield RULE.at(story.at("mentioned", "asked"))
