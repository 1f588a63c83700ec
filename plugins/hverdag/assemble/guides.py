"""Methods and stories to guides: which there are, and for each its plan, its questions and its sheet."""

from collections.abc import Iterator, Mapping, Sequence

from ..model.handbook import Handbook
from ..model.meeting import SHEET_QUESTIONS, Guide, GuideStep, Plan
from ..model.minutes import begins, scaled
from ..model.texts.method import Method, Shown, Step, Subject
from ..model.texts.story import Story
from ..model.texts.value import Value


def assemble_guides(
    handbook: Handbook, stories: Sequence[Story], by_value: Mapping[str, Sequence[Story]]
) -> Iterator[Guide]:
    """Yield every guide that is made ahead: each ready method for each story and each value that it fits.

    `by_value` holds the stories of each value, those for whom it is the chief value first.
    """
    for method in handbook.methods:
        if not method.ready:
            continue
        if Subject.STORY in method.applies_to:
            for story in stories:
                if method.fits(story):
                    yield assemble_guide(handbook, method, story, (story,))
        if Subject.VALUE in method.applies_to:
            for value in handbook.values:
                told = [story for story in by_value[value.id] if method.fits(story)]
                if told:
                    yield assemble_guide(handbook, method, value, told)


def assemble_guide(handbook: Handbook, method: Method, subject: Story | Value, told: Sequence[Story]) -> Guide:
    """Apply a method to a story, or to a value with its stories, of which the first is read."""
    story = told[0]
    reading = story.body.minutes_to_plan
    meeting = method.meeting
    minutes, fitted = _planned([step.minutes for step in meeting], meeting, reading, method.minutes)
    short_steps = [step for step in meeting if step.short]
    shorts, _ = _planned([step.short for step in short_steps], short_steps, reading, method.short)
    return Guide(
        method=method,
        subject=subject,
        stories=(story,),
        more=tuple(told[1:]),
        steps=tuple(_steps(method, story, minutes, shorts, _own(subject, story))),
        all_values=handbook.values,
        too_long=0 if fitted else reading,
    )


def assemble_plan(handbook: Handbook, method: Method) -> Plan:
    """Return a method's plan before any story is chosen, for the composer."""
    minutes, shorts = [step.minutes for step in method.meeting], [step.short for step in method.meeting if step.short]
    return Plan(method=method, steps=tuple(_steps(method, None, minutes, shorts)), all_values=handbook.values)


def _planned(minutes: Sequence[int], steps: Sequence[Step], reading: int, total: int) -> tuple[tuple[int, ...], bool]:
    """Return the minutes of the steps, and whether the story can be read in them.

    A story that takes longer than its step takes the time from the others; the meeting stays as long as it is.
    """
    held = [at for at, step in enumerate(steps) if Shown.TEXT in step.shows]
    if all(minutes[at] >= reading for at in held):
        return tuple(minutes), True
    floors = [max(reading, minutes[at]) if at in held else 1 for at in range(len(steps))]
    found = scaled(minutes, floors, total)
    return (found, True) if found else (tuple(minutes), False)


def _steps(
    method: Method, story: Story | None, minutes: Sequence[int], shorts: Sequence[int], own: Sequence[str] = ()
) -> Iterator[GuideStep]:
    starts, left = begins(minutes), iter(shorts)
    short_begins = number = 0
    for step in method.steps:
        questions = (*step.questions, *(own if Shown.QUESTIONS in step.shows else ()))
        dilemma = story.dilemma if story and Shown.DILEMMA in step.shows else None
        if step.before:
            yield GuideStep(step, 0, step.minutes, 0, questions=questions, dilemma=dilemma)
            continue
        short = next(left) if step.short else 0
        yield GuideStep(step, number + 1, minutes[number], starts[number], short, short_begins, questions, dilemma)
        number, short_begins = number + 1, short_begins + short


def _own(subject: Story | Value, story: Story) -> tuple[str, ...]:
    """The questions that a talk about the subject begins with; those of a value are its own."""
    return (subject.questions or story.questions)[:SHEET_QUESTIONS]
