"""The kit that a feature renders with: toolkits, words, addresses, and the registry of features."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from markupsafe import Markup

from ..model.artifact import Addresses
from ..model.own_look import NO_LOOK, OwnLook
from ..model.printable import Printed
from ..model.problem import Problem, Rule
from ..model.settings import Settings
from ..model.shown import Shown
from ..model.view import View

if TYPE_CHECKING:
    from ..locale import Catalogue
    from ..paper.kit import PaperKit
    from ..web.kit import WebKit
    from ..web.page import Page
    from .registry import Registry

V = TypeVar("V", bound=View)

Views = Sequence[View]
"""The views of one feature."""


@dataclass(frozen=True)
class Kit:
    """The kit that a view is rendered with.

    `rules` are the rules of the whole program, by heading. `media` are clean pictures and recordings, by their paths in
    the publication. `printed` describes each PDF, by its path; it is empty until the PDFs have been made. `look` is the
    organisation's own.
    """

    settings: Settings
    words: "Catalogue"
    addresses: Addresses
    web: "WebKit"
    paper: "PaperKit"
    registry: "Registry"
    rules: Mapping[str, Iterable[Rule]]
    media: Mapping[str, bytes | Path] = field(default_factory=dict)
    printed: dict[str, Printed] = field(default_factory=dict)
    look: OwnLook = NO_LOOK

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """What was met so far: elements that paper cannot show, and faults of the organisation's own look."""
        return (*self.paper.problems, *self.web.problems)

    def page(self, view: View) -> "Page":
        """Return the toolkit for the page of a view, at the first of its places."""
        return self.web.page(self.addresses.by_target[view.target])


@dataclass(frozen=True)
class Slot:
    """A feature's additions to pages of other features.

    `plan` gets the feature's own views, and returns a view for each page that it adds to, by the path of the document
    that the page is about. `render` returns the HTML of such a view.
    """

    place: str
    plan: Callable[[Shown, Views], Mapping[str, View]]
    render: "Callable[[Any, Page, Kit], Markup]"


@dataclass(frozen=True)
class Macro:
    """A macro that hand-written pages may call. `render` gets the views of its own feature, the page, the kit, and the
    arguments of the call.

    An `inline` macro is used in a sentence, and returns nothing that Markdown would change. An argument that names
    something unknown raises UnknownNameError. `names` are pairs: an argument, and the id of the kind of document that
    it names.
    """

    name: str
    render: Callable[..., Markup]
    inline: bool = False
    names: tuple[tuple[str, str], ...] = ()


def only(views: Iterable[View], model: type[V]) -> V | None:
    """Return the first view of a type, or None."""
    return next((view for view in views if isinstance(view, model)), None)
