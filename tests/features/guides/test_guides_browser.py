"""Guides in a real Chromium: from the front page to paper, the composer, the meeting mode, and print."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import pdf
from tests.chromium import Visit, faults_of, too_wide
from tests.conftest import Publication
from tests.features.guides.minutes import AGREED
from tests.heard import LISTEN, focus, heard, listen

pytestmark = pytest.mark.browser

GUIDE = "guider/kort-samtale/noeglen/"
COMPOSER = "guider/sammensaet/"
CHOSEN = f"{COMPOSER}?method=kort-samtale&story=noeglen&story=frakken&start=14:30&minutes=25"


@pytest.mark.parametrize("path", [GUIDE, CHOSEN])
def test_text_at_200_percent_fits_a_phone(large_text: object, address: str, path: str) -> None:
    page: Page = large_text.new_page()  # type: ignore[attr-defined]
    made = Visit(page, address)
    page.set_viewport_size({"width": 320, "height": 900})
    made.open(path)
    assert too_wide(page) <= 0
    page.close()
    assert made.left + made.errors == []


def test_two_clicks_from_the_front_page_to_paper(visit: Visit) -> None:
    page = visit.open("")
    page.get_by_role("link", name="Hold en samtale på 20 minutter").click()
    # Chromium's own viewer for PDFs is an extension with requests of its own.
    page.route("**/*.pdf", lambda route: route.fulfill(status=204))
    with page.expect_request(re.compile(r"\.pdf$")) as asked:
        page.get_by_role("link", name="Hent guiden til print (PDF)").click()
    answer = page.request.get(asked.value.url)
    assert answer.ok
    assert answer.body()[:4] == b"%PDF"


def test_the_suggested_story_can_be_changed(visit: Visit) -> None:
    """Where it happened is said in the list: a leader looks for a story from work like her own."""
    page = visit.open("samtale/")
    expect(page.locator("option[value=frakken]")).to_have_text("Frakken · Botilbud for voksne med udviklingshandicap")
    page.get_by_label("Fortællingen").select_option("frakken")
    expect(page.get_by_role("link", name="Se guiden – Frakken", exact=True)).to_be_visible()
    link = page.get_by_role("link", name="Hent guiden til print (PDF)").get_attribute("href")
    assert link == "../print/kort-samtale/frakken-kort-samtale.pdf"
    assert page.request.get(visit.address + "samtale/" + str(link)).ok
    page.get_by_role("link", name="Se guiden").click()
    expect(page.locator("h1")).to_have_text("Kort samtale: Frakken")


def test_a_choice_that_the_browser_remembers_is_followed(visit: Visit) -> None:
    page = visit.open("samtale/")
    page.get_by_label("Fortællingen").select_option("frakken")
    page.reload()
    chosen = page.get_by_label("Fortællingen").input_value()
    assert chosen in str(page.locator(".hv-talk [data-part=pdf]").get_attribute("href"))


def test_a_guide_shows_clock_times_from_a_chosen_start_and_keeps_them(visit: Visit) -> None:
    page = visit.open(GUIDE)
    times = page.locator(".hv-step:not([hidden]) [data-part=when]")
    assert times.all_text_contents() == ["0–2", "2–6", "6–11", "11–17", "17–20"]
    page.get_by_label("Vi begynder kl.").fill("13:30")
    wanted = ["13.30–13.32", "13.32–13.36", "13.36–13.41", "13.41–13.47", "13.47–13.50"]
    assert times.all_text_contents() == wanted
    page.reload()
    assert times.all_text_contents() == wanted


def test_the_short_version_leaves_steps_out_and_adds_up(visit: Visit) -> None:
    page = visit.open(GUIDE)
    page.get_by_label("Den korte udgave: 10 minutter").check()
    assert page.locator(".hv-step:not([hidden]) [data-part=minutes]").all_text_contents() == ["1", "4", "3", "2"]
    expect(page.locator("[data-part=total]")).to_have_text("10 minutter")
    page.reload()
    expect(page.get_by_label("Den korte udgave: 10 minutter")).to_be_checked()


def test_a_guide_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + GUIDE)
    expect(page.locator(".hv-step")).to_have_count(5)
    expect(page.get_by_role("button")).to_have_count(0)
    page.goto(address + COMPOSER)
    expect(page.get_by_text("Siden her kræver JavaScript.")).to_be_visible()
    page.close()


def test_the_script_gives_the_same_answers_as_python(visit: Visit) -> None:
    page = visit.open(GUIDE)
    found = page.evaluate(
        """all => ({
            scaled: all.scaled.map(one => hverdagPlan.scaled(one.minutes, one.floors, one.total)),
            minute: all.clock.map(one => hverdagPlan.minuteOfDay(one.text)),
            begins: all.begins.map(one => hverdagPlan.begins(one.minutes)),
            durations: all.durations.map(one => hverdagScreens.duration(hverdagGuide.words(), one.minutes)),
        })""",
        AGREED,
    )
    assert found["scaled"] == [case["shares"] for case in AGREED["scaled"]]
    assert found["minute"] == [case["minute"] for case in AGREED["clock"]]
    assert found["durations"] == [case["said"] for case in AGREED["durations"]]
    assert found["begins"] == [case["begins"] for case in AGREED["begins"]]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has focus."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} cannot be reached with the keyboard")


def test_a_guide_is_composed_with_the_keyboard_alone_and_its_address_gives_it_again(visit: Visit) -> None:
    page = visit.open(COMPOSER)
    page.locator("#compose:not([hidden])").wait_for()
    tab_to(page, "input[value=noeglen]")
    page.keyboard.press("Space")
    tab_to(page, "input[value=skloe]")
    page.keyboard.press("Space")
    tab_to(page, "select[name=method]")
    page.keyboard.press("V")  # Ved vagtskifte
    tab_to(page, "input[name=minutes]")
    page.keyboard.type("12")
    expect(page.locator("#compose-status")).to_have_text("Din guide er klar: 12 minutter fordelt på 3 trin.")
    minutes = page.locator("#composed [data-part=minutes]").all_text_contents()
    assert sum(map(int, minutes)) == 12
    expect(page.locator("#composed .hv-sheet__story")).to_have_count(2)
    before = page.locator("#composed").inner_html()
    assert "method=vagtskifte" in page.url
    page.reload()
    expect(page.locator("#compose-status")).to_have_text("Din guide er klar: 12 minutter fordelt på 3 trin.")
    assert page.locator("#composed").inner_html() == before


def test_a_step_that_reads_is_as_long_as_the_stories(visit: Visit) -> None:
    page = visit.open(CHOSEN)
    expect(page.locator("#compose-status")).to_contain_text("25 minutter")
    rows = page.locator("#composed .hv-step")
    reading = rows.filter(has_text="Læs højt").locator("[data-part=minutes]").text_content()
    assert int(reading or 0) >= 6
    assert rows.first.locator("[data-part=when]").text_content() == "14.30–14.32"


def test_too_little_time_is_said_and_nothing_is_shown(visit: Visit) -> None:
    page = visit.open(CHOSEN.replace("minutes=25", "minutes=3"))
    expect(page.locator("#compose-status")).to_contain_text("Vælg mellem")
    expect(page.locator("#composed .hv-step")).to_have_count(0)


def test_a_method_that_needs_a_dilemma_says_so(visit: Visit) -> None:
    page = visit.open(f"{COMPOSER}?method=dilemma&story=skloe")
    expect(page.locator("#compose-status")).to_contain_text("Metoden kræver en fortælling med et dilemma.")


EVIL = [
    "method=<img src=x onerror=alert(1)>&story=noeglen",
    "method=kort-samtale&story=../../../etc/passwd",
    "method=kort-samtale&story=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "method=__proto__&story=constructor",
    "method=kort-samtale&story=noeglen&start=99:99",
    "method=kort-samtale&story=noeglen&minutes=1e9",
    "method=kort-samtale&story=noeglen&minutes=-5",
    "method=" + "x" * 5000,
    "story=%00%ff%fe",
]


@pytest.mark.parametrize("query", EVIL)
def test_a_strange_address_is_told_and_runs_nothing(visit: Visit, query: str) -> None:
    said: list[str] = []
    visit.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page = visit.open(f"{COMPOSER}?{query}")
    told = page.locator("#compose-strange")
    expect(told).to_contain_text("Noget i linket kunne ikke bruges:")
    assert len(told.text_content() or "") < 300
    expect(told.locator("*")).to_have_count(0)
    page.get_by_role("checkbox", name="Nøglen").set_checked(True)
    expect(page.locator("#compose-status")).to_contain_text("Din guide er klar")
    assert said == []


def test_the_composer_works_from_a_usb_stick(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    left: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else left.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    root = (sample / COMPOSER / "index.html").resolve().as_uri()
    page.goto(f"{root}?method=vaerdivejen&story=noeglen&start=09:05")
    expect(page.locator("#compose-status")).to_contain_text("Din guide er klar: 60 minutter")
    assert page.locator("#composed [data-part=when]").first.text_content() == "9.05–9.10"
    page.close()
    assert left + errors == []


def test_the_meeting_mode_goes_through_all_steps(visit: Visit) -> None:
    page = visit.open(GUIDE)
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    expect(dialog).to_contain_text("Kort samtale: Nøglen")
    assert faults_of(page) == []
    names = ["Begynd", "Læs højt", "To og to", "Saml op", "Aftal én ting"]
    for number, name in enumerate(names, 1):
        page.keyboard.press("ArrowRight")
        expect(dialog).to_contain_text(f"Trin {number} af 5")
        expect(dialog.get_by_role("heading", name=name)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Mødet er slut")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.hv-meeting")).to_have_count(0)
    expect(page.get_by_role("button", name="Vis på mødet")).to_be_focused()


def test_the_meeting_mode_shows_a_composed_guide_too(visit: Visit) -> None:
    page = visit.open(CHOSEN)
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Inger er 84 og har haft indbrud.")


@pytest.mark.parametrize("path", [GUIDE, CHOSEN, "guider/faciliteringsguide/noeglen/"])
def test_a_printed_guide_has_no_navigation_and_nothing_cut(visit: Visit, path: str, tmp_path: Path) -> None:
    page = visit.open(path)
    page.locator(".hv-step [data-part=when]").first.wait_for()
    page.pdf(path=tmp_path / "guide.pdf", prefer_css_page_size=True)
    reader = pdf.read(tmp_path / "guide.pdf")
    text = "\n".join(pdf.pages(reader))
    for words in ("Hold en samtale", "For redaktionen", "Søg", "Hent guiden", "Print siden", "Vælg en eller flere"):
        assert words not in text
    for words in ("Planen", "Det aftalte vi", "Deltagerark", "Inger er 84 og har haft indbrud."):
        assert words in text
    assert len(reader.pages) <= 6
    size = reader.pages[0].mediabox
    assert [round(float(side)) for side in size[2:]] == [595, 842]


def test_rows_of_the_plan_are_not_cut_in_print(visit: Visit) -> None:
    page = visit.open(GUIDE)
    page.emulate_media(media="print")
    kept = page.locator(".hv-step").evaluate_all("rows => rows.map(row => getComputedStyle(row).breakInside)")
    assert set(kept) == {"avoid"}
    lines = page.locator(".hv-agreement td").first.bounding_box()
    assert lines is not None
    assert lines["height"] >= 30  # 8 mm at 96 dots an inch


def test_the_composers_data_cannot_end_its_script(good: Publication, browser: Browser) -> None:
    good.change("stories/doeren.md", "summary: En dør, der ikke var låst.", 'summary: "</script><script>alert(1)//"')
    assert good.build().built
    data = good.page("assets/hverdag/guide/story-doeren.js")
    assert "</script" not in data
    held = re.fullmatch(r"hverdagData\.story\((.*)\);\n", data, re.S)
    assert held is not None
    assert json.loads(held[1])["summary"] == "</script><script>alert(1)//"
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto((good.site / "guider/sammensaet/index.html").resolve().as_uri() + "?method=kort&story=doeren")
    expect(page.locator("#composed .hv-sheet__lead")).to_have_text("</script><script>alert(1)//")
    page.close()
    assert said == []


def test_what_is_sound_in_an_address_is_kept(visit: Visit) -> None:
    page = visit.open(f"{COMPOSER}?method=findes-ikke&story=noeglen&story=er-trukket-tilbage&minutes=abc")
    expect(page.locator("#compose-strange")).to_contain_text("findes-ikke, er-trukket-tilbage, abc")
    expect(page.get_by_role("checkbox", name="Nøglen")).to_be_checked()
    expect(page.locator("#compose-status")).to_contain_text("Din guide er klar: 20 minutter")


def test_minutes_are_whole(visit: Visit) -> None:
    page = visit.open(CHOSEN)
    page.get_by_label("Minutter i alt").fill("12.5")
    expect(page.locator("#compose-status")).to_contain_text("Minutter i alt: Skriv hele minutter.")
    expect(page.locator("#composed .hv-step")).to_have_count(0)


def test_a_story_without_a_dilemma_is_said_to_be_only_read(visit: Visit) -> None:
    page = visit.open(f"{COMPOSER}?method=dilemma&story=noeglen&story=skloe")
    expect(page.locator("#compose-status")).to_contain_text("Skloe har ikke noget dilemma.")


def test_the_short_version_is_short_on_the_sheet_too_and_says_what_the_pdf_holds(visit: Visit) -> None:
    page = visit.open(f"{GUIDE}?short=1&start=14:15")
    expect(page.locator(".hv-sheet__part:visible")).to_have_count(1)
    expect(page.locator("[data-part=changed]")).to_contain_text("I PDF’en og i Word står hele planen uden klokkeslæt.")
    link = page.get_by_role("link", name="Tilpas guiden").get_attribute("href") or ""
    assert "&start=14:15" in link
    assert "&minutes=10" in link


def test_the_faults_of_a_guide_are_tied_to_their_fields_and_said_once(visit: Visit) -> None:
    listen(visit.page)
    page = visit.open(f"{COMPOSER}?method=dilemma&story=skloe&minutes=3")
    status = page.locator("#compose-status")
    dilemma = "Metoden kræver en fortælling med et dilemma. Vælg en anden fortælling eller en anden metode."
    expect(status.get_by_role("listitem")).to_have_count(2)
    (said,) = heard(page)
    assert said.startswith(f"Ret det her, så er guiden klar: Metode: {dilemma} Minutter i alt: Vælg mellem ")
    for name, text in (("Metode", dilemma), ("Minutter i alt", "Vælg mellem")):
        field = page.get_by_label(name)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(f"^{re.escape(text)}"))
    assert faults_of(page) == []
    page.get_by_role("button", name="Gå til guiden").press("Enter")
    assert focus(page).startswith(f'combobox "Metode" expanded false invalid true ({dilemma}')
    status.get_by_role("link", name="Minutter i alt").press("Enter")
    assert focus(page).startswith('spinbutton "Minutter i alt" invalid true (Vælg mellem')
    page.keyboard.press("Control+A")
    page.keyboard.type("40")
    expect(status.get_by_role("listitem")).to_have_count(1)
    assert heard(page) == [f"Ret det her, så er guiden klar: Metode: {dilemma}"]
    expect(page.get_by_label("Minutter i alt")).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Minutter i alt")).to_have_accessible_description("")
    page.get_by_role("checkbox", name="Nøglen").check()
    expect(page.locator(".hv-step").first).to_be_visible()
    (said,) = heard(page)
    assert said.startswith("Din guide er klar: 40 minutter fordelt på ")
    assert "Skloe har ikke noget dilemma." in said
    page.get_by_role("button", name="Gå til guiden").press("Enter")
    assert focus(page).startswith('heading "Dilemma')
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_what_is_half_written_is_not_told_of(visit: Visit) -> None:
    page = visit.open(CHOSEN)
    expect(page.locator("#compose-status")).to_contain_text("Din guide er klar: 25")
    page.evaluate(LISTEN)
    page.get_by_label("Minutter i alt").press("Control+A")
    page.keyboard.type("35")
    expect(page.locator("#compose-status")).to_contain_text("Din guide er klar: 35")
    assert len(heard(page)) == 1


def test_no_story_yet_is_said_and_is_no_fault_of_a_field(visit: Visit) -> None:
    page = visit.open(COMPOSER)
    expect(page.locator("#compose-status")).to_have_text("Begynd med at vælge en fortælling eller en værdi.")
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    expect(page.get_by_role("group", name="Fortællinger")).to_have_accessible_description(
        "Begynd med at vælge en fortælling eller en værdi."
    )
    page.get_by_role("button", name="Gå til guiden").press("Enter")
    assert focus(page).startswith("checkbox")


def test_a_meeting_is_prepared_and_held_with_the_keyboard_alone(visit: Visit) -> None:
    """From the page for talks to the end of the meeting, and back to where it was opened."""
    listen(visit.page)
    page = visit.open("samtale/")
    tab_to(page, "select[name=story]")
    heard(page)
    page.keyboard.type("Skloe")
    expect(page.get_by_role("link", name="Se guiden – Skloe")).to_be_visible()
    expect(page.get_by_role("link", name="Hent guiden til print (PDF) – Skloe")).to_be_visible()
    assert heard(page) == [page.locator(".hv-talk__summary").inner_text()]
    tab_to(page, "[data-part=page]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/guider/kort-samtale/skloe/")
    tab_to(page, "[data-action=meeting]")
    page.keyboard.press("Enter")
    assert focus(page) == 'heading "Kort samtale: Skloe"'
    page.wait_for_function("hverdagHeard.length")
    assert heard(page) == ["Planen for mødet: 5 trin, 20 minutter i alt."]
    page.keyboard.press("Enter")
    assert heard(page) == ["Trin 1 af 5: Begynd. 2 minutter."]
    page.keyboard.press("Space")
    assert heard(page) == ["På pause. Der er cirka 2 minutter tilbage."]
    page.keyboard.press("Space")
    assert heard(page) == ["Uret går igen."]
    for number in range(2, 6):
        page.keyboard.press("PageDown")
        (said,) = heard(page)
        assert said.startswith(f"Trin {number} af 5: ")
    page.keyboard.press("PageDown")
    assert heard(page) == ["Mødet er slut. Skriv ned, hvad I aftaler, hvem der gør det, og hvornår."]
    page.keyboard.press("Escape")
    expect(page.locator("dialog.hv-meeting")).to_have_count(0)
    assert heard(page) == ["Mødevisningen er lukket."]
    assert focus(page) == 'button "Vis på mødet"'


def test_the_short_version_says_how_long_the_meeting_is_now(visit: Visit) -> None:
    listen(visit.page)
    page = visit.open(GUIDE)
    tab_to(page, "[name=short]")
    heard(page)
    page.keyboard.press("Space")
    assert "Planen for mødet: 4 trin, 10 minutter i alt." in heard(page)
    page.keyboard.press("Space")
    assert heard(page) == ["Planen for mødet: 5 trin, 20 minutter i alt."]


def test_whoever_is_led_to_a_composed_guide_has_print_and_meeting_ahead(visit: Visit) -> None:
    page = visit.open(CHOSEN)
    page.locator("#composed .hv-step").first.wait_for()
    page.get_by_role("button", name="Gå til guiden").press("Enter")
    assert focus(page).startswith('heading "Kort samtale')
    page.keyboard.press("Tab")
    assert focus(page) == 'button "Print siden"'
    page.keyboard.press("Tab")
    assert focus(page) == 'button "Vis på mødet"'
    page.get_by_label("Minutter i alt").fill("3")
    expect(page.locator("[data-action=meeting]")).to_be_hidden()
    page.get_by_label("Minutter i alt").fill("30")
    expect(page.locator("#composed [data-action=meeting]")).to_be_visible()


def test_how_many_stories_a_word_leaves_in_the_composer_is_said_once(good: Publication, browser: Browser) -> None:
    text = (good.root / "stories/vinduet.md").read_text("utf-8")
    for at in range(12):
        good.write(
            f"stories/ekstra-{at}.md", text.replace("F02", f"F{at + 20}").replace("title: ", f"title: Nr. {at} ")
        )
    report = good.build()
    assert report.built, report.problems
    page = browser.new_page()
    page.goto((good.site / "guider/sammensaet/index.html").resolve().as_uri())
    found = page.locator("[data-part=found]")
    listen(page)
    page.get_by_label("Find en fortælling").focus()
    for typed, told in (("Nr. 1", "3 fortællinger"), ("1", "1 fortælling"), ("x", "Ingen fortælling passer.")):
        page.keyboard.type(typed)
        expect(found).to_contain_text(told)
        assert [said for said in heard(page) if said.startswith(told)] == [found.inner_text()]
    page.close()


STACKED = "(max-width: 45em)"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_plan_is_read_as_a_table_also_where_it_is_stacked(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(GUIDE)
    assert page.evaluate(f"matchMedia('{STACKED}').matches") is (width == 360)
    table = page.get_by_role("table", name="Planen trin for trin")
    expect(table.get_by_role("row")).to_have_count(6)
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Tid", "Trin", "Faciliteringsguide", "Aktivitet", "Ansvarlig"]
    )
    expect(table.get_by_role("rowheader")).to_have_text(["Begynd", "Læs højt", "To og to", "Saml op", "Aftal én ting"])
    expect(table.get_by_role("cell")).to_have_count(20)
    assert page.locator("table [role]").count() == 0


def test_one_minute_is_said_in_danish(visit: Visit) -> None:
    page = visit.open("guider/vagtskifte/noeglen/")
    page.get_by_role("button", name="Vis på mødet").click()
    expect(page.locator("dialog.hv-meeting")).to_contain_text("1 minut")
    expect(page.locator("dialog.hv-meeting")).not_to_contain_text("1 minute")
