"""The data that all papers share: values and stories, addresses and codes, in one language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypedDict

from ..locale import Catalogue
from ..model.addresses import is_code, short_address
from ..model.artifact import Addresses, Template
from ..model.files import Picture
from ..model.own_look import NO_LOOK, OwnLook
from ..model.problem import Problem, Source
from ..model.settings import Settings
from ..model.texts.body import Node
from ..model.texts.document import Document
from ..model.texts.story import Origin, Story
from ..model.texts.value import Value
from ..model.value_shapes import PATHS
from .blocks import Block
from .data import Folders, shown_all, template
from .qr import qr_code
from .rules import PAPER_ELEMENT
from .runs import shown
from .text_tree import ROOM, PaperText, Tree, UnknownElementError, picture

LONGEST_LINK = 2000
"""Characters: Typst sets no link to a longer address, and a longer one is none that anybody follows from paper."""


class FrameData(TypedDict):
    """The fields of every paper: its title, the handbook, the organisation and the language."""

    title: str
    handbook: str
    organisation: str
    language: str
    region: str


class AddressData(TypedDict):
    """How a reader of the paper finds the newest edition: `known` is the short address or the code, and `qr` an SVG of
    a QR code; `short_address` and `qr` are empty if the handbook has no public address."""

    known: str
    short_address: str
    qr: str


class ValueData(TypedDict):
    """A value; `mark` is the SVG path of its shape."""

    name: str
    promise: str
    mark: str
    signs: list[str]
    code: str
    colour: str


class StoryData(TypedDict):
    """A story with its text as a tree."""

    title: str
    lead: str
    values: list[ValueData]
    tree: list[Tree]
    because: str
    made_up: bool


class PaperKit:
    """Builds the words and data that papers share; the tree of a story is built once.

    `problems` collects a problem for each text with an element that paper cannot show.
    """

    def __init__(  # noqa: PLR0917 each is of another kind
        self,
        settings: Settings,
        words: Catalogue,
        addresses: Addresses,
        known_pictures: Mapping[str, Picture],
        folders: Folders = (),
        look: OwnLook = NO_LOOK,
    ) -> None:
        self.settings = settings
        self.words = words
        self.addresses = addresses
        self.pictures = known_pictures
        self.base = settings.site_url.rstrip("/") + "/" if settings.site_url else ""
        self.problems: list[Problem] = []
        self._folders, self._look = folders, look
        self._text = PaperText(self.link, known_pictures, tell=words.tell)
        self._trees: dict[str, list[Tree]] = {}

    def template(self, name: str) -> Template:
        """Return a Typst file with all that it imports, by a name such as `guides/guide.typ`."""
        return template(name, self._folders, self._look)

    def frame(self, title: str) -> FrameData:
        """Return the fields of every paper."""
        language = self.settings.language.value
        return {
            "title": shown(title),
            "handbook": shown(self.settings.title),
            "organisation": shown(self.settings.organisation),
            "language": language,
            "region": "DK" if language == "da" else "GB",
        }

    def address(self, code: str) -> AddressData:
        """Return how a reader of the paper finds the newest edition of the document with a code."""
        address = f"{self.base}{short_address(code)}"
        return {
            "known": self.known(code),
            "short_address": self.known(code) if self.base else "",
            "qr": qr_code(address) if self.base else "",
        }

    def known(self, code: str) -> str:
        """Return the short address without `https://`, or the code if the handbook has no public address."""
        if self.base:
            return shown(f"{self.base}{short_address(code)}".partition("://")[2])
        return shown(self.words.say("Code {code}", code=code)) if is_code(code) else ""

    def imprint(self, known: str) -> str:
        """Return the line that identifies the edition: its name, the organisation, and `known`."""
        return shown(" · ".join(text for text in (self.settings.edition, self.settings.organisation, known) if text))

    def contents(self, values: int, stories: int, methods: int = 0) -> str:
        """Return the line on a cover with the numbers of values, stories and methods; a number of 0 is left out."""
        count = self.words.count
        parts = (
            count("{number} value", "{number} values", values) if values else "",
            count("{number} story", "{number} stories", stories) if stories else "",
            count("{number} method", "{number} methods", methods) if methods else "",
        )
        return " · ".join(part for part in parts if part)

    def network(self) -> str:
        """Return the sentence that says on which network the address opens."""
        network, say = self.settings.network, self.words.say
        words = say("Opens on {network}.", network=network) if network else say("Opens on the workplace's own network.")
        return shown(words)

    def value(self, value: Value) -> ValueData:
        """Return a value as data."""
        data: ValueData = {
            "name": value.heading,
            "promise": value.promise,
            "mark": PATHS[value.mark],
            "signs": list(value.signs),
            "code": value.code,
            "colour": value.colour,
        }
        return shown_all(data)

    def story(self, story: Story, values: Sequence[Value]) -> StoryData:
        """Return a story as data, with its text as a tree. `values` are its values, the chief one first."""
        return {
            "title": shown(story.heading),
            "lead": shown(story.summary),
            "values": [self.value(value) for value in values],
            "tree": [*self.image(story), *self._tree(story)],
            "because": shown(story.because),
            "made_up": story.origin is Origin.ILLUSTRATIVE,
        }

    def image(self, story: Story, room: int = ROOM) -> Iterator[Tree]:
        """Yield the picture above a story, if it has one; `room` is its greatest width in millimetres."""
        path = f"stories/{story.image}"
        facts = self.pictures.get(path) if story.image else None
        if facts and facts.form:
            yield picture(path, story.image_alt, facts, room)

    def _tree(self, story: Story) -> list[Tree]:
        if story.path not in self._trees:
            self._trees[story.path] = self.tree(story, self._text)
        return self._trees[story.path]

    def tree(self, document: Document, text: PaperText) -> list[Tree]:
        """Return a text as a tree, with its links resolved by `text`. An element that paper cannot show becomes a
        problem, and the tree is without it."""
        body = document.body
        while True:
            try:
                tree = text.tree(body)
                break
            except UnknownElementError as error:
                lines = _lines_of(error.tag, body.children, document.body.line)
                self.problems += [
                    PAPER_ELEMENT.at(Source(document.path, line), given=f"<{error.tag}") for line in lines
                ]
                body = replace(body, children=tuple(_without(error.tag, body.children)))
        for block in tree:
            if isinstance(block, Block):
                block.source = Source(document.path, block.line or document.body.line)
        return tree

    def link(self, target: str) -> str:
        """Return the public address of a target or an address, or an empty string if it has none."""
        if self.addresses.knows(target):
            return self.base + self.addresses.link(target, "") if self.base else ""
        return target if ":" in target and len(target) <= LONGEST_LINK else ""


def _lines_of(tag: str, nodes: Iterable[Node], around: int) -> Iterator[int]:
    """Yield the line of each element with a tag, or else of the block that it is in."""
    for node in nodes:
        if not isinstance(node, str):
            line = node.line or around
            if node.tag == tag:
                yield line
            yield from _lines_of(tag, node.children, line)


def _without(tag: str, nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes with what is in an element in the place of the element, for elements with a tag."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == tag:
            yield from _without(tag, node.children)
        else:
            yield replace(node, children=tuple(_without(tag, node.children)))


def merged(*parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return one dictionary with the items of all parts; a later part overrides an earlier one."""
    return {name: item for part in parts for name, item in part.items()}
