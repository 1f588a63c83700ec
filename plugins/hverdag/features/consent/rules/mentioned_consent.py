"""Someone who can be recognised in a story, or seen in its picture, and whose own consent is not named.

Good:

    mentioned:
      people:
        - relation: the neighbour's daughter
          changed: place and age
          recognisable: true
          consent: SAM-2026-015
      asked: team leader
      date: 2026-05-04

Bad:

    mentioned:
      people:
        - relation: the neighbour's daughter
          changed: place and age
          recognisable: true
      asked: team leader
      date: 2026-05-04
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag

RULE = Rule(
    "mentioned-consent",
    Level.ERROR,
    "{given} can be recognised, and has not been asked.",
    "Ask, and write consent: and where the answer is kept. Or change the story until nobody can tell who it is.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such person."""
    for story in handbook.stories:
        for number, person in enumerate(story.mentioned.people if story.mentioned else ()):
            if person.must_consent and not person.consent:
                yield RULE.at(story.at("mentioned", "people", number), given=person.relation or "…")
