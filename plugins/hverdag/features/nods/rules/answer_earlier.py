"""An answer to a text that has been changed since.

The group's decision, management's response and the second person's answer about those who are mentioned say which text
they are to: `hverdag nod` writes its fingerprint beside them. A correction of the language that the teller has nodded
to changes nothing. Any other change does: the group may have said yes to something else.

Bad:

    decision:
      date: 2026-04-20
      text: 0123456789abcdef0123456789abcdef
      version: 2
      group: The values group
"""

from collections.abc import Iterator
from datetime import date

from ....model.editorial.answers import OPTIONS, named
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "answer-earlier",
    Level.WARNING,
    "{what} is about an earlier text.",
    "Show them the text as it is now. If they stand by it, run `hverdag nod {story} --{option}`.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each such answer."""
    for story in handbook.stories:
        for answer in handbook.loose_answers(story):
            if answer.standing is Standing.STALE:
                at = story.at(answer.field.value, "date")
                yield RULE.at(at, what=named(answer), story=story.id, option=OPTIONS[answer.field])
