"""The declaration of a feature: everything that other rooms need to know of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ..model.artifact import Output
from ..model.data_kind import DataKind
from ..model.declared import Declared
from ..model.document_kind import DocumentKind
from ..model.former import Move
from ..model.handbook import Handbook
from ..model.held_data import Holds
from ..model.notice import Notice
from ..model.printable import PrintGroup
from ..model.problem import Rule
from ..model.search import SearchKind
from ..model.settings import Settings
from ..model.shown import Shown
from ..model.uptake.status import FindStatus
from ..model.uptake.tally import Count
from ..model.uptake.tools import Tool
from ..model.view import View
from .assets import Assets
from .claim import Claim, Named
from .index import Index
from .kit import Kit, Macro, Slot
from .rules import Check

WHAT_IS_CHECKED = "What is checked in stories and values"
"""The heading of a feature's rules in the editors' reference, unless it has its own."""

Plan = Callable[[Shown, Index], Iterable[View]]
"""Returns views of the handbook after the consent gate. `Index` holds the views of the features before it."""

Render = Callable[[Any, Kit], Iterable[Output]]
"""Renders a view. It sees neither handbook nor site: everything it needs is in the view and the kit."""


def nothing(_: object, __: object) -> tuple[()]:
    """Plan or render nothing."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Feature:
    """A feature. It must declare its personal data (`NOTHING_ABOUT_PEOPLE` if none); the rest is optional."""

    id: str
    """The name of its folder."""
    holds_about_people: Holds
    """Rows of the page on data protection: what, where, for how long, and who may read it."""
    documents: tuple[DocumentKind[Any], ...] = ()
    """Kinds of Markdown files that it adds to a publication."""
    data: tuple[DataKind[Any], ...] = ()
    """Kinds of data files that it adds to a publication."""
    settings: type[Declared] | None = None
    """A model whose fields become sections of handbook.yml."""
    checks: tuple[Check, ...] = ()
    """Its rules, as `checks_in(f"{__name__}.rules")`."""
    rule_group: str = WHAT_IS_CHECKED
    """The heading of its rules in the editors' reference."""
    command_rules: tuple[Rule, ...] = ()
    """The rules that commands raise for it, and no check."""
    plan: Plan = nothing
    """Returns its views of a handbook."""
    render: Render = nothing
    """Returns the pages and files of one view."""
    opens: tuple[str, ...] = ()
    """Slots on its pages that other features may fill, as `story.after`."""
    slots: tuple[Slot, ...] = ()
    """What it adds to the slots of others."""
    macros: tuple[Macro, ...] = ()
    """What hand-written pages may call between {{ and }}."""
    search_kind: SearchKind | None = None
    """The kind of its pages in search results."""
    assets: Assets = field(default_factory=Assets)
    """Style sheets and scripts in its folder."""
    reserved_ids: tuple[str, ...] = ()
    """HTML ids in its templates; no heading in a text gets one of them."""
    print_group: PrintGroup | None = None
    """The group of what it prints, on the page of everything that is printed."""
    claims: Callable[[Handbook], Iterable[Claim]] | None = None
    """Yields addresses that its texts take, besides those of its documents, to find collisions."""
    named: Callable[[Handbook], Iterable[Named]] | None = None
    """Yields its pages that values/addresses.yml can name, besides those of its documents."""
    moves: Callable[[Handbook], Iterable[Move]] | None = None
    """Yields former addresses of its pages and files that follow from those of documents."""
    pages: Callable[[Settings], Iterable[str]] | None = None
    """Yields the addresses of its pages that belong to no text."""
    hand_written: Callable[[Settings], Iterable[tuple[str, str]]] | None = None
    """Yields targets of hand-written pages that its settings name: a target, and the path of the page's text."""
    tools: Callable[[Handbook], Iterable[Tool]] | None = None
    """Yields what workplaces may say that they have used."""
    counts: Callable[[Handbook], Iterable[Count]] | None = None
    """Yields what a goal may count."""
    status: FindStatus | None = None
    """Yields its parts of the year's status."""
    plan_notices: Callable[[Iterable[Notice]], Iterable[View]] | None = None
    """Returns the pages in the place of stories that may not be shown; one feature has it."""
    footer: tuple[str, str] | None = None
    """A link at the foot of every page: a message, and a target."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of its checks."""
        return tuple(check.rule for check in self.checks)
