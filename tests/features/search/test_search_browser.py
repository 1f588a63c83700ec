"""The search as readers meet it: over a server and from a file, with anything that can be typed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.chromium import Visit, faults_of
from tests.features.search.finding import Figures, Query, ask, figures, found, queries

pytestmark = pytest.mark.browser

DIALOG = "dialog.hv-search"
BOX = ".hv-search input[type=search]"
ITEM = ".hv-search ol > li"
HIT = ".hv-search a.hv-hit"
SAID = ".hv-search [role=status]"
TRIED = ".hv-search__try"


def look_for(page: Page, words: str) -> None:
    """Open the search and type."""
    if page.locator(DIALOG).is_hidden():
        page.locator(".hv-search-open").click()
    page.locator(BOX).fill(words)


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
    expect(first.locator("p mark").first).to_have_text("barn")
    name = "Knagen, Fortælling, Daginstitution, vuggestue og børnehave, Fællesskab, Nærvær"
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fortaellinger/knagen/**")
    expect(page.locator(".hv-story mark").first).to_be_visible()


def test_a_word_that_is_nowhere_is_told_and_the_nearest_shown(visit: Visit) -> None:
    page = visit.open("")
    look_for(page, "natevagtt")
    expect(page.locator(SAID)).to_contain_text("Vi fandt ikke »natevagtt«. Her er »nattevagt« i stedet.")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    look_for(page, "nøglen")
    expect(page.locator(SAID)).not_to_contain_text("i stedet")


def test_without_a_hit_there_are_words_to_try_and_the_list_of_stories(visit: Visit) -> None:
    page = visit.open("om/")
    look_for(page, "dortes")
    expect(page.locator(SAID)).to_contain_text("Vi fandt ikke noget.")
    word = page.locator(f"{TRIED} a").first
    expect(word).to_be_visible()
    assert faults_of(page) == []
    named = word.text_content() or ""
    page.keyboard.press("ArrowDown")  # the way to it without a mouse
    expect(word).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_have_value(named)
    expect(page.locator(ITEM).first).to_be_visible()
    look_for(page, "qqqqqqqqqqqqqqqqqq")
    expect(page.locator(SAID)).to_contain_text("Prøv at stave det på en anden måde, eller brug et andet ord.")
    expect(page.locator(TRIED)).to_be_hidden()
    assert page.locator(".hv-search :is(ul, ol):not(:has(li))").count() == 0  # no list without an item
    page.locator(DIALOG).get_by_role("link", name="Se alle fortællinger").click()
    page.wait_for_url("**/fortaellinger/")


def test_a_theme_that_no_story_is_about_is_not_taken_for_a_misspelt_word(visit: Visit) -> None:
    page = visit.open("")
    look_for(page, "vold")
    expect(page.locator(SAID)).to_have_text(
        "Vi fandt ikke noget.Ingen fortælling handler om »Vold og trusler« endnu.Se, om et af emnerne herunder passer."
    )


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
    assert all(word.isalnum() for hit in answers["markup"]["items"] for word in (*hit["found"], *hit["missing"]))
    assert (answers["small"]["items"], answers["small"]["note"]) == ([], {"kind": "small"})
    assert "noeglen" in found(answers["signs"])
    assert found(answers["names"]) == []
    assert answers["spaces"]["items"] == []
    assert found(answers["code"]) == ["skoaeskerne"]
    assert "skoaeskerne" in found(answers["code apart"])[:3]
    assert "faellesskab" in found(answers["apart"])[:3]
    look_for(page, typed["markup"])
    expect(page.locator(ITEM).first).to_be_visible()
    assert page.locator(".hv-search :is(img, b)").count() == 0


def test_nothing_is_fetched_before_someone_searches(visit: Visit) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.open("om/")
    page.wait_for_load_state("networkidle")
    assert not any("/search/" in url or "lunr" in url for url in asked)
    look_for(page, "nøglen")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    assert sum("/search/data." in url for url in asked) == 1


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
    expect(page.locator(SAID)).to_contain_text("nattevagt")
    page.locator(HIT).first.click()
    page.wait_for_url("**/fortaellinger/noeglen/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nøglen")
    page.close()
    assert left + errors == []


def test_a_search_that_cannot_be_loaded_says_so(visit: Visit) -> None:
    visit.page.route("**/search/data.*.js", lambda route: route.abort())
    page = visit.open("om/")
    look_for(page, "nøglen")
    expect(page.locator(SAID)).to_contain_text("Søgningen virker ikke lige nu.")
    expect(page.locator(DIALOG).get_by_role("link", name="Se alle fortællinger")).to_be_visible()
    visit.page.unroute("**/search/data.*.js")
    look_for(page, "nøgle")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    visit.errors.clear()  # that it failed is what was asked for


def test_a_name_that_no_dictionary_holds_is_found_as_it_sounds(visit: Visit) -> None:
    page = visit.open("")
    answers = ask(page, ["dorte", "vold", "sosuhjælper", "kopper", "chef"])
    assert found(answers[0]) == ["brugerfejl"]
    assert (answers[1]["items"], answers[1]["note"]) == ([], {"kind": "none", "tried": []})  # and not "hold"
    assert found(answers[2])
    assert answers[3]["note"] is None  # another form of "kop" is no other word
    assert "brugerfejl" in found(answers[4])[:3]  # those that say it come before those that say "leder"
    assert any("<mark>" in hit["lead"] for hit in answers[4]["items"])


def test_the_keyboard_goes_through_the_search_and_not_behind_it(visit: Visit) -> None:
    page = visit.open("om/")
    look_for(page, "nattevagt")
    expect(page.locator(ITEM).first).to_be_visible()
    hits = page.locator(f"{DIALOG} a[href]:visible").count()  # and the themes before them
    assert hits > page.locator(HIT).count() > 1
    seen = []
    for _ in range(hits + 2):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.closest('dialog') && document.activeElement.tagName"))
    assert seen[: hits + 1] == ["BUTTON"] + ["A"] * hits
    assert page.evaluate("!document.activeElement.closest('header, main, footer')")  # the browser's own, or the dialog
    page.locator(BOX).focus()
    for _ in range(hits + 3):
        page.keyboard.press("ArrowDown")
    expect(page.locator(HIT).last).to_be_focused()
    for _ in range(hits):
        page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    look_for(page, "dortes")
    expect(page.locator(TRIED)).to_be_visible()
    page.locator(BOX).press("Enter")  # no hit: the reader stays, at the first thing to try
    expect(page.locator(f"{TRIED} a").first).to_be_focused()
    assert page.url.endswith("/om/")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(".hv-search-open")).to_be_focused()


def test_the_search_works_where_a_page_was_not_found(visit: Visit) -> None:
    page = visit.open("404.html")
    look_for(page, "nøglen")
    page.locator(HIT).first.click()
    page.wait_for_url("**/fortaellinger/noeglen/**")


def test_escape_closes_at_once_and_the_button_opens_with_what_was_typed(visit: Visit) -> None:
    page = visit.open("om/")
    look_for(page, "nøglen")
    expect(page.locator(ITEM).first).to_be_visible()
    page.locator(BOX).press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("nøglen")
    page.get_by_role("button", name="Luk søgningen").click()
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.locator(".hv-search-open")).to_be_focused()


def test_enter_leads_to_the_first_hit_also_before_it_is_there(visit: Visit) -> None:
    page = visit.open("om/")
    page.locator(".hv-search-open").click()
    page.keyboard.insert_text("nøglen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fortaellinger/noeglen/**")


def test_how_many_were_found_is_said_once_when_typing_has_rested(visit: Visit) -> None:
    page = visit.open("om/")
    page.locator(".hv-search-open").click()
    page.evaluate(
        """() => {
            const said = document.querySelector(".hv-search [role=status]");
            window.heard = [];
            const hear = () => window.heard.push(said.innerText.trim());
            new MutationObserver(hear).observe(said, {childList: true, subtree: true});
        }"""
    )
    page.keyboard.type("chaufføren")
    expect(page.locator(SAID)).to_contain_text("side")
    expect(page.locator(HIT).first).to_contain_text("Chaufføren")
    page.wait_for_timeout(1_000)
    heard = page.evaluate("window.heard")
    assert len(heard) == 1
    assert heard[0].split()[0] == str(page.locator(HIT).count())


def test_without_words_there_is_nothing_to_read(visit: Visit) -> None:
    page = visit.open("om/")
    look_for(page, "nøglen")
    expect(page.locator(ITEM).first).to_be_visible()
    look_for(page, "  ")
    expect(page.locator(ITEM)).to_have_count(0)
    expect(page.locator(SAID)).to_have_text("Skriv et emne eller et ord, du husker.")


def test_themes_that_are_near_are_links(visit: Visit) -> None:
    """As the worker tells them: names are data."""
    page = visit.open("vaerdier/mod/")
    page.evaluate(
        """() => window.hverdagHits(document.querySelector("dialog.hv-search"), () => {})({
            items: [], note: {kind: "none", tried: []},
            themes: [
                {name: "Travlhed & <b>stress</b>", address: "emner/travlhed/", count: 3},
                {name: "Uro", address: "emner/uro/"}
            ]
        })"""
    )
    page.locator(".hv-search-open").click()
    links = page.locator(".hv-search__themes a")
    assert links.all_inner_texts() == ["Travlhed & <b>stress</b> (3)", "Uro"]
    assert links.first.get_attribute("href") == "../../emner/travlhed/"
    assert page.get_by_role("list", name="Emner:").count() == 1


TOLD = """([themes, words, isHit]) => window.hverdagHits(document.querySelector("dialog.hv-search"), () => {})({
    items: isHit ? [{title: "Nøglen", address: "fortaellinger/noeglen/", found: []}] : [],
    note: isHit ? null : {kind: "none", tried: words},
    themes: themes.map(name => ({name, address: "emner/" + name + "/"}))
})"""


def test_what_stands_below_is_said_to_whoever_listens_in_the_box(visit: Visit) -> None:
    page = visit.open("om/")
    assert page.evaluate(TOLD, [["uro", "tone"], ["nøgle", "nøgler"], False])[-1] == "Prøv et af ordene herunder."
    assert page.evaluate(TOLD, [["uro", "tone"], [], False])[-1] == "Se, om et af emnerne herunder passer."
    assert page.evaluate(TOLD, [["uro"], [], False])[-1] == "Se, om emnet herunder passer."
    assert page.evaluate(TOLD, [[], ["nøgle"], False])[-1] == "Prøv ordet herunder."
    assert not [line for line in page.evaluate(TOLD, [[], [], False]) if "herunder" in line]
    assert page.evaluate(TOLD, [["uro"], [], True]) == ["1 side, 1 emne"]
    assert page.evaluate(TOLD, [["uro", "tone"], [], True]) == ["1 side, 2 emner"]
    assert page.evaluate(TOLD, [[], [], True]) == ["1 side"]


def test_on_a_small_screen_with_large_text_nothing_is_pushed_out(large_text: BrowserContext, address: str) -> None:
    page = large_text.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    look_for(page, "arbejdsfællesskab")
    expect(page.locator(ITEM).first).to_be_visible()
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".hv-search, .hv-search :not(input)")]
            .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
            .map((one) => one.className || one.tagName)"""
    )
    assert wide == []
    assert faults_of(page) == []
    page.close()


def test_whoever_goes_back_finds_what_was_looked_for(visit: Visit) -> None:
    page = visit.open("om/")
    page.locator(".hv-search-open").click()
    page.keyboard.insert_text("nøgle")  # pasted or spoken: no key is let go
    page.locator(HIT).first.click()
    page.wait_for_url("**/fortaellinger/noeglen/**")
    page.go_back()
    expect(page.locator(BOX)).to_have_value("nøgle")
    expect(page.locator(ITEM).first).to_contain_text("Nøglen")
    page.goto(visit.address + "om/")
    expect(page.locator(DIALOG)).to_be_hidden()
