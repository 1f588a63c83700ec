"""The page where cards are drawn on a screen, and the cards that it loads: a small script for each value."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from ...model.addresses import DRAW
from ...model.artifact import Artifact, WebPage
from ...model.digest_name import with_digest
from ...model.search import PAGE, SearchEntry
from ...model.texts.story import Origin
from ...model.texts.value import Value
from ...web.assets import FOLDER
from ...web.page import Page
from ...web.script_data import data_script
from ..kit import Kit, Views
from .addresses import SCRIPTS
from .kinds import card_kinds
from .labels import draw_words
from .model import Card, CardKind
from .plan import DrawView, PrintedDeck

DATA = f"{FOLDER}/cards"
"""The folder of the scripts with cards: one for each value, loaded when the first of its cards is drawn."""


class ValueCards(NamedTuple):
    """The cards of a value, by kind."""

    value: Value
    by_kind: Mapping[CardKind, Sequence[Card]]

    @property
    def number(self) -> int:
        """The number of cards."""
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


def page(view: DrawView, scripts: Sequence[Artifact], kit: Kit) -> WebPage:
    """Return the page where cards are drawn. `scripts` hold the cards of each value."""
    page_kit, tell = kit.page(view), kit.words.tell
    title = kit.words.say("Draw a card")
    lead = kit.words.say("Read the card aloud, and let everyone have a say before you turn it.")
    content = page_kit.fragment(
        "cards/draw.html",
        title=title,
        lead=lead,
        cards=[ValueCards(*pair) for pair in view.cards],
        choices=[Choice(deck.kind, tell(deck.title), deck.number) for deck in view.decks],
        decks=[_deck(deck, page_kit, kit) for deck in view.decks],
        given=json.dumps(_script_data(view, scripts, page_kit, kit), ensure_ascii=False),
        style=page_kit.asset("draw.css"),
        scripts=[page_kit.asset(name) for name in SCRIPTS],
    )
    return WebPage(page_kit.origin, title, content, lead, entry=SearchEntry(PAGE, title, lead))


def data(view: DrawView, kit: Kit) -> Iterator[Artifact]:
    """Yield the cards of each value, in the order that the page counts them."""
    page_kit = kit.page(view)
    for value, by_kind in view.cards:
        cards = {kind.value: [_card(card, page_kit) for card in kind_cards] for kind, kind_cards in by_kind.items()}
        codes = tuple(card.story.code for kind_cards in by_kind.values() for card in kind_cards if card.story)
        script = data_script("cards", {"value": value.id, "cards": cards})
        yield Artifact(with_digest(f"{DATA}/{value.id}.js", script), script, codes)


def draw(_: Views, page: Page, kit: Kit) -> Markup:
    """Return a link to the page where cards are drawn; nothing if there are no cards."""
    return page.fragment("cards/draw_link.html") if kit.addresses.knows(DRAW) else Markup()


def _deck(deck: PrintedDeck, page: Page, kit: Kit) -> Deck:
    return Deck(f"{kit.words.tell(deck.title)}, {kit.words.tell(deck.variant)}", page.relative(deck.address))


def _script_data(view: DrawView, scripts: Sequence[Artifact], page: Page, kit: Kit) -> dict[str, Any]:
    """Return the data that the page's script needs before a card is loaded: words, and the number of cards of each kind
    and value."""
    return {
        "words": draw_words(kit.words),
        "kinds": {kind.value: name for kind, name in card_kinds(kit.words).items()},
        "values": [
            {
                "id": value.id,
                "code": value.code.casefold(),
                "name": value.heading,
                "link": kit.addresses.link(value.path, page.origin),
                "script": page.relative(script.path),
                "counts": {kind.value: len(cards) for kind, cards in by_kind.items()},
            }
            for (value, by_kind), script in zip(view.cards, scripts, strict=True)
        ],
    }


def _card(card: Card, page: Page) -> dict[str, Any]:
    """Return the data of a card, without what all cards of its value share, which is in the page."""
    data: dict[str, Any] = {"id": card.id, "code": card.code, "text": card.text, "more": list(card.more)}
    if card.story:
        data |= {
            "title": card.title,
            "summary": card.story.summary,
            "made_up": card.story.origin is Origin.ILLUSTRATIVE,
            "link": page.kit.addresses.link(card.story.path, page.origin),
        }
    return data
