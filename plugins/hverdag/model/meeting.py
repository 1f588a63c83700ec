"""A guide: a method applied to a story, or to a value with its stories, with a plan whose minutes add up."""

from dataclasses import dataclass
from functools import cached_property

from .texts.method import Method, Shown, Step
from .texts.story import Dilemma, Story
from .texts.value import Value

SHEET_QUESTIONS = 3
"""So many of a story's questions stand on the participants' sheet."""


PAPERS = ("pdf", "docx")
"""What a guide is on paper: its name with each ending leads to the file."""


@dataclass(frozen=True)
class GuideStep:
    """A step with what the story brings to it.

    `number` counts the steps of the meeting from 1, and is 0 for what comes before it; `begins` is in minutes from
    the start. `short` and `short_begins` are the same in the short version; `short` is 0 where it leaves the step out.
    """

    step: Step
    number: int
    minutes: int
    begins: int
    short: int = 0
    short_begins: int = 0
    questions: tuple[str, ...] = ()
    dilemma: Dilemma | None = None

    @property
    def reads(self) -> bool:
        """Whether the story is read aloud here."""
        return Shown.TEXT in self.step.shows

    @property
    def tells(self) -> bool:
        """Whether the story is told in its one or two sentences."""
        return Shown.SUMMARY in self.step.shows


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A method's meeting, step by step, with the stories that are read at it; none, where they are chosen later.

    `more` are only named. `too_long` is the minutes it takes to read the stories aloud where the plan has no room for
    it, otherwise 0.
    """

    method: Method
    steps: tuple[GuideStep, ...]
    stories: tuple[Story, ...] = ()
    more: tuple[Story, ...] = ()
    all_values: tuple[Value, ...] = ()
    too_long: int = 0

    @cached_property
    def before(self) -> tuple[GuideStep, ...]:
        """What is done before the meeting."""
        return tuple(step for step in self.steps if not step.number)

    @cached_property
    def meeting(self) -> tuple[GuideStep, ...]:
        """The steps of the meeting."""
        return tuple(step for step in self.steps if step.number)

    @property
    def minutes(self) -> int:
        """How long the meeting takes."""
        return sum(step.minutes for step in self.meeting)

    @property
    def short(self) -> int:
        """How long the short version takes; 0 where there is none."""
        return sum(step.short for step in self.meeting)

    @cached_property
    def sheet(self) -> tuple[GuideStep, ...]:
        """The steps whose questions stand on the participants' sheet."""
        return tuple(step for step in self.meeting if step.step.sheet and (step.questions or step.dilemma))

    @property
    def shows_values(self) -> bool:
        """Whether the participants get the values as cards."""
        return Shown.VALUES in self.method.shown

    @cached_property
    def stops(self) -> dict[int, int]:
        """The number on the stop sign of each step that has one, by the step's number."""
        signs = [step.number for step in self.meeting if step.step.stop]
        return {number: sign for sign, number in enumerate(signs, 1)}


@dataclass(frozen=True, kw_only=True)
class Guide(Plan):
    """Everything a leader needs to hold one meeting: a method applied to a story, or to a value with its stories."""

    subject: Story | Value

    @property
    def path(self) -> str:
        """The name that texts and addresses know the guide by: `guides/kort-samtale/noeglen`."""
        return f"guides/{self.method.id}/{self.subject.id}"

    @property
    def code(self) -> str:
        """What stands on paper: the subject's code and the method's, as F01-M01."""
        return f"{self.subject.code}-{self.method.code}"

    @property
    def value(self) -> Value | None:
        """The value that the guide is about, where it is not about a story."""
        return self.subject if isinstance(self.subject, Value) else None

    @property
    def targets(self) -> tuple[str, ...]:
        """What its page and its files are linked to by, whatever their addresses are."""
        return (self.path, *(f"{self.path}.{ending}" for ending in PAPERS))

    @property
    def story_codes(self) -> tuple[str, ...]:
        """The codes of the stories that it tells of."""
        return tuple(story.code for story in (*self.stories, *self.more))
