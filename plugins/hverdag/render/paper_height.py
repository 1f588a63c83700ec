"""How tall a row of the plan and a part of the sheet become, in lines, about: what is taller than a page must be parted
between two, and anything else is kept whole."""

import math
from collections.abc import Iterable

from ..model.meeting import Guide, GuideStep

TALLEST = 42
"""Lines: a page has some 55 of them."""

NOTE = 2
"""Lines of text that a line to write on takes."""

_GUIDANCE, _BESIDE, _SHEET = 60, 10, 85
"""Letters on a line of the plan's wide column, of its narrow ones, and of the sheet."""


ONE_PAGE = 62
"""Lines of a plan that surely stands on one page with what is above it; the count is high rather than low."""


def row_breaks(guide: Guide) -> dict[int, tuple[bool, bool]]:
    """Return for each step of the meeting if its row is too tall to be kept whole, and if the PDF may part it.

    The PDF may part every row where the plan stands on one page anyway: keeping rows whole takes Typst a tenth of its
    time.
    """
    heights = {step.number: row_height(step, guide) for step in guide.meeting}
    before = sum(row_height(step, guide) for step in guide.before)
    on_one_page = before + sum(heights.values()) <= ONE_PAGE
    return {number: (height > TALLEST, on_one_page or height > TALLEST) for number, height in heights.items()}


def row_height(step: GuideStep, guide: Guide) -> int:
    """Return the lines of a step's row."""
    own = step.step
    told = guide.stories[0].summary if step.tells else ""
    shown = step.dilemma if step not in guide.sheet else None
    dilemma = (shown.question, *shown.options) if shown else ()
    guidance = (own.guidance, " ".join(own.say), *own.points, told, *step.questions, *dilemma, own.stalls, own.moved)
    beside = max(_lines([text], _BESIDE) for text in (own.name, own.activity, own.responsible))
    return max(_lines(guidance, _GUIDANCE) + NOTE * own.notes, beside + 4 * own.stop)


def part_height(step: GuideStep, notes: int) -> int:
    """Return the lines of a step's part of the sheet, with `notes` lines to write on for each question."""
    dilemma = (step.dilemma.question, *step.dilemma.options) if step.dilemma else ()
    return 3 + _lines((*step.questions, *dilemma), _SHEET) + NOTE * notes * len(step.questions)


def _lines(texts: Iterable[str], letters: int) -> int:
    return sum(math.ceil(len(text) / letters) + 1 for text in texts if text)
