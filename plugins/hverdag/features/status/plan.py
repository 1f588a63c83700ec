"""Handbook to the year's status: the parts that every feature adds, for the page and for paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...model.printable import Printable, Product
from ...model.shown import Shown
from ...model.texts.consent import Channel
from ...model.uptake.status import STATUS, StatusPart
from ...model.view import View
from ...paper.print_job import printed_code
from ..index import Index
from ..uptake import status_of
from .addresses import has_status, status_address
from .printed import GROUP, NAMES, TITLE, VARIANTS


@dataclass(frozen=True, kw_only=True)
class StatusView(View):
    """The parts of the status, those of them that may be printed, and the day that they are counted on."""

    parts: tuple[StatusPart, ...]
    on_paper: tuple[StatusPart, ...]
    today: date


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
