"""Handbook to what is printed besides guides: the pamphlet, the book, posters and cards, and what goes into each."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from ..features.cards.model import Card, CardKind
from ..model.handbook import Handbook
from ..model.printable import BOOK_FORMS, DECK_FORMS, NAMES, PAMPHLET_FORMS, POSTER_FORMS, Printable, Product
from ..model.settings import PrintGroup
from ..model.texts.story import Story

PAMPHLET_STORIES = 3
"""So many stories stand in the pamphlet, unless the settings name more."""

MOST_PAGES = 1_000
"""Pages in one book: a thicker one takes more time and memory than its readers would wait for."""

WORDS_A_PAGE = 340
"""Words on a page of the book, about."""

WORDS_OF_A_TITLE = 40
WORDS_OF_A_PICTURE = 170
WORDS_OF_A_BREAK = 6
"""As many words would have stood where they stand."""

BLOCKS = frozenset({"dd", "dt", "hr", "li", "p", "pre", "tr"})
"""Each ends a line."""

LISTED = 1 / 12
"""Pages that a story takes in the contents, before its value and in the index, about."""

PAGES_OF_A_VALUE = 2
PAGES_OF_A_METHOD = 3
"""Most of them: a value has its own page, and one before its stories."""


def assemble_printed(handbook: Handbook, stories: Sequence[Story]) -> Iterator[Printable]:
    """Yield everything that the settings want printed. The stories are those that are published, in order: paper cannot
    be called back."""
    makers = {
        PrintGroup.PAMPHLET: _pamphlets,
        PrintGroup.BOOK: _books,
        PrintGroup.POSTERS: _posters,
        PrintGroup.CARDS: _decks,
    }
    for group, make in makers.items():
        if handbook.values and group in handbook.settings.printed:
            yield from make(handbook, stories)


def _printable(handbook: Handbook, product: Product, **held: object) -> Printable:
    """A printable that there is one of: its name is its short address too."""
    name = NAMES[handbook.settings.language][product]
    forms = {Product.PAMPHLET: PAMPHLET_FORMS, Product.BOOK: BOOK_FORMS}.get(product)
    forms = forms or (DECK_FORMS if "cards" in held else POSTER_FORMS)
    return Printable(product, name, name, forms, **held)  # type: ignore[arg-type]


def _pamphlets(handbook: Handbook, stories: Sequence[Story]) -> Iterator[Printable]:
    yield _printable(handbook, Product.PAMPHLET, stories=_chosen(handbook, stories))


def _chosen(handbook: Handbook, stories: Sequence[Story]) -> tuple[Story, ...]:
    """The pamphlet's stories: those that the settings name, then others, first of values that are not yet there."""
    by_id = {story.id: story for story in stories}
    chosen = {id: by_id[id] for id in handbook.settings.pamphlet.stories if id in by_id}
    for fresh in (True, False):
        for story in stories:
            if len(chosen) >= PAMPHLET_STORIES:
                break
            shown = {other.values[0] for other in chosen.values()}
            if story.id not in chosen and not (fresh and story.values[0] in shown):
                chosen[story.id] = story
    return tuple(chosen.values())


def _books(handbook: Handbook, stories: Sequence[Story]) -> Iterator[Printable]:
    """One book, or, where it would be too thick, one with values and methods and then one for each value."""
    others = len(handbook.values) * PAGES_OF_A_VALUE + len(handbook.methods) * PAGES_OF_A_METHOD
    if others + sum(map(_pages, stories)) <= MOST_PAGES:
        yield _printable(handbook, Product.BOOK, stories=tuple(stories))
        return
    first = _printable(handbook, Product.BOOK, volume=1)
    yield first
    volume = 1
    for value in handbook.values:
        parts = list(_parts([story for story in stories if story.values[0] == value.id]))
        for number, part in enumerate(parts, 1):
            volume += 1
            more = f"-{number}" if len(parts) > 1 else ""
            name = f"{first.name}-{value.code}-{value.id}{more}".casefold()
            yield Printable(Product.BOOK, name, first.code, BOOK_FORMS, value, part, volume=volume)


def _parts(stories: Sequence[Story]) -> Iterator[tuple[Story, ...]]:
    """The stories of a value, parted where there are too many for one volume."""
    part: list[Story] = []
    pages = 0.0
    for story in stories:
        if part and pages + _pages(story) > MOST_PAGES:
            yield tuple(part)
            part, pages = [], 0.0
        part.append(story)
        pages += _pages(story)
    if part:
        yield tuple(part)


def _pages(story: Story) -> float:
    told = [story.summary, *story.questions]
    if story.dilemma:
        told += [story.dilemma.question, *story.dilemma.options]
    tags = Counter(element.tag for element in story.body.elements())
    pictures = tags["img"] + bool(story.image)
    words = story.body.words + sum(len(text.split()) for text in told)
    lines = sum(tags[tag] for tag in BLOCKS)
    words += lines * WORDS_OF_A_BREAK + WORDS_OF_A_TITLE + pictures * WORDS_OF_A_PICTURE
    return math.ceil(words / WORDS_A_PAGE) + LISTED


def _posters(handbook: Handbook, stories: Sequence[Story]) -> Iterator[Printable]:  # noqa: ARG001 as the others
    """One of all the values, one for each, one for each method with stop signs, and the agreement. Codes keep their
    names apart."""
    poster = NAMES[handbook.settings.language]["poster"]
    yield _printable(handbook, Product.VALUES_POSTER)
    for value in handbook.values:
        name = f"{poster}-{value.code}-{value.id}".casefold()
        yield Printable(Product.VALUE_POSTER, name, value.code, POSTER_FORMS, value)
    for method in handbook.methods:
        if method.stops:
            name = f"{poster}-{method.code}-{method.id}".casefold()
            yield Printable(Product.ROAD_POSTER, name, method.code, POSTER_FORMS, method)
    yield _printable(handbook, Product.AGREEMENT)


def _decks(handbook: Handbook, stories: Sequence[Story]) -> Iterator[Printable]:
    cards = tuple(assemble_cards(handbook, stories))
    for product, kind in (
        (Product.VALUE_CARDS, CardKind.VALUE),
        (Product.DILEMMA_CARDS, CardKind.DILEMMA),
        (Product.QUESTION_CARDS, CardKind.QUESTION),
    ):
        deck = tuple(card for card in cards if card.kind is kind)
        if deck:
            yield _printable(handbook, product, cards=deck)


def assemble_cards(handbook: Handbook, stories: Sequence[Story]) -> Iterator[Card]:
    """Yield every card: the values, their questions, and the stories' dilemmas, each of its story's chief value."""
    for value in handbook.values:
        yield Card(CardKind.VALUE, value)
        for number in range(1, len(value.questions) + 1):
            yield Card(CardKind.QUESTION, value, number=number)
    for story in stories:
        values = handbook.showing(story)
        if story.dilemma and values:
            yield Card(CardKind.DILEMMA, values[0], story)
