"""A guide printed from its page beside the PDF that lies ready: the same words in the same order on as many sheets."""

import io
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser

from hverdag.pipeline.plan import SitePlan
from tests import pdf
from tests.chromium import Visit, served
from tests.conftest import ROOT, Publication
from tests.guide_order import guide_in_order, in_order
from tests.guide_papers import guide_data, plan_of

pytestmark = pytest.mark.browser

GUIDES = ["kort-samtale/noeglen", "dilemma/knagen", "faciliteringsguide/noeglen", "vaerdispil/tillid"]


@pytest.fixture(scope="module")
def plan() -> SitePlan:
    return plan_of(ROOT)


def printed(visit: Visit, path: str) -> pypdf.PdfReader:
    page = visit.open(path)
    page.emulate_media(color_scheme="dark")
    page.locator(".hv-step [data-part=when]").first.wait_for(state="attached")
    return pdf.read(page.pdf(prefer_css_page_size=True))


@pytest.mark.parametrize("guide", GUIDES)
def test_a_printed_guide_says_what_its_pdf_says_in_the_same_order(
    visit: Visit, sample: Path, plan: SitePlan, guide: str
) -> None:
    reader = printed(visit, f"guider/{guide}/")
    method, subject = guide.split("/")
    ready = pdf.read(sample / f"print/{method}/{subject}-{method}.pdf")
    data = guide_data(plan, f"guides/{guide}")
    # How long the short version takes is said step by step.
    data["guide"]["time"] = data["guide"]["time"].partition(" (")[0]
    words = list(guide_in_order(data))
    assert in_order(words, pdf.squeezed("".join(pdf.pages(ready)))) == []
    assert in_order(words, pdf.squeezed("".join(pdf.pages(reader)))) == []
    assert len(reader.pages) <= len(ready.pages)
    assert {tuple(map(round, pdf.millimetres(page.mediabox))) for page in reader.pages} == {(210, 297)}


def test_the_leaders_page_and_the_participants_sheet_begin_pages_of_their_own(visit: Visit) -> None:
    leader, sheet = pdf.pages(printed(visit, "guider/kort-samtale/noeglen/"))
    assert "1. udgave" in leader.split("\n")[1]
    assert "Lederens side" in leader
    assert "Det aftalte vi" in leader
    assert "Deltagerark" in sheet.split("\n")[1]
    assert "Kort samtale" not in sheet


def test_lines_to_write_on_and_boxes_to_choose_in_are_there(visit: Visit) -> None:
    page = visit.open("guider/dilemma/noeglen/")
    page.emulate_media(media="print")
    heights = "lines => lines.map(one => one.getBoundingClientRect().height)"
    lines = page.locator(".hv-sheet .hv-line").evaluate_all(heights)
    assert len(lines) == 3
    assert min(lines) >= 29  # 8 mm but for a fraction, at 96 dots an inch
    assert page.locator(".hv-choices tbody tr").count() == 4
    assert page.locator(".hv-choices").is_visible()
    assert page.locator(".hv-sheet .hv-options").is_hidden()
    head = page.locator(".hv-plan thead").bounding_box()
    row = page.locator(".hv-plan tbody tr").first.locator("th, td")
    tops = row.evaluate_all("cells => cells.map(one => one.getBoundingClientRect().top)")
    assert head
    assert len(set(tops)) == 1, "a table, and no stack"


def test_the_chosen_start_and_the_short_version_are_printed_as_they_stand(visit: Visit) -> None:
    reader = printed(visit, "guider/kort-samtale/noeglen/?start=13:30&short=1")
    text = "".join(pdf.pages(reader))
    assert "Vi begynder kl. 13.30" in " ".join(text.split())
    assert "13.30–" in text
    assert "Kort udgave" not in text


def test_a_printed_guide_says_where_it_is_found(good: Publication, browser: Browser) -> None:
    good.change("values/handbook.yml", "title: ", "site_url: https://haandbog.lilleby.example/\ntitle: ")
    assert good.build().built
    page = browser.new_page(color_scheme="dark")
    with served(good.site) as address:
        page.goto(f"{address}guider/kort/doeren/")
        assert page.locator(".hv-guide-address").is_hidden()
        reader = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        page.emulate_media(media="print")
        code = page.locator(".hv-guide-address svg").bounding_box()
    page.close()
    assert code
    assert round(code["width"] * 25.4 / 96) == 22
    first = reader.pages[0].extract_text()
    assert "haandbog.lilleby.example/f/f01-m01/" in first
    assert "Åbner på" in first
