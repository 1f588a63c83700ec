"""A nod from GitHub to a different text from the one that was approved.

The robot writes which commit was approved, and the nod says which text it is to. Where the two are not the same, the
lines were not written by the robot, or someone has changed them. A commit that this clone does not have is not asked
about; `hverdag review --approvals` asks GitHub too.

"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "nod-unapproved",
    Level.ERROR,
    "The nod of {given} is to a different text from the one that was approved on GitHub.",
    "Delete the nod and the lines that belong to it, and ask for a new approval.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such nod: an error in a published story, a warning in one in review."""
    for story, number, nod in handbook.nods_that_are(Standing.UNAPPROVED):
        at = story.at("contributors", number, "nod")
        yield Problem(RULE.id, story.problem_level, at, {"given": nod.contributor.role})
