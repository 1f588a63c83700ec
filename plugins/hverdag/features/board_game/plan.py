"""Handbook to the board game: the board, its cards, the rules, the pieces, and the page that tells how it is played."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model.message import message
from ...model.printable import Printable, Product
from ...model.settings import Settings
from ...model.shown import Shown
from ...model.uptake.counts import CountKind
from ...model.view import NO_STORIES, Coded, Lead, View
from ...paper.print_job import printed_code
from ..index import Index
from .addresses import TARGET, address
from .cards import GameCard, cards_of
from .model import FEWEST_VALUES, MOST_VALUES, Board, SquareKind, board_of
from .printed import GROUP, NAME, PARTS, TITLE, TITLES, VARIANTS, GameSheet


@dataclass(frozen=True, kw_only=True)
class GameSheetView(View):
    """What is printed: which it is, the board, and the cards that are on it."""

    sheet: GameSheet
    board: Board
    cards: tuple[GameCard, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GameView(View):
    """The page of the game: the board, how many cards there are of each kind, everything that is printed of it, and the
    evaluation sheet, if there is one."""

    board: Board
    counts: Mapping[SquareKind, int]
    printables: tuple[Printable, ...]
    evaluation: Printable | None


def plan(shown: Shown, index: Index) -> Iterator[View]:
    """Lay out the game, unless the settings leave it out or there are too few values or too many."""
    if GROUP.id not in shown.settings.printed or not FEWEST_VALUES <= len(shown.values) <= MOST_VALUES:
        return
    cards = cards_of(shown)
    counts = {kind: sum(card.kind is kind for card in cards) for kind in SquareKind}
    board = board_of(shown.values, [kind for kind, count in counts.items() if count])
    sheets = [_sheet(sheet, board, cards, shown.settings) for sheet in GameSheet]
    yield from sheets
    evaluation = (one for one in index.printables if one.product.id == CountKind.COURSES.value)
    yield GameView(
        story_codes=NO_STORIES,
        places=((TARGET, address(shown.settings)),),
        coded=_coded(shown.settings),
        board=board,
        counts=counts,
        printables=tuple(one.printable for one in sheets if one.printable),
        evaluation=next(evaluation, None),
    )


def _sheet(sheet: GameSheet, board: Board, cards: tuple[GameCard, ...], settings: Settings) -> GameSheetView:
    language = settings.language
    name, title = f"{NAME[language]}-{PARTS[language][sheet]}", TITLES[sheet]
    product = Product(f"game-{sheet.value}", title)
    printable = Printable(name, title, product, GROUP, VARIANTS[sheet])
    on_it = cards if sheet is GameSheet.CARDS else ()
    return GameSheetView(
        story_codes=tuple(dict.fromkeys(card.story.code for card in on_it if card.story)),
        coded=printed_code(name, printable, settings),
        printable=printable,
        sheet=sheet,
        board=board,
        cards=on_it,
    )


def _coded(settings: Settings) -> Coded:
    leads = (Lead(message("How the board game is played"), TARGET),)
    return Coded(NAME[settings.language], message("Printed"), TITLE, leads, NO_STORIES, is_printed=True)
