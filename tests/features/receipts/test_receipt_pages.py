"""The receipt at the foot of a guide's page, in its Word file, in the composer, and at the end of a meeting."""

import io
import re
from html import unescape

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from playwright.sync_api import Browser, expect

from tests import pdf
from tests.chromium import served
from tests.conftest import Publication
from tests.consent import offline, unpacked
from tests.features.receipts.slips import with_receipts

ENCODED = "https://skema.lilleby.example/kvittering/%C3%A5r?redskab="
GUIDE = "guider/kort/vinduet/"
COMPOSED = "guider/sammensaet/?method=kort&story=vinduet&story=doeren"
ALONE = "guider/sammensaet/?method=kort&story=vinduet"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_receipts(tmp_path_factory.mktemp("pages"))
    report = publication.build()
    assert report.built, report.problems
    return publication


@pytest.fixture(scope="module")
def without_form(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_receipts(tmp_path_factory.mktemp("plain"), form="")
    report = publication.build()
    assert report.built, report.problems
    return publication


def receipt(html: str) -> str:
    return html.partition('<section class="hv-receipt"')[2].partition("</section>")[0]


def hrefs(html: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="([^"]+)"', html)]


def words_in(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_a_guides_page_leads_to_the_form_with_its_code_and_to_the_sheet(built: Publication) -> None:
    found = receipt(built.page(f"{GUIDE}index.html"))
    assert hrefs(found) == [f"{ENCODED}F02-M01&sted=", "../../../print/kvitteringer.pdf"]
    assert "Kvittering for F02-M01" in found
    assert "Den nævner ingen personer." in found
    assert "<svg" in found


def test_without_a_form_the_page_says_where_a_slip_goes(without_form: Publication) -> None:
    found = receipt(without_form.page(f"{GUIDE}index.html"))
    assert hrefs(found) == ["../../../print/kvitteringer.pdf"]
    assert "Send den til Kommunikation." in words_in(found)
    assert "<svg" not in found
    assert "scan" not in found


def test_no_page_asks_the_form_for_anything(built: Publication) -> None:
    pages = [path.read_text("utf-8") for path in built.site.resolve().rglob("*.html")]
    assert not [1 for page in pages if re.search(r'(?:src|action|data|content)="[^"]*skema\.lilleby', page)]


@pytest.mark.slow
def test_the_offline_edition_has_link_and_sheet(built: Publication) -> None:
    folder = unpacked(offline(built, "usb.zip"))
    (page,) = folder.rglob("kort/vinduet.html")
    form, sheet = hrefs(receipt(page.read_text("utf-8")))
    assert form == f"{ENCODED}F02-M01&sted="
    assert (page.parent / sheet).resolve().is_file()


def word_file(publication: Publication, name: str) -> Document:
    (path,) = publication.site.resolve().rglob(name)
    return docx.Document(io.BytesIO(path.read_bytes()))


def test_the_word_file_has_a_slip_with_link_and_code(built: Publication, without_form: Publication) -> None:
    document = word_file(built, "vinduet-kort.docx")
    targets = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert f"{ENCODED}F02-M01&sted=" in targets
    pictures = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert pictures == ["QR-kode til formularen"]
    plain = word_file(without_form, "vinduet-kort.docx")
    assert not [one for one in plain.part.rels.values() if one.is_external]
    for one in (document, plain):
        text = "".join(piece.text or "" for piece in one.element.body.iter(qn("w:t")))
        after = text.partition("Kvittering for F02-M01")[2].partition("Deltagerark")[0]
        for words in ("Dato", "Arbejdsplads", "Hvor mange var med?", "Næste gang", "Hvad skete der?", "☐ Ja", "☐ Nej"):
            assert after.count(words) == 1


@pytest.mark.browser
def test_a_guide_put_together_leads_to_the_form_with_the_code_of_its_first_story(
    built: Publication, browser: Browser
) -> None:
    page = browser.new_page()
    with served(built.site) as address:
        page.goto(f"{address}{COMPOSED}")
        form = page.locator("#composed [data-part=form]")
        expect(page.locator("#composed [data-part=receipt]")).to_have_text("Kvittering for F01-M01")
        assert form.get_attribute("href") == f"{ENCODED}F01-M01&sted="
        page.get_by_role("checkbox", name="Døren").set_checked(False)
        expect(page.locator("#composed [data-part=receipt]")).to_have_text("Kvittering for F02-M01")
        assert form.get_attribute("href") == f"{ENCODED}F02-M01&sted="
        printed = pdf.squeezed("".join(pdf.pages(pdf.read(page.pdf(prefer_css_page_size=True)))))
    page.close()
    assert pdf.squeezed("Kvittering for F02-M01 Skriv ikke, hvad nogen hedder") in printed


@pytest.mark.browser
@pytest.mark.parametrize("path", [GUIDE, ALONE])
def test_a_meeting_ends_with_the_receipt(
    built: Publication, without_form: Publication, browser: Browser, path: str
) -> None:
    page = browser.new_page()
    for publication in (built, without_form):
        with served(publication.site) as address:
            page.goto(f"{address}{path}")
            page.get_by_role("button", name="Vis på mødet").click()
            dialog = page.locator("dialog.hv-meeting")
            for _ in range(4):
                page.keyboard.press("ArrowRight")
            expect(dialog).to_contain_text("Kvittering for F02-M01")
            if publication is built:
                link = dialog.get_by_role("link", name="Udfyld den på skema.lilleby.example")
                assert link.get_attribute("href") == f"{ENCODED}F02-M01&sted="
            else:
                expect(dialog).to_contain_text("Udfyld kvitteringen nederst på siden.")
    page.close()


@pytest.mark.browser
def test_the_slip_is_printed_from_the_page_and_not_shown_on_the_screen(built: Publication, browser: Browser) -> None:
    page = browser.new_page()
    with served(built.site) as address:
        page.goto(f"{address}{GUIDE}")
        slip = page.locator(".hv-slip")
        assert slip.is_hidden()
        page.emulate_media(media="print")
        assert slip.is_visible()
        code = page.locator(".hv-slip__code svg").bounding_box()
        lines = slip.locator(".hv-fill").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    page.close()
    assert code
    assert round(code["width"] * 25.4 / 96) == 20
    assert len(lines) == 5
    assert min(lines) >= 40, "11 mm is the least that a number is written in"
