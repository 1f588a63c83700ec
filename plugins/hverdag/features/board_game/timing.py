"""How long a game takes: its parts in minutes, and how long a turn is, so that every team has two or more."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.message import Message, message

FEWEST_PEOPLE, MOST_PEOPLE = 4, 24
TEAMS = range(2, 7)
SHORTEST_TURN, LONGEST_TURN = 3, 8
"""Minutes. In less, nobody but the quickest is heard; in more, the others wait too long."""
USUAL_TURN = 6
HANDING_OVER = 0.5
"""Minutes from one team's turn to the next: the piece, the number and the card."""
FEWEST_TURNS = 2
"""Of each team in a whole game."""
MOST_LEFT = 0.2
"""The part of the time that may be left over when a turn is to be as long as usual."""
DAY_BEGINS = 9 * 60


@dataclass(frozen=True)
class Sitting:
    """A length of game. Rules are read first; then teams play in one or more parts, each with a short look back, and
    with breaks between them; the last minutes are for the agreement."""

    title: Message
    minutes: int
    opening: int
    closing: int
    breaks: tuple[int, ...] = ()
    look_back: int = 0

    @property
    def parts(self) -> int:
        """The number of parts that the play is divided in."""
        return len(self.breaks) + 1

    @property
    def play(self) -> int:
        """The minutes of one part of the play, without its look back."""
        free = self.minutes - self.opening - self.closing - sum(self.breaks)
        return free // self.parts - self.look_back

    @property
    def fewest_rounds(self) -> int:
        """The fewest rounds in one part of the play."""
        return -(-FEWEST_TURNS // self.parts)

    def turn(self, teams: int) -> int:
        """Return the minutes of a turn: near the usual, if most of the time is used, and else what uses the most."""
        found = [minutes for minutes in range(SHORTEST_TURN, LONGEST_TURN + 1) if self._fits(minutes, teams)]
        full = [minutes for minutes in found if self._used(minutes, teams) >= (1 - MOST_LEFT) * self.play]
        if full:
            return min(full, key=lambda minutes: (abs(minutes - USUAL_TURN), minutes))
        return max(found, key=lambda minutes: (self._used(minutes, teams), minutes))

    def turns(self, teams: int) -> int:
        """Return how many turns each team has at least in the whole game."""
        return self.parts * self._rounds(self.turn(teams), teams)

    def may_begin_round(self, left: float, teams: int) -> bool:
        """Return True if there is time for every team to have a turn. `left` are the minutes left of this part of the
        play."""
        return left >= _round(self.turn(teams), teams)

    def _rounds(self, minutes: int, teams: int) -> int:
        return int(self.play // _round(minutes, teams))

    def _fits(self, minutes: int, teams: int) -> bool:
        return self._rounds(minutes, teams) >= self.fewest_rounds

    def _used(self, minutes: int, teams: int) -> float:
        return self._rounds(minutes, teams) * _round(minutes, teams)


def _round(minutes: int, teams: int) -> float:
    """Return the minutes in which every team has a turn."""
    return teams * (minutes + HANDING_OVER)


SITTINGS = (
    Sitting(message("60 minutes"), 60, opening=8, closing=10),
    Sitting(message("90 minutes"), 90, opening=10, closing=15),
    Sitting(message("180 minutes"), 180, opening=10, closing=25, breaks=(15,), look_back=5),
    Sitting(message("A whole day"), 360, opening=20, closing=45, breaks=(15, 45, 15), look_back=5),
)
DAY = SITTINGS[-1]


@dataclass(frozen=True)
class GamePart:
    """A part of a day: when it begins, in minutes from midnight, how long it takes, and what it is."""

    begins: int
    minutes: int
    name: Message


def programme(sitting: Sitting) -> Iterator[GamePart]:
    """Yield the parts of a game that takes the whole day, in order."""
    at = DAY_BEGINS
    for minutes, name in _parts(sitting):
        yield GamePart(at, minutes, name)
        at += minutes


def _parts(sitting: Sitting) -> Iterator[tuple[int, Message]]:
    yield sitting.opening, message("Welcome, the rules and the teams")
    longest = max(sitting.breaks)
    for number in range(1, sitting.parts + 1):
        yield sitting.play + sitting.look_back, message("Part {number} of the game", number=number)
        if number < sitting.parts:
            pause = sitting.breaks[number - 1]
            yield pause, message("Lunch. Mix the teams up again afterwards.") if pause == longest else message("Break")
    yield sitting.closing, message("The end: one agreement")
