"""A story that a colleague has told, without consent to show it.

The consent itself, with a name and a signature, is kept in your own register. This only says where: git forgets
nothing.

Good:

    origin: collected
    consent:
      reference: SAM-2026-014
      channels: [intranet, print]
      until: 2028-05-01

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
    "consent",
    Level.ERROR,
    "It does not say what the teller has consented to.",
    "Write consent: with reference, channels and until.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each told story in review or published without consent, where it is demanded."""
    for story in handbook.stories:
        on_its_way = story.state in (State.IN_REVIEW, State.PUBLISHED) and handbook.requirements(story).consent
        if on_its_way and not story.consent and not story.is_faulty("consent"):
            yield replace(RULE.at(story.at("state")), level=story.problem_level)
