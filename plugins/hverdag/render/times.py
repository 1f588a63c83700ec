"""When a step of a meeting is held, as it is written on web and paper."""

from ..model.guide import GuideStep
from ..model.plan import clock, minute_of_day


def when(step: GuideStep, start: str) -> str:
    """Return when a step begins and ends: by the clock where the start is known, otherwise in minutes from it."""
    begins, ends = step.begins, step.begins + step.minutes
    first = minute_of_day(start)
    return f"{begins}\u2013{ends}" if first is None else f"{clock(first + begins)}\u2013{clock(first + ends)}"
