"""Handbook to the year's status: the parts that every feature adds, for the page and for paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...model.handbook import Handbook
from ...model.message import message
from ...model.printable import Ink, Printable, PrintGroup, Product, Size, Variant
from ...model.settings import Language, Settings
from ...model.shown import Shown
from ...model.texts.consent import Channel
from ...model.uptake.receipts import receipts
from ...model.uptake.status import STATUS, StatusPart
from ...model.uptake.workplaces import workplaces_of
from ...model.view import View
from ...paper.print_job import printed_code
from ..claim import Claim
from ..index import Index
from ..uptake import status_of
from .model import StatusSection

NAMES = {Language.DANISH: "aarsstatus", Language.ENGLISH: "status"}

TITLE = message("The year's status")

GROUP = PrintGroup(
    "status",
    12,
    TITLE,
    message("How far we are, and how we know. For management and the works council."),
    (
        message("Print on both sides in black and white: that is two sheets."),
        message("Lay it out before a meeting. The first page answers most questions."),
        message("Fetch it anew next time: the numbers change when workplaces report back."),
    ),
)
VARIANTS = (Variant(Size.A4, Ink.LINE),)


@dataclass(frozen=True, kw_only=True)
class StatusView(View):
    """The parts of the status, those of them that may be printed, and the day that they are counted on."""

    parts: tuple[StatusPart, ...]
    on_paper: tuple[StatusPart, ...]
    today: date


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


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield the view of the status, if there is anything to tell."""
    if not has_status(shown.handbook):
        return
    settings = shown.settings
    parts = status_of(shown)
    name, is_printed = NAMES[settings.language], GROUP.id in settings.printed
    printable = Printable(name, TITLE, Product(GROUP.id, TITLE), GROUP, VARIANTS) if is_printed else None
    yield StatusView(
        story_codes=tuple(dict.fromkeys(code for part in parts for code in part.story_codes)),
        subject=settings.path,
        places=((STATUS, status_address(settings)),),
        coded=printed_code(name, printable, settings) if printable else None,
        printable=printable,
        parts=parts,
        on_paper=tuple(_on_paper(part) for part in parts if _may_be_printed(part, shown)),
        today=shown.today,
    )


def _on_paper(part: StatusPart) -> StatusPart:
    """Return a part without the tables that are on the page alone."""
    return replace(part, tables=tuple(table for table in part.tables if not table.page_only))


def _may_be_printed(part: StatusPart, shown: Shown) -> bool:
    """Return True if all stories that a part tells of have consent to paper; on the page it stands all the same."""
    off_paper = {story.code for story in shown.handbook.stories if not story.allows(Channel.PRINT)}
    return off_paper.isdisjoint(part.story_codes)
