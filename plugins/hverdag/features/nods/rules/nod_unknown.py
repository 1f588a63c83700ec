"""A nod to a text that is not known here.

The text may still be known on the computer where the nod was written. The nod may also have been copied, or the role
changed.

Bad:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
          version: 2
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "nod-unknown",
    Level.ERROR,
    "{given} has nodded to a different text from the one that is here, and that text is not known here.",
    "Ask again, and run `hverdag nod {story}`. Never write or copy a nod by hand.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each nod to an unknown text: an error in a published story, a warning in one in review."""
    for story, number, nod in handbook.nods_that_are(Standing.UNKNOWN):
        parameters = {"given": nod.contributor.role, "story": story.id}
        yield Problem(RULE.id, story.problem_level, story.at("contributors", number, "nod"), parameters)
