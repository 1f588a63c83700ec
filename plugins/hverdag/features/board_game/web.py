"""The page of the game: how it is played, how long it takes, and what is printed."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from ...model.addresses import printed_address
from ...model.artifact import Output, WebPage
from ...model.printable import Printable
from ...model.search import PAGE, SearchEntry
from ...model.view import View
from ...paper.print_job import variant_title
from ...web.page import Page
from ..kit import Kit, Views, only
from . import texts
from .addresses import ANCHORS, TARGET
from .model import PILES, SquareKind
from .paper import papers_of
from .plan import GameSheetView, GameView
from .printed import TITLE
from .shapes import sign_of
from .timing import DAY, programme


class PrintedSheet(NamedTuple):
    """What is printed: its name, and the name and link of each of its files."""

    name: str
    files: tuple[tuple[str, str], ...]


class KindOfSquare(NamedTuple):
    """A kind of square: its sign as an SVG path, its name, what is done there, and how many cards there are."""

    sign: str
    name: str
    task: str
    cards: str


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render a sheet of the game, or its page."""
    if isinstance(view, GameSheetView):
        yield from papers_of(view, kit)
    elif isinstance(view, GameView):
        yield _page(view, kit)


def board_game(views: Views, page: Page, _: Kit) -> Markup:
    """Return a line that leads to the game; nothing if there is none."""
    return page.fragment("board_game/link.html", target=TARGET) if only(views, GameView) else Markup()


def _page(view: GameView, kit: Kit) -> WebPage:
    words, page = kit.words, kit.page(view)
    title, lead = words.tell(TITLE), texts.lead(words)
    names = texts.square_names(words)
    sections = texts.sections(words)
    content = page.fragment(
        "board_game/game.html",
        title=title,
        lead=lead,
        sections=sections,
        kinds=list(_kinds(view, kit)),
        teams=list(zip(texts.team_numbers(), texts.people_of_teams(), strict=True)),
        times=texts.time_rows(words),
        parts=texts.parts_told(words),
        day=[(words.clock(part.begins), words.tell(part.name), part.minutes) for part in programme(DAY)],
        squares=[square.value.heading if square.value else names[square.kind] for square in view.board.squares],
        sheets=[_sheet(printable, page, kit) for printable in view.printables],
        evaluation=_sheet(view.evaluation, page, kit) if view.evaluation else None,
        style=page.asset("board_game.css"),
    )
    told = "\n".join(item for section in sections for item in section.items)
    return WebPage(
        page.origin, title, content, lead, anchors=frozenset(ANCHORS), entry=SearchEntry(PAGE, title, lead, told)
    )


def _kinds(view: GameView, kit: Kit) -> Iterator[KindOfSquare]:
    """Yield the kinds of squares that the board has, in the order of the rules."""
    words = kit.words
    names = texts.square_names(words)
    first = view.board.first_of_kind
    for kind, task in texts.square_tasks(view.board, words).items():
        has_cards = kind in (*PILES, SquareKind.VALUE)
        cards = words.count("{number} card", "{number} cards", view.counts[kind]) if has_cards else ""
        yield KindOfSquare(sign_of(first[kind]), names[kind], task, cards)


def _sheet(printable: Printable, page: Page, kit: Kit) -> PrintedSheet:
    tell = kit.words.tell
    files = tuple(
        (tell(variant_title(variant)), page.relative(printed_address(printable, variant, kit.settings)))
        for variant in printable.variants
    )
    return PrintedSheet(tell(printable.title), files)
