"""What a questionnaire is: its questions, and the answers that can be ticked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..language import Language
from ..message import Message, message
from .counts import CountKind


@dataclass(frozen=True)
class Question:
    """A question: its id, and its words. An open one is answered in words, which are never published."""

    id: str
    text: Message
    is_open: bool = False


@dataclass(frozen=True)
class Scale:
    """The answers that can be ticked, each with its number from 1 to 5; 0 is no answer. `also` is what forms call them
    besides. With `numbered`, the number itself is an answer too."""

    steps: tuple[tuple[Message, int], ...]
    also: Mapping[str, int] = field(default_factory=dict)
    numbered: bool = True


AGREEMENT = Scale(
    (
        (message("Strongly disagree"), 1),
        (message("Disagree"), 2),
        (message("Neither agree nor disagree"), 3),
        (message("Agree"), 4),
        (message("Strongly agree"), 5),
    ),
    {
        "meget uenig": 1,
        "delvist uenig": 2,
        "overvejende uenig": 2,
        "hverken eller": 3,
        "delvist enig": 4,
        "overvejende enig": 4,
        "meget enig": 5,
        "somewhat disagree": 2,
        "neutral": 3,
        "neither": 3,
        "somewhat agree": 4,
    },
)

YES, SOMETIMES, NO = 5, 3, 1

YES_OR_NO = Scale(
    (
        (message("Yes"), YES),
        (message("Sometimes"), SOMETIMES),
        (message("No"), NO),
        (message("I do not know"), 0),
    ),
    {"til tider": SOMETIMES, "somme tider": SOMETIMES},
    numbered=False,
)


@dataclass(frozen=True)
class Questionnaire:
    """A questionnaire: what its answers are counted as, its title, and its questions. `names` are those of its sheet in
    each language."""

    kind: CountKind
    title: Message
    lead: Message
    names: Mapping[Language, str]
    questions: tuple[Question, ...]
    scale: Scale = AGREEMENT

    @property
    def scaled(self) -> tuple[Question, ...]:
        """The questions that are answered on the scale, in order."""
        return tuple(one for one in self.questions if not one.is_open)

    @property
    def scaled_ids(self) -> tuple[str, ...]:
        """The ids of the questions that are answered on the scale."""
        return tuple(one.id for one in self.scaled)

    @property
    def open(self) -> Question | None:
        """The question that is answered in words, if there is one."""
        return next((one for one in self.questions if one.is_open), None)


def of_kind(questionnaires: Iterable[Questionnaire], kind: str) -> Questionnaire | None:
    """Return the questionnaire whose answers are counted as a kind; None if there is none."""
    return next((one for one in questionnaires if one.kind == kind), None)
