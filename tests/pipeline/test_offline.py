"""The offline edition: one zip file with the whole handbook, which opens on any computer without a network."""

import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from hverdag.cli import cli
from hverdag.host.mkdocs import render_site
from hverdag.model.artifact import Artifact
from hverdag.model.digest_name import without_digest
from hverdag.pipeline import build
from hverdag.pipeline.result import Report
from hverdag.publish.bundle import bundle
from hverdag.verify.offline import MOST_LETTERS
from tests import sound
from tests.conftest import ROOT, TODAY, Publication

browser_test = pytest.mark.browser


@dataclass(frozen=True)
class Made:
    """The sample's offline edition: the zip file, and where it was unpacked."""

    file: Path
    folder: Path


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    home = tmp_path_factory.mktemp("offline")
    made = home / "haandbog.zip"
    report = build.offline(ROOT, TODAY, made, render_site)
    assert report.built, report.problems
    with zipfile.ZipFile(made) as held:
        held.extractall(home / "Ny mappe")
    yield Made(made, home / "Ny mappe")


def names(made: Path) -> list[str]:
    with zipfile.ZipFile(made) as held:
        assert held.testzip() is None
        return held.namelist()


def offline(publication: Publication, today: date = TODAY) -> tuple[Report, Path]:
    made = publication.root.parent / "ud" / "haandbog.zip"
    if not made.parent.exists():
        made.parent.mkdir()
    return build.offline(publication.root, today, made, render_site), made


def test_the_first_file_says_what_to_do_and_the_second_is_the_front_page(unpacked: Made) -> None:
    assert names(unpacked.file)[:2] == ["LÆS-MIG.txt", "index.html"]
    told = (unpacked.folder / "LÆS-MIG.txt").read_bytes()
    assert told.startswith(
        b"\xef\xbb\xbfHverdag i Fjordby\r\nFjordby Kommune\r\n\r\nPAK H\xc3\x85NDBOGEN UD F\xc3\x98RST\r\n"
    )
    assert b"\n" not in told.replace(b"\r\n", b"")
    for words in ("Udpak alle", "index.html", "Kommunikation, Fjordby Rådhus", "70 00 00 00", "1. udgave"):
        assert words in told.decode("utf-8")


def test_every_name_can_be_unpacked_on_windows(unpacked: Made) -> None:
    found = names(unpacked.file)
    assert len({name.casefold() for name in found}) == len(found)
    assert max(map(len, found)) <= MOST_LETTERS < 120
    assert all(name.isascii() for name in found[1:])
    assert not any(set(name) & set('<>:"\\|?*') or name.startswith("/") or ".." in name for name in found)


def test_all_of_the_handbook_is_in_it_and_nothing_that_only_a_server_needs(unpacked: Made, sample: Path) -> None:
    # Links differ, and so do the digests of what holds them.
    found = set(map(without_digest, names(unpacked.file)))
    online = {without_digest(path.relative_to(sample).as_posix()) for path in sample.rglob("*") if path.is_file()}
    assert {name for name in online if name.startswith(("print/", "assets/hverdag/", "assets/fonts/"))} <= found
    pages = {
        PurePosixPath(name).parent.as_posix() for name in online if name.endswith("/index.html") and name[:2] != "f/"
    }
    assert all({f"{page}.html", f"{page}/index.html"} & found for page in pages)
    assert not found & {"404.html", "sitemap.xml", "sitemap.xml.gz"}
    assert not any(name.endswith(".map") or name.startswith(("f/", ".")) for name in found)


def test_no_link_leads_to_a_folder(unpacked: Made) -> None:
    for path in unpacked.folder.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'href="\.{1,2}(?:/\.\.)*/?"', text), path
        assert not any(part.split('"')[0].split("?")[0].endswith("/") for part in text.split('href="')[1:]), path


def test_the_same_is_the_same_byte_for_byte(unpacked: Made, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    assert build.offline(ROOT, TODAY, again, render_site).built
    assert again.read_bytes() == unpacked.file.read_bytes()


@pytest.mark.slow
def test_it_is_the_same_with_nothing_kept_from_before(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    _, made = offline(good)
    before = made.read_bytes()
    monkeypatch.setenv("HVERDAG_CACHE", str(good.root.parent / "cold"))
    offline(good)
    assert made.read_bytes() == before


def test_another_day_is_another_date(good: Publication) -> None:
    _, made = offline(good, date(2026, 12, 1))
    with zipfile.ZipFile(made) as held:
        assert {entry.date_time[:3] for entry in held.infolist()} == {(2026, 12, 1)}


def test_an_error_leaves_the_old_edition_as_it_was(good: Publication) -> None:
    report, made = offline(good)
    assert report.built
    before = made.read_bytes()
    good.change("stories/vinduet.md", "title: Vinduet", "titel: Vinduet")
    report, _ = offline(good)
    assert not report.built
    assert made.read_bytes() == before
    assert {path.name for path in made.parent.iterdir()} == {made.name, "haandbog.edition.json"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no such limit")
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """Closing the half-written file failed too, and it stayed: the disk was as full the next time."""
    import resource  # noqa: PLC0415 not on Windows

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "stor.png").write_bytes(os.urandom(2_000_000))
    made = tmp_path / "ud" / "haandbog.zip"
    made.parent.mkdir()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            bundle(tmp_path / "site", Artifact("LÆS-MIG.txt", ""), made, TODAY, lambda *_: None)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(made.parent.iterdir()) == []


@pytest.mark.parametrize(("day", "year"), [(date(1970, 1, 1), 1980), (date(2300, 1, 1), 2107)])
def test_a_clock_that_stands_still_is_no_hindrance(good: Publication, day: date, year: int) -> None:
    report, made = offline(good, day)
    assert report.built, report.problems
    with zipfile.ZipFile(made) as held:
        assert {entry.date_time[0] for entry in held.infolist()} == {year}


def test_the_zip_file_is_not_put_among_the_texts(good: Publication) -> None:
    made = good.root / "docs" / "haandbog.zip"
    report = build.offline(good.root, TODAY, made, render_site)
    assert [problem.rule for problem in report.errors] == ["offline-place"]
    assert not made.exists()


def test_what_a_link_leads_to_is_replaced(good: Publication) -> None:
    target, link = good.root.parent / "delt.zip", good.root.parent / "nyeste.zip"
    link.symlink_to(target)
    assert build.offline(good.root, TODAY, link, render_site).built
    assert link.is_symlink()
    assert names(target)


def test_a_page_called_404_is_a_page(good: Publication) -> None:
    good.write("docs/404.md", "# Hvor blev den af?\n\nKuk.\n")
    report, made = offline(good)
    assert report.built, report.problems
    assert "404.html" in names(made)


def test_no_file_takes_the_place_of_the_first(good: Publication) -> None:
    good.write("docs/read-me.txt", "Læs mig.")
    report, _ = offline(good)
    assert [problem.rule for problem in report.errors] == ["offline-path"]


def test_a_place_that_cannot_be_written_is_told(good: Publication) -> None:
    (good.root.parent / "ud").write_text("en fil, hvor der skulle være en mappe")
    report, _ = offline(good)
    assert [problem.rule for problem in report.errors] == ["offline-unwritable"]


def test_a_path_that_is_too_long_is_told_and_nothing_is_made(good: Publication) -> None:
    good.write(f"docs/{'a' * 60}/{'b' * 60}.md", "# En side\n")
    report, made = offline(good)
    assert [problem.rule for problem in report.errors] == ["offline-path"]
    assert report.errors[0].source.path == f"docs/{'a' * 60}/{'b' * 60}.md"
    assert not made.exists()
    assert good.build().built  # a server has no such limit


def test_a_recording_comes_along(good: Publication) -> None:
    (good.root / "stories/vinduet.mp3").write_bytes(sound.mp3(60))
    good.change("stories/vinduet.md", "title: Vinduet", "title: Vinduet\naudio: vinduet.mp3")
    report, made = offline(good)
    assert report.built, report.problems
    with zipfile.ZipFile(made) as held:
        assert held.read("fortaellinger/vinduet.mp3") == sound.mp3(60)
        assert 'src="vinduet.mp3"' in held.read("fortaellinger/vinduet.html").decode("utf-8")


def test_a_page_in_a_folder_of_its_own_is_found(good: Publication) -> None:
    good.write("docs/forloeb/index.md", "# Forløb\n\n[Hjælp](../hjaelp.md)\n")
    good.write("docs/forloeb/efteraar.md", "# Efteråret\n\n[Forløb](index.md)\n")
    report, made = offline(good)
    assert report.built, report.problems
    assert {"forloeb/index.html", "forloeb/efteraar.html", "hjaelp.html"} <= set(names(made))


def test_an_english_handbook_says_it_in_english(good: Publication) -> None:
    good.in_english()
    report, made = offline(good)
    assert report.built, report.problems
    with zipfile.ZipFile(made) as held:
        assert held.namelist()[0] == "READ-ME.txt"
        assert "Unpack the handbook first" in held.read("READ-ME.txt").decode("utf-8-sig")


def test_the_command_says_what_it_made(good: Publication) -> None:
    result = CliRunner().invoke(cli, ["offline", "-C", str(good.root), "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    made = good.root / "minihaandbogen-offline.zip"
    assert made.is_file()
    assert "MB" in result.output
    assert str(made) in result.output
    wrong = CliRunner().invoke(
        cli, ["offline", "-C", str(good.root), "--output", str(good.root / "stories/vinduet.md")]
    )
    assert wrong.exit_code == 1
    assert "Navnet skal ende på .zip" in wrong.output
    assert (good.root / "stories/vinduet.md").read_text("utf-8").startswith("---")


class Stick:
    """A page opened from a USB stick, with the network cut, and what went on behind it."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.heard: list[str] = []
        page.on("request", lambda request: None if request.url.startswith("file:") else self.heard.append(request.url))
        # A page that is left while its icon is fetched gives the request up; a file that is not there fails otherwise.
        page.on(
            "requestfailed",
            lambda request: None if request.failure == "net::ERR_ABORTED" else self.heard.append(request.url),
        )
        page.on("console", lambda message: self.heard.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.heard.append(str(error)))

    def open(self, path: str) -> Page:
        self.page.goto((self.folder / path).resolve().as_uri())
        return self.page


@pytest.fixture
def stick(browser: Browser, unpacked: Made) -> Iterator[Stick]:
    context = browser.new_context(locale="da-DK", offline=True)
    made = Stick(context.new_page(), unpacked.folder)
    yield made
    context.close()
    assert made.heard == []


@browser_test
def test_the_search_finds_a_word_by_another_form(stick: Stick) -> None:
    page = stick.open("index.html")
    page.locator(".hv-search-open").click()
    page.keyboard.type("børnenes")
    first = page.locator("a.hv-hit").first
    expect(first).to_contain_text("Knagen")
    first.click()
    page.wait_for_url("**/fortaellinger/knagen.html*")
    expect(page.locator(".hv-story mark").first).to_be_visible()
    expect(page.get_by_role("link", name="Læs", exact=True)).to_have_attribute("aria-current", "true")


@browser_test
def test_the_list_is_filtered_and_leads_on(stick: Stick) -> None:
    page = stick.open("fortaellinger/index.html")
    page.get_by_label("Tillid").check()
    expect(page.locator("#filter-count")).to_have_text("3 fortællinger")
    page.locator("#stories > :not([hidden]) a").first.click()
    page.wait_for_url("**/fortaellinger/*.html")
    for door in page.locator(".hv-doors a").all():
        assert (door.get_attribute("href") or "").endswith(".html")


@browser_test
def test_a_guide_is_composed_and_shown_at_the_meeting(stick: Stick) -> None:
    page = stick.open("samtale.html")
    page.get_by_role("link", name="Sammensæt din egen guide").first.click()
    page.get_by_role("checkbox", name="Nøglen").check()
    expect(page.locator("#compose-status")).to_contain_text("Din guide er klar")
    page.get_by_role("button", name="Vis på mødet").click()
    dialog = page.locator("dialog.hv-meeting")
    expect(dialog).to_contain_text("Nøglen")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_be_visible()


@browser_test
def test_cards_are_drawn_and_what_is_printed_is_there(stick: Stick) -> None:
    page = stick.open("kort/index.html")
    page.get_by_role("button", name="Træk et kort").click()
    page.get_by_role("button", name="Vend kortet").wait_for()
    page = stick.open("print-selv.html")
    links = [link.get_attribute("href") or "" for link in page.locator('main a[href$=".pdf"]').all()]
    assert len(links) > 20
    assert all((stick.folder / link).is_file() for link in links)


@browser_test
def test_a_page_opened_inside_the_zip_file_says_so(browser: Browser, unpacked: Made, tmp_path: Path) -> None:
    shutil.copy(unpacked.folder / "index.html", tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.get_by_text("Pak den ud først")).to_be_visible()
    page.goto((unpacked.folder / "index.html").as_uri())
    expect(page.get_by_text("Pak den ud først")).to_be_hidden()
    page.close()
