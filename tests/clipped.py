"""Text that cannot be seen whole, and words that are broken so that one letter stands alone: what a test of the page's
width does not see.

`clipped` finds text that is cut by a box, by dots or by a number of lines, that reaches out of its box or the window,
that lies over other text, or under something else. `lone_letters` finds words of which one letter stands alone on a
line. tests/web/test_clipped.py shows that each of these is found.
"""

from pathlib import Path

from playwright.sync_api import Page

_SCRIPT = (Path(__file__).parent / "clipped.js").read_text("utf-8")

CUT_ON_PURPOSE = {
    ".md-search-result": "What is found is shown in short; the page that it leads to has it whole.",
    ".hv-hit": "What is found is shown in short; the page that it leads to has it whole.",
    "select": "A browser shows what is chosen on one line; the list that opens has it whole.",
}
"""Where text may be cut, by selector, and why."""

BROKEN_ON_PURPOSE = {
    "code, pre": "What is typed to a machine is shown letter for letter, without hyphens.",
    '[href^="mailto:"], [href^="tel:"]': "An address has no places to break.",
}
"""Where words may be broken anywhere, by selector, and why."""


def clipped(page: Page) -> list[str]:
    """Return each element whose text cannot be seen whole, and how."""
    return _seen(page, "clipped", CUT_ON_PURPOSE)


def lone_letters(page: Page) -> list[str]:
    """Return each element with a word of which one letter stands alone on a line, and the pieces of the word."""
    return _seen(page, "lone", BROKEN_ON_PURPOSE)


def _seen(page: Page, what: str, allowed: dict[str, str]) -> list[str]:
    if not page.evaluate("'hverdagSeen' in window"):
        page.evaluate(_SCRIPT)
    found: list[str] = page.evaluate("([what, allowed]) => hverdagSeen(what, allowed)", [what, list(allowed)])
    return found
