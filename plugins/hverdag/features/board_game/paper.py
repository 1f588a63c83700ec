"""The board, the cards, the rules and the pieces as data for paper."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...model.artifact import Output
from ...model.problem import Source
from ...model.texts.story import Origin
from ...model.value_shapes import PATHS
from ...paper.data import Places, shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ..kit import Kit
from . import texts
from .cards import GameCard
from .model import HIGHEST_THROW, Board, Square, SquareKind
from .paper_data import (
    BoardData,
    GameCardData,
    GameCardsData,
    GameData,
    LegendData,
    PiecesData,
    RulesData,
    RulesSectionData,
    SquareData,
)
from .plan import GameSheetView
from .printed import NAME, TITLE, TITLES, GameSheet
from .shapes import PIECES, SIGNS, sign_of
from .timing import DAY, programme

Said = tuple[Mapping[str, Any], Places]
"""The data of a sheet, and the sources of its texts."""


def papers_of(view: GameSheetView, kit: Kit) -> Iterator[Output]:
    """Render every variant of a sheet."""
    assert view.printable is not None, "a sheet is printed"  # noqa: S101
    make: Mapping[GameSheet, Callable[[GameSheetView, PaperKit], Said]] = {
        GameSheet.BOARD: board,
        GameSheet.CARDS: cards,
        GameSheet.RULES: rules,
        GameSheet.PIECES: pieces,
    }
    data, places = make[view.sheet](view, kit.paper)
    template = f"board_game/{view.sheet.value}.typ"
    yield from papers(PrintJob(view.printable, data, template, places, story_codes=view.story_codes), kit.paper)


def board(view: GameSheetView, paper: PaperKit) -> Said:
    """Return the board; a name that has no room is reported at its value."""
    say, made = paper.words.say, view.board
    columns, rows = made.grid
    data: BoardData = {
        **_frame(view, {"glue": say("Glue the board together")}, paper),
        "lead": texts.lead(paper.words),
        "columns": columns,
        "rows": rows,
        "squares": shown_all([_square(place, square, made, paper) for place, square in enumerate(made.squares)]),
        "legend": _legend(made, paper),
        "shelf": say("Put the cards here that you want to talk more about."),
        "steps": list(_steps(paper)),
        "sheets": [say("Sheet {number} of the board", number=number) for number in range(1, 5)],
    }
    return data, tuple((_name(place), _source(square)) for place, square in enumerate(made.squares) if square.value)


def _square(place: int, square: Square, made: Board, paper: PaperKit) -> SquareData:
    names = texts.square_names(paper.words)
    return {
        "kind": square.kind.value,
        "name": square.value.heading if square.value else names[square.kind],
        "sign": sign_of(square),
        "colour": _colour(square, made),
        "place": _name(place),
        "cell": made.cell(place),
    }


def _name(place: int) -> str:
    return f"square-{place}"


def _source(square: Square) -> Source:
    assert square.value is not None, "only values have names of their own"  # noqa: S101
    return square.value.at("name")


def _colour(square: Square, made: Board) -> str:
    return square.value.colour if square.value else _chief(made)


def _chief(made: Board) -> str:
    return next(square.value.colour for square in made.squares if square.value)


def _legend(made: Board, paper: PaperKit) -> list[LegendData]:
    names = texts.square_names(paper.words)
    first = made.first_of_kind
    return [
        {
            "name": names[kind],
            "text": task,
            "sign": sign_of(first[kind]),
            "colour": _colour(first[kind], made),
        }
        for kind, task in texts.square_tasks(made, paper.words).items()
    ]


def _steps(paper: PaperKit) -> Iterator[str]:
    say = paper.words.say
    yield say("Print at actual size (100%) on one side. Put the sheets as they lie in the picture.")
    yield say("Where two sheets meet, cut the one to the right, or the lower one, along the dashed line.")
    yield say(
        "Put glue on the other, from the dashed line to its edge. Lay the cut edge on the line, so that each mark ◇ is "
        "whole."
    )
    yield say("Is there a white edge all the way round? It can stay. Put it all on cardboard, if it is to last.")


def cards(view: GameSheetView, paper: PaperKit) -> Said:
    """Return the cards, pile by pile."""
    data: GameCardsData = {
        **_frame(view, {}, paper),
        "cards": shown_all([_card(card, paper) for card in view.cards]),
    }
    return data, tuple((card.id, card.source) for card in view.cards)


def _card(card: GameCard, paper: PaperKit) -> GameCardData:
    say, story = paper.words.say, card.story
    made_up = say("The story is made up.") if story and story.origin is Origin.ILLUSTRATIVE else ""
    elsewhere = say(
        "This is too long for a card. Find it in the handbook under {code}, and read it aloud.", code=card.code
    )
    return {
        "id": card.id,
        "kind": card.kind.value,
        "name": texts.square_names(paper.words)[card.kind],
        "title": card.title,
        "mark": PATHS[card.value.mark],
        "sign": PATHS[card.value.mark] if card.kind is SquareKind.VALUE else SIGNS[card.kind],
        "colour": card.value.colour,
        "lead": card.lead,
        "text": card.text if card.is_whole else elsewhere,
        "more": list(card.more),
        "is_numbered": card.kind is SquareKind.DILEMMA,
        "known": " · ".join(words for words in (paper.known(card.code), made_up) if words),
    }


def rules(view: GameSheetView, paper: PaperKit) -> Said:
    """Return the rules, with the minutes of a turn, and the programme of a day."""
    words, say = paper.words, paper.words.say
    labels = {
        "squares": say("The squares"),
        "time": say("How long it takes"),
        "time_about": say("How long a turn lasts, and how many turns each team gets at least."),
        "teams": say("Teams"),
        "people": say("People"),
        "day": say("A whole day"),
    }
    data: RulesData = {
        **_frame(view, labels, paper),
        "lead": texts.lead(words),
        "sections": [_section(section) for section in texts.sections(words)],
        "squares": _legend(view.board, paper),
        "teams": texts.team_numbers(),
        "people": list(texts.people_of_teams()),
        "times": [{"name": row.name, "around": row.around, "cells": list(row.cells)} for row in texts.time_rows(words)],
        "parts": texts.parts_told(words),
        "day": [{"when": words.clock(part.begins), "name": words.tell(part.name)} for part in programme(DAY)],
    }
    return data, ()


def _section(section: texts.RulesSection) -> RulesSectionData:
    return {"title": section.title, "items": list(section.items), "numbered": section.numbered}


def pieces(view: GameSheetView, paper: PaperKit) -> Said:
    """Return the pieces of six teams, the numbers to draw, and the slips to write on."""
    say = paper.words.say
    labels = {
        "pieces": say("Pieces"),
        "numbers": say("Numbers to draw"),
        "slip": say("This is what we will try"),
        "agreement": texts.agreement_title(paper.words),
        "do": say("This is what we do"),
        "since": say("From"),
        "reminder": say("The one who reminds us of it"),
        "again": say("We look at it again on"),
        "workplace": say("Workplace"),
        "card": say("The card that it began with (its code)"),
        "outcome": say("When we looked at it again: kept, changed or dropped? What happened?"),
    }
    data: PiecesData = {
        **_frame(view, labels, paper),
        "pieces": [
            {"letter": letter, "shape": shape, "name": say("Team {letter}", letter=letter)}
            for letter, shape in PIECES.items()
        ],
        "numbers": list(range(1, HIGHEST_THROW + 1)),
        "steps": [
            say(
                "Cut the pieces out; there are two of each, in case one is lost. Fold along the dashed lines, and glue "
                "the two blank ends together, so that they stand."
            ),
            say("No die? Cut the numbers out, mix them face down, draw one, and put it back."),
        ],
        "hint": say("A small thing, from tomorrow. Write it, so that others can read it."),
    }
    return data, ()


def _frame(view: GameSheetView, labels: Mapping[str, str], paper: PaperKit) -> GameData:
    code, tell = NAME[paper.settings.language], paper.words.tell
    title = tell(TITLES[view.sheet])
    return {
        **paper.frame(title),
        "name": tell(TITLE),
        "chief": _chief(view.board),
        "imprint": paper.imprint(paper.known(code)),
        "labels": dict(labels),
    }
