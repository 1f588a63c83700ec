"""The same site in a real Chromium: it looks as it did, our part is fit for everybody, and one search finds both."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.chromium import Visit, Window, faults_of, served, too_wide, visiting

from .conftest import PAGES, joined

pytestmark = pytest.mark.browser

OURS = (
    "vaerdier/",
    "vaerdier/tillid/",
    "fortaellinger/",
    "fortaellinger/doeren/",
    "guider/",
    "guider/kort/doeren/",
    "guider/sammensaet/",
    "kort/",
    "metoder/kort/",
    "databeskyttelse/",
    "emner/",
)
STYLES = """() => [...document.querySelectorAll('.md-header, .md-header *, .md-content, .md-content *')].map(one => {
  const { x, width, height } = one.getBoundingClientRect(), style = getComputedStyle(one);
  return [one.tagName, x, width, height, style.color, style.backgroundColor, style.font, style.margin].join(' '); })"""
SIZES = (360, 1280)
SCHEMES = ("light", "dark")


def looked_at(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")


def unlike(one: bytes, other: bytes) -> float:
    """The share of two pictures that differs by more than the edge of a drawn sign may from one drawing to the next."""
    first, second = (Image.open(BytesIO(picture)).convert("L") for picture in (one, other))
    assert first.size == second.size
    differing = ImageChops.difference(first, second).point(lambda value: 255 * (value > 24))
    return differing.histogram()[255] / (first.width * first.height)


def at_rest(page: Page) -> list[str]:
    """How a page looks when its fonts are there and its colours have stopped changing."""
    page.evaluate("document.fonts.ready")
    before: list[str] = []
    while before != (now := page.evaluate(STYLES)):
        before = now
        page.wait_for_timeout(300)
    return before


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_every_page_of_before_looks_as_it_did(visit_before: Visit, visit_after: Visit, width: int, scheme: str) -> None:
    for path in PAGES:
        seen = []
        for visit in (visit_before, visit_after):
            looked_at(visit.page, width, scheme)
            page = visit.open(path)
            styles = at_rest(page)
            seen.append((page.locator(".md-content").screenshot(animations="disabled"), styles))
        assert seen[0][1] == seen[1][1], path
        assert unlike(seen[0][0], seen[1][0]) < 0.001, path


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_our_pages_are_fit_for_everybody(visit_after: Visit, width: int, scheme: str) -> None:
    looked_at(visit_after.page, width, scheme)
    of_the_theme = {fault.partition(" ")[0] for fault in faults_of(visit_after.open("huset/kantinen/"))}
    for path in OURS:
        page = visit_after.open(path)
        assert faults_of(page, within=".hv-site") == [], path
        assert {fault.partition(" ")[0] for fault in faults_of(page)} <= of_the_theme, path
        assert too_wide(page) <= 0, path


def test_the_keyboard_leads_past_the_header_to_our_text(visit_after: Visit) -> None:
    page = visit_after.open("vaerdier/tillid/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    assert skip.get_attribute("href") == "#content"


@pytest.mark.parametrize(("typed", "found"), [("suppe", "huset/kantinen/"), ("låst", "fortaellinger/doeren/")])
def test_one_search_finds_both(visit_after: Visit, typed: str, found: str) -> None:
    page = visit_after.open("it/")
    page.locator(".md-search__input").click()
    page.keyboard.type(typed)
    result = page.locator(f".md-search-result__link[href*='/{found}']").first
    expect(result).to_be_visible()


def test_theirs_leads_to_ours_and_back(visit_after: Visit) -> None:
    visit_after.page.set_viewport_size({"width": 1280, "height": 900})
    page = visit_after.open("it/adgang/")
    page.locator(".md-tabs").get_by_role("link", name="Værdier").click()
    page.wait_for_url("**/vaerdier/")
    page.get_by_role("link", name="Mod").last.click()
    page.wait_for_url("**/vaerdier/mod/")
    page.locator(".md-tabs").get_by_role("link", name="Huset").click()
    page.wait_for_url("**/huset/lokaler/")


def test_what_is_chosen_is_shown_at_once(visit_after: Visit) -> None:
    page = visit_after.open("fortaellinger/")
    page.locator(".hv-choice").first.click()
    expect(page.locator(".hv-filter__result")).to_contain_text("1 fortælling")


def test_scripts_run_where_the_theme_changes_pages_by_itself(window: Window, tmp_path: Path) -> None:
    site = joined(tmp_path)
    site.change("mkdocs.yml", "    - navigation.tabs\n", "    - navigation.tabs\n    - navigation.instant\n")
    with served(site.site) as address:
        site.change("mkdocs.yml", "https://intranet.lilleby.example/", address)
        assert site.build().built
        with visiting(window, address) as visit:
            visit.page.set_viewport_size({"width": 1280, "height": 900})
            page = visit.open("it/")
            page.evaluate("window.isStillHere = true")
            page.wait_for_load_state("networkidle")
            page.locator(".md-tabs").get_by_role("link", name="Fortællinger").click()
            page.wait_for_url("**/fortaellinger/")
            assert page.evaluate("window.isStillHere")
            page.locator(".hv-choice").first.click()
            expect(page.locator(".hv-filter__result")).to_contain_text("1 fortælling")
