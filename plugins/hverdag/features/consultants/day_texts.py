"""What the day of training says: the parts of the programme, and the agreements and advice for those who lead."""

from collections.abc import Iterator
from typing import NamedTuple

from ...locale import Catalogue
from ...model.served import Served
from .training_day import DayPart, PartKind


class Advice(NamedTuple):
    """Advice under a heading, a sentence or a few each."""

    title: str
    items: tuple[str, ...]


def part_words(part: DayPart, words: Catalogue) -> tuple[str, str]:
    """Return the name of a part of the day, and what is done in it."""
    say = words.say
    if part.method:
        return say("Try it yourselves: {method}", method=part.method.heading), say(
            "Go through every step with a story that you choose. One of you leads, and the others are a workplace."
        )
    told = {
        PartKind.WELCOME: (
            say("Who we are"),
            say("Say where you come from. Each of you tells the others about a talk that you learnt something from."),
        ),
        PartKind.ON_DISPLAY: (
            say("Nobody is put on display"),
            say("Read the agreements aloud. Talk in pairs: when are they hard to keep?"),
        ),
        PartKind.LED: (
            say("How it is led"),
            say("Go through the steps again. What did the leader say that helped? What would you do in your own way?"),
        ),
        PartKind.STALLS: (
            say("When the talk stalls"),
            say("Practise in threes. One leads, one talks around it, and one watches. Try the advice, then swap."),
        ),
        PartKind.POSTER: (
            say("The poster is kept"),
            say("Hang up a poster that you have made today, and keep it as the advice says."),
        ),
        PartKind.EVALUATION: (
            say("The evaluation is handed out"),
            say("Hand the sheets out to one another, and fill them in about this day."),
        ),
        PartKind.EACH_OTHER: (
            say("How we help each other"),
            say("Agree who comes along to whose first course, when you meet again, and who to ring after a hard one."),
        ),
        PartKind.BREAK: (say("Break"), ""),
        PartKind.LUNCH: (say("Lunch"), ""),
    }
    return told[part.kind]


def advice(codes: tuple[str, ...], fewest: int, served: Served, words: Catalogue) -> Iterator[Advice]:
    """Yield the agreements and the advice on the last pages. `fewest` is the least number of people that answers may be
    collected from."""
    say = words.say
    yield Advice(
        say("Nobody is put on display"),
        (
            say("Nobody has to tell anything. Say it aloud before you begin."),
            say("We talk about what is done, and not about whoever did it. Nobody is the bad example."),
            say(
                "If you hear the names of {many} or colleagues, stop kindly, and ask for roles instead.",
                many=served.many,
            ),
            say("The leader takes part as one of the group, speaks last, and asks nobody what they did wrong."),
            say(
                "What is said stays in the room. On the poster is what the group itself has chosen, and you tell "
                "nobody how it went at a workplace."
            ),
        ),
    )
    yield Advice(
        say("When the talk stalls"),
        (
            say("It is quiet: count to ten. Most silence is someone thinking."),
            say("Only one talks: let everyone write three words on a note, and read them aloud in turn."),
            say(
                "Everyone agrees: ask what {the_many}, their relatives or the newest colleague would say.",
                the_many=served.the_many,
            ),
            say(
                "It turns into complaints about others: write them down in one place, and ask what the group can "
                "change."
            ),
            say("Someone is moved: take a break, and sit with your colleague. Ask before you go on."),
        ),
    )
    yield Advice(say("The poster is kept"), tuple(_poster(codes, words)))
    yield Advice(say("The evaluation is handed out"), tuple(_evaluation(fewest, words)))


def _poster(codes: tuple[str, ...], words: Catalogue) -> Iterator[str]:
    say = words.say
    yield say("The group writes it, in words of its own. The pen is never in your hand.")
    yield say("Read it aloud before it is hung up. If someone can be recognised, it is written anew.")
    yield say("Take one picture of it, without people, for the workplace. Keep none on your own phone.")
    yield say("The date on which the group looks at it again is on the poster.")
    if codes:
        yield say(
            "The workplace sends a receipt with the code of the course. The codes are {codes}.",
            codes=", ".join(codes),
        )


def _evaluation(fewest: int, words: Catalogue) -> Iterator[str]:
    say = words.say
    yield say("Hand the sheets out while there are ten minutes left, so that there is time to answer.")
    yield say("Say that it is voluntary, and that nobody writes a name.")
    yield say(
        "Leave the table while they write. One of the group collects the sheets in an envelope, and closes it. "
        "You do not open it: it goes to those who count."
    )
    yield say(
        "If you are fewer than {fewest}, hand none out: so few answers can be traced to each of you.", fewest=fewest
    )
    yield say("Only you get to see what is said about your own courses. It is for you to learn from.")
