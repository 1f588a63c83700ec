"""A story's course in a real Chromium: its passport, the pages of the goals, and what came of what came in."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from pypdf import PdfReader

from tests.chromium import Visit, Window, served, too_wide, visiting
from tests.conftest import GOLDEN, Publication
from tests.golden_course import give_course

pytestmark = pytest.mark.browser

PAGES = ["fortaellinger/doeren/", "maal/maal-1-2/", "maal/synlig/", "bidrag/"]
WORD = "Sammenlægningsudvalgsformandskabet"
"""Longer than a telephone is wide, with text at 200 %."""


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The golden publication, with longer words in it, and with a story that was left out."""
    root = tmp_path_factory.mktemp("course") / "good"
    shutil.copytree(GOLDEN / "good", root)
    made = Publication(root)
    # A table that scrolls has tests of its own; what is nodded to must not change afterwards.
    made.change("stories/doeren.md", "| Tid | Sted |\n|----:|------|\n| 16 | Hjem |\n", "")
    give_course(made)
    made.change("stories/doeren.md", "group: Værdigruppen", f"group: {WORD}")
    made.change("stories/doeren.md", "role: Direktionen", f"role: {WORD}")
    made.change("stories/doeren.md", "{{ 7*7 }} døre", f"{WORD}s døre")
    made.change("values/handbook.yml", "text: Alle er <med>.", f"text: Alle i {WORD} er med.")
    left = (root / "stories/vinduet.md").read_text("utf-8").replace("state: published", "state: declined")
    answer = f"response:\n  answer: declined\n  reason: Vi har en, der viser det.\n  date: 2026-04-21\n  role: {WORD}\n"
    made.write("stories/lugen.md", left.replace("code: F02\n", f"code: F08\n{answer}"))
    report = made.build()
    assert report.built, report.problems
    with served(made.site) as given:
        yield given


@pytest.mark.parametrize("path", PAGES)
def test_long_words_fit(window: Window, large_text: BrowserContext, course: str, path: str) -> None:
    with visiting(window, course) as visit:
        visit.page.set_viewport_size({"width": 320, "height": 900})
        assert too_wide(visit.open(path)) <= 0
    page = large_text.new_page()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        Visit(page, course).open(path)
        assert too_wide(page) <= 0
    page.close()


def test_the_passport_comes_after_the_story_and_the_talk(browser: Browser, course: str) -> None:
    page = browser.new_page()
    page.goto(f"{course}fortaellinger/doeren/")
    order = page.evaluate(
        """() => [".hv-story", "#dilemma", "#questions", "#talks", "#passport", "#about", "#related"]
            .map(name => document.querySelector(name))
            .every((one, at, all) => !at || all[at - 1].compareDocumentPosition(one) & 4)"""
    )
    assert order
    page.get_by_role("region", name="Fortællingens pas").get_by_role("link").click()
    page.wait_for_url("**/maal/maal-1-2/")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Alle i")
    page.close()


def test_the_passport_prints_whole(browser: Browser, course: str) -> None:
    page = browser.new_page()
    page.goto(f"{course}fortaellinger/doeren/")
    page.emulate_media(media="print")
    assert page.locator(".hv-pass").is_visible()
    printed = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    for told in (
        "Fortællingens pas",
        "2 af 2 medvirkende",
        "Ægte.",
        f"{WORD}s døre",
        "14 af 14 i Værdigruppen",
        "Læses",
    ):
        assert told in text
    page.close()


def test_the_sample_leads_from_about_to_what_came_of_it(browser: Browser, sample: Path) -> None:
    with served(sample) as given:
        page = browser.new_page()
        page.goto(f"{given}om/")
        page.get_by_role("link", name="Det blev der af jeres bidrag").click()
        page.wait_for_url("**/bidrag/")
        assert page.get_by_role("heading", level=1).inner_text() == "Det blev der af jeres bidrag"
        page.close()
