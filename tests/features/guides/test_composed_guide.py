"""A guide that is put together in the browser is as good as a ready one: on paper, at the meeting, and in Word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hverdag.features.guides.making import TELLING
from hverdag.features.guides.plan import ComposerView
from hverdag.model.texts.method import Subject
from tests import pdf
from tests.chromium import Visit, faults_of, served, too_wide
from tests.clone import needed_to_import
from tests.conftest import ROOT, Publication, copied
from tests.guide_order import guide_in_order, in_order
from tests.guide_papers import guide_data, plan_of
from tests.heard import focus

needed_to_import()
pytestmark = pytest.mark.browser

COMPOSER = "guider/sammensaet/"
DOOR = "Døren: {{ 7*7 }} & <to>"
OWN = "Husk blomsterne til Jytte."


def combinations() -> Iterator[tuple[str, str, str]]:
    """Every method of the sample with a story and with a value: the method, the subject, and the address's query."""
    plan = plan_of(ROOT)
    (composer,) = (one.view for one in plan.views if isinstance(one.view, ComposerView))
    value = composer.values[0].id
    first = plan.shown.on_paper_of_value[value][0].story.id
    for made in composer.plans:
        method = made.method
        if Subject.STORY in method.applies_to:
            story = next(shown.story.id for shown in composer.stories if method.fits(shown.story))
            yield method.id, story, f"story={story}"
        if Subject.VALUE in method.applies_to:
            # The ready guide of a method that tells no story has none either.
            yield method.id, value, f"value={value}&story={first}" if method.shown & TELLING else f"value={value}"


COMBINATIONS = list(combinations())


def composed(visit: Visit, query: str) -> Page:
    page = visit.open(f"{COMPOSER}?{query}")
    page.locator("#composed .hv-step").first.wait_for()
    return page


def kept(page: Page) -> list[Any]:
    """Everything that the page has stored in the browser."""
    stored: list[Any] = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return [*stored, *page.context.cookies()]


@pytest.mark.parametrize(("method", "subject", "query"), COMBINATIONS)
def test_a_composed_guide_is_printed_as_its_ready_one(
    visit: Visit, sample: Path, method: str, subject: str, query: str
) -> None:
    page = composed(visit, f"method={method}&{query}")
    reader = pdf.read(page.pdf(prefer_css_page_size=True))
    ready = pdf.read(sample / f"print/{method}/{subject}-{method}.pdf")
    assert len(reader.pages) <= len(ready.pages)
    data = guide_data(plan_of(ROOT), f"guides/{method}/{subject}")
    data["guide"]["time"] = data["guide"]["time"].partition(" (")[0]
    said = pdf.squeezed("".join(pdf.pages(reader)))
    assert in_order(list(guide_in_order(data)), said) == []
    page.emulate_media(media="print")
    tops = page.locator("#composed .hv-plan tbody tr").first.locator("th, td")
    places = tops.evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().top)")
    assert len(places) == 5
    assert len(set(places)) == 1, "a table, and no stack"


def test_the_short_talk_is_a_page_for_the_leader_and_one_for_the_others(visit: Visit) -> None:
    page = composed(visit, "method=kort-samtale&story=noeglen")
    page.get_by_label("Egne ord til din side").fill(OWN)
    leader, sheet = pdf.pages(pdf.read(page.pdf(prefer_css_page_size=True)))
    for words in ("Lederens side", "Kort samtale: Nøglen", OWN, "Det aftalte vi", "Kvittering for F01-M01"):
        assert words in leader
        assert words not in sheet
    for words in ("Deltagerark", "Inger er 84 og har haft indbrud.", "Hvad gør du, mens du står i entréen?"):
        assert words in sheet
        assert words not in leader
    assert "Har du et spørgsmål eller en fortælling?" not in leader + sheet


def test_the_leaders_own_words_are_on_paper_and_nowhere_else(visit: Visit) -> None:
    page = composed(visit, "method=vaerdivejen&value=tillid&story=noeglen")
    field = page.get_by_label("Egne ord til din side")
    field.fill(f"{OWN}\n<b>Og</b> nøglen.")
    assert "blomsterne" not in page.url
    expect(page.locator(".hv-own")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".hv-own p")).to_have_text([OWN, "<b>Og</b> nøglen."])
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    for _ in range(page.locator("#composed .hv-step").count() + 2):
        assert "blomsterne" not in (dialog.text_content() or "")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert kept(page) == []
    page.reload()
    page.locator("#composed .hv-step").first.wait_for()
    expect(field).to_have_value("")
    page.emulate_media(media="print")
    expect(page.locator(".hv-own")).to_be_hidden()


def test_what_the_leader_is_to_say_is_not_on_the_screen_of_the_meeting(visit: Visit) -> None:
    page = composed(visit, "method=kort-samtale&story=noeglen")
    rows = page.locator("#composed .hv-step")
    leaders = rows.locator(".hv-step__guide > p:first-child, .hv-say li, .hv-tip").all_inner_texts()
    assert len(leaders) > 10
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    shown = ""
    for _ in range(rows.count()):
        page.keyboard.press("ArrowRight")
        shown += dialog.inner_text()
    assert [words for words in leaders if words in shown] == []
    assert "Hvornår har en borger givet dig noget" in shown
    assert "Inger er 84 og har haft indbrud." in shown


def test_a_ready_guide_of_a_value_is_made_ones_own(visit: Visit) -> None:
    page = visit.open("guider/vaerdispil/tillid/")
    page.get_by_role("link", name="Tilpas guiden").click()
    expect(page.locator(".hv-composed__title")).to_have_text("Værdispil: Tillid")
    expect(page.get_by_role("combobox", name="Værdi", exact=True)).to_have_value("tillid")
    expect(page.locator("#composed [data-part=receipt]")).to_have_text("Kvittering for V01-M06")
    expect(page.get_by_role("heading", name="Flere fortællinger om værdien")).to_be_visible()
    named = page.locator("[data-part=more] li a")
    assert "Nøglen" not in named.all_text_contents()
    before = named.count()
    page.get_by_role("checkbox", name=named.first.text_content() or "").check()
    expect(named).to_have_count(before - 1)


def test_the_receipt_of_a_talk_about_all_the_values_is_that_of_its_ready_guide(visit: Visit) -> None:
    page = composed(visit, "method=resultatmoede&value=tillid&story=noeglen")
    expect(page.locator("#composed [data-part=receipt]")).to_have_text("Kvittering for H-M15")


def test_the_stories_of_a_value_come_first_and_the_order_of_all_is_found_again(visit: Visit) -> None:
    page = visit.open(COMPOSER)
    boxes = page.locator("#compose input[name=story]")
    page.locator("#compose:not([hidden])").wait_for()
    values = "all => all.map(box => box.value)"
    before = boxes.evaluate_all(values)
    page.get_by_role("combobox", name="Værdi", exact=True).select_option("mod")
    of_value = boxes.evaluate_all("all => all.map(box => box.dataset.values.split(' ').indexOf('mod'))")
    known = [min(at, 1) if at >= 0 else 2 for at in of_value]
    assert known == sorted(known)
    assert known[0] < 2
    page.get_by_role("combobox", name="Værdi", exact=True).select_option("")
    assert boxes.evaluate_all(values) == before


def test_a_value_alone_is_told_to_need_a_story_where_the_method_reads_one(visit: Visit) -> None:
    page = visit.open(f"{COMPOSER}?method=vaerdispil&value=tillid")
    status = page.locator("#compose-status")
    expect(status).to_contain_text("Fortællinger: Metoden kræver en fortælling.")
    expect(page.get_by_role("group", name="Fortællinger")).to_have_accessible_description(
        "Metoden kræver en fortælling. Vælg en fortælling eller en anden metode."
    )
    status.get_by_role("link", name="Fortællinger").press("Enter")
    assert focus(page).startswith("checkbox")
    page.keyboard.press("Space")
    expect(status).to_contain_text("Din guide er klar: 45 minutter")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication in which one method reads no story, and one is for the handbook itself."""
    made = copied("good", tmp_path_factory.mktemp("bare"))
    made.change("docs/metoder/vejen.md", "    shows: [text, summary]\n", "    shows: [questions]\n    sheet: true\n")
    text = (made.root / "docs/metoder/kort.md").read_text("utf-8")
    text = text.replace("title: Kort samtale", "title: Status").replace("order: 1", "order: 3")
    text = text.replace("    guidance: Gentag aftalen.\n", "    guidance: Læs en mere.\n    shows: [text]\n")
    text = text.replace("shows: [questions, dilemma]", "shows: [agreed, questions, dilemma]")
    made.write("docs/metoder/status.md", text.replace("code: M01", "code: M09\napplies_to: [handbook]"))
    story = (made.root / "stories/vinduet.md").read_text("utf-8")
    made.write("stories/2-doere.md", story.replace("F02", "F09").replace("title: Vinduet", "title: To døre"))
    report = made.build()
    assert report.built, report.problems
    return made


def test_a_guide_is_put_together_of_a_value_alone(bare: Publication, browser: Browser) -> None:
    page = browser.new_page()
    with served(bare.site) as address:
        page.goto(f"{address}{COMPOSER}?method=vejen&value=tillid")
        expect(page.locator(".hv-composed__title")).to_have_text("Vejen: Tillid")
        expect(page.locator("#composed article")).to_have_count(0)
        expect(page.locator("#composed .hv-sheet__value")).to_contain_text("Tillid")
        assert page.locator("#composed .hv-sheet .hv-plan__questions li").count() >= 2
        assert len(pdf.read(page.pdf(prefer_css_page_size=True)).pages) >= 2
    page.close()


def test_a_method_for_the_handbook_is_put_together_of_nothing_more(bare: Publication, browser: Browser) -> None:
    page = browser.new_page()
    with served(bare.site) as address:
        page.goto(f"{address}{COMPOSER}?method=status")
        expect(page.locator(".hv-composed__title")).to_have_text("Status")
        expect(page.locator("#compose-status")).to_contain_text("Din guide er klar: 20 minutter")
        expect(page.locator("#composed .hv-step [data-part=when]").first).to_have_text("14.30–14.35")
        leader, *_ = pdf.pages(pdf.read(page.pdf(prefer_css_page_size=True)))
        assert "Vi begynder kl. 14.30" in " ".join(leader.split())
        page.goto(f"{address}{COMPOSER}?method=status&story=doeren")
        expect(page.locator(".hv-composed__title")).to_contain_text("Status: Døren")
    page.close()


def test_steps_that_read_a_story_each_have_their_own_in_a_composed_guide_too(
    bare: Publication, browser: Browser
) -> None:
    page = browser.new_page()
    with served(bare.site) as address:
        page.goto(f"{address}{COMPOSER}?method=status&story=doeren&story=2-doere")
        asked = page.locator("#composed .hv-step").nth(1).locator(".hv-plan__questions li")
        expect(asked).to_have_text(["Hvem låser hos jer?", "Hvem siger til?", "Hvad gjorde du sidst?"])
        expect(page.locator("#composed .hv-step .hv-reads")).to_have_text(
            [f"Fortællingen her: {DOOR}", "Fortællingen her: To døre"]
        )
        expect(page.locator("#composed .hv-sheet__part > p.hv-quiet")).to_have_text([f"Fortællingen her: {DOOR}"])
        page.get_by_role("button", name="Vis på mødet").click()
        read = page.locator("dialog .hv-meeting__story h3")
        for number, titles in enumerate((["Døren"], [], ["To døre"]), 1):
            page.keyboard.press("ArrowRight")
            expect(page.locator("dialog .hv-meeting__number")).to_contain_text(f"Trin {number} af 3")
            assert [title.partition(":")[0] for title in read.all_text_contents()] == titles
    page.close()


def test_where_one_step_reads_several_stories_it_names_them(bare: Publication, browser: Browser) -> None:
    page = browser.new_page()
    with served(bare.site) as address:
        page.goto(f"{address}{COMPOSER}?method=kort&story=doeren&story=vinduet")
        expect(page.locator("#composed .hv-reads")).to_have_text(f"Fortællingerne her: {DOOR}, Vinduet")
        expect(page.locator("#composed .hv-sheet__part > p.hv-quiet")).to_have_count(0)
        page.get_by_role("checkbox", name="Vinduet").uncheck()
        expect(page.locator("#composed .hv-reads")).to_have_count(0)
        expect(page.locator("#composed .hv-step")).to_have_count(3)
    page.close()


def test_what_was_agreed_last_time_has_its_lines_where_a_step_is_on_the_sheet_too(
    bare: Publication, browser: Browser
) -> None:
    page = browser.new_page()
    with served(bare.site) as address:
        page.goto(f"{address}{COMPOSER}?method=status&story=doeren")
        row = page.locator("#composed .hv-step").nth(1)
        expect(row.locator(".hv-agreed-before .hv-line")).to_have_count(3)
        expect(row.locator(".hv-tip.hv-lines")).to_have_count(0)
    page.close()


# As text for Word.

PASTED = """() => {
    const place = document.createElement("div");
    place.contentEditable = "true";
    place.id = "pasted";
    document.body.append(place, Object.assign(document.createElement("textarea"), { id: "plain" }));
    place.focus();
}"""


def pasted(page: Page) -> str:
    """Paste what was copied, with its look and without, and return the plain text."""
    page.evaluate(PASTED)
    page.keyboard.press("Control+V")
    page.locator("#plain").focus()
    page.keyboard.press("Control+V")
    return page.locator("#plain").input_value()


def copied_guide(page: Page) -> str:
    page.get_by_label("Egne ord til din side").fill(OWN)
    page.get_by_role("button", name="Kopiér som tekst til Word").press("Enter")
    expect(page.locator("[data-part=copied]")).to_have_text("Guiden er kopieret. Sæt den ind i Word.")
    expect(page.get_by_role("region", name="Guiden som tekst til Word")).to_have_count(0)
    assert focus(page) == 'button "Kopiér som tekst til Word"'
    return pasted(page)


def test_a_guide_is_copied_as_text_for_word(visit: Visit) -> None:
    page = composed(visit, "method=dilemma&story=noeglen")
    plain = copied_guide(page)
    place = page.locator("#pasted")
    expect(place.locator("h1")).to_have_text(["Dilemma: Nøglen", "Deltagerark"])
    headings = place.locator("h2").all_text_contents()
    assert headings[:3] == ["Egne ord", "Planen", "Det aftalte vi"]
    assert "Nøglen" in headings
    expect(place.locator("table").first.locator("tr")).to_have_count(7)
    expect(place.locator("table").first.locator("tr").first.locator("th")).to_have_count(5)
    expect(place.locator("table").first.locator("caption")).to_have_text("Planen trin for trin")
    expect(place.locator("table").last).to_contain_text("☐")
    assert place.locator("ol li").count() >= 2
    expect(place).to_contain_text(OWN)
    assert place.locator("svg, img, button, input, script, [class], [id], a[href^='.'], a[href^='#']").count() == 0
    assert "Print siden" not in plain
    lines = plain.split("\n")
    purpose = page.locator("#composed .hv-lead").first.inner_text()
    assert lines[:4] == ["Lederens side", "", "Dilemma: Nøglen", purpose]
    assert "Tid\tTrin\tFaciliteringsguide\tAktivitet\tAnsvarlig" in lines
    assert OWN in lines
    assert kept(page) == []


def test_a_guide_is_copied_from_a_usb_stick_too(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    left: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else left.append(request.url))
    page.goto((sample / COMPOSER / "index.html").resolve().as_uri() + "?method=kort-samtale&story=noeglen")
    page.locator("#composed .hv-step").first.wait_for()
    assert "Det aftalte vi" in copied_guide(page)
    assert "file:" not in page.locator("#pasted").inner_html()
    page.close()
    assert left == []


def test_where_the_browser_does_not_copy_the_text_stands_there_marked(visit: Visit) -> None:
    page = composed(visit, "method=kort-samtale&story=noeglen")
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Kopiér som tekst til Word").press("Enter")
    region = page.get_by_role("region", name="Guiden som tekst til Word")
    expect(region).to_be_focused()
    expect(page.locator("[data-part=copied]")).to_contain_text("Tryk Ctrl+C")
    assert "Planen" in page.evaluate("String(getSelection())")
    assert faults_of(page) == []
    page.keyboard.press("Control+C")
    assert "Tid\tTrin\tFaciliteringsguide" in pasted(page)
    page.emulate_media(media="print")
    expect(region).to_be_hidden()


def test_the_composer_fits_a_phone_with_large_text(large_text: object, address: str) -> None:
    page: Page = large_text.new_page()  # type: ignore[attr-defined]
    made = Visit(page, address)
    page.set_viewport_size({"width": 320, "height": 900})
    composed(made, "method=vaerdispil&value=tillid&story=noeglen")
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Kopiér som tekst til Word").press("Enter")
    assert too_wide(page) <= 0
    page.close()
    assert made.left + made.errors == []
