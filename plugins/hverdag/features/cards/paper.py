"""Decks of cards as data for paper."""

from collections.abc import Iterable, Iterator, Mapping

from ...model.problem import Source
from ...model.texts.story import Origin
from ...model.value_shapes import PATHS
from ...paper.data import Places, shown_all
from ...paper.kit import PaperKit
from .kinds import card_kinds
from .model import Card, CardKind
from .paper_data import CardData, DeckData
from .plan import DeckView
from .printed import TITLES


def data(view: DeckView, paper: PaperKit) -> tuple[DeckData, Places]:
    """Return the data of a deck, and the source of each side of its cards."""
    kinds = card_kinds(paper.words)
    deck: DeckData = {
        **paper.frame(f"{paper.words.tell(TITLES[view.card_kind])}. {paper.settings.title}"),
        "cards": shown_all([_card(card, kinds, paper) for card in view.cards]),
        "edition": shown_all(paper.settings.edition),
        "labels": {},
    }
    return deck, tuple(_places(view.cards))


def _places(cards: Iterable[Card]) -> Iterator[tuple[str, Source]]:
    for card in cards:
        yield f"{card.id}.front", card.source
        yield f"{card.id}.back", card.behind


def _card(card: Card, kinds: Mapping[CardKind, str], paper: PaperKit) -> CardData:
    say, kind = paper.words.say, kinds[card.kind]
    titles = {
        CardKind.VALUE: say("How we notice it"),
        CardKind.DILEMMA: say("Possible answers"),
        CardKind.QUESTION: say("We promise"),
    }
    made_up = say("The story is made up.") if card.story and card.story.origin is Origin.ILLUSTRATIVE else ""
    return {
        "id": card.id,
        "kind": kind,
        # The back of a question card shows the value's promise.
        "kind_behind": kinds[CardKind.VALUE] if card.number else kind,
        "title": card.title,
        "mark": PATHS[card.value.mark],
        "colour": card.value.colour,
        # On one side there is only room for the dilemma itself.
        "lead": card.story.summary if card.story else "",
        "text": card.text,
        "of_value": card.kind is CardKind.VALUE,
        "lettered": card.kind is CardKind.DILEMMA,
        "more": list(card.more),
        "more_title": titles[card.kind],
        "known": " · ".join(words for words in (paper.known(card.code), made_up) if words),
    }
