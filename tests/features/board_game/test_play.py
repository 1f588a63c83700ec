"""The rules of play, played through: the clock ends every game, everyone has turns, and every card can come up."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hverdag.features.board_game.cards import MOST_CARDS, cards_of
from hverdag.features.board_game.model import HIGHEST_THROW, PILES, Board, SquareKind, board_of, teams_of
from hverdag.features.board_game.timing import (
    DAY,
    FEWEST_PEOPLE,
    FEWEST_TURNS,
    HANDING_OVER,
    LONGEST_TURN,
    MOST_PEOPLE,
    SHORTEST_TURN,
    SITTINGS,
    TEAMS,
    Sitting,
    programme,
)
from hverdag.model.shown import Shown
from hverdag.model.texts.consent import Channel
from hverdag.model.texts.story import State, Story
from tests.conftest import TODAY

from .games import SAMPLE, all_games, ids, made_up

GAMES = 100
SHOWN = Shown(SAMPLE, TODAY)


@pytest.mark.parametrize("people", [4, 8, 24])
@pytest.mark.parametrize("sitting", SITTINGS, ids=lambda one: str(one.minutes))
def test_a_hundred_games_end_by_the_clock_and_use_every_card(people: int, sitting: Sitting) -> None:
    cards: Counter[str] = Counter()
    places: Counter[int] = Counter()
    board = board_of(SHOWN.values, {card.kind for card in cards_of(SHOWN)})
    for _, played in all_games(SHOWN, people, sitting, GAMES):
        assert played.minutes == sitting.minutes
        assert len(played.turns) == teams_of(people)
        assert len(set(played.turns.values())) == 1
        assert min(played.turns.values()) >= sitting.turns(teams_of(people)) >= FEWEST_TURNS
        assert played.agreements >= 1
        cards += played.cards
        places += played.places
    assert set(cards) == set(ids(cards_of(SHOWN)))
    assert set(places) == set(range(len(board.squares)))


@pytest.mark.parametrize("sitting", SITTINGS, ids=lambda one: str(one.minutes))
@pytest.mark.parametrize("teams", TEAMS)
def test_even_the_slowest_teams_have_the_turns_that_are_printed(sitting: Sitting, teams: int) -> None:
    minutes = sitting.turn(teams)
    assert SHORTEST_TURN <= minutes <= LONGEST_TURN
    left, rounds = float(sitting.play), 0
    while sitting.may_begin_round(left, teams):
        left -= teams * (minutes + HANDING_OVER)
        rounds += 1
    assert left >= 0
    assert rounds * sitting.parts == sitting.turns(teams) >= FEWEST_TURNS


@pytest.mark.parametrize("sitting", SITTINGS, ids=lambda one: str(one.minutes))
def test_the_parts_of_a_game_make_up_its_minutes(sitting: Sitting) -> None:
    played = sitting.parts * (sitting.play + sitting.look_back)
    assert sitting.opening + played + sum(sitting.breaks) + sitting.closing == sitting.minutes


def test_the_day_goes_from_nine_to_three_without_a_gap() -> None:
    parts = list(programme(DAY))
    assert parts[0].begins == 9 * 60
    assert parts[-1].begins + parts[-1].minutes == 15 * 60
    assert all(one.begins + one.minutes == after.begins for one, after in pairwise(parts))


@pytest.mark.parametrize("people", range(FEWEST_PEOPLE, MOST_PEOPLE + 1))
def test_teams_are_of_two_to_four(people: int) -> None:
    teams = teams_of(people)
    assert teams in TEAMS
    assert people // teams >= 2
    assert -(-people // teams) <= 4


def reached(board: Board, start: int) -> set[int]:
    found, new = {start}, {start}
    while new:
        new = {board.after(place, throw) for place in new for throw in range(1, HIGHEST_THROW + 1)} - found
        found |= new
    return found


@settings(max_examples=60)
@given(some.integers(5, 12), some.sampled_from([3, 4, 12, 48, 49, 200]), some.booleans())
def test_no_square_is_a_dead_end_and_every_card_has_one(values: int, stories: int, dilemmas: bool) -> None:
    shown = made_up(values, stories, dilemmas)
    cards = cards_of(shown)
    board = board_of(shown.values, {card.kind for card in cards})
    squares = board.squares
    assert squares[0].kind is SquareKind.CHOICE
    assert Counter(square.value.id for square in squares if square.value) == {one.id: 1 for one in shown.values}
    assert {square.kind for square in squares} - {SquareKind.CHOICE, SquareKind.STOP} == {card.kind for card in cards}
    assert all(reached(board, place) == set(range(len(squares))) for place in range(len(squares)))
    assert all(before != after for before, after in zip(squares, (*squares[1:], squares[0]), strict=True))
    columns, rows = board.grid
    cells = [board.cell(place) for place in range(len(squares))]
    edge = {(x, y) for x in range(columns) for y in range(rows) if x in (0, columns - 1) or y in (0, rows - 1)}
    assert set(cells) == edge and len(cells) == len(edge)
    assert columns % 2 == rows % 2 == 0
    steps = zip(cells, (*cells[1:], cells[0]), strict=True)
    assert all(abs(x - other_x) + abs(y - other_y) == 1 for (x, y), (other_x, other_y) in steps)


@settings(max_examples=20)
@given(some.integers(5, 12), some.sampled_from([3, 60, 200]), some.booleans(), some.sampled_from(SITTINGS))
def test_any_handbook_gives_a_game_that_ends(values: int, stories: int, dilemmas: bool, sitting: Sitting) -> None:
    shown = made_up(values, stories, dilemmas)
    for people in (4, 13, 24):
        for _, played in all_games(shown, people, sitting, 2):
            assert played.minutes == sitting.minutes
            assert min(played.turns.values()) >= FEWEST_TURNS


@pytest.mark.parametrize("kind", PILES)
def test_a_pile_holds_so_many_cards_and_something_of_each_value(kind: SquareKind) -> None:
    shown = made_up(7, 200, dilemmas=True)
    pile = [card for card in cards_of(shown) if card.kind is kind]
    questions = sum(len(one.questions) for one in shown.values)
    assert len(pile) == (questions if kind is SquareKind.QUESTION else MOST_CARDS)
    by_value = Counter(card.value.id for card in pile)
    assert len(by_value) == 7
    assert max(by_value.values()) - min(by_value.values()) <= 1


def test_the_newest_stories_are_on_the_cards() -> None:
    pile = [card for card in cards_of(made_up(7, 200, dilemmas=False)) if card.kind is SquareKind.STORY]
    assert len(pile) == MOST_CARDS
    assert {card.code for card in pile} <= {f"F{at:03}" for at in range(200 - MOST_CARDS - 6, 201)}


def test_without_questions_and_stories_the_values_alone_make_a_game() -> None:
    shown = made_up(5, 0, dilemmas=False)
    values = tuple(one.model_copy(update={"questions": ()}) for one in shown.values)
    board = board_of(values, ())
    assert board.kinds() == (SquareKind.CHOICE, SquareKind.VALUE, SquareKind.STOP)
    assert {square.value.id for square in board.squares if square.value} == {one.id for one in values}


def test_a_story_that_may_not_be_printed_or_is_gone_is_on_no_card() -> None:
    shown = made_up(5, 6, dilemmas=True)
    web_only, gone, *others = shown.handbook.stories
    consent = next(one.consent for one in SAMPLE.stories if one.consent)
    told = [
        web_only.model_copy(update={"consent": consent.model_copy(update={"channels": (Channel.INTRANET,)})}),
        gone.model_copy(update={"state": State.RETIRED}),
        *others,
    ]
    cards = cards_of(Shown(shown.handbook.with_documents(Story, told), TODAY, preview=True))
    assert {card.story.code for card in cards if card.story} == {one.code for one in others}
