"""Handbook to decks of cards, and to the page where cards are drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model.addresses import DRAW, printed_address
from ...model.message import Message, Words
from ...model.printable import Printable, Product
from ...model.settings import Settings
from ...model.shown import Shown
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.view import View
from ...paper.print_job import printed_code, variant_title
from ..index import Index
from .addresses import draw_address
from .model import Card, CardKind
from .printed import GROUP, NAMES, TITLES, VARIANTS


@dataclass(frozen=True, kw_only=True)
class DeckView(View):
    """A deck: its kind, and its cards."""

    card_kind: CardKind
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class PrintedDeck:
    """A deck on paper: its kind, title, number of cards, variant, and the address of its file."""

    kind: CardKind
    title: Message
    number: int
    variant: Words
    address: str


@dataclass(frozen=True, kw_only=True)
class DrawView(View):
    """The page where cards are drawn: the cards of each value by kind, in the order of the decks, and the decks."""

    cards: tuple[tuple[Value, Mapping[CardKind, tuple[Card, ...]]], ...]
    decks: tuple[PrintedDeck, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Lay out a deck of each kind, and the page where cards are drawn, unless the settings leave them out."""
    settings = shown.settings
    if not shown.values or GROUP.id not in settings.printed:
        return
    cards = tuple(cards_of(shown, shown.to_print))
    decks = [deck for kind in CardKind if (deck := _deck(kind, cards, settings))]
    yield from decks
    if decks:
        yield _drawing(shown, decks)


def _deck(kind: CardKind, all_cards: Sequence[Card], settings: Settings) -> DeckView | None:
    cards = tuple(card for card in all_cards if card.kind is kind)
    if not cards:
        return None
    name, title = NAMES[settings.language][kind], TITLES[kind]
    printable = Printable(name, title, Product(f"{kind.value}-cards", title), GROUP, VARIANTS)
    return DeckView(
        story_codes=tuple(dict.fromkeys(card.story.code for card in cards if card.story)),
        coded=printed_code(name, printable, settings),
        printable=printable,
        card_kind=kind,
        cards=cards,
    )


def _drawing(shown: Shown, decks: Sequence[DeckView]) -> DrawView:
    by_value: dict[str, dict[CardKind, list[Card]]] = {}
    for card in (card for deck in decks for card in deck.cards):
        by_value.setdefault(card.value.id, {}).setdefault(card.kind, []).append(card)
    cards = tuple(
        (value, {kind: tuple(kind_cards) for kind, kind_cards in by_value[value.id].items()})
        for value in shown.values
        if value.id in by_value
    )
    first = VARIANTS[0]
    return DrawView(
        story_codes=tuple(dict.fromkeys(code for deck in decks for code in deck.story_codes)),
        places=((DRAW, draw_address(shown.settings)),),
        cards=cards,
        decks=tuple(
            PrintedDeck(
                deck.card_kind,
                TITLES[deck.card_kind],
                len(deck.cards),
                variant_title(first),
                printed_address(deck.printable, first, shown.settings) if deck.printable else "",
            )
            for deck in decks
        ),
    )


def cards_of(shown: Shown, stories: Sequence[Story]) -> Iterator[Card]:
    """Yield every card: the values, their questions, and the stories' dilemmas, each of its story's chief value."""
    for value in shown.values:
        yield Card(CardKind.VALUE, value)
        for number in range(1, len(value.questions) + 1):
            yield Card(CardKind.QUESTION, value, number=number)
    for story in stories:
        values = shown.handbook.showing(story)
        if story.dilemma and values:
            yield Card(CardKind.DILEMMA, values[0], story)
