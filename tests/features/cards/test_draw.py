"""Cards drawn on a screen: each once, with the keyboard alone, from a USB stick, and whatever the address says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from hverdag.model.digest_name import without_digest
from tests import pdf
from tests.chromium import Visit, faults_of, too_wide
from tests.conftest import TODAY, Publication, rendered
from tests.heard import focus, heard, listen

DRAW = "kort/"
CARDS = "assets/hverdag/cards"
browser_test = pytest.mark.browser


def cards_of(site: Path) -> dict[str, dict[str, Any]]:
    """Every card that the page can load, by its id."""
    found: dict[str, dict[str, Any]] = {}
    for script in sorted((site / CARDS).glob("*.js")):
        held = re.fullmatch(r"hverdagData\.cards\((.*)\);\n", script.read_text("utf-8"), re.S)
        assert held is not None
        data = json.loads(held[1])
        assert f"{data['value']}.js" == without_digest(script.name)
        for kind, cards in data["cards"].items():
            for card in cards:
                assert card["id"] not in found
                found[card["id"]] = {**card, "kind": kind, "value": data["value"]}
    return found


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def face(page: Page) -> Locator:
    return page.locator('[data-part="card"]')


def left(page: Page) -> Locator:
    return page.locator('[data-part="left"]')


def shown(page: Page) -> str:
    """The id of the card that is up."""
    return page.url.partition("#")[2]


def draw(page: Page) -> str:
    """Draw a card, and return its id."""
    before = shown(page)
    button(page, "Træk et kort").click()
    page.wait_for_function("before => location.hash.slice(1) !== before", arg=before)
    return shown(page)


def draw_all(page: Page, number: int) -> list[str]:
    return [draw(page) for _ in range(number)]


@browser_test
def test_axe_finds_nothing_on_either_side(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 900})
    visit.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page = visit.open(DRAW)
    page.locator("summary").click()
    assert faults_of(page) == []
    for id in ("f05", "v03", "v03-2"):
        page.evaluate("id => { location.hash = id; }", id)
        expect(face(page)).to_contain_text(f"Kode {id[:3].upper()}")
        assert faults_of(page) == []
        button(page, "Vend kortet").click()
        assert faults_of(page) == []
        assert too_wide(page) <= 0


def cut_off(page: Page) -> list[str]:
    """What reaches out over the edge of its card: the page's own width does not tell."""
    found: list[str] = page.evaluate(
        """() => {
            const card = document.querySelector('[data-part="card"]');
            const edge = card.getBoundingClientRect().right;
            return [...card.querySelectorAll("*")]
                .filter(one => one.getBoundingClientRect().right > edge)
                .map(one => one.className + ": " + one.textContent);
        }"""
    )
    return found


@browser_test
@pytest.mark.parametrize("id", ["f05", "v03", "v03-2"])
def test_text_at_200_percent_fits_a_phone(large_text: BrowserContext, address: str, id: str) -> None:
    page = large_text.new_page()
    made = Visit(page, address)
    page.set_viewport_size({"width": 320, "height": 700})
    made.open(DRAW)
    page.locator("summary").click()
    assert too_wide(page) <= 0
    page.evaluate("id => { location.hash = id; }", id)
    for _ in range(2):
        assert too_wide(page) <= 0
        assert cut_off(page) == []
        button(page, "Vend kortet").click()
    page.close()
    assert made.left + made.errors == []


def test_ids_tell_all_cards_apart_and_the_page_has_counted_them(sample: Path) -> None:
    cards = cards_of(sample)
    kinds = [card["kind"] for card in cards.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {"value": 7, "dilemma": 9, "question": 21}
    held = re.search(r'data-given="([^"]*)"', (sample / DRAW / "index.html").read_text("utf-8"))
    assert held is not None
    given = json.loads(held[1].replace("&#34;", '"'))
    assert sum(sum(value["counts"].values()) for value in given["values"]) == len(cards)


@browser_test
def test_every_card_is_drawn_once_and_then_the_pile_is_shuffled(visit: Visit, sample: Path) -> None:
    cards = cards_of(sample)
    page = visit.open(DRAW)
    expect(left(page)).to_have_text("37 kort tilbage af 37")
    assert set(draw_all(page, 37)) == set(cards)
    expect(left(page)).to_have_text("Bunken er tom. Bland igen, hvis I vil fortsætte.")
    button(page, "Bland igen").click()
    expect(left(page)).to_have_text("Kortene er blandet. 37 kort tilbage af 37")
    expect(face(page)).to_be_hidden()
    expect(button(page, "Træk et kort")).to_be_focused()
    assert draw(page) in cards
    expect(left(page)).to_have_text("36 kort tilbage af 37")


@browser_test
def test_a_pile_of_one_card_can_be_drawn_again_and_again(visit: Visit) -> None:
    page = visit.open(f"{DRAW}?kind=value&value=mod")
    for _ in range(3):
        expect(left(page)).to_contain_text("1 kort tilbage af 1")
        draw(page)
        expect(left(page)).to_have_text("Bunken er tom. Bland igen, hvis I vil fortsætte.")
        button(page, "Bland igen").click()


@browser_test
def test_a_card_fills_the_screen_and_the_next_one_too(visit: Visit) -> None:
    page = visit.open(f"{DRAW}#f05")
    button(page, "Vis i fuld skærm").click()
    expect(button(page, "Afslut fuld skærm")).to_be_focused()
    draw(page)
    expect(face(page)).to_be_visible()
    assert page.evaluate("document.fullscreenElement.id") == "draw"
    assert faults_of(page) == []
    button(page, "Afslut fuld skærm").click()
    expect(button(page, "Vis i fuld skærm")).to_be_visible()


@browser_test
def test_only_chosen_cards_are_drawn_and_the_choice_stands_in_the_address(visit: Visit, sample: Path) -> None:
    page = visit.open(DRAW)
    page.locator("summary").click()
    page.get_by_label("Spørgsmål").uncheck()
    page.get_by_label("Værdikort", exact=False).first.uncheck()
    button(page, "Fravælg alle værdier").click()
    expect(left(page)).to_have_text("Vælg mindst én slags kort og mindst én værdi.")
    page.locator("summary").click()
    button(page, "Træk et kort").click()
    expect(page.locator("input[name=value]").first).to_be_focused()
    for value in ("aabenhed", "tillid"):
        page.locator(f"input[value={value}]").check()
    wanted = {
        id
        for id, card in cards_of(sample).items()
        if card["kind"] == "dilemma" and card["value"] in ("aabenhed", "tillid")
    }
    assert "kind=dilemma&value=tillid&value=aabenhed" in page.url
    page.reload()
    expect(left(page)).to_have_text(f"{len(wanted)} kort tilbage af {len(wanted)}")
    expect(page.get_by_text("Nogle er valgt fra")).to_be_visible()
    assert set(draw_all(page, len(wanted))) == wanted
    expect(button(page, "Bland igen")).to_be_visible()


@browser_test
def test_what_has_been_drawn_is_remembered_by_a_reload_and_by_back(visit: Visit, sample: Path) -> None:
    page = visit.open(DRAW)
    first, second, third = draw_all(page, 3)
    text = face(page).inner_text()
    page.reload()
    expect(left(page)).to_have_text("34 kort tilbage af 37")
    assert face(page).inner_text() == text
    button(page, "Forrige kort").click()
    page.wait_for_url(f"**#{second}")
    page.go_back()
    page.wait_for_url(f"**#{first}")
    expect(button(page, "Forrige kort")).to_be_hidden()
    page.go_back()
    expect(face(page)).to_be_hidden()
    page.go_forward()
    expect(face(page)).to_be_visible()
    expect(left(page)).to_have_text("34 kort tilbage af 37")
    assert {first, second, third}.isdisjoint(draw_all(page, 34))


@browser_test
def test_the_choice_and_the_cards_are_the_same_after_a_visit_to_the_story(visit: Visit) -> None:
    page = visit.open(f"{DRAW}?kind=dilemma#f05")
    button(page, "Vend kortet").click()
    expect(face(page)).to_contain_text("Fortællingen er opdigtet.")
    page.get_by_role("link", name="Læs fortællingen").click()
    expect(page.locator("h1")).to_have_text("Beskeden")
    page.go_back()
    expect(face(page)).to_contain_text("Elleve har læst beskeden")
    expect(left(page)).to_have_text("8 kort tilbage af 9")


@browser_test
def test_the_sides_of_each_kind_of_card(visit: Visit, sample: Path) -> None:
    page = visit.open(DRAW)
    titles = {"value": "Sådan mærker vi den", "dilemma": "Mulige svar", "question": "Vores løfte"}
    kinds = {"value": "Værdi", "dilemma": "Dilemma", "question": "Spørgsmål"}
    for id, card in cards_of(sample).items():
        page.evaluate("id => { location.hash = id; }", id)
        expect(face(page).locator(".hv-draw__text")).to_have_text(card["text"])
        expect(face(page).locator(".hv-draw__kind")).to_have_text(kinds[card["kind"]])
        assert face(page).get_attribute("class").split()[1] == f"hv-v-{card['value']}"  # type: ignore[union-attr]
        button(page, "Vend kortet").click()
        expect(face(page)).to_contain_text(titles[card["kind"]])
        for text in card["more"]:
            expect(face(page)).to_contain_text(text)
        link = face(page).get_by_role("link").get_attribute("href")
        assert page.request.get(f"{visit.address}{DRAW}{link}").ok


HOSTILE = [
    "findes-ikke",
    "f99",
    "v03-99",
    "__proto__",
    "constructor",
    "<img src=x onerror=alert(1)>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "%",
    "%E0%A4%A",
    "../../../etc/passwd",
    "javascript:alert(1)",
    "f01%00",
    "x" * 5000,
]


@browser_test
@pytest.mark.parametrize("hash", HOSTILE)
def test_a_strange_address_is_told_kindly_and_nothing_else_happens(visit: Visit, hash: str) -> None:
    said: list[str] = []
    visit.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page = visit.open(f"{DRAW}#{hash}")
    told = page.locator('[data-part="told"]')
    expect(told).to_have_text("Kortet i linket findes ikke i håndbogen. Træk et andet.")
    expect(face(page)).to_be_hidden()
    expect(left(page)).to_have_text("37 kort tilbage af 37")
    draw(page)
    expect(told).to_be_hidden()
    assert said == []


@browser_test
def test_an_address_is_the_same_in_large_letters(visit: Visit) -> None:
    expect(face(visit.open(f"{DRAW}#F05"))).to_contain_text("Elleve har læst beskeden")


@browser_test
@pytest.mark.parametrize("query", ["kind=<script>", "value=findes-ikke", "value=__proto__&kind=%00"])
def test_a_strange_choice_is_told_and_all_cards_are_in(visit: Visit, query: str) -> None:
    page = visit.open(f"{DRAW}?{query}")
    expect(page.locator('[data-part="told"]')).to_contain_text("Noget i linket kunne ikke bruges.")
    expect(left(page)).to_have_text("37 kort tilbage af 37")


@browser_test
def test_the_skip_link_leaves_the_card_where_it_is(visit: Visit) -> None:
    page = visit.open(f"{DRAW}#f05")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")
    expect(face(page)).to_contain_text("Elleve har læst beskeden")
    expect(page.locator('[data-part="told"]')).to_be_hidden()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the button or link has focus."""
    for _ in range(40):
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} cannot be reached with the keyboard")


@browser_test
def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.open(DRAW)
    tab_to(page, "Træk et kort")
    page.keyboard.press("Enter")
    expect(face(page)).to_be_visible()
    first = shown(page)
    expect(button(page, "Træk et kort")).to_be_focused()
    page.keyboard.press("Space")
    page.wait_for_function("before => location.hash.slice(1) !== before", arg=first)
    tab_to(page, "Vend kortet")
    page.keyboard.press("Space")
    expect(face(page).get_by_role("link")).to_be_visible()
    expect(button(page, "Vend kortet")).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab_to(page, "Forrige kort")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{first}")
    expect(button(page, "Forrige kort")).to_be_hidden()
    expect(button(page, "Træk et kort")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("x")
    assert shown(page) == first


@browser_test
def test_only_the_side_that_is_up_is_there_to_be_read(visit: Visit) -> None:
    page = visit.open(f"{DRAW}#f05")
    expect(face(page)).to_contain_text("Elleve har læst beskeden")
    expect(face(page)).not_to_contain_text("Ringer kun til de elleve")
    button(page, "Vend kortet").click()
    expect(face(page)).to_contain_text("Ringer kun til de elleve")
    expect(face(page)).not_to_contain_text("Hvad gør skolen?")
    spoken = page.locator("#draw").aria_snapshot()
    assert spoken.count("Ringer kun til de elleve") == 1
    assert "Hvad gør skolen?" not in spoken


@browser_test
@pytest.mark.parametrize("turns", [0, 1, 2])
def test_the_back_of_a_card_comes_after_its_front(visit: Visit, turns: int) -> None:
    page = visit.open(f"{DRAW}#f05")
    expect(face(page)).to_contain_text("Elleve har læst beskeden")
    for _ in range(turns):
        button(page, "Vend kortet").click()
    page.emulate_media(media="print")
    sides = page.locator(".hv-draw__card, .hv-draw__other")
    assert ["Hvad gør skolen?" in text for text in sides.all_inner_texts()] == [True, False]


def side_of(page: Page) -> str:
    return " ".join(face(page).inner_text().split())


@browser_test
def test_each_card_and_each_side_is_said_once(visit: Visit) -> None:
    """From the first card to the pile that is shuffled, with the keyboard alone."""
    listen(visit.page)
    page = visit.open(f"{DRAW}?kind=question&value=tillid")
    number = int(left(page).inner_text().split()[0])
    heard(page)
    tab_to(page, "Træk et kort")
    page.keyboard.press("Enter")
    page.wait_for_function("hverdagHeard.length >= 2")
    assert heard(page) == [side_of(page), f"{number - 1} kort tilbage af {number}"]
    tab_to(page, "Vend kortet")
    assert focus(page) == 'button "Vend kortet" pressed false'
    page.keyboard.press("Space")
    assert heard(page) == [side_of(page)]
    assert focus(page) == 'button "Vend kortet" pressed true'
    page.keyboard.press("Space")
    assert heard(page) == [side_of(page)]
    assert focus(page) == 'button "Vend kortet" pressed false'
    page.keyboard.press("Shift+Tab")
    for rest in range(number - 2, -1, -1):
        page.keyboard.press("Enter")
        page.wait_for_function("hverdagHeard.length >= 2")
        count = f"{rest} kort tilbage af {number}" if rest else "Bunken er tom. Bland igen, hvis I vil fortsætte."
        assert heard(page) == [side_of(page), count]
    assert focus(page) == 'button "Bland igen"'
    page.keyboard.press("Enter")
    expect(face(page)).to_be_hidden()
    assert heard(page) == [f"Kortene er blandet. {number} kort tilbage af {number}"]
    assert focus(page) == 'button "Træk et kort"'


@browser_test
def test_with_nothing_chosen_the_keyboard_is_told_what_to_choose(visit: Visit) -> None:
    page = visit.open(DRAW)
    page.locator('[data-part="choices"] summary').press("Enter")
    for box in page.locator('[data-part="boxes"] [name=kind]').all():
        box.press("Space")
    button(page, "Træk et kort").press("Enter")
    assert focus(page).startswith('checkbox "Værdikort')
    assert focus(page).endswith("checked false (Vælg mindst én slags kort og mindst én værdi.)")
    page.keyboard.press("Tab")
    assert page.locator("[aria-describedby=draw-left]").count() == 0


@browser_test
def test_a_card_is_turned_with_a_finger_and_the_pile_is_drawn_from(visit: Visit) -> None:
    page = visit.open(DRAW)
    page.locator('[data-part="pile"]').click()
    expect(face(page)).to_be_visible()
    before = face(page).inner_text()
    face(page).locator(".hv-draw__head").click()
    assert face(page).inner_text() != before


@browser_test
def test_nothing_moves_for_those_who_want_it_still(visit: Visit) -> None:
    visit.page.emulate_media(reduced_motion="reduce")
    page = visit.open(f"{DRAW}#f05")
    button(page, "Vend kortet").click()
    assert page.evaluate("document.getAnimations().length") == 0


@browser_test
def test_a_failed_load_is_told_and_tried_again(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route(f"**/{CARDS}/*.js", lambda route: route.abort())
    page.goto(f"{address}{DRAW}#f05")
    told = page.locator('[data-part="told"]')
    expect(told).to_have_text("Kortet kunne ikke hentes. Prøv igen.")
    button(page, "Træk et kort").click()
    expect(told).to_be_visible()
    page.unroute(f"**/{CARDS}/*.js")
    draw(page)
    expect(told).to_be_hidden()
    expect(left(page)).to_have_text("36 kort tilbage af 37")
    page.close()


@browser_test
def test_cards_are_drawn_from_a_usb_stick(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    gone: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else gone.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((sample / DRAW / "index.html").resolve().as_uri() + "?kind=dilemma")
    assert len(set(draw_all(page, 9))) == 9
    expect(button(page, "Bland igen")).to_be_visible()
    page.reload()
    expect(left(page)).to_contain_text("Bunken er tom.")
    button(page, "Vend kortet").click()
    page.get_by_role("link", name="Læs fortællingen").click()
    page.wait_for_url("**/fortaellinger/*/index.html")
    page.close()
    assert gone + errors == []


@browser_test
def test_without_scripts_the_value_cards_and_the_printed_decks_are_there(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + DRAW)
    expect(page.locator(".hv-draw-list__card")).to_have_count(7)
    expect(page.get_by_text("Det kræver JavaScript at trække et kort.")).to_be_visible()
    expect(page.locator("#draw")).to_be_hidden()
    for name in ("Værdikort", "Dilemmakort", "Spørgsmålskort"):
        link = page.get_by_role("link", name=f"{name}, A4 til print på begge sider (PDF)").get_attribute("href")
        assert page.request.get(f"{address}{DRAW}{link}").body()[:4] == b"%PDF"
    page.close()


@browser_test
def test_a_card_is_printed_with_both_its_sides_and_nothing_else(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(f"{DRAW}#f05")
    expect(face(page)).to_contain_text("Elleve har læst beskeden")
    page.pdf(path=tmp_path / "kort.pdf", prefer_css_page_size=True)
    pages = pdf.pages(pdf.read(tmp_path / "kort.pdf"))
    assert len(pages) == 1
    text = " ".join(pages[0].split())
    assert "Hvad gør skolen?" in text
    assert "Ringer kun til de elleve" in text
    for words in ("Vend kortet", "kort tilbage", "Print kortene", "Hold en samtale", "Læs kortet højt"):
        assert words not in text


EVIL = "</script><script>alert(1)//<img src=x onerror=alert(1)>"


@pytest.fixture
def evil(good: Publication) -> Iterator[Publication]:
    """A publication whose texts would like to be more than texts."""
    good.change("stories/doeren.md", "question: Går du tilbage?", f'question: "{EVIL}"')
    good.change("stories/doeren.md", "    - Ja.", f'    - "{EVIL}"')
    good.change("stories/doeren.md", 'title: "Døren: {{ 7*7 }} & <to>"', f'title: "{EVIL}"')
    good.change("values/tillid.md", "promise: Vi holder, hvad vi lover.", f'promise: "{EVIL}"')
    assert good.build().built
    yield good


@browser_test
def test_what_a_card_says_is_never_more_than_text(evil: Publication, browser: Browser) -> None:
    data = evil.page(f"{CARDS}/tillid.js")
    assert "</script" not in data
    assert "\u2028" not in data
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    for id in ("f01", "v01", "v01-1"):
        page.goto((evil.site / DRAW / "index.html").resolve().as_uri() + f"#{id}")
        page.reload()
        expect(face(page)).to_contain_text(f"Kode {id[:3].upper()}")
        both = face(page).inner_text()
        button(page, "Vend kortet").click()
        assert EVIL in both + face(page).inner_text()
        expect(page.locator("#draw img, #draw script")).to_have_count(0)
    page.close()
    assert said == []


def test_without_cards_there_is_no_page(good: Publication) -> None:
    for path in (good.root / "values").glob("*.md"):
        path.unlink()
    prepared = rendered(good.root, TODAY, preview=True)
    assert not [page.address for page in prepared.pages if page.address == DRAW]
    assert not [artifact.path for artifact in prepared.artifacts if artifact.path.startswith(CARDS)]
