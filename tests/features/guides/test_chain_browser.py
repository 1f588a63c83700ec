"""Guides of the handbook in a real Chromium: the invitation, the meeting, and the way from the front page to paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.chromium import Visit, Window, faults_of, served, too_wide, visiting
from tests.conftest import Publication

pytestmark = pytest.mark.browser

STRATEGY, RESULT, DAY = (f"guider/{name}/haandbogen/" for name in ("strategien", "resultat", "dagen"))


@pytest.fixture(scope="module")
def chain(built: Publication) -> Iterator[str]:
    """The address of the publication with the chain."""
    with served(built.site) as address:
        yield address


@pytest.fixture
def visit(window: Window, chain: str) -> Iterator[Visit]:
    with visiting(window, chain) as made:
        yield made


def test_three_clicks_from_the_front_page_to_the_paper_of_a_value(visit: Visit) -> None:
    page = visit.open("")
    page.locator(".hv-tile a, a.hv-tile").filter(has_text="Mod").first.click()
    page.get_by_role("link", name="En værdi på 20 minutter").click()
    page.route("**/*.pdf", lambda route: route.fulfill(status=204))
    with page.expect_request(re.compile(r"\.pdf$")) as asked:
        page.get_by_role("link", name="Hent guiden til print (PDF)").click()
    assert asked.value.url.endswith("print/vaerdien/mod-vaerdien.pdf")
    assert page.request.get(asked.value.url).body()[:4] == b"%PDF"


def invitation(page: Page) -> list[str]:
    return page.locator(".hv-invitation p").all_text_contents()


def test_the_invitation_follows_the_time_that_is_chosen(visit: Visit) -> None:
    page = visit.open(STRATEGY)
    assert "Vi begynder kl. 14.00 og er færdige kl. 14.30 (30 minutter)." in invitation(page)
    page.get_by_label("Vi begynder kl.").fill("09:10")
    assert "Vi begynder kl. 9.10 og er færdige kl. 9.40 (30 minutter)." in invitation(page)
    page.get_by_label("Vi begynder kl.").fill("")
    assert "Vi begynder kl. ______ og er færdige efter 30 minutter." in invitation(page)


def test_the_short_version_is_in_the_invitation_too(visit: Visit) -> None:
    page = visit.open("guider/kort/doeren/")
    assert "Vi begynder kl. 14.30 og er færdige kl. 14.50 (20 minutter)." in invitation(page)
    page.get_by_label("Den korte udgave").check()
    assert "Vi begynder kl. 14.30 og er færdige kl. 14.40 (10 minutter)." in invitation(page)


def test_the_invitation_is_copied_and_said(visit: Visit) -> None:
    page = visit.open(STRATEGY)
    page.context.grant_permissions(["clipboard-read"])
    page.get_by_role("button", name="Kopiér invitationen").click()
    expect(page.get_by_role("status").filter(has_text="Invitationen er kopieret.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert [line for line in copied.replace("\r", "").split("\n") if line] == invitation(page)
    page.context.clear_permissions()


def test_where_it_cannot_be_copied_it_is_marked_for_the_reader(visit: Visit) -> None:
    page = visit.open(STRATEGY)
    page.evaluate("document.execCommand = function () { return false; }")
    page.get_by_role("button", name="Kopiér invitationen").click()
    expect(page.locator(".hv-invite [role=status]")).to_contain_text("Tryk Ctrl+C")
    assert "Strategien fortalt" in page.evaluate("String(window.getSelection())")


def test_the_meeting_ends_with_the_next_talk(visit: Visit) -> None:
    page = visit.open(STRATEGY)
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    page.keyboard.press("End")
    expect(dialog.get_by_role("heading", name="Næste samtale")).to_be_visible()
    expect(dialog.get_by_role("link", name="Værdierne over for borgerne")).to_be_visible()
    assert faults_of(page) == []


def test_the_last_talk_of_the_chain_names_no_other(visit: Visit) -> None:
    page = visit.open(RESULT)
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Det aftalte I sidst")
    page.keyboard.press("End")
    expect(dialog).to_contain_text("Mødet er slut")
    expect(dialog).not_to_contain_text("Næste samtale")


def test_a_step_of_a_day_shows_its_own_story(visit: Visit) -> None:
    page = visit.open(DAY)
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Vinduet stod åbent.")
    expect(dialog).not_to_contain_text("Jeg gik hjem klokken")
    expect(dialog.get_by_role("heading", name="Vinduet")).to_have_count(1)


def test_a_composed_talk_has_the_same_sheet_as_the_ready_one_or_none(visit: Visit) -> None:
    page = visit.open("guider/sammensaet/?method=resultat")
    expect(page.locator("#composed .hv-sheet")).to_contain_text("Hvad undrer os?")
    expect(page.locator("#composed")).to_contain_text("Kommer efter")
    page = visit.open("guider/sammensaet/?method=nyt")
    expect(page.locator("#composed")).to_contain_text("Nyt siden sidst")
    expect(page.locator("#composed .hv-sheet")).to_have_count(0)
    expect(page.locator("#composed .hv-value-cards li")).to_have_text(["Hvad er nyt hos jer?"])


def test_a_composed_talk_without_a_sheet_is_copied_for_word(visit: Visit) -> None:
    page = visit.open("guider/sammensaet/?method=nyt")
    page.get_by_role("button", name="Kopiér som tekst til Word").click()
    expect(page.locator("[data-part=copied]")).to_have_text("Guiden er kopieret. Sæt den ind i Word.")


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("path", [STRATEGY, RESULT, DAY, "metoder/opfoelgning/", "samtale/"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visit: Visit, path: str, width: int, scheme: str) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = visit.open(path)
    assert faults_of(page) == []
    assert too_wide(page) <= 0


@pytest.mark.parametrize("path", [STRATEGY, DAY, "samtale/"])
def test_text_at_200_percent_fits_a_phone(large_text: BrowserContext, chain: str, path: str) -> None:
    page = large_text.new_page()
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(chain + path)
    assert too_wide(page) <= 0
    page.close()
