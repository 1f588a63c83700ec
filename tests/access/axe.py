"""axe on a page as it is now, in every look that a reader may have: light, dark and forced colours, a wide window and a
narrow one, and text at 200 %."""

from collections.abc import Iterator
from typing import Literal

from playwright.sync_api import Page

from tests.axe import violations

from .finding import Finding

Colours = Literal["light", "dark", "forced"]
LARGE, ORDINARY = 32, 16
LOOKS: tuple[tuple[int, Colours, int], ...] = (
    (1280, "light", ORDINARY),
    (1280, "dark", ORDINARY),
    (1280, "forced", ORDINARY),
    (320, "forced", ORDINARY),
    (320, "dark", ORDINARY),
    (320, "light", ORDINARY),
    (320, "light", LARGE),
    (1280, "dark", LARGE),
)
"""Width of the window, colours, and the browser's own size of text, in an order that changes little from one to the
next."""

COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that may find something else where only the colours differ."""

# A reader's own choice, which a state may have made, comes before the system's.
_CHOOSE = """(colours) => {
  const {dataset} = document.documentElement;
  if (dataset.hvColours) dataset.hvColours = colours;
}"""
# A colour on its way to another is neither: axe would see it half-way.
_SETTLE = """() => document.getAnimations().forEach(one => {
  if (one.effect.getComputedTiming().endTime !== Infinity) one.finish();
})"""


def look(page: Page, width: int, colours: Colours, text: int) -> None:
    """Change how the browser shows a page."""
    page.set_viewport_size({"width": width, "height": 900})
    dark = colours == "dark"
    page.emulate_media(
        color_scheme="dark" if dark else "light",
        forced_colors="active" if colours == "forced" else "none",
        reduced_motion="reduce",
    )
    page.evaluate(_CHOOSE, "night" if dark else "day")
    inside = page.context.new_cdp_session(page)
    inside.send("Page.setFontSizes", {"fontSizes": {"standard": text, "fixed": text * 13 // 16}})
    inside.detach()
    page.evaluate(_SETTLE)


def axe(page: Page, by_colours: bool = False) -> Iterator[Finding]:
    """Yield what axe finds in a page as it looks now; `by_colours` only what other colours can change."""
    # A file may not fetch a file, and nothing here needs the style sheets once more.
    found = violations(page, {"preload": False, **(COLOURS if by_colours else {})})
    for fault in found:
        for node in fault["nodes"]:
            yield Finding("axe", fault["id"], node["target"][-1], node["failureSummary"])
