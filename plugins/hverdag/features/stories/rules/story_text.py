"""A story without a text.

The text is below the second line of `---`.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Source, Tag

RULE = Rule(
    "story-text", Level.ERROR, "The story has no text.", "Write it below the fields.", __doc__, (Tag.DRAFT_MAY_LACK,)
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each story whose file ends with its fields."""
    for document in handbook.stories:
        if document.places and not document.body.source.strip():
            yield RULE.at(Source(document.path, document.body.line))
