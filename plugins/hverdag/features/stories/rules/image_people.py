"""A story with a picture, and no answer to whether people can be seen in it.

A person in a photo is one of the people mentioned, and has a say of their own. A drawing of nobody is `false`.

Good:

    image: the-hall.jpg
    image_alt: An empty hall with a chair
    image_people: false

Bad:

    image_people: true
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.story import State

RULE = Rule(
    "image-people",
    Level.ERROR,
    "Nobody has answered for the people in the picture.",
    "Write image_people: false, or true and, under mentioned, a person with pictured: true.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story in review or published with people in its pictures of whom none is mentioned, and
    each told one with pictures and no answer."""
    for story in handbook.stories:
        if story.state not in (State.IN_REVIEW, State.PUBLISHED) or story.is_faulty("image_people"):
            continue
        seen = any(person.pictured for person in (story.mentioned.people if story.mentioned else ()))
        if story.image_people and not seen:
            yield replace(RULE.at(story.at("image_people")), level=story.problem_level)
        elif story.image_people is None and story.pictures and handbook.requirements(story).mentioned:
            yield replace(RULE.at(story.at("image")), level=story.problem_level)
