"""An answer that does not say which text it is to.

The group's decision, management's response and the second person's answer about those who are mentioned are to one
text. Without its fingerprint nobody can see whether the text has been changed since.

Bad:

    origin: collected
    state: published
    decision:
      date: 2026-04-20
      group: The values group
"""

from collections.abc import Iterator
from datetime import date

from ....model.editorial.answers import OPTIONS, named
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "answer-untied",
    Level.WARNING,
    "Nothing says which text {what} is about.",
    "If it is about the text as it is now, run `hverdag nod {story} --{option}`. Otherwise ask again first.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each such answer."""
    for story in handbook.stories:
        for answer in handbook.loose_answers(story):
            if answer.standing is not Standing.STALE:
                at = story.at(answer.field.value, "date")
                yield RULE.at(at, what=named(answer), story=story.id, option=OPTIONS[answer.field])
