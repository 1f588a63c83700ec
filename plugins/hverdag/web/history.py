"""The history of a number on a page: a line that is read without colours, and the table behind it."""

from dataclasses import dataclass

from markupsafe import Markup

from ..model.uptake.history import Chart, Dot, Shape, chart, chart_words
from ..model.uptake.status import Figure
from .page import Page

_WIDTH, _HEIGHT = 360, 226
_LEFT, _RIGHT, _TOP, _BOTTOM = 82, 50, 24, 48
"""The room around the field: for the steps and the first number, the last number, the words of the aim, and months."""
_LETTER = 14
_FIELD = Shape(_WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM, _LETTER)


@dataclass(frozen=True)
class Drawing:
    """The places of a chart in the SVG, as numbers that a template writes."""

    chart: Chart
    width: int = _WIDTH
    height: int = _HEIGHT
    letter: int = _LETTER
    left: int = _LEFT
    right: int = _WIDTH - _RIGHT
    bottom: int = _HEIGHT - _BOTTOM

    def x(self, part: float) -> float:
        """Return how far from the left a part of the field is."""
        return round(self.left + part * _FIELD.width, 1)

    def y(self, part: float) -> float:
        """Return how far from the top a part of the field is, which counts from the bottom."""
        return round(self.bottom - part * _FIELD.height, 1)

    @property
    def line(self) -> str:
        """The points of the line."""
        return " ".join(f"{self.x(dot.x)},{self.y(dot.y)}" for dot in self.chart.dots)

    @property
    def first(self) -> Dot:
        """The first point."""
        return self.chart.dots[0]

    @property
    def last(self) -> Dot:
        """The last point."""
        return self.chart.dots[-1]


def history(page: Page, figure: Figure) -> Markup:
    """Return a figure's history: the chart, what it shows in words, and the table behind it; nothing if it has none.
    The same page can show several."""
    words = page.kit.words
    aim_words = words.say("Target: {aim}", aim=figure.aim) if figure.aim is not None else ""
    drawn = chart(figure, _FIELD, aim_words)
    if drawn is None:
        return Markup()
    return page.fragment(
        "history.html",
        name=words.tell(figure.name),
        at=Drawing(drawn),
        due_words=words.say("Due {when}", when=words.day(figure.due)) if figure.due else "",
        aim_words=aim_words,
        told=" ".join(map(words.tell, chart_words(figure))),
        rows=[(words.month(month), number) for month, number in sorted(figure.history)],
        months=[words.short_month(month) for month in (drawn.first_month, drawn.last_month)],
    )
