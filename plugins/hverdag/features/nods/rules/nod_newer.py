"""A nod or an answer that was written by a newer version of Hverdag.

It covers something that this version does not know of, so nobody can tell here what it is worth.

Bad:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
          version: 99
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing
from ....model.texts.story import State

RULE = Rule(
    "nod-newer",
    Level.ERROR,
    "This was written by a newer version of Hverdag than the one that runs here.",
    "Leave it as it is, and ask whoever looks after the program to fetch the newest version.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such nod or answer: an error in a published story, a warning in one in review."""
    for story in handbook.stories:
        if story.state in (State.IN_REVIEW, State.PUBLISHED):
            standings = handbook.nods(story)
            for number, nod in enumerate(standings.nods):
                if nod.standing is Standing.NEWER:
                    yield Problem(RULE.id, story.problem_level, story.at("contributors", number, "nod", "version"))
            for answer in standings.answers:
                if answer.standing is Standing.NEWER:
                    yield Problem(RULE.id, story.problem_level, story.at(answer.field.value, "version"))
