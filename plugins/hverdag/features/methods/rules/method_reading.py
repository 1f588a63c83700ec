"""A step in which a story is read aloud, too short for the story.

Counted at 130 words a minute. In the guide for that story the time is taken from the other steps, so that the meeting
is as long as planned.
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.texts.method import Brings, Method

RULE = Rule(
    "method-reading",
    Level.WARNING,
    "It takes {longest} minutes to read {path} aloud, and the step has {minutes}. Stories that take too long: {count}.",
    "Give the step {longest} minutes, or make the story shorter.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each step that is too short, naming the story that takes longest."""
    times = [(story.body.minutes_to_plan, story) for story in handbook.published]
    longest_first = sorted(times, key=lambda time: (-time[0], time[1].path))
    for method in handbook.methods:
        if Brings.TEXT in method.shown:
            readings = [(minutes, story.path) for minutes, story in longest_first if method.fits(story)]
            yield from _too_short(method, readings)


def _too_short(method: Method, readings: list[tuple[int, str]]) -> Iterator[Problem]:
    for at, step in enumerate(method.steps):
        if Brings.TEXT not in step.shows:
            continue
        for name in ("minutes", "short"):
            step_minutes = getattr(step, name)
            over = [(minutes, path) for minutes, path in readings if minutes > step_minutes]
            if over and step_minutes > 0:
                longest, path = over[0]
                source = method.at("steps", at, name)
                yield RULE.at(source, minutes=step_minutes, count=len(over), path=path, longest=longest)
