"""The four sheets on values where people are appraised, and what is read on them first."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...model.language import Language
from ...model.message import Message, message


class SheetKind(StrEnum):
    """The sheets: cards for development talks with one or with a group, questions for the evaluation of leaders, and
    text for the personnel policy."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    LEADERS = "leaders"
    POLICY = "policy"

    @property
    def has_cards(self) -> bool:
        """True if the sheet is cut into cards."""
        return self in (SheetKind.ONE_TO_ONE, SheetKind.GROUP)


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name in files, its title and lead, and the questions that are asked of a value's signs in turn."""

    kind: SheetKind
    names: Mapping[Language, str]
    title: Message
    lead: Message
    asks: tuple[Message, ...] = ()


FIRST = (
    message("The works council is asked before any of this is used."),
    message("There is no scale. Nobody is given marks, and nobody is compared."),
    message("The handbook stores nothing. You decide yourselves what happens with what you write."),
)
"""What is said first, on every sheet and on their page."""

CHOICE = message("You choose what to talk about. Put away what you would rather not.")
"""What is said after it where there are questions."""

SHEETS = (
    Sheet(
        SheetKind.ONE_TO_ONE,
        {Language.DANISH: "kort-mus", Language.ENGLISH: "cards-one-to-one"},
        message("Cards for one-to-one appraisals"),
        message("Each of you draws two or three cards and puts the others away. Begin with the one you like best."),
        (
            message("What is like this in your own work?"),
            message("When did it last go well for you?"),
            message("What makes it hard?"),
            message("What do you need, and from whom?"),
        ),
    ),
    Sheet(
        SheetKind.GROUP,
        {Language.DANISH: "kort-grus", Language.ENGLISH: "cards-group"},
        message("Cards for group appraisals"),
        message("Lay the cards on the table. Choose three together, and take them one at a time."),
        (
            message("What does it look like here?"),
            message("When did it last go well for us?"),
            message("Who can tell that we do it?"),
            message("What shall we try before we meet again?"),
        ),
    ),
    Sheet(
        SheetKind.LEADERS,
        {Language.DANISH: "spoergsmaal-lederevaluering", Language.ENGLISH: "questions-leaders"},
        message("Questions for assessing leaders"),
        message("Choose at most one question for each value. The answer is words, never a tick at a number."),
        (
            message("When have you seen your leader do something like it?"),
            message("What could your leader do to make it easier for you?"),
            message("What should your leader keep doing?"),
            message("What do you miss, and how would you notice it?"),
        ),
    ),
    Sheet(
        SheetKind.POLICY,
        {Language.DANISH: "personalepolitik", Language.ENGLISH: "personnel-policy"},
        message("The values in the personnel policy"),
        message("A text to begin with. Change it until it is yours, and cross out what you do not want."),
    ),
)

POLICY_PARTS = (
    (
        message("When we take someone on"),
        message("We tell a story from an ordinary day, and ask all applicants what they would have done."),
    ),
    (
        message("When you are new"),
        message("In your first month, a colleague tells you what the values mean here. You may ask why."),
    ),
    (
        message("When we talk about how you are doing"),
        message("The values are something to talk about. They are not a list to measure you by."),
    ),
    (
        message("When something goes wrong"),
        message("Say so, and we will thank you for it. We look for what can be done differently, not for who did it."),
    ),
)
"""The parts of the personnel policy after the values: what the values mean there."""
