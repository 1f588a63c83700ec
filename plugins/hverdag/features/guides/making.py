"""Methods and texts to guides: which there are, and what each step of them uses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from ...model.meeting import SHEET_QUESTIONS, GuideStep, StepText, fitted_minutes, steps_of
from ...model.once import Rounds
from ...model.shown import Shown
from ...model.texts.method import Brings, Method, Step
from ...model.texts.method import Subject as AppliesTo
from ...model.texts.story import Story
from ...model.texts.value import Value
from .guide_chain import GuideChain
from .model import Guide, whole_handbook

TELLING = frozenset({Brings.TEXT, Brings.SUMMARY, Brings.DILEMMA})
"""What a step can tell of a story."""

OF_A_STORY = TELLING | {Brings.QUESTIONS}
"""What a step can use of a story."""


_ROUNDS = Rounds[tuple[Guide, ...]]()


def guides_of(shown: Shown) -> Iterator[tuple[Guide, ...]]:
    """Yield every ready guide, together with the others of the same subject, in the order of the methods: each ready
    method applied to each story and each value that it fits, and to the handbook if it is for that."""
    methods = [method for method in shown.handbook.methods if method.ready]
    in_turn = _in_turn(shown)
    wholes = tuple(guide_of_handbook(method, shown, in_turn) for method in methods if method.is_whole)
    chain = GuideChain(shown.handbook.methods, wholes)
    shared = (shown.handbook.methods, tuple(guide.method.id for guide in wholes), shown.values)
    subjects: list[tuple[Story | Value, Made]] = [*_of_stories(methods, shown), *_of_values(methods, shown)]
    _ROUNDS.begin()
    for subject, made in subjects:
        make = partial(_chained, subject, made, shown.values, chain)
        yield _ROUNDS.get(subject.path, (subject, made, *shared), make)
    yield chain.joined(wholes)


Made = tuple[tuple[Method, tuple[Story, ...]], ...]
"""The methods that make guides of a subject, each with the stories that it can use."""


def _chained(subject: Story | Value, made: Made, values: tuple[Value, ...], chain: GuideChain) -> tuple[Guide, ...]:
    return chain.joined([guide_of(method, subject, stories, values) for method, stories in made])


def _of_stories(methods: Iterable[Method], shown: Shown) -> Iterator[tuple[Story, Made]]:
    own = [method for method in methods if AppliesTo.STORY in method.applies_to]
    for story in (shown_story.story for shown_story in shown.on_paper):
        yield story, tuple((method, (story,)) for method in own if method.fits(story))


def _of_values(methods: Iterable[Method], shown: Shown) -> Iterator[tuple[Value, Made]]:
    own = [method for method in methods if AppliesTo.VALUE in method.applies_to]
    for value in shown.values:
        stories = [shown_story.story for shown_story in shown.on_paper_of_value[value.id]]
        fitting = ((method, tuple(story for story in stories if method.fits(story))) for method in own)
        yield value, tuple(pair for pair in fitting if pair[1] or not tells_a_story(pair[0]))


def tells_a_story(method: Method) -> bool:
    """Return True if a step of the method tells of a story; a step may ask about a value alone."""
    return not TELLING.isdisjoint(method.shown)


def guide_of(method: Method, subject: Story | Value, stories: Sequence[Story], values: tuple[Value, ...]) -> Guide:
    """Return the guide of a method for a story, or for a value with its stories, of which the first is read aloud if
    the method tells a story."""
    told = stories[:1] if isinstance(subject, Story) or tells_a_story(method) else ()
    story = told[0] if told else None
    own = subject.questions or (story.questions if story else ())
    users = (at for at, step in enumerate(method.steps) if OF_A_STORY.intersection(step.shows))
    used = dict.fromkeys(users, StepText(story, own[:SHEET_QUESTIONS]))
    steps, too_long = _timed(method, used)
    return Guide(
        method=method,
        subject=subject,
        stories=tuple(told),
        more=tuple(stories[len(told) :]),
        steps=steps,
        all_values=values,
        too_long=too_long,
    )


def guide_of_handbook(method: Method, shown: Shown, in_turn: Iterable[Story]) -> Guide:
    """Return the guide of a method for the handbook itself. Each step that reads a story gets one of its own; the steps
    after it ask about the same. `in_turn` are the stories in the order that they are taken in."""
    stories = [story for story in in_turn if method.fits(story)]
    used = dict(_shared_out(method, stories)) if stories else {}
    told = {text.story.path: text.story for text in used.values() if text.story}
    steps, too_long = _timed(method, used)
    return Guide(
        method=method,
        subject=whole_handbook(method, shown.settings),
        stories=tuple(told.values()),
        steps=steps,
        all_values=shown.values,
        too_long=too_long,
    )


def _timed(method: Method, used: Mapping[int, StepText]) -> tuple[tuple[GuideStep, ...], int]:
    """Return the steps of a meeting with their minutes, and how long it takes to read the longest story aloud if there
    is no time for it, otherwise 0. `used` is what steps use, by their places among all the steps."""
    reading = [
        (step, story.body.minutes_to_plan if story and Brings.TEXT in step.shows else 0)
        for at, step in enumerate(method.steps)
        for story in (used[at].story if at in used else None,)
        if not step.before
    ]
    minutes, fitted = fitted_minutes([step.minutes for step, _ in reading], _each(reading), method.minutes)
    short = [pair for pair in reading if pair[0].short]
    shorts, _ = fitted_minutes([step.short for step, _ in short], _each(short), method.short)
    return tuple(steps_of(method, used, minutes, shorts)), 0 if fitted else max(_each(reading))


def _each(reading: Iterable[tuple[Step, int]]) -> list[int]:
    return [minutes for _, minutes in reading]


def _in_turn(shown: Shown) -> list[Story]:
    """Return the stories that may be printed, as the guides of the handbook take them: the one of the week first, then
    those with a dilemma."""
    now = shown.story_now
    path = now.story.path if now else ""
    stories = (shown_story.story for shown_story in shown.on_paper)
    return sorted(stories, key=lambda story: (story.path != path, story.dilemma is None))


def _shared_out(method: Method, stories: Sequence[Story]) -> Iterator[tuple[int, StepText]]:
    """Yield the story of each step that uses one, by the place of the step. None is used twice while there are others,
    and where a dilemma is asked for, one with a dilemma is taken."""
    left: list[Story] = []
    for steps in _sharing(method):
        left = left or list(stories)
        asks = any(Brings.DILEMMA in method.steps[at].shows for at in steps)
        story = next((story for story in left if story.dilemma or not asks), left[0])
        left = [other for other in left if other.path != story.path]
        yield from ((at, StepText(story, story.questions[:SHEET_QUESTIONS])) for at in steps)


def _sharing(method: Method) -> Sequence[Sequence[int]]:
    """Return the places of the steps that use one story, for each story: from one that reads it aloud to the next.
    What comes before the first reading uses the same story."""
    found: list[list[int]] = []
    is_read = False
    for at, step in enumerate(method.steps):
        reads = Brings.TEXT in step.shows
        if not OF_A_STORY.intersection(step.shows):
            continue
        if not found or (reads and is_read):
            found.append([])
        found[-1].append(at)
        is_read = is_read or reads
    return found
