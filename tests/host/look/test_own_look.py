"""An organisation's own look comes before the package's: in the frame, on pages, on paper and in Word files."""

import io
import re
from pathlib import Path

import docx
import pypdf
import pytest

from hverdag.model.digest_name import is_named_by
from hverdag.model.own_look import OwnLook
from hverdag.web.look_sheets import look_assets
from tests.conftest import Publication, published
from tests.host.look.own_looks import with_look
from tests.pdf import is_accessible
from tests.verapdf import findings

GUIDE = "print/kort/doeren-kort"


@pytest.fixture(scope="module")
def fjordby(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_look(tmp_path_factory.mktemp("look"))
    report = publication.build()
    assert report.built, report.errors
    return publication


@pytest.fixture(scope="module")
def pages(fjordby: Publication) -> dict[str, str]:
    found = {
        path.relative_to(fjordby.site).as_posix(): path.read_text("utf-8") for path in fjordby.site.rglob("*.html")
    }
    return {path: html for path, html in found.items() if "hv-header" in html}


def test_the_header_and_the_footer_are_the_organisations_on_every_page(pages: dict[str, str]) -> None:
    assert {"index.html", "404.html", "fortaellinger/doeren/index.html"} <= pages.keys()
    for path, html in pages.items():
        assert re.search(r'hv-header__title" href="[^"]*"><img class="fjordby-mark" src="[^"]+" alt="">Mini', html), (
            path
        )
        assert '<p class="fjordby-address">Lilleby Kommune, Havnegade 1</p>' in html, path
        assert "<p>Lilleby Kommune · 1. udgave</p>" in html, "what ours has in the block"
        assert 'href="mailto:' in html or "tel:" in html, "the blocks that the template leaves alone are ours"


def test_its_style_sheet_comes_after_ours_on_every_page(fjordby: Publication, pages: dict[str, str]) -> None:
    sheet = published(fjordby.site, "assets/hverdag/theme-fjordby.css")
    assert is_named_by(sheet.name, sheet.read_bytes())
    for path, html in pages.items():
        head = html.partition("</head>")[0]
        sheets = re.findall(r'<link rel="stylesheet" href="[^"]*/?assets/([^"]+)"', head)
        assert sheets[-1] == f"hverdag/{sheet.name}", path
    short = (fjordby.site / "f/f01/index.html").read_text("utf-8")
    assert f"../../assets/hverdag/{sheet.name}" in short


def test_a_style_sheet_names_the_published_files() -> None:
    css = 'a { b: url(../logo.svg#wave); c: url("data:x"); d: url(/x.svg) } @font-face { src: url("f.woff2?v=1") }'
    look = OwnLook({"sheets/a.css": css.encode(), "logo.svg": b"<svg/>", "sheets/f.woff2": b"wOF2"})
    text = str(look_assets(look)["theme/sheets/a.css"])
    assert re.search(r"url\(theme-logo\.\w+\.svg#wave\)", text)
    assert re.search(r'url\("\.\./fonts/theme-sheets-f\.\w+\.woff2"\)', text)
    assert 'url("data:x")' in text
    assert "url(/x.svg)" in text


def test_only_what_pages_name_is_published(fjordby: Publication) -> None:
    names = {path.name.split(".")[0] for path in (fjordby.site / "assets").rglob("theme-*")}
    assert names == {"theme-fjordby", "theme-logo"}


def test_a_guide_has_the_letterhead_and_is_for_everyone(fjordby: Publication) -> None:
    path = fjordby.site / f"{GUIDE}.pdf"
    reader = pypdf.PdfReader(path)
    assert is_accessible(reader, "da-DK")
    assert findings([path]) == {path: []}
    assert "Mini" not in reader.pages[0].extract_text(), "the head that ours has is not there"


def test_a_word_file_begins_from_the_organisations_own(fjordby: Publication) -> None:
    document = docx.Document(io.BytesIO((fjordby.site / f"{GUIDE}.docx").read_bytes()))
    section = document.sections[0]
    for head in (section.header, section.first_page_header):
        own, ours = (line.text for line in head.paragraphs)
        assert own == "Fjordby, Havnegade 1"
        assert "Mini" in ours


def test_a_page_of_a_feature_may_use_ours_and_add_to_it(tmp_path: Path) -> None:
    publication = with_look(tmp_path)
    text = '<p>Før</p>{% include "hverdag/stories/story.html" %}<p>{{ settings.organisation }} & co.</p>\n'
    publication.write("theme/stories/story.html", text)
    publication.write("theme/parts/greeting.html", "<p>Hej {{ story.heading }}</p>")
    publication.write("theme/card.html", '{% include "hverdag/card.html" %}{% include "parts/greeting.html" %}')
    assert publication.build().built
    page = publication.page("fortaellinger/doeren/index.html")
    assert page.index("<p>Før</p>") < page.index("<h1") < page.index("<p>Lilleby Kommune & co.</p>")
    assert "<p>Hej " in publication.page("fortaellinger/index.html")
