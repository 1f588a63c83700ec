"""Games that are played by the rules of the house, with teams that take as long as they like within a turn."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hverdag.features.board_game.cards import GameCard, cards_of
from hverdag.features.board_game.model import HIGHEST_THROW, PILES, Board, SquareKind, board_of, teams_of
from hverdag.features.board_game.timing import HANDING_OVER, Sitting
from hverdag.model.shown import Shown
from hverdag.model.texts.story import Story
from hverdag.model.texts.value import Mark, Value
from tests.conftest import ROOT, TODAY, read

SAMPLE = read(ROOT)


class Box:
    """The piles of one box: cards that are drawn are used, and used cards are shuffled when a pile is empty."""

    def __init__(self, cards: Sequence[GameCard], chance: random.Random) -> None:
        self.chance = chance
        self.piles: dict[SquareKind, list[GameCard]] = defaultdict(list)
        self.used: dict[SquareKind, list[GameCard]] = defaultdict(list)
        self.of_value = {card.value.id: card for card in cards if card.kind is SquareKind.VALUE}
        for card in cards:
            self.used[card.kind].append(card)

    def draw(self, kind: SquareKind) -> GameCard:
        """Draw a card; KeyError or IndexError if there is none to draw."""
        if not self.piles[kind]:
            self.piles[kind], self.used[kind] = self.used[kind], []
            self.chance.shuffle(self.piles[kind])
        card = self.piles[kind].pop()
        self.used[kind].append(card)
        return card


@dataclass
class Played:
    """What came of a game: the minutes that it took, the turns of each team, what was drawn, and where teams stood."""

    minutes: float = 0
    turns: Counter[int] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)
    places: Counter[int] = field(default_factory=Counter)
    agreements: int = 0


def play(board: Board, box: Box, people: int, sitting: Sitting, chance: random.Random) -> Played:
    """Play one game to its end."""
    played, teams = Played(), teams_of(people)
    stands = [chance.choice(board.beginnings) for _ in range(teams)]
    played.minutes = sitting.opening
    for part in range(sitting.parts):
        left: float = sitting.play
        while sitting.may_begin_round(left, teams):
            for team in range(teams):
                stands[team] = board.after(stands[team], chance.randint(1, HIGHEST_THROW))
                land(board, box, stands[team], played, chance)
                played.turns[team] += 1
                left -= chance.uniform(0.5, sitting.turn(teams)) + chance.uniform(0, HANDING_OVER)
        assert left >= 0
        played.minutes += sitting.play + sitting.look_back + (sitting.breaks[part] if part < len(sitting.breaks) else 0)
    played.agreements += 1
    played.minutes += sitting.closing
    return played


def land(board: Board, box: Box, place: int, played: Played, chance: random.Random) -> None:
    """Do what belongs to a square."""
    square = board.squares[place]
    played.places[place] += 1
    kind = square.kind
    if kind is SquareKind.STOP:
        played.agreements += 1
        return
    if kind is SquareKind.CHOICE:
        piles = [kind for kind in board.kinds() if kind in PILES]
        if not piles:
            played.cards[chance.choice(list(box.of_value.values())).id] += 1
            return
        kind = chance.choice(piles)
    card = box.of_value[square.value.id] if square.value else box.draw(kind)
    played.cards[card.id] += 1


def all_games(shown: Shown, people: int, sitting: Sitting, number: int) -> Iterator[tuple[Board, Played]]:
    """Play so many games with one box."""
    chance = random.Random(f"{people} {sitting.minutes}")  # noqa: S311 a game, not a secret
    cards = cards_of(shown)
    board = board_of(shown.values, {card.kind for card in cards})
    box = Box(cards, chance)
    for _ in range(number):
        yield board, play(board, box, people, sitting, chance)


def made_up(values: int, stories: int, dilemmas: bool, **fields: object) -> Shown:
    """A handbook with so many values and stories, each with a dilemma or without."""
    value = SAMPLE.values[0]
    story = next(one for one in SAMPLE.stories if one.dilemma)
    own = [
        value.model_copy(update={"path": f"values/v{at}.md", "code": f"V{at:02}", "mark": mark, "name": f"Værdi {at}"})
        for at, mark in enumerate(list(Mark)[:values], 1)
    ]
    told = [
        story.model_copy(
            update={
                "path": f"stories/nr-{at}.md",
                "code": f"F{at:03}",
                "title": f"Nummer {at}",
                "values": (own[at % values].id,),
                "dilemma": story.dilemma if dilemmas else None,
                **fields,
            }
        )
        for at in range(1, stories + 1)
    ]
    handbook = SAMPLE.with_documents(Value, own).with_documents(Story, told)
    return Shown(handbook, TODAY)


def ids(cards: Sequence[GameCard]) -> Mapping[str, GameCard]:
    return {card.id: card for card in cards}
