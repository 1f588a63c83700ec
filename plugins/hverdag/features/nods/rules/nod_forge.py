"""A nod that is written as one from GitHub, but not as the robot writes it.

When someone who took part approves the text on GitHub, the robot writes the number of the account (`account`) and the
commit that was approved (`commit`, 40 digits and letters from a to f). The two belong together, and `record`
belongs to nods that the editors write down. Whoever reviews a proposal asks GitHub whether it knows of the approval.

Good:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
          version: 2
          account: 583231
          commit: 4f5e6d7c8b9a0f1e2d3c4b5a69788796a5b4c3d2

Bad:

    contributors:
      - role: night nurse
        nod:
          date: 2026-04-02
          text: 0123456789abcdef0123456789abcdef
          version: 2
          account: anna-harbour
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.nods import ACCOUNT, COMMIT, Nod

RULE = Rule(
    "nod-forge",
    Level.ERROR,
    "The nod of {given} is written as one from GitHub, but not as the robot writes it.",
    "Delete account: and commit: under the nod, if someone wrote them by hand. If the text was approved on GitHub, ask "
    "for a new approval: then the robot writes both.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each such nod, at the first of its fields that is wrong."""
    for story in handbook.stories:
        for number, contributor in enumerate(story.contributors):
            place = ("contributors", number, "nod")
            wrong = _wrong_field(contributor.nod) if contributor.nod else ""
            if wrong and not any(story.is_faulty(*place, name) for name in ("account", "commit", "record")):
                at = (*place, wrong) if story.has(*place, wrong) else place
                yield RULE.at(story.at(*at), given=contributor.role)


def _wrong_field(nod: Nod) -> str:
    """Return the name of the field that is missing, is not of its form, or does not belong here; "" if all is well."""
    if not nod.account and not nod.commit:
        return ""
    if not ACCOUNT.fullmatch(nod.account):
        return "account"
    return "commit" if not COMMIT.fullmatch(nod.commit) else "record" if nod.record else ""
