"""The rules in words, for paper and for the page. Every number in them comes from the rules of play."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...locale import Catalogue
from .model import HIGHEST_THROW, PILES, Board, SquareKind, teams_of
from .timing import FEWEST_PEOPLE, MOST_PEOPLE, SITTINGS, TEAMS, Sitting


@dataclass(frozen=True)
class RulesSection:
    """A section of the rules: its heading and its sentences; those of a `numbered` one are done in order."""

    title: str
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class TimeRow:
    """How long a game is: its name, the minutes before and after the play, and for each number of teams the minutes of
    a turn, and how many turns each team has at least."""

    name: str
    around: str
    cells: tuple[str, ...]


def lead(words: Catalogue) -> str:
    """Return the sentences that the rules begin with."""
    return words.say(
        "You go round the road in teams, and talk about what you come to. Nobody wins, and nobody gets points. What "
        "you take home is something to go on talking about, and one agreement."
    )


def square_names(words: Catalogue) -> Mapping[SquareKind, str]:
    """Return the name of each kind of square."""
    say = words.say
    return {
        SquareKind.CHOICE: say("Your choice"),
        SquareKind.VALUE: say("Value"),
        SquareKind.DILEMMA: say("Dilemma"),
        SquareKind.QUESTION: say("Question"),
        SquareKind.STORY: say("Story"),
        SquareKind.STOP: say("Stop and agree"),
    }


def square_tasks(board: Board, words: Catalogue) -> Mapping[SquareKind, str]:
    """Return what a team does on each kind of square that a board has, in the order of the kinds."""
    say = words.say
    has_piles = any(kind in PILES for kind in board.kinds())
    tasks = {
        SquareKind.CHOICE: say("Draw a card from any pile you like.")
        if has_piles
        else say("Take the card of the value that you like."),
        SquareKind.VALUE: say(
            "Take the value's card, and choose one of its signs. When did you last see it at work? What makes it hard?"
        ),
        SquareKind.DILEMMA: say(
            "Draw a card, and read the answers. Count to three, and show your answer with your fingers, each of you. "
            "Then say why."
        ),
        SquareKind.QUESTION: say("Draw a card. Answer with something from your own work, or say what would be hard."),
        SquareKind.STORY: say("Draw a card. Could it have happened where you are? What would you have done?"),
        SquareKind.STOP: say(
            "No card. Find one small thing that you can do from tomorrow. Write it on your slip, and ask the others "
            "whether they will join you."
        ),
    }
    return {kind: tasks[kind] for kind in board.kinds()}


def sections(words: Catalogue) -> tuple[RulesSection, ...]:
    """Return the sections of the rules, in the order that they are read."""
    return before(words), a_turn(words), habits(words), ending(words)


def before(words: Catalogue) -> RulesSection:
    """Return what is done before the first turn."""
    say = words.say
    items = (
        say(
            "Make teams of two to four, with people who do not work together every day. Each team takes a piece and a "
            "slip."
        ),
        say(
            "Put the cards face down, in a pile for each kind. The cards of the values lie face up, where all can see "
            "them."
        ),
        say("Choose someone to mind the clock. A clock on the wall or on a telephone will do."),
        say(
            "Each team puts its piece on the value that it would like to begin from. The team with the newest "
            "colleague begins, and the turn goes round the table."
        ),
    )
    return RulesSection(say("Before you begin"), items, numbered=True)


def a_turn(words: Catalogue) -> RulesSection:
    """Return how a turn goes."""
    say = words.say
    items = (
        say(
            "Roll a die, or draw a number from 1 to {most}. Move that many squares in the direction of the arrows. "
            "There may be several teams on a square.",
            most=HIGHEST_THROW,
        ),
        say("Do what the square says. Read the card aloud to everyone."),
        say(
            "The team talks, so that all can hear it. Then the other teams say what they know from their own work, and "
            "what they would do."
        ),
        say(
            "Is there more to say? Then put the card to one side. Put other cards with the used ones; when "
            "a pile is empty, shuffle its used cards, and go on."
        ),
        say(
            "When the time is up, whoever minds the clock says so. Finish the sentence, and let the next team have its "
            "turn."
        ),
    )
    return RulesSection(say("How a turn goes"), items, numbered=True)


def habits(words: Catalogue) -> RulesSection:
    """Return what holds for everyone at the table."""
    say = words.say
    items = (
        say("Nobody has to tell anything. You may always put a card back and draw another, and you need not say why."),
        say("Name nobody: no colleagues, and none of those you work for."),
        say("What is said stays in the room."),
        say("Is someone moved? Take a break. The game can wait."),
    )
    return RulesSection(say("This applies to everyone"), items)


def ending(words: Catalogue) -> RulesSection:
    """Return how the clock ends the game."""
    say = words.say
    items = (
        say("Begin a new round only if there is time for every team to have a turn. Otherwise the game is over."),
        # A third of the games of an hour with eight people end before any team has come to a square where it agrees.
        say(
            "Each team reads its slip aloud, and shows the cards that it put by itself. If the slip is empty, find one "
            "small thing now."
        ),
        say(
            "Choose one agreement together, and fill in the sheet “{sheet}”: who reminds you of it, and when do you "
            "look at it again?",
            sheet=agreement_title(words),
        ),
        say("Hang the sheet up. The cards that you put by themselves are for the next time you meet."),
    )
    return RulesSection(say("The clock ends the game"), items, numbered=True)


def agreement_title(words: Catalogue) -> str:
    """Return the title of the sheet for the agreement of a game."""
    return words.say("What we agree on")


def people_of_teams() -> Sequence[str]:
    """Return how many people each number of teams is for, such as `4-7`."""
    groups = groupby(range(FEWEST_PEOPLE, MOST_PEOPLE + 1), key=teams_of)
    people = [list(group) for _, group in groups]
    return [f"{group[0]}–{group[-1]}" for group in people]


def parts_told(words: Catalogue) -> str:
    """Return the sentences on games that are played in several parts."""
    say = words.say
    parted = [sitting for sitting in SITTINGS if sitting.parts > 1]
    told = [
        say(
            "{time}: {parts} parts of {minutes} min., and breaks of {breaks} min. in all.",
            time=words.tell(one.title),
            parts=one.parts,
            minutes=one.play,
            breaks=sum(one.breaks),
        )
        for one in parted
    ]
    end = say(
        "After each part, take {minutes} minutes in which every team says what it will remember.",
        minutes=parted[0].look_back,
    )
    return " ".join((*told, end))


def time_rows(words: Catalogue) -> tuple[TimeRow, ...]:
    """Return the table of how long a turn is."""
    return tuple(_time_row(sitting, words) for sitting in SITTINGS)


def _time_row(sitting: Sitting, words: Catalogue) -> TimeRow:
    say = words.say
    around = say("the rules {opening} min., the end {closing} min.", opening=sitting.opening, closing=sitting.closing)
    cells = (
        say("{minutes} min., {turns} turns", minutes=sitting.turn(teams), turns=sitting.turns(teams)) for teams in TEAMS
    )
    return TimeRow(words.tell(sitting.title), around, tuple(cells))


def team_numbers() -> list[str]:
    """Return the numbers of teams that the table has a column for."""
    return [str(teams) for teams in TEAMS]
