"""A language correction that does not lead back to the text that was nodded to.

`hverdag nod` writes how the words were before, so that anyone can find the old text again and see that nothing but
the language differs. What is written by hand, or was followed by another change, renews no nod.

"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....nods.passages import VERSION

RULE = Rule(
    "correction",
    Level.WARNING,
    "This does not lead back to the text that was nodded to, or is more than a correction of the language.",
    "Delete it, and let the program find out: `hverdag nod {story} --correction`.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each correction that renews no nod."""
    for story in handbook.stories:
        for number in handbook.nods(story).broken:
            # Those of another version are told with the nods, and go when there is a new nod.
            if story.corrections[number].version == VERSION:
                yield RULE.at(story.at("corrections", number), story=story.id)
