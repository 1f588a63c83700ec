"""The frame of every page in a real Chromium: doors, menu, colours, and what the keyboard does there."""

import pytest
from playwright.sync_api import Browser, expect

from tests.chromium import Visit, faults_of, too_wide
from tests.host.test_browser import PAGES, REST

pytestmark = pytest.mark.browser

DOORS = ["Læs", "Hold en samtale", "Print selv", "Så langt er vi", "Fortæl en historie"]
FOOT = ["Om håndbogen", "For redaktionen", "Tilgængelighedserklæring", "Databeskyttelse"]
BEHIND = {
    "fortaellinger/": "Læs",
    "fortaellinger/noeglen/": "Læs",
    "vaerdier/tillid/": "Læs",
    "samtale/": "Hold en samtale",
    "guider/kort-samtale/noeglen/": "Hold en samtale",
    "guider/sammensaet/": "Hold en samtale",
    "metoder/dilemma/": "Hold en samtale",
    "kort/": "Hold en samtale",
    "print-selv/": "Print selv",
    "bidrag/": "Så langt er vi",
    "maal/bredt/": "Så langt er vi",
    "om/": "",
    "": "",
}


def test_every_page_has_the_same_doors(visit: Visit) -> None:
    for path in [*PAGES.values(), *REST, "fortaellinger/skloe/", "vaerdier/mod/"]:
        page = visit.open(path)
        assert page.locator(".hv-doors a").all_inner_texts() == DOORS, path
        assert page.locator(".hv-footer nav a").all_inner_texts() == FOOT, path
        assert page.title().endswith("Hverdag i Fjordby")
        assert not any(0xE000 <= ord(letter) <= 0xF8FF for letter in page.content()), path


@pytest.mark.parametrize(("path", "door"), BEHIND.items())
def test_a_page_is_behind_the_door_that_people_come_to_it_through(visit: Visit, path: str, door: str) -> None:
    page = visit.open(path)
    assert page.locator(".hv-doors [aria-current]").all_inner_texts() == [door] * bool(door)


def test_the_pages_behind_a_door_lead_to_each_other(visit: Visit) -> None:
    page = visit.open("vaerdier/")
    row = page.get_by_role("navigation", name="Læs")
    assert row.get_by_role("link").all_inner_texts()[:2] == ["Fortællinger", "Værdier"]
    assert row.locator("[aria-current=page]").all_inner_texts() == ["Værdier"]
    row.get_by_role("link", name="Fortællinger").click()
    page.wait_for_url("**/fortaellinger/")
    assert page.locator(".hv-row [aria-current=page]").all_inner_texts() == ["Fortællinger"]
    assert page.locator(".hv-doors [aria-current]").get_attribute("aria-current") == "page"
    for path in ("fortaellinger/noeglen/", "samtale/"):
        assert visit.open(path).locator(".hv-row").count() == 0


def test_on_a_phone_the_doors_are_behind_one_button(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 800})
    page = visit.open("")
    menu = page.locator(".hv-menu")
    assert page.locator(".hv-doors").is_hidden()
    boxes = [page.locator(f".{name}").bounding_box() for name in ("hv-header__title", "hv-menu", "hv-colours")]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]
    assert max(middles) - min(middles) < 2
    for name in ("Gå til indholdet", "Hverdag i Fjordby", "Menu"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText.trim()") == name
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert faults_of(page) == []
    assert too_wide(page) <= 0
    seen = []
    for _ in (*DOORS, "Søg", "Mørk visning"):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert seen == [*DOORS, "Søg", "Mørk visning"]
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.locator(".hv-doors").is_hidden()
    assert page.evaluate("document.activeElement.matches('.hv-menu')")
    page.keyboard.press("Space")
    page.get_by_role("link", name="Print selv").click()
    page.wait_for_url("**/print-selv/")
    assert page.locator(".hv-doors").is_hidden()


def test_doors_that_fold_do_not_take_the_keyboard_with_them(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_role("link", name="Print selv").first.focus()
    visit.page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator(".hv-menu")).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.checkVisibility()")


def test_on_a_screen_the_doors_are_in_one_row(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    page = visit.open("")
    assert page.locator(".hv-menu").is_hidden()
    boxes = [door.bounding_box() for door in page.locator(".hv-doors a").all()]
    assert len({box["y"] for box in boxes if box}) == 1
    page.set_viewport_size({"width": 600, "height": 800})
    page.locator(".hv-menu").click()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".hv-menu").wait_for(state="hidden")
    assert page.locator(".hv-doors a").first.is_visible()


def test_the_skip_link_comes_first_and_leads_past_the_doors(visit: Visit) -> None:
    page = visit.open("fortaellinger/noeglen/")
    skip = page.locator(".hv-skip")
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.hv-skip')")
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Tillid"


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_the_dark_view_is_chosen_by_keyboard_and_remembered(visit: Visit, key: str) -> None:
    page = visit.open("")
    button = page.get_by_role("button", name="Mørk visning", exact=True)
    assert button.get_attribute("aria-pressed") == "false"
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button.focus()
    page.keyboard.press(key)
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.matches('.hv-colours')")
    assert page.evaluate("scrollY") == 0
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    visit.open("om/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.keyboard.press("Tab")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_the_colours_follow_the_system_until_the_reader_chooses(visit: Visit) -> None:
    page = visit.open("")
    button = page.locator(".hv-colours")
    for scheme in ("dark", "light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(button).to_have_attribute("aria-pressed", str(scheme == "dark").lower())
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme
    assert page.evaluate("localStorage.length") == 0
    button.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert button.get_attribute("aria-pressed") == "false"
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_the_chosen_colours_are_there_before_anything_is_shown(visit: Visit) -> None:
    page = visit.open("")
    page.locator(".hv-colours").click()
    page.route("**/frame.*.js", lambda route: route.abort())
    visit.open("om/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    visit.errors.clear()  # the script that was kept away


def test_in_forced_colours_tools_and_the_page_that_is_open_can_be_seen(visit: Visit) -> None:
    visit.page.emulate_media(forced_colors="active")
    page = visit.open("fortaellinger/")
    page.locator(".hv-colours").click()
    looks = "(one) => { const look = getComputedStyle(one); return [look.borderTopStyle, look.outlineStyle]; }"
    assert page.locator(".hv-search-open").evaluate(looks)[0] == "solid"
    assert page.locator(".hv-colours").evaluate(looks) == ["solid", "solid"]
    line = "(one) => getComputedStyle(one).borderBottomColor"
    current, other = (
        page.locator(f".hv-doors {which}").first.evaluate(line) for which in ("[aria-current]", "a:not([aria-current])")
    )
    assert current != other


def test_no_single_letter_does_anything_on_a_page(visit: Visit) -> None:
    page = visit.open("fortaellinger/noeglen/")
    address = page.url
    for key in ("p", "n", ",", ".", "f", "s", "/", "m", "?", "j", "k"):
        page.keyboard.press(key)
        page.keyboard.press(f"Shift+{key}")
    page.wait_for_load_state("networkidle")
    assert page.url == address
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("width", [320, 1280])
def test_without_a_script_the_doors_stand_open_and_the_colours_are_the_systems(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 800}, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(address)
    assert [door.is_visible() for door in page.locator(".hv-doors a").all()] == [True] * len(DOORS)
    edges = [box["x"] + box["width"] for door in page.locator(".hv-doors a").all() if (box := door.bounding_box())]
    assert max(edges) <= width
    page.get_by_role("link", name="Print selv").first.click()
    page.wait_for_url("**/print-selv/")
    context.close()
    shot = browser.new_context(java_script_enabled=False, color_scheme="dark").new_page()
    shot.goto(address)
    dark = shot.screenshot(clip={"x": 0, "y": 300, "width": 4, "height": 4})
    shot.emulate_media(color_scheme="light")
    assert shot.screenshot(clip={"x": 0, "y": 300, "width": 4, "height": 4}) != dark
    shot.context.close()
