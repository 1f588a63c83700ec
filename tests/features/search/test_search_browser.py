"""The search as readers meet it: over a server and from a file, with anything that can be typed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import Visit, faults_of
from tests.features.search.finding import Figures, Query, ask, figures, found, queries

pytestmark = pytest.mark.browser

BOX = ".md-search__input"
ITEM = ".md-search-result__item"
NOTE = ".hv-found"


def look_for(page: Page, words: str) -> None:
    """Open the search and type."""
    if not page.locator("#__search").is_checked():
        page.locator(".hv-search-open").click()
    page.locator(BOX).fill(words)
    page.locator(BOX).press("End")  # Material looks when a key is let go


def told(asked: list[Query], result: Figures) -> str:
    return f"{len(asked)} queries: recall {result.recall:.2f}, among three {result.among_three:.2f}"


def test_readers_find_what_they_look_for(visit: Visit) -> None:
    page = visit.open("")
    asked = queries()
    answers = ask(page, [query.text for query in asked])
    result = figures(asked, answers)
    assert result.recall >= 0.9, told(asked, result)
    assert result.among_three >= 0.85, told(asked, result)
    harder = [(query, answer) for query, answer in zip(asked, answers, strict=True) if query.form != "plain"]
    result = figures([query for query, _ in harder], [answer for _, answer in harder])
    assert min(result.recall, result.among_three) >= 0.9, told([query for query, _ in harder], result)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_result_shows_workplace_and_values_and_leads_to_the_words(visit: Visit, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = visit.open("")
    look_for(page, "børnene")
    first = page.locator(ITEM).first
    expect(first).to_contain_text("Knagen")
    expect(first).to_contain_text("Daginstitution, vuggestue og børnehave")
    expect(first.locator(".hv-chip svg.hv-mark")).to_have_count(2)
    expect(first.locator("p + p mark").first).to_have_text("barn")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fortaellinger/knagen/**")
    expect(page.locator(".hv-story mark").first).to_be_visible()


def test_a_word_that_is_nowhere_is_told_and_the_nearest_shown(visit: Visit) -> None:
    page = visit.open("")
    look_for(page, "natevagtt")
    expect(page.locator(NOTE)).to_contain_text("Vi fandt ikke »natevagtt«. Her er »nattevagt« i stedet.")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    look_for(page, "nøglen")
    expect(page.locator(NOTE)).to_be_hidden()


def test_without_a_hit_there_are_words_to_try_and_the_list_of_stories(visit: Visit) -> None:
    page = visit.open("om/")
    look_for(page, "dortes")
    expect(page.locator(".md-search-result__meta")).to_have_text("Vi fandt ikke noget.")
    word = page.locator(f"{NOTE} ul a").first
    expect(word).to_be_visible()
    assert faults_of(page) == []
    named = word.text_content() or ""
    page.keyboard.press("ArrowDown")  # the way to it without a mouse
    expect(word).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_have_value(named)
    expect(page.locator(ITEM).first).to_be_visible()
    look_for(page, "qqqqqqqqqqqqqqqqqq")
    expect(page.locator(NOTE)).to_contain_text("Prøv at stave det på en anden måde, eller brug et andet ord.")
    page.locator(NOTE).get_by_role("link", name="Se alle fortællinger").click()
    page.wait_for_url("**/fortaellinger/")


def test_anything_can_be_typed(visit: Visit) -> None:
    page = visit.open("")
    typed = {
        "long": "nøgle " * 2_000,
        "one": "x" * 10_000,
        "markup": "<img src=x onerror=alert(1)><b>nøglen</b>",
        "small": "det er ikke og som",
        "signs": '+nøgle -vagt ~2 *:^ "',
        "names": "constructor toString hasOwnProperty",
        "spaces": "   ",
        "code": "f07",
        "code apart": "F 07",
        "apart": "arbejds fællesskab",
    }
    answers = dict(zip(typed, ask(page, list(typed.values())), strict=True))
    assert found(answers["long"])[0] == "noeglen"
    assert found(answers["one"]) == []
    assert "noeglen" in found(answers["markup"])[:3]
    assert all(term.isalnum() for group in answers["markup"]["items"] for term in group[0]["terms"])
    assert (answers["small"]["items"], answers["small"]["note"]) == ([], {"kind": "small"})
    assert "noeglen" in found(answers["signs"])
    assert found(answers["names"]) == []
    assert answers["spaces"]["items"] == []
    assert found(answers["code"]) == ["skoaeskerne"]
    assert "skoaeskerne" in found(answers["code apart"])[:3]
    assert "faellesskab" in found(answers["apart"])[:3]
    look_for(page, typed["markup"])
    expect(page.locator(ITEM).first).to_be_visible()
    assert page.locator(".md-search-result img").count() == 0


def test_nothing_is_fetched_before_someone_searches(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.open("om/")
    page.wait_for_load_state("networkidle")
    assert not any("search/data.js" in url or "lunr" in url for url in asked)
    look_for(page, "nøglen")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    assert sum("search/data.js" in url for url in asked) == 1


def test_the_search_works_from_a_file(browser: Browser, sample: Path) -> None:
    page = browser.new_page(locale="da-DK", offline=True)
    left: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else left.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((sample / "om" / "index.html").resolve().as_uri())
    look_for(page, "nøglerne")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    look_for(page, "natevagtt")
    expect(page.locator(NOTE)).to_contain_text("nattevagt")
    page.locator(ITEM).first.click()
    page.wait_for_url("**/fortaellinger/noeglen/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nøglen")
    page.close()
    assert left + errors == []


def test_a_search_that_cannot_be_loaded_says_so(visit: Visit) -> None:
    visit.page.route("**/search/data.js", lambda route: route.abort())
    page = visit.open("om/")
    look_for(page, "nøglen")
    expect(page.locator(NOTE)).to_contain_text("Søgningen virker ikke lige nu.")
    visit.errors.clear()  # that it failed is what was asked for


def test_a_name_that_no_dictionary_holds_is_found_as_it_sounds(visit: Visit) -> None:
    page = visit.open("")
    answers = ask(page, ["dorte", "vold", "sosuhjælper", "kopper", "chef"])
    assert found(answers[0]) == ["brugerfejl"]
    assert (answers[1]["items"], answers[1]["note"]) == ([], {"kind": "none", "tried": []})  # and not "hold"
    assert found(answers[2])
    assert answers[3]["note"] is None  # another form of "kop" is no other word
    assert "brugerfejl" in found(answers[4])[:3]  # those that say it come before those that say "leder"
    assert "<mark>" in answers[4]["items"][3][0]["text"]


def test_the_keyboard_goes_through_the_search_and_not_behind_it(visit: Visit) -> None:
    page = visit.open("om/")
    look_for(page, "nattevagt")
    expect(page.locator(ITEM).first).to_be_visible()
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('.md-search').contains(document.activeElement)")
        seen.add(page.evaluate("document.activeElement.tagName"))
    assert seen == {"INPUT", "BUTTON", "A"}
    look_for(page, "dortes")
    expect(page.locator(NOTE)).to_be_visible()
    page.locator(BOX).press("Enter")  # no hit: the reader stays, at the first thing to try
    assert page.evaluate("document.activeElement.matches('.hv-found a')")
    assert page.url.endswith("/om/")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_whoever_goes_back_finds_what_was_looked_for(visit: Visit) -> None:
    page = visit.open("om/")
    page.locator(".hv-search-open").click()
    page.keyboard.insert_text("nøgle")  # pasted or spoken: no key is let go
    page.locator(ITEM).first.click()
    page.wait_for_url("**/fortaellinger/noeglen/**")
    page.go_back()
    expect(page.locator(BOX)).to_have_value("nøgle")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    page.goto(visit.address + "om/")
    expect(page.locator("#__search")).not_to_be_checked()
