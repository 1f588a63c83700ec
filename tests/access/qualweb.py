"""QualWeb's ACT rules and WCAG techniques, run in a page as QualWeb itself runs them, but in our own browser."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.required import missing

from .finding import Finding

PACKAGES = Path(__file__).parent / "node_modules"
# In the order of @qualweb/core: each bundle leaves names in the page that the next one uses.
_BUNDLES = (
    "qw-page/dist/qw-page.bundle.js",
    "util/dist/__webpack/util.bundle.js",
    "locale/dist/locale.bundle.js",
    "act-rules/dist/__webpack/act.bundle.js",
    "wcag-techniques/dist/__webpack/wcag.bundle.js",
)
_RUN = """(sourceHtml) => {
  const data = {sourceHtml, newTabWasOpen: false};
  window.act = new ACTRulesRunner({}, "en").configure({}).test(data);
  const wcag = new WCAGTechniquesRunner({}, "en").configure({}).test(data);
  return wcag.getReport();
}"""
# The rule on clipped text is about a window of this size.
_ZOOMED = {"width": 640, "height": 512}
_RUN_ZOOMED = "() => { window.act.testSpecial(); return window.act.getReport(); }"
_CLEAN = """() => { for (const one of document.querySelectorAll("[qw-selector], [qw-css-rules], [qw-context]"))
  for (const name of one.getAttributeNames()) if (name.startsWith("qw-")) one.removeAttribute(name); }"""


@cache
def _bundles() -> str:
    if not PACKAGES.is_dir():
        missing("QualWeb is not here: npm ci in tests/access.")
    return "\n".join((PACKAGES / "@qualweb" / name).read_text("utf-8") for name in _BUNDLES)


def qualweb(page: Page, source: str) -> list[Finding]:
    """Return what QualWeb finds in a page as it is now, and what it asks about. `source` is its HTML before scripts."""
    page.evaluate(_bundles())
    techniques = page.evaluate(_RUN, source)
    size = page.viewport_size
    page.set_viewport_size(_ZOOMED)
    rules = page.evaluate(_RUN_ZOOMED)
    if size:
        page.set_viewport_size(size)
    page.evaluate(_CLEAN)
    return [finding for report in (rules, techniques) for finding in _findings(report)]


def _findings(report: dict[str, Any]) -> list[Finding]:
    return [
        Finding("qualweb", code, element.get("pointer") or "html", _told(result), verdict == "warning")
        for code, rule in report["assertions"].items()
        for result in rule["results"]
        if (verdict := result["verdict"]) in ("failed", "warning")
        for element in result["elements"] or [{}]
    ]


def _told(result: dict[str, Any]) -> str:
    """Return what a rule says, with the values that it says it of."""
    values = ", ".join(map(str, result.get("attributes") or []))
    return f"{result['description']} ({values})" if values else str(result["description"])
