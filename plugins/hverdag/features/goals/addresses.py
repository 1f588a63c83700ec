"""The addresses of the pages of goals, and of the points of the strategy."""

from collections.abc import Iterator

from ...model.addresses import MOST_IN_A_NAME
from ...model.goals import Direction, Goal
from ...model.handbook import Handbook
from ...model.settings import Settings
from ...model.slug import RESERVED, slug
from ..claim import Claim, Named


def direction_name(direction: Direction) -> str:
    """Return the last part of the address of a goal or a point of the strategy: a slug, since an id may contain any
    characters."""
    plain = slug(direction.id)[:MOST_IN_A_NAME].strip("-") or "maal"
    return f"{plain}-1" if RESERVED.fullmatch(plain) or plain == "index" else plain


def direction_address(direction: Direction, settings: Settings) -> str:
    """Return the address of the page of a goal or a point of the strategy."""
    folder = settings.address_folders.goals if isinstance(direction, Goal) else settings.address_folders.strategy
    return f"{folder}/{direction_name(direction)}/"


def named(handbook: Handbook) -> Iterator[Named]:
    """Yield the page of each goal and of each point of the strategy, by its id."""
    settings = handbook.settings
    for one in settings.directions:
        if one.id:
            yield Named(one.id, one.target, direction_address(one, settings))


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of each goal and of each point. All are in one file, so another rule reports two with one
    address."""
    settings = handbook.settings
    yield from (Claim(settings.path, direction_address(one, settings)) for one in settings.directions)
