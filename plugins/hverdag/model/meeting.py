"""A meeting: the steps of a method with the parts of a story that they use, and a plan whose minutes add up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .minutes import begins, clock, minute_of_day, scaled
from .texts.method import Brings, Method, Step
from .texts.story import Dilemma, Story
from .texts.value import Value

SHEET_QUESTIONS = 3
"""The most questions of a story on the participants' sheet."""


@dataclass(frozen=True)
class GuideStep:
    """A step with the questions and the dilemma of the `story` that it uses; None if that is chosen later.

    `number` counts the steps of the meeting from 1, and is 0 for a step before it; `begins` is in minutes from the
    start. `short` and `short_begins` are minutes and start in the short version; `short` is 0 if it leaves the step
    out.
    """

    step: Step
    number: int
    minutes: int
    begins: int
    short: int = 0
    short_begins: int = 0
    questions: tuple[str, ...] = ()
    dilemma: Dilemma | None = None
    story: Story | None = None

    def when(self, start: str, language: str = "da") -> str:
        """Return when the step begins and ends: as clock times of a language, such as `9.05-9.15`, if the start is
        known, otherwise in minutes from it."""
        begins, ends = self.begins, self.begins + self.minutes
        first = minute_of_day(start)
        if first is None:
            return f"{begins}\u2013{ends}"
        return f"{clock(first + begins, language)}\u2013{clock(first + ends, language)}"

    @property
    def reads(self) -> bool:
        """True if the story is read aloud in this step."""
        return Brings.TEXT in self.step.shows

    @property
    def tells(self) -> bool:
        """True if the summary of the story is told in this step."""
        return Brings.SUMMARY in self.step.shows

    @property
    def summary(self) -> str:
        """The summary of the story, if it is told in this step and the story is known."""
        return self.story.summary if self.story and self.tells else ""

    @property
    def looks_back(self) -> bool:
        """True if the meeting looks at what was agreed last time."""
        return Brings.AGREED in self.step.shows


@dataclass(frozen=True)
class Talk:
    """A meeting that comes before or after another: its method, the code on its paper, and the target of links to it,
    which are those of a guide if there is one."""

    method: Method
    code: str
    target: str


@dataclass(frozen=True, kw_only=True)
class MeetingPlan:
    """A method's meeting, step by step, with the stories that are read at it; none, if they are chosen later.

    `more` are stories that are only named. `too_long` is the minutes it takes to read the story aloud if the plan has
    no room for it, otherwise 0. `follows` are the talks that come before the meeting, and `leads_to` those that come
    next; `more_before` and `more_after` say how many others there are.
    """

    method: Method
    steps: tuple[GuideStep, ...]
    stories: tuple[Story, ...] = ()
    more: tuple[Story, ...] = ()
    all_values: tuple[Value, ...] = ()
    too_long: int = 0
    follows: tuple[Talk, ...] = ()
    leads_to: tuple[Talk, ...] = ()
    more_before: int = 0
    more_after: int = 0

    @property
    def is_open(self) -> bool:
        """True if stories are yet to be chosen."""
        return not self.stories

    @cached_property
    def before(self) -> tuple[GuideStep, ...]:
        """The steps before the meeting."""
        return tuple(step for step in self.steps if not step.number)

    @cached_property
    def meeting(self) -> tuple[GuideStep, ...]:
        """The steps of the meeting."""
        return tuple(step for step in self.steps if step.number)

    @property
    def minutes(self) -> int:
        """The minutes of the meeting."""
        return sum(step.minutes for step in self.meeting)

    @property
    def short(self) -> int:
        """The minutes of the short version; 0 if there is none."""
        return sum(step.short for step in self.meeting)

    @cached_property
    def sheet(self) -> tuple[GuideStep, ...]:
        """The steps whose questions are on the participants' sheet. If it would be empty, they are all the questions
        of the meeting."""
        marked = tuple(step for step in self.meeting if step.step.sheet and (step.questions or step.dilemma))
        if marked or self.stories or (self.is_open and self.method.uses_texts):
            return marked
        return tuple(step for step in self.meeting if step.questions)

    @property
    def shows_values(self) -> bool:
        """True if the participants get the values as cards."""
        return Brings.VALUES in self.method.shown

    @cached_property
    def stops(self) -> dict[int, int]:
        """The number on the stop sign of each step that has one, by the step's number."""
        signs = [step.number for step in self.meeting if step.step.stop]
        return {number: sign for sign, number in enumerate(signs, 1)}


@dataclass(frozen=True)
class StepText:
    """What a step uses: a story, if it uses one, and the questions that belong to what the meeting is about."""

    story: Story | None
    questions: tuple[str, ...] = ()


def plan_meeting(method: Method, values: tuple[Value, ...]) -> MeetingPlan:
    """Return a method's plan before any story is chosen. `values` are all the values, for methods that show them."""
    minutes, shorts = [step.minutes for step in method.meeting], [step.short for step in method.meeting if step.short]
    return MeetingPlan(method=method, steps=tuple(steps_of(method, {}, minutes, shorts)), all_values=values)


def fitted_minutes(minutes: Sequence[int], readings: Sequence[int], total: int) -> tuple[tuple[int, ...], bool]:
    """Return the minutes of the steps, and True if the stories can be read aloud in their steps. `readings` are the
    minutes that it takes to read aloud what is read in each step.

    If reading takes longer than a step, the other steps get fewer minutes; the total stays the same.
    """
    if all(planned >= reading for planned, reading in zip(minutes, readings, strict=True)):
        return tuple(minutes), True
    floors = [max(reading, planned) if reading else 1 for planned, reading in zip(minutes, readings, strict=True)]
    fitted = scaled(minutes, floors, total)
    return (fitted, True) if fitted else (tuple(minutes), False)


def steps_of(
    method: Method, texts: Mapping[int, StepText], minutes: Sequence[int], shorts: Sequence[int]
) -> Iterator[GuideStep]:
    """Yield the steps of a method with the questions and the dilemma they use, and when each begins. `texts` is what
    steps use, by the place of the step among all of them."""
    starts, remaining_shorts = begins(minutes), iter(shorts)
    short_begins = number = 0
    for at, step in enumerate(method.steps):
        used = texts.get(at)
        story = used.story if used else None
        questions = (*step.questions, *(used.questions if used and Brings.QUESTIONS in step.shows else ()))
        dilemma = story.dilemma if story and Brings.DILEMMA in step.shows else None
        told: dict[str, Any] = {"questions": questions, "dilemma": dilemma, "story": story}
        if step.before:
            yield GuideStep(step, 0, step.minutes, 0, **told)
            continue
        short = next(remaining_shorts) if step.short else 0
        yield GuideStep(step, number + 1, minutes[number], starts[number], short, short_begins, **told)
        number, short_begins = number + 1, short_begins + short
