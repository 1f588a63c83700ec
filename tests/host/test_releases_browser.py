"""A real Chromium with a warm cache sees a new release at once, and a site works with a server's strict headers."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from hverdag.model.settings import Server
from hverdag.pipeline import outputs
from hverdag.web.assets import own_assets
from tests.chromium import Visit, Window, visiting
from tests.conftest import TODAY, copied
from tests.consent import LAASEN, STORY
from tests.features.search.finding import ask, found
from tests.servers import Serving, apache, nginx, open_place, python, rules

__all__ = ["open_place"]

pytestmark = pytest.mark.browser

MONTH = 30 * 24 * 60 * 60
SMUGGLED = """() => {
  const line = document.createElement("p");
  line.innerHTML = "<b id=smuggled style='color: red'>x</b>";
  const script = document.createElement("script");
  script.textContent = "window.ran = true;";
  document.body.append(line, script);
}"""
"""Writes a style and a script into the page."""
WORD = "tørvestak"
"""A word of the story that is withdrawn."""


@pytest.fixture(scope="module")
def releases(open_place: Path) -> tuple[Path, Path]:
    """Two releases of a handbook. In the second, style and script are others, and a story is withdrawn. The first has
    been there for a month: of such files, browsers ask no more where the server says nothing."""
    made = copied("good", open_place)
    settings = (made.root / "values/handbook.yml").read_text("utf-8")
    made.write("values/handbook.yml", f"{settings}server: apache\n")
    made.write(LAASEN, STORY)
    Image.new("RGB", (60, 40), "#123456").save(made.root / "stories/billede.png")
    folders = open_place / "one", open_place / "two"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HVERDAG_CACHE", str(open_place / "cache"))
        for number, folder in enumerate(folders, 1):
            patch.setattr(outputs, "own_assets", lambda number=number: assets_of(number))
            report = made.build(TODAY)
            assert report.built, report.problems
            shutil.copytree(made.site, folder)
            made.write(LAASEN, STORY.replace("  until:", f"  withdrawn: {TODAY}\n  until:"))
    for path in folders[0].rglob("*"):
        os.utime(path, (time.time() - MONTH,) * 2)
    return folders


def assets_of(release: int) -> dict[str, str]:
    """Our own assets with the number of the release in a style sheet and in a script."""
    own = own_assets()
    return {
        **own,
        "hverdag.css": f"{own['hverdag.css']}\nhtml {{ --release: {release}; }}\n",
        "hverdag.js": f"{own['hverdag.js']}\nwindow.hverdagRelease = {release};\n",
    }


def seen(page: Page) -> tuple[str, int]:
    """Which release's style a page has, and which one's script."""
    style = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--release').trim()")
    return style, page.evaluate("window.hverdagRelease")


def publish(release: Path) -> Path:
    """Make a release the site, in one step."""
    site, link = release.with_name("site"), release.with_name("next")
    link.symlink_to(release.name, target_is_directory=True)
    link.replace(site)
    return site


@pytest.mark.parametrize("serving", [nginx, apache, python])
def test_a_new_release_is_seen_at_once(browser: Browser, releases: tuple[Path, Path], serving: Serving) -> None:
    context = browser.new_context(locale="da-DK")
    with serving(publish(releases[0]), "/") as address:
        visit = Visit(context.new_page(), address)
        page = visit.open("fortaellinger/")
        assert seen(page) == ("1", 1)
        assert found(ask(page, [WORD])[0]) == ["laasen"]
        assert seen(visit.open("vaerdier/")) == ("1", 1)

        publish(releases[1])
        # A page that was met before is asked for again only where the server says so.
        for path in ("metoder/kort/", *(["fortaellinger/", "vaerdier/"] if serving is not python else [])):
            page = visit.open(path)
            assert seen(page) == ("2", 2)
            assert found(ask(page, [WORD, "vinduet"])[0]) == []
        assert visit.left + visit.errors == []
        context.close()


@pytest.fixture(scope="module", params=[nginx, apache], ids=["nginx", "apache"])
def strict(sample: Path, open_place: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """The sample, served with a strict Content-Security-Policy, and where it lies."""
    site = open_place / f"sample-{request.param.__name__}"
    shutil.copytree(sample, site)
    (site / ".htaccess").write_text(rules(Server.APACHE, "/"), "utf-8")
    serving: Serving = request.param
    with serving(site, "/") as address:
        yield address, site


@pytest.fixture
def visit(window: Window, strict: tuple[str, Path]) -> Iterator[Visit]:
    with visiting(window, strict[0]) as made:
        yield made


def test_every_type_of_page_has_all_that_it_asks_for(visit: Visit, strict: tuple[str, Path]) -> None:
    """What a page asks for in vain, and what the policy refuses, browsers tell in the console."""
    site = strict[1]
    pages = sorted(path.parent.relative_to(site) for path in site.rglob("index.html"))
    types = {(page.parts[:1], len(page.parts)): page for page in pages}
    assert len(types) > 20
    for page in types.values():
        opened = visit.open(f"{page.as_posix()}/".removeprefix("./"))
        opened.wait_for_load_state("networkidle")
        assert opened.evaluate("document.styleSheets.length") >= 1, page


def test_a_page_that_needs_more_is_refused_it(visit: Visit) -> None:
    """Or the tests around would say nothing."""
    page = visit.open("om/")
    page.evaluate(SMUGGLED)
    assert page.locator("#smuggled").evaluate("line => [line.style.color, window.ran]") == ["", None]
    assert visit.errors
    assert all("Content Security Policy" in error for error in visit.errors)
    visit.errors.clear()


def test_the_search_and_the_colours_work(visit: Visit) -> None:
    page = visit.open("om/")
    visit.search()
    page.keyboard.press("Escape")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("button.hv-colours").click()
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", before or "")


def test_a_meeting_is_put_together_and_held(visit: Visit, strict: tuple[str, Path]) -> None:
    made = next(path for path in strict[1].rglob("index.html") if 'id="compose"' in path.read_text("utf-8"))
    page = visit.open(f"{made.parent.relative_to(strict[1]).as_posix()}/")
    page.locator("#compose input[name=story]").first.check()
    expect(page.locator("#composed h2").first).to_be_visible()
    page.locator("[data-action=meeting]").click()
    expect(page.locator("dialog.hv-meeting, dialog[open]").first).to_be_visible()


def test_a_card_is_drawn(visit: Visit) -> None:
    page = visit.open("kort/")
    page.locator("[data-part=draw]").click()
    expect(page.locator("[data-part=card]")).to_have_text(re.compile(r"\w{3}"))
