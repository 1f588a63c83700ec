"""The colours of values, and the relative luminance and contrast ratio of colours, as WCAG 2.1 defines them."""

import re
from collections.abc import Iterable

from ...model.texts.value import Value

_HEX = re.compile(r"#[0-9a-fA-F]{6}")

DAY_PAPER = "#fdfaf4"
NIGHT_PAPER = "#191713"
NIGHT_CONTRAST = 7.0


def value_colours(values: Iterable[Value]) -> str:
    """Return a CSS rule for each value: its colour by day, and a lighter one by night."""
    return "".join(
        f".hv-v-{value.id}{{--value-day:{value.colour};"
        f"--value-night:{readable_on(value.colour, NIGHT_PAPER, NIGHT_CONTRAST)}}}\n"
        for value in values
    )


def is_colour(text: str) -> bool:
    """Return True if the text is a colour such as `#1d6f74`."""
    return _HEX.fullmatch(text) is not None


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1.0 to 21.0."""
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(colour: str, paper: str, ratio: float) -> str:
    """Return the colour, mixed with white in steps of 5 % until its contrast with `paper`, a dark colour, is
    `ratio`."""
    for step in range(0, 101, 5):
        lighter = mix(colour, "#ffffff", step / 100)
        if contrast(lighter, paper) >= ratio:
            return lighter
    return "#ffffff"


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with a share (0 to 1) of `other` mixed in."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
