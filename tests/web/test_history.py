"""The history of a number on a page: all of it is within the drawing, nothing stands on anything else, and the table
behind it says the same."""

import re
from datetime import date
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from hverdag.locale import catalogue
from hverdag.model.uptake.history import MOST_DOTS, Shape, chart, continued
from hverdag.model.uptake.status import Figure
from hverdag.web.history import history
from hverdag.web.templates import environment
from tests.history_cases import CASES, figure, months

SHAPE = Shape(240, 150, 14)
LETTER = 7.0
"""As wide as a letter of 14 is on the average."""


class BarePage:
    """A page of no site."""

    def __init__(self, language: str) -> None:
        self.kit = self
        self.words = catalogue(language)

    def fragment(self, template: str, **data: Any) -> Markup:
        return Markup(environment(self.words).get_template(template).render(**data))  # noqa: S704 rendered escaped


def shown(one: Figure, language: str = "da") -> str:
    return history(BarePage(language), one)  # type: ignore[arg-type]


def drawing(one: Figure) -> ElementTree.Element:
    """Return the SVG of a figure; it is well-formed."""
    found = re.search("<svg.*</svg>", shown(one), re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0])  # noqa: S314 our own


def boxes(svg: ElementTree.Element) -> dict[str, tuple[float, float, float, float]]:
    """Return where each text stands."""
    found = {}
    for at, text in enumerate(svg.iter("text")):
        x, y, wide = float(text.attrib["x"]), float(text.attrib["y"]), len(text.text or "") * LETTER
        left = x - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor", ""), 0)
        found[f"{at} {text.text}"] = (left, y - 10, left + wide, y)
    return found


@pytest.mark.parametrize("case", CASES)
def test_all_words_are_within_the_drawing_and_none_stands_on_another(case: str) -> None:
    svg = drawing(CASES[case])
    wide, high = map(float, svg.attrib["viewBox"].split()[2:])
    placed = boxes(svg)
    for name, (left, top, right, bottom) in placed.items():
        assert left >= 0 and top >= 0 and right <= wide and bottom <= high, name
    for (one, a), (other, b) in combinations(placed.items(), 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one, other)


@pytest.mark.parametrize("case", CASES)
def test_whoever_sees_no_picture_gets_the_same(case: str) -> None:
    one, html = CASES[case], shown(CASES[case])
    told = drawing(one).attrib["aria-label"]
    assert "Arbejdspladser" in told
    assert {str(one.history[0][1]), str(one.history[-1][1])} <= set(re.findall(r"\d+", told))
    assert one.aim is None or f"Målet er {one.aim}" in told
    assert not one.due or catalogue("da").day(one.due) in told
    rows = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td>', html)
    assert [int(number) for _, number in rows] == [number for _, number in one.history]
    assert rows[0][0] == catalogue("da").month(one.history[0][0])


def test_several_can_stand_on_one_page() -> None:
    html = "".join(map(shown, CASES.values()))
    assert not re.findall(r'\bid="', html)
    assert "style=" not in html and "<style" not in html and "<script" not in html


def test_a_figure_without_a_history_has_no_chart() -> None:
    assert not shown(figure(()))


def test_names_are_text_and_never_html() -> None:
    evil = Figure('"><b>x', 1, None, "", "", months([1]))
    assert "<b>" not in shown(evil)


def test_english_readers_get_english() -> None:
    assert "The target is 30 by 31 December 2027." in shown(CASES["on the way"], "en")


def test_the_line_goes_on_to_this_month_and_begins_before_the_first() -> None:
    told = continued([(date(2026, 9, 1), 2), (date(2026, 11, 1), 5)], date(2027, 1, 20))
    assert told == months([0, 2, 2, 5, 5, 5], month=8)
    assert continued([], date(2027, 1, 20)) == ()
    assert continued([(date(2026, 9, 1), 0)], date(2026, 9, 1)) == months([0])


def test_the_line_is_true_to_its_numbers() -> None:
    drawn = chart(CASES["on the way"], SHAPE, "Mål: 30")
    assert drawn and drawn.aim
    assert drawn.due == 1 and drawn.dots[0].x == 0 and drawn.dots[-1].x == 3 / 15
    assert [round(dot.y / drawn.aim.y * 30) for dot in drawn.dots] == [0, 5, 9, 12]


@pytest.mark.parametrize("most", [*range(1, 60), 99, 100, 101, 4_999, 5_000, 5_001, 20_000])
def test_the_steps_are_few_and_reach_the_top(most: int) -> None:
    drawn = chart(figure(months([0, most])), SHAPE, "")
    assert drawn
    steps = [step for step, _ in drawn.steps]
    assert 2 <= len(steps) <= 5 and steps[0] == 0 and steps[-1] >= most > steps[-2]


def test_a_long_history_is_a_line_without_beads() -> None:
    drawn = chart(CASES["five years"], SHAPE, "")
    assert drawn and len(drawn.dots) > MOST_DOTS and len(drawn.marked) == 2
    assert [year for year, _ in drawn.years] == sorted({year for year, _ in drawn.years})
