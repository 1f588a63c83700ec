"""axe on a page as it is now."""

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe().axe_script
_ASKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    # Naming and returning every element that is as it should be takes axe as long as all its looking.
    "resultTypes": ["violations"],
}

_MOST = 3
"""How many texts of the same colour, size and weight, on the same ground, axe measures the contrast of."""
_ALIKE = "data-alike"
# Contrast is most of axe's work, and nearly all of it the same again: on a long page a hundred times for each colour.
_PASS_BY = f"""axe.configure({{rules: [{{id: "color-contrast", selector: "*:not([{_ALIKE}])"}}]}})"""
_MARK = """([mark, most]) => {
  const CLEAR = "rgba(0, 0, 0, 0)|none|1|none|normal";
  const grounds = new Map();  // what the text in an element stands on; "" where it may cover something else
  const found = one => {
    const style = getComputedStyle(one), under = ground(one.parentElement);
    const flows = ["static", "relative"].includes(style.position) && style.float === "none";
    if (!flows || style.transform !== "none") return "";
    const {backgroundColor, backgroundImage, opacity, filter, mixBlendMode} = style;
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode].join("|");
    return under && own !== CLEAR ? `${under}|${own}` : under;
  };
  const ground = one => {
    if (!one) return "page";
    if (!grounds.has(one)) grounds.set(one, found(one));
    return grounds.get(one);
  };
  const hasText = one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const seen = new Map();
  for (const one of document.querySelectorAll("*")) {
    one.removeAttribute(mark);
    if (!hasText(one) || !one.checkVisibility({visibilityProperty: true})) continue;
    const {color, fontSize, fontWeight, textShadow} = getComputedStyle(one), under = ground(one);
    const kind = [under, color, fontSize, fontWeight, textShadow].join("|");
    seen.set(kind, (seen.get(kind) || 0) + 1);
    if (under && seen.get(kind) > most) one.setAttribute(mark, "");
  }
}"""


def violations(page: Page, asked: Mapping[str, Any], within: str = "html") -> list[dict[str, Any]]:
    """Return what axe finds in a part of a page, as it says it. `asked` are its options, where they are not ours."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
        page.evaluate(_PASS_BY)
    page.evaluate(_MARK, [_ALIKE, _MOST])
    found: list[dict[str, Any]] = page.evaluate(
        "async ([within, asked]) => (await axe.run(within, asked)).violations", [within, {**_ASKED, **asked}]
    )
    return found
