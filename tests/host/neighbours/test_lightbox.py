"""glightbox: pictures of hand-written pages open in full size, and pages of ours have nothing of it."""

import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.conftest import Publication, copied
from tests.servers import nginx, open_place

from .conftest import OWN

__all__ = ["open_place"]

PAGE = "# Hjælp\n\n![En rød dør](img/doer.png)\n\n![Et vindue](img/vindue.png){ .off-glb }\n"


@pytest.fixture(scope="module")
def lit(open_place: Path) -> Publication:
    good = copied("good", open_place)
    good.change("mkdocs.yml", OWN, f"{OWN}  - glightbox\n")
    good.write("mkdocs.yml", (good.root / "mkdocs.yml").read_text("utf-8") + "markdown_extensions: [attr_list]\n")
    good.write("docs/hjaelp.md", PAGE)
    (good.root / "docs/img").mkdir()
    for name in ("doer", "vindue"):
        Image.new("RGB", (400, 300), "#a33").save(good.root / f"docs/img/{name}.png")
    report = good.build()
    assert report.built, report.errors
    return good


def test_its_files_name_no_other_computer(lit: Publication) -> None:
    page = lit.page("hjaelp/index.html")
    assert page.count('<a class="glightbox"') == 1
    assert page.count("glightbox.page.css") == page.count("glightbox.page.js") == 1
    assert "cdn." not in (lit.site / "assets/javascripts/glightbox.min.js").read_text("utf-8")
    assert "<style" not in page


@pytest.mark.parametrize("page", ["fortaellinger/doeren/index.html", "vaerdier/mod/index.html", "index.html"])
def test_other_pages_have_nothing_of_it(lit: Publication, page: str) -> None:
    assert "glightbox" not in lit.page(page)


@pytest.mark.browser
def test_a_picture_opens_with_a_servers_strict_headers(lit: Publication, open_place: Path, browser: Browser) -> None:
    shutil.copytree(lit.site, open_place / "served")
    page = browser.new_page()
    said, asked = list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    with nginx(open_place / "served") as address:
        page.goto(f"{address}hjaelp/")
        page.click("a.glightbox")
        page.wait_for_selector(".gslide.current.loaded img[alt='En rød dør']")
        assert page.get_attribute(".gclose", "aria-label") == "Luk"
        page.keyboard.press("Escape")
        page.wait_for_selector(".glightbox-container", state="detached")
        assert [url for url in asked if not url.startswith(address)] == []
    assert said == []
    page.close()
