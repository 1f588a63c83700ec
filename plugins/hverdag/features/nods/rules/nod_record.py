"""A record that looks like GitHub's own.

Approvals on GitHub are written by the robot, with `account` and `commit`. What the editors write under `record` says
where a yes is kept outside GitHub: at what number, in what folder, in which minutes. A number of a proposal, its
address, a commit or a word for them would pass for an approval that nobody gave.

Good:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
          version: 2
          record: 2026-00417

Bad:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
          version: 2
          record: pull request 12
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....nods.record import looks_like_forge

RULE = Rule(
    "nod-record",
    Level.ERROR,
    '"{given}" looks like an approval on GitHub, and only the robot writes those.',
    "Write where the yes is kept, such as a case number: 2026-00417. If it is kept nowhere, delete the line.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such record."""
    for story in handbook.stories:
        for number, contributor in enumerate(story.contributors):
            if contributor.nod and looks_like_forge(contributor.nod.record):
                at = story.at("contributors", number, "nod", "record")
                yield RULE.at(at, given=contributor.nod.record)
