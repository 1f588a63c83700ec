"""A real Chromium: nothing leaves the server, nothing fails, everyone can read and use it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hverdag.model.digest_name import without_digest
from tests.chromium import Visit, faults_of
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

PAGES = {
    "front": "",
    "value": "vaerdier/tillid/",
    "story": "fortaellinger/noeglen/",
    "index": "fortaellinger/",
    "goal": "maal/bredt/",
}
REST = [
    "vaerdier/",
    "samtale/",
    "om/",
    "bidrag/",
    "redaktion/",
    "redaktion/felter/",
    "redaktion/regler/",
    "redaktion/tekst/",
    "tilgaengelighed/",
    "print-selv/",
    "databeskyttelse/",
]


def test_a_search_leads_to_the_story(visit: Visit) -> None:
    visit.open("")
    visit.search()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/fortaellinger/noeglen/**")


def test_a_page_has_one_of_each_landmark(visit: Visit) -> None:
    for path in ("", "fortaellinger/", "404.html"):
        page = visit.open(path)
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role).count() == 1, (path, role)  # type: ignore[arg-type]
        names = page.evaluate("[...document.querySelectorAll('nav')].map((nav) => nav.ariaLabel)")
        assert all(names)
        assert len(names) == len(set(names))


def test_the_title_of_the_front_page_says_its_name_once(visit: Visit) -> None:
    page = visit.open("")
    assert page.title() == page.locator("h1").inner_text()


def test_a_page_that_is_not_there_says_so(visit: Visit) -> None:
    page = visit.open("404.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Siden findes ikke"
    assert page.title() == "Siden findes ikke - Hverdag i Fjordby"
    assert faults_of(page) == []


def test_filtering_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.open("fortaellinger/")
    shown = page.locator("#stories > :not([hidden])")
    assert shown.count() == 11
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "tillid":
            break
    page.keyboard.press("Space")
    assert page.locator("#filter-count").inner_text() == "3 fortællinger"
    assert shown.count() == 3
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#filter-count").inner_text() == "1 fortælling"
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.name") == "kind":
            break
    page.keyboard.type("Et ritual")
    assert page.locator("#filter-count").inner_text() == "Ingen fortælling passer. Prøv med færre valg."
    assert "kind=tradition" in page.url
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.part") == "reset":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('filter-count').textContent === '11 fortællinger'")
    assert "?" not in page.url


def test_a_filtered_list_has_an_address_of_its_own(visit: Visit) -> None:
    page = visit.open("fortaellinger/?value=mod&workplace=Vej+og+park%2C+vejholdet&audience=<b>&value=findes-ikke")
    assert page.locator("#stories > :not([hidden]) h2").all_inner_texts() == ["Skloe"]


def test_no_page_holds_code_or_styles_of_its_own(sample: Path) -> None:
    """So that a strict Content-Security-Policy can be asked for; and none asks for a script of Material's."""
    inline = re.compile(r"<script(?![^>]*(?:\ssrc=|application/json))|<style|<\w[^<>]*\son[a-z]+=|javascript:", re.I)
    framed = [path for path in sample.rglob("*.html") if 'class="hv-header"' in path.read_text("utf-8")]
    assert len(framed) > 50
    for path in framed:
        text = path.read_text("utf-8")
        assert not inline.search(text), path
        assert "assets/javascripts" not in text, path
    assert not (sample / "assets/javascripts").exists()
    assert sorted(without_digest(path.name) for path in (sample / "search").iterdir()) == ["address.js", "data.js"]


def test_the_words_that_led_to_a_page_are_marked_on_it(visit: Visit) -> None:
    page = visit.open("fortaellinger/noeglen/?h=n%C3%B8gle+%3Cimg+src%3Dx%3E")
    marks = page.locator("mark.hv-sought")
    assert marks.count() >= 1
    assert {text.lower() for text in marks.all_inner_texts()} == {"nøgle"}
    assert page.locator("main img[src=x]").count() == 0
    assert visit.open("fortaellinger/noeglen/?h=").locator("mark").count() == 0


def test_what_is_folded_together_opens_for_print_and_for_its_address(visit: Visit) -> None:
    page = visit.open("print-selv/")
    folded = page.locator("details:not([open])")
    number = folded.count()
    assert number > 1
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert folded.count() == number
    page.evaluate("document.querySelector('details :is(p, ul, a):not(summary *)').id = 'her'")
    page.evaluate("location.hash = 'her'")
    page.locator("#her").wait_for(state="visible")
    assert folded.count() == number - 1


def test_without_a_script_everything_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "fortaellinger/")
    assert page.locator("#stories article").count() == 11
    assert page.locator("#filter").is_hidden()
    for tool in ("hv-search-open", "hv-colours", "hv-menu"):
        assert page.locator(f".{tool}").is_hidden()
    context.close()


def test_opened_as_a_file_the_links_lead_on(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    page.goto(f"file://{sample}/index.html")
    page.get_by_role("link", name="Hold en samtale på 20 minutter").click()
    page.wait_for_url("**/samtale/index.html")
    page.get_by_role("link", name="Se guiden").click()
    page.wait_for_url("**/guider/kort-samtale/skoaeskerne/index.html")
    page.get_by_role("link", name="Skoæskerne", exact=True).click()
    page.wait_for_url("**/fortaellinger/skoaeskerne/index.html")
    page.get_by_role("link", name="Faglighed").first.click()
    page.wait_for_url("**/vaerdier/faglighed/index.html")
    page.close()


def test_a_line_of_a_story_is_the_length_of_a_book_line(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 900})
    page = visit.open("fortaellinger/noeglen/")
    lines = page.evaluate(
        """() => {
            const lengths = [];
            for (const text of [...document.querySelectorAll(".hv-story p")].map(one => one.firstChild)) {
                const range = document.createRange();
                let top = null, start = 0;
                for (let at = 0; at < text.length; at++) {
                    range.setStart(text, at); range.setEnd(text, at + 1);
                    const here = range.getBoundingClientRect().top;
                    if (top !== null && here > top + 5) { lengths.push(at - start); start = at; }
                    top = here;
                }
            }
            return lengths;
        }"""
    )
    assert 60 <= sum(lines) / len(lines) <= 68


PUBLISHED = sorted(
    path.stem for path in (ROOT / "stories").glob("*.md") if "\nstate: published\n" in path.read_text("utf-8")
)


@pytest.mark.parametrize("path", PUBLISHED)
def test_a_story_prints_on_two_sheets(visit: Visit, path: str) -> None:
    page = visit.open(f"fortaellinger/{path}/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2


def test_a_printed_story_has_no_doors(visit: Visit) -> None:
    page = visit.open("fortaellinger/noeglen/")
    page.emulate_media(media="print")
    assert page.locator(".hv-header").is_hidden()
    assert page.locator(".hv-story").is_visible()
    assert page.locator(".hv-footer").is_visible()
