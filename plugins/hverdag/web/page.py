"""One page: its links, the pieces that pages share, and its text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from ..model.artifact import relative
from ..model.own_look import SHEETS, own_path
from ..model.shown import ShownStory
from ..model.texts.value import Value
from .html_text import WebText

if TYPE_CHECKING:
    from .kit import WebKit


@dataclass
class Page:
    """Renders the parts of the page at the address `origin`. `linked` collects the targets that it links to."""

    kit: "WebKit"
    origin: str
    linked: set[str]

    def link(self, target: str) -> str:
        """Return the link from the page to a target; an address that is no target is returned unchanged."""
        if not self.kit.addresses.knows(target):
            return target
        self.linked.add(target.partition("#")[0])
        return self.kit.addresses.link(target, self.origin)

    def relative(self, address: str) -> str:
        """Return the link from the page to an address in the site."""
        return relative(address, self.origin)

    def asset(self, name: str) -> str:
        """Return the link from the page to a style sheet, a script or an icon of the site, by its name."""
        return self.relative(self.kit.assets.asset(name))

    def tell(self, target: str) -> None:
        """Record that the page reveals the stories of a target, although it may not link to it; its own text, for
        example."""
        self.linked.add(target)

    def fragment(self, template: str, **data: Any) -> Markup:
        """Return a rendered template, as a part of the page."""
        shared: dict[str, Any] = {"settings": self.kit.settings, "link": self.link, "asset": self.asset}
        shared |= {"own_sheets": [*map(own_path, self.kit.look.named(SHEETS))]}
        shared |= {"knows": self.kit.addresses.knows, "preview": self.kit.preview, "begun": self.kit.begun}
        pieces = {"card": self.card, "chip": self.chip, "slot": self.slot}
        text = self.kit.templates.get_template(template).render(**shared, **pieces, **data)
        return Markup(text)  # noqa: S704 rendered with autoescape

    def slot(self, name: str, subject: str) -> Markup:
        """Return the HTML that features add to the page at a slot. `subject` is the path of the page's document."""
        return self.kit.fill(self, name, subject)

    def card(self, shown: ShownStory, level: int = 3) -> Markup:
        """Return a story's card. It is rendered once; the level of its heading and its link are filled in on each
        page."""
        path, cards = shown.story.path, self.kit.cards
        if path not in cards:
            cards[path] = self.kit.parts("card.html", 4, shown=shown, story=shown.story)
        before, opened, named, after = cards[path]
        link = str(escape(self.link(path)))
        return Markup(f"{before}{level}{opened}{link}{named}{level}{after}")  # noqa: S704 all of it is HTML

    def chip(self, value: Value) -> Markup:
        """Return a link with a value's shape and name."""
        chips = self.kit.chips
        if value.path not in chips:
            chips[value.path] = self.kit.parts("chip.html", 2, value=value)
        before, after = chips[value.path]
        link = str(escape(self.kit.addresses.link(value.path, self.origin)))
        return Markup(f"{before}{link}{after}")  # noqa: S704 all of it is HTML

    def text(self) -> WebText:
        """Return a renderer of texts as HTML for the page."""
        words = self.kit.words
        back, table = words.say("Back to the text"), words.say("Table")
        return WebText(self.link, back, table, set(self.kit.reserved_ids), tell=words.tell)
