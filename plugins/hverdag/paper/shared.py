"""What everything on paper says: values and stories as data, addresses and codes, in one language."""

import io
from collections.abc import Iterator
from typing import Any

import segno

from ..locale import Catalogue
from ..model.addresses import is_code, short_address
from ..model.chapters import Site
from ..model.problem import Problem, Source
from ..model.texts.document import Document
from ..model.texts.story import Origin, Story
from ..model.texts.value import Value
from ..model.value_shapes import PATHS
from .data import Data, shown_all
from .rules import PAPER_ELEMENT
from .text_tree import ROOM, PaperText, UnknownElementError, picture, shown


class PaperParts:
    """Puts what papers share into words and data; the text of a story is made into data once."""

    def __init__(self, site: Site, words: Catalogue) -> None:
        self.site = site
        self.words = words
        self.base = site.settings.site_url.rstrip("/") + "/" if site.settings.site_url else ""
        self.problems: list[Problem] = []
        self._text = PaperText(self.link, site.handbook.pictures)
        self._trees: dict[str, list[Any]] = {}

    def frame(self, title: str) -> Data:
        """Return what every paper holds: whose it is, and in what language."""
        settings = self.site.settings
        return {
            "title": shown(title),
            "handbook": shown(settings.title),
            "organisation": shown(settings.organisation),
            "language": settings.language.value,
            "region": "DK" if settings.language.value == "da" else "GB",
        }

    def address(self, code: str) -> Data:
        """Return how a reader of the paper finds the newest edition: the short address where the handbook has a
        public one, otherwise the code, which can be looked up. `known` is one or the other."""
        address = f"{self.base}{short_address(code)}"
        return {
            "known": self.known(code),
            "short_address": self.known(code) if self.base else "",
            "qr": _qr(address) if self.base else "",
        }

    def known(self, code: str) -> str:
        """Return the short address, without what a reader need not type, or else the code."""
        if self.base:
            return shown(f"{self.base}{short_address(code)}".partition("://")[2])
        return shown(self.words.say("Code {code}", code=code)) if is_code(code) else ""

    def imprint(self, known: str) -> str:
        """Return the line that tells one edition from another."""
        settings = self.site.settings
        return shown(" · ".join(text for text in (settings.edition, settings.organisation, known) if text))

    def holds(self, values: int, stories: int, methods: int = 0) -> str:
        """Return what a cover says of the inside: how many there are of each."""
        count = self.words.count
        held = (
            count("{number} value", "{number} values", values) if values else "",
            count("{number} story", "{number} stories", stories) if stories else "",
            count("{number} method", "{number} methods", methods) if methods else "",
        )
        return " · ".join(words for words in held if words)

    def network(self) -> str:
        """Return where the address opens."""
        network = self.site.settings.network
        say = self.words.say
        told = say("Opens on {network}.", network=network) if network else say("Opens on the workplace's own network.")
        return shown(told)

    def value(self, value: Value) -> Data:
        """Return a value as data."""
        held = {"signs": list(value.signs), "code": value.code, "colour": value.colour}
        found: Data = shown_all({"name": value.heading, "promise": value.promise, "mark": PATHS[value.mark], **held})
        return found

    def story(self, story: Story) -> Data:
        """Return a story as data, with its text as a tree."""
        return {
            "title": shown(story.heading),
            "lead": shown(story.summary),
            "values": [self.value(value) for value in self.site.handbook.showing(story)],
            "tree": [*self.image(story), *self._tree(story)],
            "made_up": story.origin is Origin.ILLUSTRATIVE,
        }

    def image(self, story: Story, room: int = ROOM) -> Iterator[Data]:
        """Yield the picture above a story, if it has one; `room` is as many millimetres as it may be wide."""
        path = f"stories/{story.image}"
        found = self.site.handbook.pictures.get(path) if story.image else None
        if found and found.form:
            yield picture(path, story.image_alt, found, room)

    def _tree(self, story: Story) -> list[Any]:
        if story.path not in self._trees:
            self._trees[story.path] = self.tree(story, self._text)
        return self._trees[story.path]

    def tree(self, document: Document, text: PaperText) -> list[Any]:
        """Return a text as a tree, with links where `text` leads them; what has no form on paper is a problem."""
        try:
            return list(text.tree(document.body))
        except UnknownElementError as error:
            place = Source(document.path, document.body.line)
            self.problems.append(PAPER_ELEMENT.at(place, given=f"<{error.tag}"))
            return [shown(document.body.text)]

    def link(self, target: str) -> str:
        """Return the public address of a file or an address, or an empty text where paper cannot lead there."""
        if self.site.addresses.knows(target):
            return self.base + self.site.addresses.link(target, "") if self.base else ""
        return target if ":" in target else ""


def _qr(address: str) -> str:
    """Return a QR code as a small picture in lines; with room around it, as phones want."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2)
    return drawn.getvalue().decode()
