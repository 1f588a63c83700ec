"""A story that a colleague has told, and that nobody has answered for who else is in it.

Whoever tells a story cannot consent for others. So a second person reads it and answers: who else appears, what was
changed to protect them, and could a neighbour or a colleague recognise them?

Good:

    origin: collected
    mentioned:
      people:
        - relation: a neighbour
          changed: place and age
          recognisable: false
      asked: team leader
      date: 2026-05-04

Bad:

    origin: collected
    state: published
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import State

RULE = Rule(
    "mentioned",
    Level.ERROR,
    "Nobody has answered for who else appears in the story.",
    "Write mentioned: with people (or [] where nobody else appears), asked and date.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each told story in review or published without an answer, where one is demanded."""
    for story in handbook.stories:
        if not handbook.requirements(story).mentioned or story.state not in (State.IN_REVIEW, State.PUBLISHED):
            continue
        answered = story.mentioned or story.is_faulty("mentioned")
        if not answered:
            yield replace(RULE.at(story.at("state")), level=story.problem_level)
        elif not story.has("mentioned", "people"):
            yield replace(RULE.at(story.at("mentioned")), level=story.problem_level)
