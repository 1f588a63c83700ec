"""Every page printed from a dark screen: ink on white, and nothing that belongs to the screen."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.chromium import Visit
from tests.conftest import GOLDEN
from tests.printed import faults_on_paper

pytestmark = pytest.mark.browser


def kinds_of_pages(site: Path) -> list[str]:
    """Return the address of one page of each kind: the first in each folder, and of each depth in it."""
    kinds: dict[tuple[str, ...], str] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        folders = path.split("/")[:-1]
        # A short address is of a story, a value, a method, a guide or a paper: of whatever its code says.
        code = (re.sub("[0-9]+", "1", folders[1]),) if folders[:1] == ["f"] and len(folders) > 1 else ()
        kinds.setdefault((*folders[:1], str(len(folders)), *code, file.name), path)
    return list(kinds.values())


def from_the_dark(page: Page) -> None:
    """Turn on the night colours, by the system and by the reader's own choice."""
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.body.dataset.mdColorScheme && (document.body.dataset.mdColorScheme = 'slate')")


def test_every_kind_of_page_prints_in_ink_on_white_from_a_dark_screen(visit: Visit, sample: Path) -> None:
    pages = kinds_of_pages(sample)
    assert {"index.html", "404.html", "databeskyttelse/index.html", "fortaellinger/index.html"} <= set(pages)
    assert len(pages) >= 20
    faults = {}
    for path in pages:
        page = visit.open(path)
        from_the_dark(page)
        faults[path] = faults_on_paper(page)
        page.emulate_media(forced_colors="active")
        faults[f"{path} in forced colours"] = faults_on_paper(page)
        page.emulate_media(forced_colors="none")
    assert {path: found for path, found in faults.items() if found} == {}


def test_a_running_meeting_and_a_drawn_card_print_in_ink_on_white(visit: Visit) -> None:
    page = visit.open("guider/kort-samtale/noeglen/")
    from_the_dark(page)
    page.locator("[data-action=meeting]").click()
    expect(page.locator("dialog.hv-meeting")).to_be_visible()
    assert faults_on_paper(page) == []
    page = visit.open("kort/#f01")
    from_the_dark(page)
    expect(page.locator("[data-part=card]")).to_contain_text("nøglen")
    assert faults_on_paper(page) == []


def test_the_report_prints_in_ink_on_white(visit: Visit) -> None:
    visit.page.set_content((GOLDEN / "faults.html").read_text("utf-8"))
    from_the_dark(visit.page)
    assert faults_on_paper(visit.page) == []


def test_what_must_fail_fails(visit: Visit) -> None:
    """A page that is dark by colours of its own, which no variable reaches."""
    page = visit.page
    page.set_content(
        "<style>p { color: #eee } main { background: #222 }</style><main><p>Ord<button>Søg</button></main>"
    )
    assert faults_on_paper(page) == [
        "main: on rgb(34, 34, 34)",
        "p: letters in rgb(238, 238, 238)",
        "button: on rgb(239, 239, 239)",
        "button: belongs to the screen",
    ]


@pytest.mark.parametrize("path", ["", "fortaellinger/noeglen/", "f/f01/", "databeskyttelse/"])
def test_the_sheet_is_white_and_the_letters_are_ink(visit: Visit, path: str) -> None:
    page = visit.open(path)
    from_the_dark(page)
    page.wait_for_load_state("networkidle")
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
        grey = printed[0].render(scale=2).to_pil().convert("L")
    shades = grey.histogram()
    assert shades[255] > 0.8 * sum(shades)
    assert sum(shades[:40]) > 0.003 * sum(shades), "letters in ink"
    assert grey.getpixel((3, 3)) == 255
