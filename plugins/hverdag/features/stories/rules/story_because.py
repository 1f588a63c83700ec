"""A story that a colleague has told, without the teller's own reason why it is worth telling.

One or two sentences as the teller would say them. Ask while you talk: "Why did you choose this one?"

Good:

    origin: collected
    because: I want new colleagues to hear that you may turn back.

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
    "story-because",
    Level.ERROR,
    "It does not say why the teller thinks the story is worth telling.",
    "Ask the teller, and write the answer under because: in the teller's own words. Then everyone nods again.",
    __doc__,
    (Tag.TOLD_AS_MISSING,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each told story in review or published without a reason, where one is demanded."""
    for story in handbook.stories:
        on_its_way = story.state in (State.IN_REVIEW, State.PUBLISHED) and handbook.requirements(story).because
        if on_its_way and not story.because.strip() and not story.is_faulty("because"):
            yield replace(RULE.at(story.at("state")), level=story.problem_level)
