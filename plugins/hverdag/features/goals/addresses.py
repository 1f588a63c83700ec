"""The addresses of the pages of goals."""

from collections.abc import Iterator

from ...model.addresses import MOST_IN_A_NAME
from ...model.handbook import Handbook
from ...model.settings import Goal, Settings
from ...model.slug import RESERVED, slug
from ..claim import Claim, Named


def goal_name(goal: Goal) -> str:
    """Return the last part of a goal's address: a slug, since an id may contain any characters."""
    plain = slug(goal.id)[:MOST_IN_A_NAME].strip("-") or "maal"
    return f"{plain}-1" if RESERVED.fullmatch(plain) or plain == "index" else plain


def goal_address(goal: Goal, settings: Settings) -> str:
    """Return the address of a goal's page."""
    return f"{settings.folders.goals}/{goal_name(goal)}/"


def named(handbook: Handbook) -> Iterator[Named]:
    """Yield the page of each goal, by the goal's id."""
    settings = handbook.settings
    yield from (Named(goal.id, goal.target, goal_address(goal, settings)) for goal in settings.goals if goal.id)


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of each goal. All goals are in one file, so another rule reports two with one address."""
    settings = handbook.settings
    yield from (Claim(settings.path, goal_address(goal, settings)) for goal in settings.goals)
