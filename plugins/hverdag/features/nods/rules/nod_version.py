"""A nod from before we changed what a nod covers.

Each nod says by which rules its fingerprint was made (`version`). Under the first rules, a nod did not cover workplace,
questions, recording, and why the story is told. Nobody has said yes to those, so whoever took part is asked again. The
text itself need not have changed.

Bad:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import Standing

RULE = Rule(
    "nod-version",
    Level.ERROR,
    "{given} nodded before we changed what a nod covers.",
    "Show the text, ask for a new nod, and run `hverdag nod {story}`.",
    __doc__,
    (
        Tag.ABOUT_PEOPLE,
        Tag.TOLD_AS_MISSING,
    ),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such nod: an error in a published story, a warning in one in review."""
    for story, number, nod in handbook.nods_that_are(Standing.OUTDATED):
        parameters = {"given": nod.contributor.role, "story": story.id}
        yield Problem(RULE.id, story.problem_level, story.at("contributors", number, "nod"), parameters)
