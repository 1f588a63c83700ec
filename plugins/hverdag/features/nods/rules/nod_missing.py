"""A published story that someone who took part has not nodded yes to.

Good:

    state: in-review
    contributors:
      - role: night nurse

Bad:

    state: published
    contributors:
      - role: night nurse
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "nod-missing",
    Level.ERROR,
    "{given} has not nodded yes to the text.",
    "Ask, then run `hverdag nod {story}`. Until then, write state: in-review.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each nod that a published story lacks."""
    for story, number, nod in handbook.nods_that_are(Standing.MISSING):
        if story.is_published and not story.is_faulty("contributors", number, "nod"):
            at = story.at("contributors", number, "role")
            yield RULE.at(at, given=nod.contributor.role, story=story.id)
