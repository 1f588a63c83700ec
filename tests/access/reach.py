"""How states are reached: what a reader does on a page, up to where the tools look at it.

What is mended first when header, search, meeting mode, composer or cards are built anew.
"""

import re

from playwright.sync_api import Page, Route

from tests.features.stories.test_aloud import DANISH, FAKE

SEARCH_BOX = ".hv-search input[type=search], .md-search__input"
HIT = ".hv-search a.hv-hit, .md-search-result__link"


def open_search(page: Page) -> None:
    page.locator(".hv-search-open").click()
    page.locator(SEARCH_BOX).wait_for()


def _look_for(page: Page, words: str) -> None:
    open_search(page)
    page.locator(SEARCH_BOX).fill(words)
    page.locator(SEARCH_BOX).press("End")


def find(page: Page) -> None:
    _look_for(page, "nøglen")
    page.locator(HIT).first.wait_for()


def find_nothing(page: Page) -> None:
    _look_for(page, "dortes")
    page.get_by_text(re.compile("^Vi fandt ikke")).first.wait_for()


def find_another_word_instead(page: Page) -> None:
    _look_for(page, "natevagtt")
    page.get_by_text(re.compile("natevagtt")).first.wait_for()
    page.locator(HIT).first.wait_for()


def choose_colours(page: Page) -> None:
    page.locator("button.hv-colours, .md-header__button[for^=__palette]:visible").first.click()


def narrow(page: Page) -> None:
    page.locator("#filter input[type=checkbox]:visible").first.check()


def narrow_to_nothing(page: Page) -> None:
    for box in page.locator("#filter input[type=checkbox][name=value]:visible").all():
        box.check()


def speak(page: Page) -> None:
    """Give the page a voice, before it is opened."""
    page.add_init_script(FAKE)


def read_aloud(page: Page) -> None:
    page.evaluate("(voice) => speechSynthesis.change([voice])", DANISH)
    page.get_by_role("button", name="Læs op").click()
    page.locator(".hv-aloud__now").first.wait_for()


AGREED = "Dato;Arbejdsplads;Aftale;Ses igen\n2026-09-03;;Vi spørger først.;2026-10-01\n2026-09-03;;Vi hilser.;\n"


def agree(page: Page) -> None:
    page.get_by_role("button", name="Sæt aftalen på siden").click()
    page.get_by_text("Skriv, hvad I gør.").wait_for()
    page.get_by_label("Hvad gør vi?").fill("Vi spørger, før vi hjælper.")
    page.get_by_role("button", name="Sæt aftalen på siden").click()
    page.get_by_role("button", name="Husk på denne maskine").click()
    page.get_by_role("button", name="Glem").wait_for()


def bring_agreements(page: Page) -> None:
    file = {"name": "aftaler.csv", "mimeType": "text/csv", "buffer": AGREED.encode()}
    page.locator(".hv-brought input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_text("2 aftaler er hentet.").wait_for()
    page.get_by_label("Beholdt").first.check()


def meet(page: Page) -> None:
    page.locator("[data-action=meeting]").click()
    page.locator("dialog[open]").wait_for()


def begin_meeting(page: Page) -> None:
    meet(page)
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Pause", exact=True).wait_for()


def pause_meeting(page: Page) -> None:
    begin_meeting(page)
    page.get_by_role("button", name="Pause", exact=True).click()
    page.get_by_role("button", name="Fortsæt", exact=True).wait_for()


def end_meeting(page: Page) -> None:
    begin_meeting(page)
    page.keyboard.press("End")
    page.locator("dialog[open]").get_by_text("Mødet er slut").first.wait_for()


def compose(page: Page) -> None:
    page.locator("#compose input[name=story]").first.check()
    page.locator("#composed .hv-step").first.wait_for()


def mark_for_word(page: Page) -> None:
    """A browser that does not copy by itself shows the text, marked."""
    page.locator("#composed .hv-step").first.wait_for()
    page.evaluate("document.execCommand = () => false")
    page.locator("[data-part=word]").click()
    page.locator(".hv-compose-word").wait_for()


def compose_in_too_little_time(page: Page) -> None:
    compose(page)
    page.locator("#compose input[name=minutes]").fill("1")
    page.locator("#compose input[name=minutes]").press("Tab")
    page.locator("#composed .hv-step").first.wait_for(state="detached")


def choose_cards(page: Page) -> None:
    page.locator("[data-part=choices] summary").click()


def draw(page: Page) -> None:
    page.locator("[data-part=draw]").click()
    page.wait_for_function("location.hash.length > 1")


def turn(page: Page) -> None:
    page.evaluate("location.hash = 'f05'")
    page.locator("[data-part=turn]").click()


def show_all(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


def copy_text(page: Page) -> None:
    page.locator("[data-copies]").click()
    page.wait_for_function("document.querySelector('[data-done]').textContent")


def stay(page: Page) -> None:
    """Have a page that leads on stay where it is: an answer without content leaves a browser there."""

    def answer(route: Route) -> None:
        if route.request.is_navigation_request() and page.url != "about:blank":
            route.fulfill(status=204)
        else:
            route.continue_()

    page.route("**/*", answer)
