"""Decks of cards as data for paper."""

from collections.abc import Iterable, Iterator, Mapping

from ..features.cards.model import Card, CardKind
from ..model.printable import Printable
from ..model.problem import Source
from ..model.texts.story import Origin
from ..model.value_shapes import PATHS
from ..paper.data import Data, Places, shown_all
from ..paper.shared import PaperParts
from .card_words import card_kinds
from .printed_words import printable_name


def data(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return everything that the cards of a deck say, and where each of them is written."""
    kinds = card_kinds(parts.words)
    told: Data = shown_all(
        {
            "cards": [_card(card, kinds, parts) for card in printable.cards],
            "edition": parts.site.settings.edition,
            "labels": {},
        }
    )
    title = f"{printable_name(printable, parts.words)}. {parts.site.settings.title}"
    return {**parts.frame(title), **told}, tuple(_places(printable.cards))


def _places(cards: Iterable[Card]) -> Iterator[tuple[str, Source]]:
    for card in cards:
        yield f"{card.id}.front", card.source
        yield f"{card.id}.back", card.behind


def _card(card: Card, kinds: Mapping[CardKind, str], parts: PaperParts) -> Data:
    say, kind = parts.words.say, kinds[card.kind]
    titles = {
        CardKind.VALUE: say("How we notice it"),
        CardKind.DILEMMA: say("Possible answers"),
        CardKind.QUESTION: say("We promise"),
    }
    made_up = say("The story is made up.") if card.story and card.story.origin is Origin.ILLUSTRATIVE else ""
    return {
        "id": card.id,
        "kind": kind,
        # What is behind a question is the value's promise.
        "kind-behind": kinds[CardKind.VALUE] if card.number else kind,
        "title": card.title,
        "mark": PATHS[card.value.mark],
        "colour": card.value.colour,
        # On one side there is only room for the dilemma itself.
        "lead": card.story.summary if card.story else "",
        "text": card.text,
        "of-value": card.kind is CardKind.VALUE,
        "lettered": card.kind is CardKind.DILEMMA,
        "more": list(card.more),
        "more-title": titles[card.kind],
        "known": " · ".join(words for words in (parts.known(card.code), made_up) if words),
    }
