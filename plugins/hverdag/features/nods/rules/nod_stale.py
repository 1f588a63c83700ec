"""A nod to a text that has been changed since.

What readers see as the story's own decides: title, summary, values, workplace, text with its links, pictures,
recording, dilemma, questions, and why it is told. Where a line is broken and what a file is called does not matter.
The difference can be seen in git, and is summarised here; `hverdag review` shows all of it.

"""

from collections.abc import Iterator
from datetime import date

from ....model.editorial.change import excerpt
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "nod-stale",
    Level.ERROR,
    "{given} has nodded to an earlier text. Since then: {change}.",
    "Show the new text, then run `hverdag nod {story}`. After a language correction only the teller nods, with "
    "`--correction`.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each nod to an earlier text: an error in a published story, a warning in one in review."""
    for story, number, nod in handbook.nods_that_are(Standing.STALE):
        parameters = {"given": nod.contributor.role, "story": story.id, "change": excerpt(nod.changes)}
        yield Problem(RULE.id, story.problem_level, story.at("contributors", number, "nod"), parameters)
