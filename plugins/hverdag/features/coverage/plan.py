"""Handbook to what is missing, and to the sheets that ask for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.addresses import TELLING
from ...model.message import Words, message
from ...model.printable import Printable, Product
from ...model.settings import Settings
from ...model.shown import Shown
from ...model.telling import Telling, TellingSection
from ...model.texts.value import Value
from ...model.uptake.workplaces import WorkplaceGroup
from ...model.view import NO_STORIES, Coded, Lead, View
from ...paper.print_job import printed_code
from ..index import Index
from .cells import Cell, Coverage, coverage_of, emptiest, on_agenda
from .printed import GROUP, INVITATIONS, PHONE_SHEET, VARIANTS

CODE = "invitation"
"""The code on every invitation. It leads to the page on telling a story: what is asked for changes, paper does not."""

MOST_INVITATIONS = 3
MOST_NAMED = 2
"""More departments than this, counted together, are not named in the heading of a sheet."""


@dataclass(frozen=True, kw_only=True)
class CoverageView(View):
    """What is missing, and the values that are on the agenda of the value group; with the invitations, for links."""

    coverage: Coverage
    agenda: tuple[Value, ...]
    invitations: tuple[Printable, ...]


@dataclass(frozen=True, kw_only=True)
class InvitationView(View):
    """A sheet that asks for a story about a value; `title` is the request itself."""

    title: Words
    value: Value
    telling: Telling


@dataclass(frozen=True, kw_only=True)
class PhoneSheetView(View):
    """The sheet for collecting a story by telephone."""


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view of what is missing, and one for each sheet unless the settings leave them out."""
    settings, coverage = shown.settings, coverage_of(shown.handbook, shown.today)
    is_printed = GROUP.id in settings.printed
    asked = emptiest(coverage.cells, MOST_INVITATIONS) if is_printed else ()
    invitations = tuple(_invitation(number, cell, settings) for number, cell in enumerate(asked, start=1))
    yield CoverageView(
        story_codes=NO_STORIES,
        coded=_coded(settings) if is_printed else None,
        coverage=coverage,
        agenda=on_agenda(coverage, shown.handbook, shown.today),
        invitations=tuple(one.printable for one in invitations if one.printable),
    )
    yield from invitations
    if is_printed:
        title = message("Phone sheet")
        name = PHONE_SHEET[settings.language]
        printable = Printable(name, title, Product("phone-sheet", title), GROUP, VARIANTS)
        coded = printed_code(name, printable, settings)
        yield PhoneSheetView(story_codes=NO_STORIES, coded=coded, printable=printable)


def _coded(settings: Settings) -> Coded:
    leads = (Lead(message("Tell a story"), TELLING),) if settings.of(TellingSection).telling.page else ()
    return Coded(CODE, message("Printed"), message("We would like to hear your story"), leads, NO_STORIES, True)


def _invitation(number: int, cell: Cell, settings: Settings) -> InvitationView:
    value = in_a_sentence(cell.value.heading)
    title = (
        message(
            "We are missing a story about {value} from {department}", value=value, department=group_name(cell.group)
        )
        if cell.group
        else message("We are missing a story about {value}", value=value)
    )
    name = f"{CODE}-{number}"
    printable = Printable(name, title, INVITATIONS, GROUP, VARIANTS)
    return InvitationView(
        story_codes=NO_STORIES,
        subject=cell.value.path,
        coded=printed_code(name, printable, settings),
        printable=printable,
        title=title,
        value=cell.value,
        telling=settings.of(TellingSection).telling,
    )


def in_a_sentence(name: str) -> str:
    """Return the name of a value as it stands within a sentence: with a small letter, unless it is an abbreviation."""
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def group_name(group: WorkplaceGroup) -> Words:
    """Return what the departments of a group are called together."""
    names = [one.name for one in group.departments]
    if len(names) > MOST_NAMED:
        return message("our smaller departments")
    return message("{some} or {last}", some=names[0], last=names[1]) if len(names) > 1 else names[0]
