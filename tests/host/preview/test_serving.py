"""A preview's server: what a path means, and an open page that shows what was saved."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from hverdag.host.mkdocs import configured
from hverdag.host.preview.serving import PreviewServer, served_files, server_of, writing
from hverdag.host.preview.site import Preview
from tests.conftest import Publication


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("/", ("index.html",)),
        ("/fortaellinger/", ("fortaellinger/index.html",)),
        ("/fortaellinger", ("fortaellinger", "fortaellinger/index.html")),
        ("/print/pjece.pdf", ("print/pjece.pdf",)),
        ("/a/../b/", ("b/index.html",)),
        ("/../../etc/passwd", ("etc/passwd", "etc/passwd/index.html")),
    ],
)
def test_a_path_means_files_inside_the_site(path: str, files: tuple[str, ...]) -> None:
    assert served_files(path, "/") == files
    assert served_files(f"/vaerdier{path}" if path != "/" else "/vaerdier/", "/vaerdier/") == files
    assert served_files(path, "/vaerdier/") == ()


def test_whether_a_page_is_to_load_again_is_no_file() -> None:
    assert served_files("/livereload/12/34", "/") == ()


class Reading:
    """A preview that reads again while the first answer is on its way."""

    def __init__(self) -> None:
        self.reading = 0
        self.written: list[str] = []

    def write(self, path: str) -> None:
        self.written.append(path)


def test_what_a_new_reading_has_deleted_is_written_again() -> None:
    reading, told = Reading(), []

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        reading.reading += not reading.reading
        is_there = len(reading.written) > 1
        start_response("200 OK" if is_there else "404 Not Found", [])
        return [b"page" if is_there else b"missing"]

    answer = writing(app, reading, "/")  # type: ignore[arg-type]
    assert answer({"PATH_INFO": "/a/"}, lambda *given: told.append(given[0])) == [b"page"]
    assert told == ["200 OK"]
    assert reading.written == ["a/index.html", "a/index.html"]


@pytest.mark.parametrize(
    ("path", "is_kept"),
    [
        ("/assets/hverdag/hverdag.gtmbdpbcks.css", True),
        ("/assets/stylesheets/main.57a0d79d.min.css", True),
        ("/assets/fonts/serif-regular.woff2", True),
        ("/fortaellinger/vinduet/", False),
        ("/print/pjece.pdf", False),
        ("/stories/doer.png", False),
    ],
)
def test_a_browser_asks_again_only_for_what_may_have_changed(path: str, is_kept: bool) -> None:
    told: list[dict[str, str]] = []

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b""]

    writing(app, Reading(), "/")({"PATH_INFO": path}, lambda _, headers: told.append(dict(headers)))  # type: ignore[arg-type]
    assert ("Cache-Control" in told[0]) == is_kept


@pytest.fixture
def address(good: Publication, tmp_path: Path) -> Iterator[str]:
    """A running preview of the golden publication."""
    folder = tmp_path / "preview"
    folder.mkdir()
    preview = Preview(good.root, folder, configured, lambda: None)
    preview.refresh()
    server = server_of(preview, ("127.0.0.1", 0), [str(good.root / "stories")])
    server.server_bind()
    server.server_activate()
    server.observer.start()
    server.serve_thread.start()
    building = threading.Thread(target=server._build_loop, daemon=True)
    building.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown(wait=True)
    building.join()
    preview.close()


@pytest.mark.browser
def test_an_open_page_shows_what_is_saved(good: Publication, address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}fortaellinger/vinduet/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vinduet")
    good.change("stories/vinduet.md", "title: Vinduet", "title: Ruden")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ruden")
    good.change("stories/vinduet.md", "title: Ruden", "title: [")
    expect(page.get_by_role("link", name="Se, hvad der skal rettes")).to_be_visible()
    page.get_by_role("link", name="Se, hvad der skal rettes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det skal rettes")
    expect(page.locator("article")).to_contain_text("stories/vinduet.md")
    page.close()


def test_what_is_saved_while_the_rest_is_looked_over_is_not_taken_for_read(tmp_path: Path) -> None:
    server = PreviewServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    server._visible_epoch, server._wanted_epoch = 1, 2  # a build is going on
    server.reload()
    assert (server._visible_epoch, server._wanted_epoch) == (1, 2)
    server._visible_epoch = 2
    server._want_rebuild = True  # one is about to begin
    server.reload()
    assert server._visible_epoch == 2
    server._want_rebuild = False
    server.reload()
    assert server._visible_epoch == server._wanted_epoch > 2
    server.server_close()


def test_a_folder_that_comes_and_goes_is_seen_each_time(tmp_path: Path) -> None:
    folder, seen = tmp_path / "stories", Queue[bool]()
    server = PreviewServer(lambda: seen.put(folder.exists()), "127.0.0.1", 0, str(tmp_path))
    server.watch(str(folder))
    server.observer.start()
    building = threading.Thread(target=server._build_loop, daemon=True)
    building.start()
    for is_there in (True, False, True, False):
        if is_there:
            folder.mkdir()
            (folder / "vinduet.md").touch()
        else:
            shutil.rmtree(folder)
        while seen.get(timeout=60) is not is_there:
            pass
    server.shutdown(wait=False)
    building.join()
    server.observer.join()
