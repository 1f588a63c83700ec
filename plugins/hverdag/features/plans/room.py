"""How much there is room for on two pages of A4, reckoned with the styles of base.docx. All measures are in twentieths
of a point.

Nobody knows the fonts of the computer that opens the file, so letters are taken to be wide, and a part of each page is
kept free. A page that is too full would begin a third.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...docx.plain import lines_of
from ...docx.styles import TEXT_WIDTH

if TYPE_CHECKING:
    from .sheet import SheetData

PAGE = round(14_798 * 0.93)
"""The height of a page between its margins, and what is kept free of it."""
RECEIVED_WIDTHS = (1474, 2494, 1134, 3289, 1474)
"""The columns of the table of receipts: date, tool, participants, sentence, next date."""
OWN_WIDTHS = (2268, TEXT_WIDTH - 2268)
"""The columns of the table to write in."""
CELL_SIDES, CELL_EDGES = 140, 70
TEXT_SIZE, LINE = 11, TEXT_WIDTH / 20
"""The size of a text, and the length of a line, in points."""
TITLE, TITLE_LINE, SUBTITLE, HEAD_ROW, SPACER = 100, 477, 690, 370, 120
SMALL_LINE, SMALL_AFTER, TEXT_LINE, TEXT_AFTER, PLAN_LINE, PLAN_AROUND = 220, 70, 262, 90, 225, 80
LEAST_TO_WRITE, MOST_TO_WRITE = 1300, 2900
"""The height of each row to write in."""


def small(text: str, width: int = TEXT_WIDTH) -> int:
    """Return the height of a paragraph in small letters."""
    return lines_of(text, 9, width / 20) * SMALL_LINE + SMALL_AFTER


def _text(text: str) -> int:
    return lines_of(text, 11, TEXT_WIDTH / 20) * TEXT_LINE + TEXT_AFTER


def row_height(cells: Sequence[Sequence[str]]) -> int:
    """Return the height of a row of receipts."""
    heights = (
        sum(small(text, width - CELL_SIDES) for text in cell)
        for cell, width in zip(cells, RECEIVED_WIDTHS, strict=True)
    )
    return max(heights) + CELL_EDGES


def left_for_rows(data: "SheetData") -> int:
    """Return the height that there is for rows of receipts on the first page, beside everything else."""
    title = lines_of(data["workplace"], 20, LINE) * TITLE_LINE + TITLE
    above = small(data["eyebrow"]) + title + small(data["about"]) + _text(data["intro"])
    below = SUBTITLE + small(data["copy"]) + _text(data["text"])
    after = 3 * (SMALL_LINE + SMALL_AFTER) + (small(data["form_words"]) if data["form"] else 0)
    agreed = SUBTITLE + sum(small(line) for line in data["agreements"]) if data["agreements"] else 0
    return PAGE - above - SUBTITLE - HEAD_ROW - SPACER - after - agreed - below


def second_page(values: Sequence[list[str]]) -> tuple[list[list[str]], int]:
    """Return the values whose question there is room for, and the height of each of the three rows to write in."""
    left = PAGE - 2 * SUBTITLE - SMALL_LINE - SMALL_AFTER - HEAD_ROW - 2 * SPACER
    shown: list[list[str]] = []
    for name, question in values:
        lines = lines_of(f"{name}. {question}", 9.5, TEXT_WIDTH / 20)
        height = lines * PLAN_LINE + PLAN_AROUND
        if left - height < 3 * (LEAST_TO_WRITE + CELL_EDGES):
            break
        left -= height
        shown.append([name, question])
    return shown, min(left // 3 - CELL_EDGES, MOST_TO_WRITE)
