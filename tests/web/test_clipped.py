"""Nothing that is written is cut, covered or broken to single letters: on a phone of 320 px with text at 200 %."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.chromium import Visit, too_wide
from tests.clipped import clipped, lone_letters

pytestmark = pytest.mark.browser

PLAIN = '<!doctype html><html lang="da"><style>body { font: 20px/1.5 sans-serif; margin: 10px; width: 300px }</style>'
CUT = {
    "cut below or above": '<div style="height: 40px; overflow: hidden"><p>En<p>To<p>Tre</div>',
    "cut at the side": '<div style="width: 90px; overflow: clip">'
    '<p style="width: 200px">Mere end der er plads til</div>',
    "clamped": '<p style="display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden; '
    'width: 90px">Flere linjer end den ene</p>',
    "ends in dots": '<p style="width: 90px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">'
    "Flere ord end der er plads til</p>",
    "reaches out of": '<div style="width: 90px; white-space: nowrap">Flere ord end der er plads til</div>',
    "outside the window": '<p style="position: absolute; left: -40px">Halvt ude</p>',
    "lies over": '<p>Den første</p><p style="margin-top: -50px">Den anden</p>',
    "covered by": '<p>Her står noget</p><div style="position: absolute; top: 0; left: 0; width: 300px; height: 90px; '
    'background: #fff"></div>',
    "wider than the field": '<input style="width: 60px" value="Flere ord end der er plads til">',
}
SOUND = {
    "one can scroll to it": '<div style="height: 60px; overflow: auto"><p>En<p>To<p>Tre</div><p>Mere</p>',
    "hidden on purpose": '<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; '
    'clip-path: inset(50%)">Kun for skærmlæsere</p>',
    "a link over its card": '<div style="position: relative"><a href="#" style="position: absolute; inset: 0"></a>'
    "<p>En hel flade</p></div>",
    "folded": "<details><summary>Mere</summary><p>Der er mere</details>",
}


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 400})
    yield page
    page.close()


@pytest.mark.parametrize("kind", CUT)
def test_each_kind_of_cut_is_found(blank: Page, kind: str) -> None:
    blank.set_content(PLAIN + CUT[kind])
    found = clipped(blank)
    assert [fault for fault in found if kind in fault], found


@pytest.mark.parametrize("kind", SOUND)
def test_what_can_be_seen_is_not_found(blank: Page, kind: str) -> None:
    blank.set_content(PLAIN + SOUND[kind])
    assert clipped(blank) == []


LONG = "hyphens: auto; hyphenate-limit-chars: 7 3 3"


@pytest.mark.parametrize(
    ("word", "style", "found"),
    [
        ("Kommunikation", "", ["Kommunikatio|n"]),
        ("Kommunikation", LONG, ["Kommunikatio|n"]),
        ("Kommunikationen", "", ["Kommunikatione|n"]),
        ("Kommunikationen", "hyphens: auto", ["Kommunikatione|n"]),
        ("Kommunikationen", LONG, []),
        ("hverdag@kommune", "", []),
        ("En to", "", []),
    ],
)
def test_a_letter_alone_is_found(blank: Page, word: str, style: str, found: list[str]) -> None:
    """The box is as wide as the word without its last letter. Only a long word is left to a dictionary."""
    blank.set_content(f'{PLAIN}<span>{word[:-1]}</span><p style="overflow-wrap: break-word; {style}">{word}</p>')
    blank.evaluate(
        """() => {
            const wide = document.querySelector("span").getBoundingClientRect().width;
            document.querySelector("p").style.width = `${wide + 1}px`;
        }"""
    )
    assert [fault.rpartition(": ")[2] for fault in lone_letters(blank)] == found


def _press(name: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("button", name=name).press("Enter")


def _keys(*keys: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        page.get_by_role("button", name="Vis på mødet").press("Enter")
        for key in keys:
            page.keyboard.press(key)

    return press


def _composed(page: Page) -> None:
    expect(page.locator("#composed .hv-step").first).to_be_visible()


def _faulty(page: Page) -> None:
    expect(page.locator("#compose-status li")).to_have_count(2)


def _card_up(page: Page) -> None:
    expect(page.locator(".hv-draw__face").first).to_be_visible()


def _turned(page: Page) -> None:
    _card_up(page)
    _press("Vend kortet")(page)


def _boxes_open(page: Page) -> None:
    page.locator(".hv-draw__choices summary").click()


def _filtered(page: Page) -> None:
    page.locator("input[value=tillid]").check()


def _folded_out(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


def _nothing(_: Page) -> None:
    """The page as it opens."""


GUIDE = "guider/kort-samtale/noeglen/"
COMPOSER = "guider/sammensaet/"
STATES = {
    "front": ("", _nothing),
    "list": ("fortaellinger/", _nothing),
    "list, filtered": ("fortaellinger/", _filtered),
    "story": ("fortaellinger/noeglen/", _nothing),
    "values": ("vaerdier/", _nothing),
    "value": ("vaerdier/ordentlighed/", _nothing),
    "talk": ("samtale/", _nothing),
    "method": ("metoder/faciliteringsguide/", _nothing),
    "guide": (GUIDE, _nothing),
    "guide with value cards": ("guider/vaerdispil/noeglen/", _nothing),
    "meeting, the plan": (GUIDE, _keys()),
    "meeting, running": (GUIDE, _keys("ArrowRight")),
    "meeting, paused": (GUIDE, _keys("ArrowRight", "ArrowRight", "Space")),
    "meeting, ended": (GUIDE, _keys("End")),
    "composer": (COMPOSER, _nothing),
    "composer with faults": (f"{COMPOSER}?method=dilemma&story=skloe&minutes=3", _faulty),
    "composed": (f"{COMPOSER}?method=dilemma&story=noeglen&start=14:30", _composed),
    "composed of a value": (f"{COMPOSER}?method=vaerdispil&value=tillid&story=noeglen", _composed),
    "pile": ("kort/", _boxes_open),
    "card of a value": ("kort/#v03", _card_up),
    "card of a dilemma": ("kort/#f05", _card_up),
    "card of a question": ("kort/#v03-2", _card_up),
    "back of a value's card": ("kort/#v03", _turned),
    "back of a dilemma's card": ("kort/#f05", _turned),
    "goal": ("maal/bredt/", _nothing),
    "goal that is counted": ("maal/arbejdspladser/", _nothing),
    "point of the strategy": ("strategi/paa-tvaers/", _nothing),
    "what came of it": ("bidrag/", _nothing),
    "print": ("print-selv/", _nothing),
    "about": ("om/", _nothing),
    "accessibility": ("tilgaengelighed/", _nothing),
    "data protection": ("databeskyttelse/", _folded_out),
    "editors' guide": ("redaktion/", _nothing),
    "editors' fields": ("redaktion/felter/", _nothing),
    "editors' rules": ("redaktion/regler/", _nothing),
    "editors' texts": ("redaktion/tekst/", _nothing),
    "not found": ("404.html", _nothing),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_on_a_phone_with_large_text(large_text: BrowserContext, address: str, state: str) -> None:
    path, reach = STATES[state]
    page = large_text.new_page()
    visit = Visit(page, address)
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    visit.open(path)
    reach(page)
    found = clipped(page) + lone_letters(page)
    wide = too_wide(page)
    page.close()
    assert found == []
    assert wide <= 0
    assert visit.left + visit.errors == []
