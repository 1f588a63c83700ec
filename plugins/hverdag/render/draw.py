"""The page where cards are drawn on a screen, and the cards that it loads: a small script for each value."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from ..features.cards.model import Card, CardKind
from ..model.addresses import printed_address
from ..model.artifact import Artifact, WebPage, relative
from ..model.chapters import DRAW
from ..model.printable import DECKS, Printable
from ..model.search import PageKind, SearchEntry
from ..model.texts.story import Origin
from ..model.texts.value import Value
from ..web.assets import FOLDER
from ..web.script_data import data_script
from .card_words import card_kinds
from .draw_words import draw_words
from .printed_words import form_name, printable_name
from .web import WebRenderer

DATA = f"{FOLDER}/cards"
"""The folder of the cards: a script for each value, loaded when the first of its cards is drawn."""


class ValueCards(NamedTuple):
    """The cards of a value, by kind."""

    value: Value
    by_kind: Mapping[CardKind, Sequence[Card]]

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(map(len, self.by_kind.values()))


class Choice(NamedTuple):
    """A kind of cards that a reader may leave out."""

    kind: CardKind
    name: str
    number: int


class Deck(NamedTuple):
    """The cards of a kind on paper."""

    name: str
    link: str


class DrawRenderer:
    """Renders what it takes to draw cards on a screen. A publication without cards has no such page."""

    def __init__(self, renderer: WebRenderer) -> None:
        self._web = renderer
        self._site = renderer.site
        self._words = renderer.words
        self._decks = [printable for printable in self._site.printed if printable.product in DECKS]

    def pages(self) -> Iterator[WebPage]:
        """Yield the page."""
        if self._decks:
            yield self._page()

    def artifacts(self) -> Iterator[Artifact]:
        """Yield the cards of each value, in the order that the page counts them."""
        for held in self._held:
            cards = {kind.value: [self._card(card) for card in cards] for kind, cards in held.by_kind.items()}
            told = [card.story.code for cards in held.by_kind.values() for card in cards if card.story]
            data = data_script("cards", {"value": held.value.id, "cards": cards})
            yield Artifact(f"{DATA}/{held.value.id}.js", data, tuple(told))

    def _page(self) -> WebPage:
        title = self._words.say("Draw a card")
        lead = self._words.say("Read the card aloud, and let everyone have a say before you turn it.")
        content = self._web.fragment(
            "draw.html",
            self._origin,
            title=title,
            lead=lead,
            held=self._held,
            choices=list(self._choices()),
            decks=list(map(self._deck, self._decks)),
            given=json.dumps(self._given(), ensure_ascii=False),
            style=relative(f"{FOLDER}/draw.css", self._origin),
            script=relative(f"{FOLDER}/draw.js", self._origin),
        )
        return WebPage(self._origin, title, content, lead, entry=SearchEntry(PageKind.PAGE, title, lead))

    @property
    def _origin(self) -> str:
        return self._site.addresses.by_target[DRAW]

    @cached_property
    def _held(self) -> Sequence[ValueCards]:
        """The cards of each value. The kinds come in the same order in all of them."""
        cards = [card for printable in self._decks for card in printable.cards]
        found: dict[str, dict[CardKind, list[Card]]] = {}
        for card in cards:
            found.setdefault(card.value.id, {}).setdefault(card.kind, []).append(card)
        return [ValueCards(value, found[value.id]) for value in self._site.handbook.values if value.id in found]

    def _choices(self) -> Iterator[Choice]:
        decks = {deck.cards[0].kind: deck for deck in self._decks}
        for kind in CardKind:
            if kind in decks:
                yield Choice(kind, printable_name(decks[kind], self._words), len(decks[kind].cards))

    def _deck(self, printable: Printable) -> Deck:
        address = printed_address(printable, printable.forms[0], self._site.settings)
        name = f"{printable_name(printable, self._words)}, {form_name(printable.forms[0], self._words)}"
        return Deck(name, relative(address, self._origin))

    def _given(self) -> dict[str, Any]:
        """What the page's script knows before a card is loaded: words, and how many cards there are of each."""
        return {
            "folder": relative(f"{DATA}/", self._origin),
            "words": draw_words(self._words),
            "kinds": {kind.value: name for kind, name in card_kinds(self._words).items()},
            "values": [
                {
                    "id": held.value.id,
                    "code": held.value.code.casefold(),
                    "name": held.value.heading,
                    "link": self._site.addresses.link(held.value.path, self._origin),
                    "counts": {kind.value: len(cards) for kind, cards in held.by_kind.items()},
                }
                for held in self._held
            ],
        }

    def _card(self, card: Card) -> dict[str, Any]:
        """What a card says. What all cards of a value say alike, the page knows already."""
        told: dict[str, Any] = {"id": card.id, "code": card.code, "text": card.text, "more": list(card.more)}
        if card.story:
            told |= {
                "title": card.title,
                "summary": card.story.summary,
                "made_up": card.story.origin is Origin.ILLUSTRATIVE,
                "link": self._site.addresses.link(card.story.path, self._origin),
            }
        return told
