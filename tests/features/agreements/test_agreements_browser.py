"""Agreements in a real Chromium: written on one guide, saved as the leader's own file, found again on the next, and
printed; and nothing is sent or kept unless it is asked for."""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from hverdag.cli import cli
from hverdag.model.language import Language
from hverdag.parse.csv_table import read_table
from hverdag.workflows.agreements.columns import columns
from tests.chromium import Visit, Window, faults_of, served, too_wide, visiting
from tests.conftest import TODAY, Publication
from tests.features.agreements.agreed import with_agreements

pytestmark = pytest.mark.browser

FIRST, LAST, STEP = "guider/kort/doeren/", "guider/vejen/vinduet/", "guider/kort/vinduet/"
COMPOSED = "guider/sammensaet/?method=kort&story=doeren"
WHAT = "Vi spørger, før vi hjælper; også om morgenen."
HOSTILE = (
    "\ufeffDato;Arbejdsplads;Aftale;Fortælling;Metode;Ses igen;Udfald;Hvad skete der?\r\n"
    '2026-09-03;Rylen;"<img src=x onerror=""document.title=1""> & <b>fed</b>";'
    '"<script>alert(1)</script>";;2026-10-01;;\r\n'
    "2026-09-04;Rylen;=HYPERLINK(1);;;;;\r\n"
    "i går;Rylen;Vi mangler en dag;;;;;\r\n"
    "2026-09-05;Rylen;Vi mangler et udfald;;;;constructor;\r\n"
)


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    made = with_agreements(tmp_path_factory.mktemp("agreed"))
    made.change("docs/metoder/kort.md", "shows: [text", "shows: [agreed, text")
    report = made.build()
    assert report.built, report.problems
    return made


@pytest.fixture(scope="module")
def site(publication: Publication) -> Iterator[str]:
    with served(publication.site) as address:
        yield address


@pytest.fixture
def visit(window: Window, site: str) -> Iterator[Visit]:
    with visiting(window, site) as made:
        yield made


def write(page: Page, what: str, since: str = "", again: str = "") -> None:
    page.get_by_label("Hvad gør vi?").fill(what)
    if since:
        page.get_by_label("Fra den").fill(since)
    if again:
        page.get_by_label("Vi ser på det igen den").fill(again)
    page.get_by_role("button", name="Sæt aftalen på siden").click()


def saved(page: Page, button: str, path: Path) -> bytes:
    with page.expect_download() as downloaded:
        page.get_by_role("button", name=button).click()
    downloaded.value.save_as(path)
    return path.read_bytes()


def bring(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Hent aftaler fra en fil").click()
    chooser.value.set_files(file)
    expect(page.locator(".hv-brought [role=status]")).not_to_be_empty()


def printed(page: Page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def test_what_is_agreed_on_one_guide_is_printed_on_the_next(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(FIRST)
    write(page, WHAT, "2026-09-03", "2026-10-01")
    assert WHAT in printed(page)
    file = tmp_path / "mine.csv"
    [row] = read_table(saved(page, "Gem som fil", file), columns(Language.DANISH)).rows
    assert (row["date"], row["agreement"], row["review"]) == ("2026-09-03", WHAT, "2026-10-01")
    assert (row["story"].endswith("(F01)"), row["method"]) == (True, "Kort samtale (M01)")
    page = visit.open(LAST)
    bring(page, file)
    page.get_by_label("Ændret").check()
    page.get_by_label("Hvad skete der?").first.fill("Vi spørger nu hver dag.")
    told = printed(page)
    assert "Det aftalte I sidst" in told
    assert f"{WHAT} Aftalt den 3. september 2026." in told
    assert "Skulle være set på igen den 1. oktober 2026." in told
    assert "Vi spørger nu hver dag." in told
    again = read_table(saved(page, "Gem som fil", tmp_path / "again.csv"), columns(Language.DANISH)).rows
    assert [(one["outcome"], one["happened"]) for one in again] == [("Ændret", "Vi spørger nu hver dag.")]


def test_the_file_from_the_editors_is_printed_too(visit: Visit, publication: Publication, tmp_path: Path) -> None:
    asked = ["agreements", "-C", str(publication.root), "--today", str(TODAY), "--output", str(tmp_path / "ud")]
    done = CliRunner().invoke(cli, asked, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    page = visit.open(LAST)
    bring(page, tmp_path / "ud/rylen.csv")
    told = printed(page)
    assert "Vi lukker munden op om kaffekanden." in told
    assert "Kort samtale (M01)" in told


def test_what_the_device_saves_is_what_the_command_takes_in(
    visit: Visit, publication: Publication, tmp_path: Path
) -> None:
    page = visit.open(FIRST)
    page.get_by_label("Arbejdsplads (valgfrit)").fill("Rylen")
    write(page, "Vi hilser ved porten.", "2026-11-03", "2026-12-01")
    file = tmp_path / "mine.csv"
    saved(page, "Gem som fil", file)
    asked = ["agreements", str(file), "-C", str(publication.root), "--today", str(TODAY)]
    done = CliRunner().invoke(cli, asked, input="nej\n", catch_exceptions=False)
    assert "Nye: 1." in done.output
    assert "rylen: Vi hilser ved porten." in done.output


def test_it_stands_in_the_step_that_looks_at_it(visit: Visit, tmp_path: Path) -> None:
    """A step that shows what was agreed holds the place, with lines to write on until something is brought."""
    page = visit.open(STEP)
    expect(page.locator("[data-part=agreed-before] .hv-line")).to_have_count(3)
    (tmp_path / "mine.csv").write_text(HOSTILE, "utf-8")
    bring(page, tmp_path / "mine.csv")
    expect(page.locator(".hv-plan [data-part=agreed-before] li")).to_have_count(2)
    expect(page.locator(".hv-brought li")).to_have_count(0)
    page.get_by_label("Beholdt").first.check()
    page.locator("[data-action=meeting]").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("dialog[open]")).to_contain_text("Trin 1")
    # What the workplace has agreed is the leader's own: the screen that all see shows none of it.
    expect(page.locator("dialog[open]")).not_to_contain_text("fed")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Beholdt").first).to_be_checked()


def test_a_hostile_file_is_text(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(LAST)
    title = page.title()
    (tmp_path / "mine.csv").write_text(HOSTILE, "utf-8")
    bring(page, tmp_path / "mine.csv")
    expect(page.get_by_text('<img src=x onerror="document.title=1"> & <b>fed</b>')).to_be_visible()
    assert page.locator(".hv-brought :is(img, b, script)").count() == 0
    assert page.title() == title
    expect(page.locator(".hv-brought [role=status]")).to_contain_text("række 4, 5")
    (tmp_path / "bad.csv").write_bytes(b"PK\x03\x04 a workbook")
    bring(page, tmp_path / "bad.csv")
    expect(page.locator(".hv-brought [role=status]")).to_contain_text("Filen kan ikke læses.")


def test_nothing_is_sent_or_kept_unless_it_is_asked_for(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(FIRST)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write(page, WHAT)
    saved(page, "Gem som fil", tmp_path / "mine.csv")
    saved(page, "Læg det i kalenderen", tmp_path / "mine.ics")
    bring(page, tmp_path / "mine.csv")
    expect(page.get_by_text(WHAT)).to_have_count(1)
    # The icon of the tab may come late; it is asked for on every page.
    assert [url for url in asked if not url.startswith("blob:") and "/icon." not in url] == []
    stored = "[localStorage.length, sessionStorage.length, document.cookie, location.search]"
    assert page.evaluate(stored) == [0, 0, "", ""]
    assert page.evaluate("indexedDB.databases()") == []
    page.reload()
    expect(page.get_by_text(WHAT)).to_have_count(0)


def test_the_machine_remembers_when_it_is_asked_and_forgets_all_of_it(visit: Visit) -> None:
    page = visit.open(FIRST)
    write(page, WHAT)
    page.get_by_role("button", name="Husk på denne maskine").click()
    expect(page.get_by_text("Alle, der bruger maskinen, kan se det.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 1
    visit.open(LAST)
    expect(page.get_by_text(WHAT)).to_be_visible()
    expect(page.get_by_text("De her aftaler lå på maskinen.")).to_be_visible()
    page.get_by_role("button", name="Glem").click()
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_text(WHAT)).to_have_count(0)
    page.reload()
    expect(page.get_by_text(WHAT)).to_have_count(0)


def test_what_two_pages_remember_is_all_remembered(visit: Visit) -> None:
    first, second = visit.open(FIRST), visit.open(FIRST).context.new_page()
    second.goto(first.url)
    for page, words in ((first, WHAT), (second, "Vi siger godmorgen.")):
        write(page, words)
        page.get_by_role("button", name="Husk på denne maskine").click()
    second.close()
    first.reload()
    for words in (WHAT, "Vi siger godmorgen."):
        expect(first.get_by_text(words)).to_be_visible()


def test_what_is_removed_is_not_remembered(visit: Visit) -> None:
    page = visit.open(FIRST)
    write(page, WHAT)
    page.get_by_role("button", name="Husk på denne maskine").click()
    page.get_by_role("button", name=f"Fjern: {WHAT}").click()
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_role("button", name="Glem")).to_be_hidden()


def test_the_blank_for_the_day_is_for_those_who_write_by_hand(visit: Visit) -> None:
    page = visit.open(FIRST)
    page.emulate_media(media="print")
    blank = page.get_by_text("Vi ser på aftalen igen den")
    expect(blank).to_be_visible()
    page.emulate_media(media="screen")
    write(page, "Vi ringer tilbage.")
    page.emulate_media(media="print")
    expect(blank).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Fjern").click()
    page.emulate_media(media="print")
    expect(blank).to_be_visible()


@pytest.fixture
def late(browser: Browser, site: str) -> Iterator[Page]:
    """Half past eleven at night in London. A clock is set for a whole window, so it is one of its own."""
    with browser.new_context(locale="da-DK") as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-30T23:30:00Z")
        page.goto(site + FIRST)
        yield page


def test_the_calendar_has_the_day_to_look_again_and_what_is_overdue_today(late: Page, tmp_path: Path) -> None:
    page = late
    write(
        page, "Vi hilser på alle, hver morgen, og siger farvel, når vi går, også når vi har travlt.", again="2026-12-28"
    )
    write(page, WHAT, "2026-09-03", "2026-10-01")
    file = saved(page, "Læg det i kalenderen", tmp_path / "mine.ics")
    assert max(map(len, file.split(b"\r\n"))) <= 75
    events = Calendar.from_ical(file).walk("VEVENT")
    days = [(one["DTSTART"].dt, one["DTEND"].dt) for one in events]
    # Half past eleven at night in London is the first of December in Copenhagen.
    assert days == [(date(2026, 12, 28), date(2026, 12, 29)), (date(2026, 12, 1), date(2026, 12, 2))]
    assert all(one["CLASS"] == "PRIVATE" and WHAT not in one["SUMMARY"] for one in events)
    assert "Skulle være set på igen den 1. oktober 2026." in events[1]["DESCRIPTION"]
    ids = [str(one["UID"]) for one in events]
    again = Calendar.from_ical(saved(page, "Læg det i kalenderen", tmp_path / "b.ics")).walk("VEVENT")
    assert [str(one["UID"]) for one in again] == ids
    assert len(set(ids)) == 2


def test_a_fault_is_told_at_its_field(visit: Visit) -> None:
    page = visit.open(FIRST)
    write(page, "")
    expect(page.get_by_role("alert").filter(has_text="Skriv, hvad I gør.")).to_be_visible()
    expect(page.get_by_label("Hvad gør vi?")).to_be_focused()
    write(page, WHAT, "2026-09-03", "2026-09-01")
    expect(page.get_by_text("I kan ikke se på det igen, før I har aftalt det.")).to_be_visible()
    expect(page.get_by_label("Vi ser på det igen den")).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".hv-agreed .hv-agreements li")).to_have_count(0)
    write(page, WHAT, "31-2-2026", "2026-10-01")
    since, again = page.get_by_label("Fra den"), page.get_by_label("Vi ser på det igen den")
    expect(since).to_be_focused()
    form = "Dag-måned-år, som 30-11-2026"
    told = "Skriv den dag, aftalen gælder fra, som 30-11-2026."
    expect(since).to_have_accessible_description(f"{form} {told}")
    write(page, WHAT, "3/9-2026", "om en måned")
    expect(since).to_have_accessible_description(form)
    expect(again).to_have_accessible_description(re.compile("eller lad feltet stå tomt"))
    assert faults_of(page) == []


def test_days_are_written_as_on_the_page_whatever_the_browser_speaks(browser: Browser, site: str) -> None:
    with browser.new_context(locale="en-US", timezone_id="America/New_York") as context:
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-30T23:30:00Z")
        page.goto(site + FIRST)
        expect(page.get_by_label("Fra den")).to_have_value("01-12-2026")
        expect(page.get_by_label("Vi ser på det igen den")).to_have_value("29-12-2026")
        write(page, WHAT, "3-9-2026")
        expect(page.get_by_text("Aftalt den 3. september 2026.")).to_be_visible()


def test_the_keyboard_alone_will_do(visit: Visit) -> None:
    page = visit.open(FIRST)
    page.get_by_label("Hvad gør vi?").focus()
    page.keyboard.type(WHAT)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Sæt aftalen på siden":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".hv-agreed .hv-agreements li")).to_have_count(1)
    expect(page.get_by_label("Hvad gør vi?")).to_be_focused()
    page.get_by_role("button", name=f"Fjern: {WHAT}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hv-agreed .hv-agreements li")).to_have_count(0)


def test_a_guide_that_is_put_together_has_it_too_and_keeps_what_was_written(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(COMPOSED)
    page.locator("[data-agreements=begun]").wait_for()
    write(page, WHAT)
    page.get_by_label("Vinduet").check()
    expect(page.locator("#composed .hv-sheet__story")).to_have_count(2)
    expect(page.locator(".hv-agreed .hv-agreements li")).to_have_count(1)
    [row] = read_table(saved(page, "Gem som fil", tmp_path / "mine.csv"), columns(Language.DANISH)).rows
    assert (row["story"].endswith("(F01)"), row["method"]) == (True, "Kort samtale (M01)")


def test_what_is_put_together_of_a_value_is_saved_with_it(visit: Visit, tmp_path: Path) -> None:
    page = visit.open("guider/sammensaet/?method=vejen&value=tillid&story=vinduet")
    page.locator("[data-agreements=begun]").wait_for()
    write(page, WHAT)
    [row] = read_table(saved(page, "Gem som fil", tmp_path / "mine.csv"), columns(Language.DANISH)).rows
    assert (row["story"], row["method"]) == ("Tillid (V01)", "Vejen (M02)")


def test_without_scripts_there_is_paper(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(site + FIRST)
    expect(page.get_by_text("På papiret er der plads til at skrive")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.close()


def test_large_text_on_a_phone(large_text: object, site: str, tmp_path: Path) -> None:
    page: Page = large_text.new_page()  # type: ignore[attr-defined]
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(site + LAST)
    (tmp_path / "mine.csv").write_text(
        HOSTILE.replace("=HYPERLINK(1)", "Donaudampfschifffahrtsgesellschaft" * 3), "utf-8"
    )
    bring(page, tmp_path / "mine.csv")
    write(page, WHAT)
    assert too_wide(page) <= 0
    assert faults_of(page) == []
    page.close()
