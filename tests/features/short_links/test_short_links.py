"""The short addresses that stand on paper: they lead on, name the newest edition, and never end nowhere."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hverdag.model.codes import next_code
from tests.chromium import Visit, faults_of, too_wide
from tests.conftest import Publication

HANDBOOK = "values/handbook.yml"


def short(good: Publication, code: str) -> str:
    return good.page(f"f/{code}/index.html")


def leads(good: Publication, code: str) -> list[str]:
    """The files that a page's links lead to, all of which are there."""
    found = []
    for link in re.findall(r'<a [^>]*href="([^"]+)"', short(good, code)):
        target = (good.site / "f" / code / link).resolve()
        assert (target / "index.html").is_file() or target.is_file(), link
        found.append(str(target.relative_to(good.site.resolve())))
    return found


def test_stories_values_methods_and_printed_things_have_a_short_address(built_good: Publication) -> None:
    assert leads(built_good, "f01")[0] == "fortaellinger/doeren"
    assert leads(built_good, "v01")[:2] == ["vaerdier/tillid", "print/plakat-v01-tillid-a3.pdf"]
    assert leads(built_good, "m02")[0] == "metoder/vejen"
    assert leads(built_good, "pjece")[0] == "print/pjece.pdf"
    assert leads(built_good, "haandbog")[0] == "print/haandbog.pdf"
    assert leads(built_good, "f01-m01")[:2] == ["guider/kort/doeren", "print/kort/doeren-kort.pdf"]
    for code in ("f01", "v01", "m02", "pjece", "f01-m01"):
        assert "Den nyeste udgave" in short(built_good, code)


def test_a_renamed_story_keeps_its_short_address(good: Publication) -> None:
    (good.root / "stories/vinduet.md").rename(good.root / "stories/det-aabne-vindue.md")
    good.change("stories/doeren.md", "vinduet.md", "det-aabne-vindue.md")
    good.change("docs/hjaelp.md", "vinduet.md", "det-aabne-vindue.md")
    assert good.build().built
    assert leads(good, "f02")[0] == "fortaellinger/det-aabne-vindue"


def test_a_retired_story_says_so_and_no_more(good: Publication) -> None:
    title = "Vinduet"
    good.change("stories/vinduet.md", "state: published", "state: retired")
    good.change("stories/doeren.md", "[Vinduet](vinduet.md)", "Vinduet")
    good.change("docs/hjaelp.md", "[Vinduet](fortaellinger/vinduet.md)", "Vinduet")
    assert good.build().built
    for code in ("f02", "f02-m01"):
        page = short(good, code)
        assert "ikke længere i håndbogen" in page
        assert title not in page
        assert leads(good, code) == ["."]


def test_a_draft_has_no_short_address(built_good: Publication) -> None:
    assert not (built_good.site / "f/f03").exists()


def test_a_code_can_be_retired_in_the_settings_and_is_never_used_again(good: Publication) -> None:
    text = (good.root / HANDBOOK).read_text("utf-8")
    good.write(HANDBOOK, text + "retired: [V09, M07, F31]\n")
    good.build()
    for code in ("v09", "m07", "f31", "f01-m07", "v01-m07", "f31-m01"):
        assert "ikke længere i håndbogen" in short(good, code), code
    assert next_code(["F01", "F02"], ["V09", "M07", "F31"]) == "F32"
    good.write(HANDBOOK, text + "retired: [F01, f-9]\n")
    assert {"unique-code", "code-form"} <= set(good.rules())


def test_the_page_holds_nothing_that_was_not_checked(good: Publication) -> None:
    good.change("stories/vinduet.md", "title: Vinduet", "title: <script>alert(1)</script>")
    good.build()
    assert "<script" not in short(good, "f02")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("code", ["f01", "v01", "pjece", "f01-m01"])
def test_axe_finds_nothing(visit: Visit, code: str, width: int, scheme: str) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = visit.open(f"f/{code}/")
    assert faults_of(page) == []
    assert too_wide(page) <= 0


@pytest.mark.browser
def test_it_works_from_a_usb_stick(browser: Browser, sample: Path) -> None:
    page = browser.new_page()
    page.goto((sample / "f/f01/index.html").as_uri())
    page.get_by_role("link", name="Læs fortællingen").click()
    assert page.url.endswith("/fortaellinger/noeglen/index.html") or page.url.endswith("/fortaellinger/noeglen/")
    page.close()
