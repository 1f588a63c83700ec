"""What a page looks like on paper, asked of Chromium: the colours of its letters, what lies behind them, and what is
left of the screen."""

from pathlib import Path

from playwright.sync_api import Page

_ASKED = (Path(__file__).parent / "printed.js").read_text("utf-8")


def faults_on_paper(page: Page) -> list[str]:
    """Return what is not ink on white, and what belongs to the screen, as a page is printed now."""
    page.emulate_media(media="print")
    found: list[str] = page.evaluate(_ASKED)
    page.emulate_media(media="screen")
    return found
