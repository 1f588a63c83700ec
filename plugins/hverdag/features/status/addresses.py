"""The address of the page with the year's status, if there is anything to tell."""

from collections.abc import Iterator

from ...model.handbook import Handbook
from ...model.settings import Settings
from ...model.uptake.receipts import receipts
from ...model.uptake.workplaces import workplaces_of
from ..claim import Claim
from .model import StatusSection
from .printed import NAMES


def status_address(settings: Settings) -> str:
    """Return the address of the page."""
    return f"{NAMES[settings.language]}/"


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of the page, if there is one."""
    if has_status(handbook):
        yield Claim(handbook.settings.path, status_address(handbook.settings))


def has_status(handbook: Handbook) -> bool:
    """Return True if there is anything to tell: goals, workplaces, receipts, critical factors or next steps."""
    settings, section = handbook.settings, handbook.settings.of(StatusSection)
    told = settings.goals or section.factors or section.next_steps or workplaces_of(handbook).workplaces
    return bool(told) or next(receipts(handbook), None) is not None
