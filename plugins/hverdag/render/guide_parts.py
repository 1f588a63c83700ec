"""Pieces of a guide that web and paper say alike: what it is called, when its steps are held, and its dilemma."""

from typing import Any

from ..locale import Catalogue
from ..model.meeting import Guide, GuideStep
from ..model.minutes import clock, minute_of_day
from ..model.texts.story import Dilemma


def guide_title(guide: Guide, words: Catalogue) -> str:
    """Return what a guide is called."""
    return words.say("{method}: {subject}", method=guide.method.heading, subject=guide.subject.heading)


def dilemma_parts(dilemma: Dilemma | None) -> dict[str, Any] | None:
    """Return a dilemma as data."""
    return {"question": dilemma.question, "options": list(dilemma.options)} if dilemma else None


def when(step: GuideStep, start: str) -> str:
    """Return when a step begins and ends: by the clock where the start is known, otherwise in minutes from it."""
    begins, ends = step.begins, step.begins + step.minutes
    first = minute_of_day(start)
    return f"{begins}\u2013{ends}" if first is None else f"{clock(first + begins)}\u2013{clock(first + ends)}"
