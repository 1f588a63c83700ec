"""A story read aloud by the browser: only by a voice on the reader's own machine, and only when asked to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import Visit, faults_of, too_wide

pytestmark = pytest.mark.browser

STORY = "fortaellinger/noeglen/"
DANISH = {"name": "Sara", "lang": "da_DK", "localService": True, "default": False}
REMOTE = {"name": "Dansk på nettet", "lang": "da-DK", "localService": False, "default": True}
ENGLISH = {"name": "Daniel", "lang": "en-GB", "localService": True, "default": False}

# Chromium has no voices of its own here. This one says nothing, and remembers what it was asked to say, and by whom;
# as in a real one, what is cut off tells so a moment later.
FAKE = """(() => {
    const listeners = [];
    const fake = {
        voices: [], said: [], now: null,
        getVoices: () => fake.voices,
        addEventListener: (name, told) => listeners.push(told),
        speak: (one) => { fake.now = one; fake.said.push([one.text, one.voice && one.voice.name, one.lang]); },
        cancel: () => {
            const cut = fake.now;
            fake.now = null;
            sessionStorage.setItem("cancelled", "yes");
            if (cut) setTimeout(() => { cut.onerror({ error: "interrupted" }); cut.onend(); });
        },
        finish: () => { const done = fake.now; fake.now = null; done.onend(); },
        change: (voices) => { fake.voices = voices; listeners.forEach((told) => told()); },
    };
    Object.defineProperty(window, "speechSynthesis", { value: fake });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();"""


@pytest.fixture
def speaking(visit: Visit) -> Visit:
    visit.page.add_init_script(FAKE)
    return visit


def change(page: Page, *voices: dict[str, Any]) -> None:
    page.evaluate("(voices) => speechSynthesis.change(voices)", list(voices))


def said(page: Page) -> list[tuple[str, str, str]]:
    return [tuple(one) for one in page.evaluate("speechSynthesis.said")]


def finish(page: Page, pieces: int = 1) -> None:
    for _ in range(pieces):
        page.evaluate("speechSynthesis.finish()")


UNCOVERED = """(one) => {
  const box = one.getBoundingClientRect();
  return [1, box.width / 2, box.width - 1].every(
    (x) => document.elementFromPoint(box.left + x, box.top + box.height / 2) === one);
}"""
"""A link that nobody sees until it has the focus lay over the buttons, and took what was meant for them."""

IN_SIGHT = "(one) => one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0"


def buttons(page: Page) -> list[str]:
    return [one.inner_text() for one in page.locator("#aloud button").all() if one.is_visible()]


def marked(page: Page) -> list[str]:
    return page.locator(".hv-aloud__now[aria-current=true]").all_inner_texts()


def test_there_is_a_button_only_where_a_danish_voice_is_on_the_machine(speaking: Visit) -> None:
    page = speaking.open(STORY)
    assert buttons(page) == []
    for voices in ([REMOTE], [ENGLISH], [REMOTE, ENGLISH], [DANISH | {"lang": "dan"}], []):
        change(page, *voices)
        assert buttons(page) == [], voices
    for lang in ("da_DK", "da-DK", "da", "DA-dk"):
        change(page, REMOTE, ENGLISH, DANISH | {"lang": lang})
        assert buttons(page) == ["Læs op"], lang
    change(page, REMOTE)
    assert buttons(page) == []


def test_a_story_is_read_in_order_with_the_keyboard_alone(speaking: Visit) -> None:
    page = speaking.open(STORY)
    change(page, REMOTE, ENGLISH, DANISH)
    page.get_by_role("button", name="Læs op").focus()
    page.keyboard.press("Enter")
    assert buttons(page) == ["Pause", "Stop"]
    assert said(page) == [("Nøglen", "Sara", "da_DK")]
    assert marked(page) == ["Nøglen"]
    finish(page, 2)
    first = page.locator(".hv-story p").first.inner_text()
    assert first.startswith(said(page)[-1][0])
    assert marked(page) == [first]
    page.keyboard.press("Space")
    assert buttons(page) == ["Fortsæt", "Stop"]
    page.wait_for_timeout(20)  # what was cut off tells so, and is not taken for an end
    assert (len(said(page)), marked(page)) == (3, [first])
    page.keyboard.press("Space")
    assert buttons(page)[0] == "Pause"
    assert said(page)[-1] == said(page)[-2]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert (buttons(page), marked(page)) == (["Læs op"], [])
    assert page.evaluate("document.activeElement.dataset.part") == "go"
    page.keyboard.press("Enter")
    while buttons(page) != ["Læs op"]:
        finish(page)
    whole = " ".join(text for text, *_ in said(page)[4:])
    texts = page.locator(".hv-head h1, .hv-lead, .hv-story p").all_inner_texts()
    assert whole == " ".join(" ".join(texts).split())
    assert {voice for _, voice, _ in said(page)} == {"Sara"}
    assert max(len(text) for text, *_ in said(page)) < 220


def test_axe_finds_nothing_while_a_story_is_read(speaking: Visit) -> None:
    page = speaking.open(STORY)
    change(page, DANISH)
    page.get_by_role("button", name="Læs op").click()
    finish(page, 5)
    for width, scheme in ((320, "slate"), (1280, "default")):
        page.set_viewport_size({"width": width, "height": 700})
        page.locator("body").evaluate("(body, name) => { body.dataset.mdColorScheme = name; }", scheme)
        page.locator(".hv-aloud__now").scroll_into_view_if_needed()
        assert faults_of(page) == []
        assert too_wide(page) <= 0
        assert page.get_by_role("button", name="Stop").bounding_box()["y"] >= 0  # type: ignore[index]
        for name in ("Pause", "Stop"):
            assert page.get_by_role("button", name=name).evaluate(UNCOVERED), (name, width)


def test_the_page_follows_the_voice_until_the_reader_goes_elsewhere(speaking: Visit) -> None:
    page = speaking.open(STORY)
    page.set_viewport_size({"width": 360, "height": 600})
    change(page, DANISH)
    page.get_by_role("button", name="Læs op").click()
    finish(page, 12)
    assert page.locator(".hv-aloud__now").evaluate(IN_SIGHT)
    page.mouse.move(100, 300)
    page.mouse.wheel(0, -10_000)
    page.wait_for_function("scrollY === 0")
    finish(page)
    assert page.evaluate("scrollY") == 0


def test_no_voice_from_elsewhere_ever_reads_and_leaving_the_page_stops_it(speaking: Visit) -> None:
    page = speaking.open(STORY)
    change(page, DANISH)
    page.evaluate("(voices) => { speechSynthesis.voices = voices; }", [REMOTE])  # without a word
    page.get_by_role("button", name="Læs op").click()
    assert (said(page), buttons(page)) == ([], ["Læs op"])
    change(page, DANISH)
    page.get_by_role("button", name="Læs op").click()
    page.evaluate("(voices) => { speechSynthesis.voices = voices; }", [REMOTE | {"name": "Sara"}])
    finish(page)
    assert (len(said(page)), buttons(page)) == (1, ["Læs op"])
    change(page, DANISH)
    page.get_by_role("button", name="Læs op").click()
    page.evaluate("sessionStorage.removeItem('cancelled')")
    page.get_by_role("link", name="Læs", exact=True).first.click()
    page.wait_for_url("**/fortaellinger/")
    assert page.evaluate("sessionStorage.getItem('cancelled')") == "yes"


@pytest.fixture
def stick(browser: Browser, sample: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.add_init_script(FAKE)
    page.goto(f"file://{sample}/{STORY}index.html")
    yield page
    page.close()


def test_a_story_is_read_from_a_usb_stick(stick: Page) -> None:
    change(stick, DANISH)
    stick.get_by_role("button", name="Læs op").click()
    assert said(stick) == [("Nøglen", "Sara", "da_DK")]
