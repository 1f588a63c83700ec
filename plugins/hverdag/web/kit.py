"""The state that all pages of one site share: templates, addresses, and the stories that each page reveals."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..locale import Catalogue, catalogue
from ..model.artifact import Addresses, StoryCodes
from ..model.message import message
from ..model.own_look import NO_LOOK, PAGES, OwnLook, own_path
from ..model.problem import Problem, Source
from ..model.settings import Settings
from ..model.shown import ShownStory
from .assets import SiteAssets
from .look_rules import TEMPLATE
from .own_look import templates_of
from .page import Page
from .templates import GAP, Folders, environment, environment_with

Fill = Callable[[Page, str, str], Markup]
"""Returns the content of a slot on a page, by its name and the path of the document that the page is about."""


@dataclass
class WebKit:
    """Makes pages of one site in one language. `reserved_ids` are the ids that templates use; a heading in a text gets
    another. `title_codes` holds, for each target, the codes of the stories that a link to it reveals. `assets` are the
    site's style sheets and scripts. With `preview`, pages also tell an editor what to do, and `begun` is the story to
    go on with as long as none is published. `look` is the organisation's own."""

    settings: Settings
    language: str
    addresses: Addresses
    folders: Folders
    reserved_ids: frozenset[str]
    title_codes: Mapping[str, StoryCodes]
    assets: SiteAssets
    preview: bool = False
    look: OwnLook = NO_LOOK
    begun: ShownStory | None = None
    fill: Fill = lambda *_: Markup()
    cards: dict[str, tuple[str, ...]] = field(default_factory=dict)
    chips: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _linked: dict[str, set[str]] = field(default_factory=dict)
    _own: Environment | None = None

    @property
    def words(self) -> Catalogue:
        """The catalogue of the language."""
        return catalogue(self.language)

    @property
    def templates(self) -> Environment:
        """The templates of the toolkit and of all features, and before them those of the organisation's own look."""
        if not self.look.named(PAGES):
            return environment(self.words, self.folders)
        self._own = self._own or environment_with(self.look, self.words, self.folders)
        return self._own

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The faults of the organisation's own templates that were met so far."""
        return tuple(templates_of(self.templates).problems)

    def parts(self, template: str, number: int, **data: Any) -> tuple[str, ...]:
        """Return a rendered template, parted where pages fill in what differs: `number` parts."""
        parts = tuple(self.templates.get_template(template).render(**data).split(GAP))
        if len(parts) == number:
            return parts
        told = message("it must show {{{{ gap }}}} in {number} places.", number=number - 1)
        templates_of(self.templates).leave_out(TEMPLATE.at(Source(own_path(template)), detail=told))
        return self.parts(template, number, **data)

    def page(self, origin: str) -> Page:
        """Return the toolkit for the page at an address."""
        return Page(self, origin, self._linked.setdefault(origin, set()))

    def add_links(self, links: Mapping[str, Iterable[str]]) -> None:
        """Note the targets that pages link to, by the pages' addresses."""
        for origin, targets in links.items():
            self._linked.setdefault(origin, set()).update(targets)

    @contextmanager
    def links_apart(self) -> Iterator[Mapping[str, set[str]]]:
        """Yield what the pages link to that are rendered meanwhile, and note it among the rest at the end."""
        rest, self._linked = self._linked, {}
        try:
            yield self._linked
        finally:
            apart, self._linked = self._linked, rest
            self.add_links(apart)

    def linked(self, origin: str) -> frozenset[str]:
        """Return the addresses of what the page at an address links to."""
        addresses = (self.addresses.by_target.get(target, "") for target in self._linked.get(origin, ()))
        return frozenset(filter(None, addresses))

    def story_codes(self, origin: str) -> StoryCodes:
        """Return the codes of the stories that the page at an address reveals, found by its links: no page mentions a
        story without a link to it or to a guide for it."""
        linked = (self.title_codes.get(target, ()) for target in self._linked.get(origin, ()))
        return tuple(sorted({code for codes in linked for code in codes}))
