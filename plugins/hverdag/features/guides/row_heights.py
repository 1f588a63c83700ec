"""Estimated heights, in lines, of a row of the plan and a part of the sheet: one that is taller than a page must be
split between two, and any other is kept on one page."""

import math
from collections.abc import Iterable

from ...model.meeting import GuideStep
from .model import Guide

TALLEST = 42
"""Lines: a taller row may be split; a page has about 55 lines."""

NOTE = 2
"""Lines of text in the height of one line to write on."""

LAST_TIME = 4
"""Lines to write on, and a heading, for what was agreed last time."""

_GUIDANCE, _BESIDE, _SHEET = 60, 10, 85
"""Characters on a line of the plan's wide column, of its narrow columns, and of the sheet."""


ONE_PAGE = 62
"""Lines: a plan of at most so many fits on one page with the text above it, since heights are estimated high."""


def row_breaks(guide: Guide) -> dict[int, tuple[bool, bool]]:
    """Return for each step of the meeting, by number, if its row is too tall for one page, and if the PDF may split it.

    The PDF may split every row if the plan fits on one page anyway: keeping rows whole takes a tenth of Typst's time.
    """
    heights = {step.number: row_height(step, guide) for step in guide.meeting}
    before = sum(row_height(step, guide) for step in guide.before)
    on_one_page = before + sum(heights.values()) <= ONE_PAGE
    return {number: (height > TALLEST, on_one_page or height > TALLEST) for number, height in heights.items()}


def row_height(step: GuideStep, guide: Guide) -> int:
    """Return the estimated height of a step's row, in lines."""
    method_step = step.step
    shown = step.dilemma if step not in guide.sheet else None
    dilemma = (shown.question, *shown.options) if shown else ()
    guidance = (
        method_step.guidance,
        " ".join(method_step.say),
        *method_step.points,
        step.summary,
        *step.questions,
        *dilemma,
        method_step.stalls,
        method_step.moved,
    )
    beside = max(_lines([text], _BESIDE) for text in (method_step.name, method_step.activity, method_step.responsible))
    lines = method_step.notes + LAST_TIME * step.looks_back
    return max(_lines(guidance, _GUIDANCE) + NOTE * lines, beside + 4 * method_step.stop)


def part_height(step: GuideStep, notes: int) -> int:
    """Return the estimated height of a step's part of the sheet, in lines, with `notes` lines to write on for each
    question."""
    dilemma = (step.dilemma.question, *step.dilemma.options) if step.dilemma else ()
    return 3 + _lines((*step.questions, *dilemma), _SHEET) + NOTE * notes * len(step.questions)


def _lines(texts: Iterable[str], letters: int) -> int:
    return sum(math.ceil(len(text) / letters) + 1 for text in texts if text)
