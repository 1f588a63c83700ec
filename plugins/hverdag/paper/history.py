"""The history of a number on paper, as data: the same chart as on pages, in black lines."""

from typing import TypedDict

from ..locale import Catalogue
from ..model.uptake.history import Shape, chart, chart_words
from ..model.uptake.status import Figure
from .runs import shown

_FIELD = Shape(118, 30, 3.2)
"""The size of the chart's field and the height of its letters in millimetres, as in history.typ."""


class AimData(TypedDict):
    """The line of what the number is to be: its height, its words, and where they stand."""

    y: float
    words: str
    above: bool
    right: bool


class DueData(TypedDict):
    """The day on which the number is to be reached: its place, and its words."""

    x: float
    words: str


class HistoryData(TypedDict):
    """A chart in a field that is 1 wide and 1 high; heights count from the bottom. `alt` says what it shows. `aim` and
    `due` hold one or none."""

    alt: str
    line: list[tuple[float, float]]
    dots: list[tuple[float, float]]
    first: str
    last: str
    first_at: float
    last_at: float
    steps: list[tuple[str, float]]
    years: list[tuple[str, float]]
    months: list[str]
    aim: list[AimData]
    due: list[DueData]


def history_data(words: Catalogue, figure: Figure) -> HistoryData | None:
    """Return the history of a figure as data for `history` in history.typ; None if it has none."""
    aim_words = words.say("Target: {aim}", aim=figure.aim) if figure.aim is not None else ""
    drawn = chart(figure, _FIELD, aim_words)
    if drawn is None:
        return None
    dots, aim = drawn.dots, drawn.aim
    due_words = words.say("Due {when}", when=words.day(figure.due)) if figure.due else ""
    months = [words.short_month(month) for month in (drawn.first_month, drawn.last_month)]
    return {
        "alt": shown(" ".join([f"{words.tell(figure.name)}.", *map(words.tell, chart_words(figure))])),
        "line": [(dot.x, dot.y) for dot in dots],
        "dots": [(dot.x, dot.y) for dot in drawn.marked],
        "first": str(dots[0].number) if len(dots) > 1 else "",
        "last": str(dots[-1].number),
        "first_at": drawn.first_at,
        "last_at": drawn.last_at,
        "steps": [(str(step), y) for step, y in drawn.steps],
        "years": [(str(year), x) for year, x in drawn.years],
        "months": list(dict.fromkeys(months)),
        "aim": [{"y": aim.y, "words": aim_words, "above": aim.above, "right": aim.right}] if aim else [],
        "due": [{"x": drawn.due, "words": due_words}] if drawn.due is not None else [],
    }
