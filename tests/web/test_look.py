"""The look, as far as numbers can tell: text at 7:1 in both schemes, and marks at no less than 4.5:1."""

import re

import pytest

from hverdag.features.values.colour import DAY_PAPER, NIGHT_PAPER, contrast, mix, readable_on, value_colours
from hverdag.model.texts.value import Mark, Value
from hverdag.model.value_shapes import PATHS
from tests.conftest import PACKAGE

CSS = (PACKAGE / "web/static/hverdag.css").read_text("utf-8")


SELECTORS = {
    "day": ":root",
    "night": ':root[data-hv-colours="night"], [data-md-color-scheme="slate"]',
    "night of the system": ":root:not([data-hv-colours])",
}


def scheme(name: str) -> dict[str, str]:
    """The colours of a scheme, by name."""
    blocks = re.findall(rf"^ *{re.escape(SELECTORS[name])} \{{(.*?)\}}", CSS, re.S | re.M)
    (colours,) = filter(None, (dict(re.findall(r"--hv-([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks))
    return colours


def test_the_night_is_the_same_whoever_has_chosen_it() -> None:
    assert scheme("night") == scheme("night of the system")
    assert scheme("night").keys() == scheme("day").keys()


@pytest.mark.parametrize("name", ["day", "night"])
@pytest.mark.parametrize("text", ["ink", "quiet", "link", "warn"])
@pytest.mark.parametrize("behind", ["paper", "raised"])
def test_text_has_a_contrast_of_seven_to_one(name: str, text: str, behind: str) -> None:
    colours = scheme(name)
    assert contrast(colours[text], colours[behind]) >= 7


@pytest.mark.parametrize("name", ["day", "night"])
def test_the_door_and_the_lines_can_be_seen(name: str) -> None:
    colours = scheme(name)
    assert contrast(colours["door-ink"], colours["door"]) >= 7
    assert contrast(colours["strong-line"], colours["paper"]) >= 3


def test_the_paper_is_the_one_that_values_are_checked_against() -> None:
    assert scheme("day")["paper"] == DAY_PAPER
    assert scheme("night")["paper"] == NIGHT_PAPER


@pytest.mark.parametrize("colour", ["#000000", "#1d6f74", "#7f0000", "#00007f", "#123456"])
def test_a_dark_colour_is_lightened_for_the_night(colour: str) -> None:
    night = readable_on(colour, NIGHT_PAPER, 7)
    assert contrast(night, NIGHT_PAPER) >= 7
    made = Value(colour=colour, path="values/x.md").model_copy(update={"path": "values/x.md"})
    assert value_colours([made]) == f".hv-v-x{{--value-day:{colour};--value-night:{night}}}\n"


def test_contrast_is_as_wcag_measures_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_every_mark_is_drawn() -> None:
    assert set(PATHS) == set(Mark)
