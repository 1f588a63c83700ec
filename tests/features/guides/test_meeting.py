"""Meeting mode: a guide on a big screen, driven with the keyboard, by a clock that the tests move."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hverdag.features import guides
from hverdag.publish import fonts
from hverdag.publish.cache.store import cache_folder
from hverdag.web.assets import STATIC
from tests.chromium import Visit, faults_of
from tests.heard import focus, heard, listen

pytestmark = pytest.mark.browser

GUIDES = Path(guides.__file__).parent
WORDS = {
    "begin": "Begin",
    "next": "Next",
    "previous": "Back",
    "pause": "Pause",
    "go_on": "Go on",
    "paused": "Paused.",
    "runs": "The clock is running again.",
    "sound": "Sound",
    "letters": "F fills the screen",
    "full_screen": "Fill the screen",
    "leave_full_screen": "Leave full screen",
    "close": "Close",
    "closed": "The meeting is no longer shown.",
    "step": "1 step",
    "steps": "{number} steps",
    "step_of": "Step {number} of {total}",
    "step_said": "Step {number} of {total}: {name}. {minutes}.",
    "plan_said": "The plan of the meeting: {steps}, {minutes} in all.",
    "total": "In all",
    "left": "{time} left",
    "about_left": "About {minutes} left.",
    "less": "Less than a minute left.",
    "over": "{time} over",
    "one_minute": "One minute left.",
    "time_is_up": "The time is up. Finish at your own pace.",
    "done": "The meeting is over",
    "agree": "Write down what you agree, who does it, and by when.",
    "receipt": "Fill in the receipt at the foot of the page.",
    "keys": "Arrow keys change step, space pauses, and Esc closes.",
    "minute": "{number} minute",
    "minutes": "{number} minutes",
    "hours": "{number} hours",
    "hours_and_minutes": "{hours} and {minutes}",
    "long": 120,
}
MEETING = ("meeting-clock.js", "meeting-screens.js", "meeting.js")
SCRIPTS = "".join(f'<script src="assets/{name}"></script>' for name in MEETING)
STORY = (
    "<p id='first'>Inger er 84 og har haft indbrud. Siden har hun ikke villet give nogen sin nøgle. "
    "Heller ikke kommunen.</p>"
    + "<p>Derfor stod hun hver nat klokken kvart over to selv i entréen og ventede på os. Når det var mig, bankede "
    "jeg tre gange og sagde mit navn, og hun drejede låsen.</p>"
    + "<p>»Den er til dig,« sagde hun. »Ikke til dem.«</p>"
    * 4
)
STEPS = [
    (
        'data-minutes="4" data-now="4" data-reads',
        '<span class="hv-stop">Stop 1</span> Læs højt',
        "<p id='help'>Sig kort, at der kommer et valg bagefter. En af jer læser højt, og de andre lytter.</p>"
        "<ul class='hv-say'><li>“Bagefter skal vi vælge hver for sig. Der er ikke noget rigtigt svar.”</li></ul>",
        ("Højtlæsning", "En af jer"),
    ),
    (
        'data-minutes="3" data-now="5"',
        "Tænk selv",
        "<p>Lad der være helt stille. Alle skriver et par ord til sig selv. Ingen skal vise dem til nogen.</p>"
        "<ul class='hv-say'><li>“Det her er kun til dig selv.”</li><li>“Du skal ikke læse det højt.”</li></ul>"
        "<ol class='hv-plan__points'><li>Del papiret ud.</li><li>Sæt uret i gang.</li></ol>"
        "<p class='hv-plan__summary' data-fill='summary'></p>"
        "<ol class='hv-plan__questions'><li>Hvor i fortællingen ville du selv være standset op?</li>"
        "<li>Hvilken aftale hos jer kender kun én af jer?</li></ol>"
        "<p class='hv-tip'><strong>Hvis nogen bliver berørt:</strong> Nik til kollegaen, og lad stilheden være.</p>"
        "<p class='hv-tip hv-lines'>Noter<span class='hv-line'></span></p>",
        ("Stilhed", "Alle"),
    ),
    ('data-minutes="9" data-now="0" hidden', "Den lange runde", "<p>Kun i den lange udgave.</p>", ("Runde", "Alle")),
    (
        'data-minutes="3" data-reads data-sheet',
        "Vælg",
        "<p>Læs dilemmaet højt, og læs så svarene ét ad gangen.</p>"
        "<p class='hv-dilemma__question'>Inger vil give dig nøglen, men kun dig. Hvad gør du?</p>"
        "<ol class='hv-options'><li>Tager nøglen, så hun får ro i nat.</li><li>Siger det, som det er.</li></ol>",
        ("Hver for sig med kryds på arket", "Alle"),
    ),
    ('data-minutes="1"', "Det aftaler vi", "<p>Skriv aftalen på ét ark.</p>", ("Aftale", "Alle, lederen samler op")),
]
SHOWN = ["Stop 1 Læs højt", "Tænk selv", "Vælg", "Det aftaler vi"]
NAME = "dialog h2"
DIGITS = ".hv-meeting__digits"
STATE = ".hv-meeting__state"
LIVE = "dialog [role=status]"
UP = re.compile("hv-meeting__frame--up")

# Every note that is asked for is counted; nothing is heard.
AUDIO = """
    window.notes = []; window.audio = [];
    class Node { connect() {} }
    window.AudioContext = class {
        constructor() { this.state = "suspended"; this.currentTime = 0; window.audio.push("made"); }
        resume() { this.state = "running"; return Promise.resolve(); }
        close() { window.audio.push("closed"); return Promise.resolve(); }
        createGain() {
            return Object.assign(new Node(), {
                gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} },
            });
        }
        createOscillator() {
            const made = Object.assign(new Node(), {
                frequency: {}, start() {}, stop(at) { window.notes.push([made.type, at]); },
            });
            return made;
        }
    };
"""


def row(about: str, name: str, guide: str, facts: tuple[str, str]) -> str:
    return (
        f'<tr class="hv-step" {about}><td>0</td><th scope="row" class="hv-step__name">{name}</th>'
        f'<td class="hv-step__guide">{guide}</td><td data-label="Aktivitet">{facts[0]}</td>'
        f'<td data-label="Ansvarlig">{facts[1]}</td></tr>'
    )


def page_of(scheme: str) -> str:
    rows = "".join(row(*step) for step in STEPS)
    return f"""<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Dilemma: Nøglen</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/css/hverdag.css"><link rel="stylesheet" href="assets/css/meeting.css"></head>
<body data-md-color-scheme="{scheme}"><main class="md-typeset"><h1>Nøglen: et dilemma</h1>
<button type="button" id="show">Vis den på mødet</button> <input id="elsewhere" aria-label="Et felt">
<div data-guide><div style="overflow-x: auto" tabindex="0" role="region" aria-label="Planen">
<table class="hv-plan"><tbody>{rows}</tbody></table></div>
<section class="hv-agreed"><h2>Det aftalte vi</h2></section>
<section><h2>Deltagerarket</h2><article><h3><a href="#first">Nøglen</a></h3>
<div data-part="story">{STORY}</div></article></section></div></main>
{SCRIPTS}
<script>
  var heard = [];
  window.addEventListener("keydown", function (event) {{ heard.push(event.key); }});
  document.getElementById("show").addEventListener("click", function () {{
    hverdagMeeting(document.querySelector("[data-guide]"), {json.dumps(WORDS)}, "Nøglen: et dilemma");
  }});
</script></body></html>"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page by day and one by night, with the look and its letters beside them."""
    made = tmp_path_factory.mktemp("meeting")
    (made / "assets/css").mkdir(parents=True)
    shutil.copy(STATIC / "hverdag.css", made / "assets/css")
    shutil.copy(GUIDES / "meeting.css", made / "assets/css")
    for name in MEETING:
        shutil.copy(GUIDES / name, made / "assets")
    for font in fonts.web_fonts(cache_folder()):
        (made / font.path).parent.mkdir(exist_ok=True)
        content = font.content
        (made / font.path).write_bytes(content if isinstance(content, bytes) else content.encode())
    for name, scheme in (("light", "default"), ("dark", "slate")):
        (made / f"{name}.html").write_text(page_of(scheme), encoding="utf-8")
    return made


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 800})
    yield made
    made.close()


@pytest.fixture
def visit(context: BrowserContext, folder: Path) -> Iterator[Visit]:
    made = Visit(context.new_page(), f"{folder.as_uri()}/")
    yield made
    assert made.left == []
    assert made.errors == []


def opened(visit: Visit, scheme: str = "light", still: bool = True) -> Page:
    """Open the page and then the meeting, with the keyboard. The clock stands still, but axe needs one that goes."""
    visit.page.clock.install(time=0)
    visit.page.add_init_script(AUDIO)
    page = visit.open(f"{scheme}.html")
    if still:
        page.clock.pause_at(60_000)
    page.locator("#show").focus()
    page.keyboard.press("Enter")
    return page


def begun(visit: Visit, scheme: str = "light") -> Page:
    page = opened(visit, scheme)
    page.keyboard.press("Enter")
    expect(page.locator(NAME)).to_have_text(SHOWN[0])
    return page


def pass_time(page: Page, seconds: float) -> None:
    page.clock.run_for(int(seconds * 1000))


def test_the_first_screen_is_the_plan(visit: Visit) -> None:
    page = opened(visit)
    dialog = page.get_by_role("dialog", name="Nøglen: et dilemma")
    expect(dialog).to_be_visible()
    expect(dialog.locator("li > :first-child")).to_have_text(SHOWN)
    expect(dialog.locator("li > :last-child")).to_have_text(["4 minutes", "5 minutes", "3 minutes", "1 minute"])
    expect(dialog.locator(".hv-meeting__total")).to_have_text("In all13 minutes")
    expect(dialog.get_by_text(WORDS["keys"])).to_be_visible()
    expect(dialog.get_by_role("heading", name="Nøglen: et dilemma")).to_be_focused()
    names = ["F fills the screen", "Begin", "Sound", "Fill the screen", "Close"]
    assert dialog.get_by_role("button").all_inner_texts() == names


def test_the_clock_waits_for_begin(visit: Visit) -> None:
    page = opened(visit)
    pass_time(page, 300)
    page.keyboard.press("ArrowRight")
    expect(page.locator(DIGITS)).to_have_text("04:00")


def test_through_the_meeting_with_the_arrows(visit: Visit) -> None:
    page = opened(visit)
    for number, name in enumerate(SHOWN, 1):
        page.keyboard.press("ArrowRight")
        expect(page.locator(NAME)).to_have_text(name)
        expect(page.locator(".hv-meeting__number")).to_contain_text(f"Step {number} of 4")
    page.keyboard.press("ArrowRight")
    expect(page.locator(NAME)).to_have_text(WORDS["done"])
    expect(page.locator("dialog h3")).to_have_text("Det aftalte vi")
    expect(page.locator(".hv-meeting__agree")).to_have_text(WORDS["agree"])
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(NAME)).to_have_text(WORDS["done"])
    for name in reversed(SHOWN):
        page.keyboard.press("ArrowLeft")
        expect(page.locator(NAME)).to_have_text(name)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("dialog li")).to_have_count(4)


def test_a_clicker_and_home_and_end(visit: Visit) -> None:
    page = begun(visit)
    page.keyboard.press("PageDown")
    expect(page.locator(NAME)).to_have_text(SHOWN[1])
    page.keyboard.press("PageUp")
    expect(page.locator(NAME)).to_have_text(SHOWN[0])
    page.keyboard.press("End")
    expect(page.locator(NAME)).to_have_text(WORDS["done"])
    page.keyboard.press("Home")
    expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_a_step_shows_what_everyone_talks_about_and_nothing_of_what_the_leader_is_to_say(visit: Visit) -> None:
    page = begun(visit)
    page.keyboard.press("ArrowRight")
    parts = page.locator(".hv-meeting__told > *")
    names = [name.removeprefix("hv-meeting__") for name in parts.evaluate_all("all => all.map(one => one.className)")]
    assert names == ["talk"]
    expect(page.locator(".hv-meeting__talk li")).to_have_text(
        [
            "Del papiret ud.",
            "Sæt uret i gang.",
            "Hvor i fortællingen ville du selv være standset op?",
            "Hvilken aftale hos jer kender kun én af jer?",
        ]
    )
    told = page.locator(".hv-meeting__told")
    for words in ("Lad der være helt stille", "Det her er kun til dig selv", "Nik til kollegaen", "Noter"):
        expect(told).not_to_contain_text(words)
    expect(page.locator(".hv-meeting__facts")).to_have_text("AktivitetStilhedAnsvarligAlle")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".hv-meeting__talk p")).to_have_text("Inger vil give dig nøglen, men kun dig. Hvad gør du?")


def test_where_several_steps_read_each_shows_its_own_story(visit: Visit) -> None:
    page = visit.open("light.html")
    page.evaluate(
        """() => {
            const second = document.querySelectorAll("tr.hv-step")[1];
            second.dataset.reads = "frakken";
            document.querySelector("tr.hv-step").dataset.reads = "noeglen";
            const story = document.querySelector("article");
            const other = story.cloneNode(true);
            story.dataset.story = "noeglen";
            other.dataset.story = "frakken";
            other.querySelector("h3").textContent = "Frakken";
            story.after(other);
            document.querySelectorAll("tr.hv-step")[3].removeAttribute("data-reads");
        }"""
    )
    page.locator("#show").click()
    for heading in ("Nøglen", "Frakken"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".hv-meeting__story h3")).to_have_text([heading])


def test_the_story_is_there_where_it_is_read(visit: Visit) -> None:
    page = begun(visit)
    expect(page.locator(".hv-meeting__story h3")).to_have_text("Nøglen")
    expect(page.locator(".hv-meeting__story p")).to_have_count(6)
    assert page.evaluate("document.querySelectorAll('#first, #help').length") == 2
    assert page.locator("dialog [data-part], dialog [data-fill]").count() == 0
    for name in SHOWN[1:]:
        page.keyboard.press("ArrowRight")
        expect(page.locator(NAME)).to_have_text(name)
        assert page.locator(".hv-meeting__story").count() == 0


def test_the_arrows_scroll_a_long_text(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 900, "height": 500})
    page = begun(visit)
    scrolled = "document.querySelector('.hv-meeting__frame').scrollTop"
    assert page.evaluate(scrolled) == 0
    for _ in range(40):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".hv-meeting__story p").last).to_be_in_viewport()
    assert page.locator(NAME).inner_text() == SHOWN[0]
    low = page.evaluate(scrolled)
    page.keyboard.press("ArrowUp")
    assert page.evaluate(scrolled) < low
    page.keyboard.press("ArrowRight")
    assert page.evaluate(scrolled) == 0


def test_the_clock_counts_down_and_then_over(visit: Visit) -> None:
    page = begun(visit)
    expect(page.locator(".hv-meeting__timer")).to_have_text("04:00 left")
    pass_time(page, 30)
    expect(page.locator(".hv-meeting__timer")).to_have_text("03:30 left")
    pass_time(page, 150)
    expect(page.locator(STATE)).to_have_text(WORDS["one_minute"])
    expect(page.locator(LIVE)).to_have_text(WORDS["one_minute"])
    expect(page.locator(".hv-meeting__frame")).not_to_have_class(UP)
    pass_time(page, 60)
    expect(page.locator(STATE)).to_have_text(WORDS["time_is_up"])
    expect(page.locator(LIVE)).to_have_text(WORDS["time_is_up"])
    expect(page.locator(".hv-meeting__frame")).to_have_class(UP)
    pass_time(page, 75)
    expect(page.locator(".hv-meeting__timer")).to_have_text("01:15 over")
    assert page.title() == "Dilemma: Nøglen"


def test_a_machine_that_slept_knows_the_time(visit: Visit) -> None:
    page = begun(visit)
    page.clock.fast_forward(5 * 60_000)
    expect(page.locator(".hv-meeting__timer")).to_have_text("01:00 over")
    assert len(page.evaluate("notes")) == 2


def test_space_pauses_and_goes_on_with_what_was_left(visit: Visit) -> None:
    page = begun(visit)
    pass_time(page, 10)
    page.keyboard.press("Space")
    expect(page.locator(STATE)).to_have_text(WORDS["paused"])
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    pass_time(page, 500)
    expect(page.locator(DIGITS)).to_have_text("03:50")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    pass_time(page, 20)
    expect(page.locator(DIGITS)).to_have_text("03:30")


def test_space_presses_the_button_that_has_focus(visit: Visit) -> None:
    page = begun(visit)
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Space")
    expect(page.locator(NAME)).to_have_text(SHOWN[1])
    expect(page.get_by_role("button", name="Next")).to_be_focused()


def test_after_the_mouse_space_pauses(visit: Visit) -> None:
    page = begun(visit)
    page.get_by_role("button", name="Next").click()
    expect(page.locator(NAME)).to_have_text(SHOWN[1])
    page.keyboard.press("Space")
    expect(page.locator(STATE)).to_have_text(WORDS["paused"])


def test_a_step_returned_to_keeps_what_was_left(visit: Visit) -> None:
    page = begun(visit)
    pass_time(page, 40)
    page.keyboard.press("ArrowRight")
    expect(page.locator(DIGITS)).to_have_text("05:00")
    pass_time(page, 400)
    expect(page.locator(DIGITS)).to_have_text("01:40")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(DIGITS)).to_have_text("03:20")
    expect(page.locator(".hv-meeting__frame")).not_to_have_class(UP)
    pass_time(page, 20)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".hv-meeting__timer")).to_have_text("01:40 over")
    pass_time(page, 1)
    expect(page.locator(LIVE)).to_have_text("Step 2 of 4: Tænk selv. 5 minutes.")
    assert len(page.evaluate("notes")) == 2


def test_a_step_of_one_minute_does_not_begin_with_one_minute_left(visit: Visit) -> None:
    page = begun(visit)
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    pass_time(page, 30)
    expect(page.locator(STATE)).to_have_text("")
    expect(page.locator(LIVE)).to_have_text("Step 4 of 4: Det aftaler vi. 1 minute.")


def test_two_soft_tones_at_the_end_unless_they_are_off(visit: Visit) -> None:
    page = begun(visit)
    pass_time(page, 300)
    notes = page.evaluate("notes")
    assert [kind for kind, _ in notes] == ["sine", "sine"]
    assert all(end < 1 for _, end in notes)
    page.get_by_role("button", name="Sound", pressed=True).press("Enter")
    page.keyboard.press("ArrowRight")
    pass_time(page, 400)
    expect(page.locator(STATE)).to_have_text(WORDS["time_is_up"])
    assert len(page.evaluate("notes")) == 2
    expect(page.get_by_role("button", name="Sound", pressed=False)).to_be_focused()


@pytest.mark.parametrize("audio", ["undefined", "function () { throw new Error('none'); }"])
def test_without_sound_the_words_are_enough(visit: Visit, audio: str) -> None:
    page = opened(visit)
    page.evaluate(f"() => {{ window.AudioContext = {audio}; }}")
    page.keyboard.press("Enter")
    pass_time(page, 300)
    expect(page.locator(STATE)).to_have_text(WORDS["time_is_up"])
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)


def test_esc_closes_and_gives_the_keyboard_back(visit: Visit) -> None:
    page = begun(visit)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("#show")).to_be_focused()
    assert page.evaluate("audio") == ["made", "closed"]
    pass_time(page, 400)
    assert page.evaluate("notes") == []
    page.keyboard.press("f")
    assert page.evaluate("heard").count("f") == 1
    page.keyboard.press("Enter")
    expect(page.locator("dialog h1")).to_be_focused()
    page.get_by_role("button", name="Close").press("Enter")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("#show")).to_be_focused()


def test_it_opens_once(visit: Visit) -> None:
    page = opened(visit)
    page.evaluate("document.getElementById('show').click()")
    assert page.locator("dialog").count() == 1


def test_f_fills_the_screen_and_the_page_does_not_hear_it(visit: Visit) -> None:
    page = begun(visit)
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    expect(page.get_by_role("button", name="Leave full screen")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(NAME)).to_have_text(SHOWN[1])
    page.keyboard.press("F")
    page.wait_for_function("document.fullscreenElement === null")
    expect(page.get_by_role("button", name="Fill the screen")).to_be_visible()
    assert page.evaluate("heard.filter(key => key.length === 1 || key === 'ArrowRight')") == []


def test_where_the_screen_cannot_be_filled_there_is_no_button(visit: Visit) -> None:
    visit.page.add_init_script("Object.defineProperty(Document.prototype, 'fullscreenEnabled', { value: false })")
    page = begun(visit)
    expect(page.get_by_role("button", name="Fill the screen")).to_have_count(0)
    page.keyboard.press("f")
    assert page.evaluate("document.fullscreenElement") is None


def test_keys_with_a_modifier_or_in_a_field_are_left_alone(visit: Visit) -> None:
    page = begun(visit)
    for chord in ("Control+ArrowRight", "Alt+ArrowRight", "Meta+ArrowRight", "Control+f"):
        page.keyboard.press(chord)
    expect(page.locator(NAME)).to_have_text(SHOWN[0])
    page.evaluate("document.querySelector('.hv-meeting__frame').appendChild(document.getElementById('elsewhere'))")
    page.locator("#elsewhere").focus()
    page.keyboard.type("f f")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    expect(page.locator("#elsewhere")).to_have_value("f f")
    expect(page.locator(NAME)).to_have_text(SHOWN[0])
    expect(page.locator(STATE)).to_have_text("")


def test_the_keyboard_stays_in_the_meeting(visit: Visit) -> None:
    page = begun(visit)
    seen = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("(document.activeElement.closest('dialog') && document.activeElement.innerText) || ''"))
    names = {"Back", "Pause", "Next", "Sound", "Fill the screen", "Close"}
    assert names <= seen
    assert page.evaluate("document.activeElement.closest('[data-guide], #show, #elsewhere')") is None


def test_a_focused_button_shows_it(visit: Visit) -> None:
    page = begun(visit)
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_nothing_moves_for_those_who_asked_for_it(visit: Visit) -> None:
    moves = """() => ['.hv-meeting__frame', '.hv-meeting__progress span'].map(
        part => getComputedStyle(document.querySelector(part)).transitionDuration)"""
    page = begun(visit)
    assert page.evaluate(moves) == ["2s", "0.25s"]
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moves) == ["0s", "0s"]
    pass_time(page, 300)
    expect(page.locator(".hv-meeting__frame")).to_have_class(UP)
    assert page.evaluate("document.getAnimations().length") == 0


def test_the_line_shows_how_far_a_step_has_come(visit: Visit) -> None:
    page = begun(visit)
    line = page.locator(".hv-meeting__progress span")
    pass_time(page, 60)
    expect(line).to_have_attribute("style", "transform: scaleX(0.25);")
    pass_time(page, 600)
    expect(line).to_have_attribute("style", "transform: scaleX(1);")


def test_each_thing_that_happens_is_said_once(visit: Visit) -> None:
    listen(visit.page)
    page = opened(visit)
    assert focus(page) == 'heading "Nøglen: et dilemma"'
    pass_time(page, 1)
    assert heard(page) == ["The plan of the meeting: 4 steps, 13 minutes in all."]
    page.keyboard.press("ArrowRight")
    assert heard(page) == ["Step 1 of 4: Stop 1 Læs højt. 4 minutes."]
    assert focus(page) == 'button "Pause"'
    pass_time(page, 10)
    assert heard(page) == []
    page.keyboard.press("Space")
    assert heard(page) == ["Paused. About 4 minutes left."]
    pass_time(page, 90)
    page.keyboard.press("Space")
    assert heard(page) == ["The clock is running again."]
    pass_time(page, 170)
    assert heard(page) == ["One minute left."]
    pass_time(page, 30)
    page.keyboard.press("Space")
    assert heard(page) == ["Paused. Less than a minute left."]
    page.keyboard.press("Space")
    pass_time(page, 300)
    assert heard(page) == ["The clock is running again.", "The time is up. Finish at your own pace."]
    page.keyboard.press("Space")
    assert heard(page) == ["Paused. The time is up. Finish at your own pace."]
    for name in (
        "Step 2 of 4: Tænk selv. 5 minutes.",
        "Step 3 of 4: Vælg. 3 minutes.",
        "Step 4 of 4: Det aftaler vi. 1 minute.",
    ):
        page.keyboard.press("PageDown")
        assert heard(page) == [name]
    page.keyboard.press("PageDown")
    assert heard(page) == ["The meeting is over. Write down what you agree, who does it, and by when."]
    assert focus(page) == 'button "Close"'
    page.keyboard.press("PageDown")
    assert heard(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert focus(page) == 'button "Vis den på mødet"'
    assert heard(page) == ["The meeting is no longer shown."]


def test_back_at_the_plan_it_is_said_again(visit: Visit) -> None:
    listen(visit.page)
    page = begun(visit)
    heard(page)
    page.keyboard.press("Home")
    pass_time(page, 60)
    assert heard(page) == ["The plan of the meeting: 4 steps, 13 minutes in all."]


def test_the_clock_can_be_looked_up_and_is_never_said_by_itself(visit: Visit) -> None:
    page = begun(visit)
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("04:00 left")
    expect(timer).to_have_attribute("aria-live", "off")
    assert timer.evaluate("timer => timer.closest('[role=status]')") is None


def test_letters_can_be_turned_off_and_stay_off(visit: Visit) -> None:
    page = opened(visit)
    page.keyboard.press("Tab")
    assert focus(page) == 'button "F fills the screen" pressed true'
    page.keyboard.press("Space")
    assert focus(page) == 'button "F fills the screen" pressed false'
    page.keyboard.press("f")
    page.keyboard.press("Escape")
    page.reload()
    page.locator("#show").press("Enter")
    expect(page.get_by_role("button", name="F fills the screen", pressed=False)).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("f")
    page.keyboard.press("F")
    assert page.evaluate("document.fullscreenElement") is None
    page.keyboard.press("Home")
    page.get_by_role("button", name="F fills the screen").press("Space")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    assert page.evaluate("localStorage.length") == 0


def test_no_other_letter_does_anything(visit: Visit) -> None:
    page = begun(visit)
    before = page.locator("dialog").inner_html()
    page.keyboard.type("abcdeghijklmnopqrstuvwxyzæøåABCDEGHIJKLMNOPQRSTUVWXYZ.,/?1234567890")
    assert page.locator("dialog").inner_html() == before


def test_letters_that_cannot_be_kept_are_off_all_the_same(visit: Visit) -> None:
    refuse = "() => { throw new Error('refused'); }"
    page = opened(visit)
    page.evaluate(f"() => {{ Storage.prototype.setItem = Storage.prototype.getItem = {refuse}; }}")
    page.get_by_role("button", name="F fills the screen").press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("f")
    assert page.evaluate("document.fullscreenElement") is None


def faults_on_the_way(page: Page) -> list[str]:
    """Return what axe finds on every screen, and where the screen is wider than it should be."""
    found = faults_of(page, preload=False)
    for _ in range(len(SHOWN) + 1):
        page.keyboard.press("ArrowRight")
        found += faults_of(page, preload=False)
        wide = page.evaluate("(frame => frame.scrollWidth - frame.clientWidth)(document.querySelector('dialog > div'))")
        if wide > 0:
            found.append(f"{page.locator(NAME).inner_text()} is {wide} too wide")
    page.keyboard.press("ArrowLeft")
    page.clock.fast_forward(300_000)
    expect(page.locator(STATE)).to_have_text(WORDS["time_is_up"])
    return found + faults_of(page, preload=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_meeting(visit: Visit, width: int, scheme: str) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.page.emulate_media(reduced_motion="reduce")
    assert faults_on_the_way(opened(visit, scheme, still=False)) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_meeting_at_200_percent_text(
    large_text: BrowserContext, folder: Path, width: int
) -> None:
    page = large_text.new_page()
    visit = Visit(page, f"{folder.as_uri()}/")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    opened(visit, still=False)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    assert faults_on_the_way(page) == []
    page.close()
    assert visit.left + visit.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_have_a_contrast_of_seven(visit: Visit, scheme: str) -> None:
    """Axe asks for 4.5; the house asks for 7."""
    page = begun(visit, scheme)
    page.keyboard.press("ArrowRight")
    weakest = page.evaluate(
        """() => {
            const light = colour => {
                const [r, g, b] = colour.match(/[0-9.]+/g).map(Number).map(one => one / 255)
                    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const paper = getComputedStyle(document.querySelector("dialog")).backgroundColor;
            const all = [...document.querySelectorAll("dialog *")];
            const texts = all.filter(one => one.innerText && !one.children.length);
            return Math.min(...texts.map(one => {
                const own = getComputedStyle(one).backgroundColor;
                const both = [light(getComputedStyle(one).color), light(/, 0\\)/.test(own) ? paper : own)].sort();
                return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
            }));
        }"""
    )
    assert weakest >= 7


def test_the_scripts_have_no_words_and_write_no_markup() -> None:
    scripts = "".join((GUIDES / name).read_text(encoding="utf-8") for name in MEETING)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|sessionStorage|fetch\(|import ", scripts)
    assert re.findall(r"localStorage\.\w+\((\w+)", scripts) == ["KEPT"] * 3
    assert set(re.findall(r"\bwords\.(\w+)", scripts)) == set(WORDS)
