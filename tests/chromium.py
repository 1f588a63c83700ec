"""A real Chromium for the tests, and pages as readers meet them. conftest.py hands the fixtures on."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright, sync_playwright

from .axe import violations
from .required import program

QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str:
    """Return the system's Chromium; the test ends where there is none."""
    return program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    chromium()
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
    yield launched
    launched.close()


@dataclass(frozen=True)
class Window:
    """A window that tests open their pages in, one after another; what a page has left behind is forgotten after it.

    Chromium takes three times as long over a page in a window of its own. An empty page stays open, or the window
    would close with the first page. Only for sites that stand unchanged as long as the tests run, since what was
    fetched is kept.
    """

    context: BrowserContext
    empty: Page
    inside: CDPSession

    def forget(self, origin: str) -> None:
        """Close what is open, and leave nothing that a page of this origin has stored."""
        for page in self.context.pages:
            if page != self.empty:
                page.close()
        self.empty.reload()
        own = self.empty.evaluate("String(performance.now).includes('[native code]')")
        assert own, "a clock is set for the whole window"
        self.context.clear_cookies()
        self.inside.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[Window]:
    context = browser.new_context(locale="da-DK")
    empty = context.new_page()
    yield Window(context, empty, context.new_cdp_session(empty))
    context.close()


@pytest.fixture(scope="session")
def large_text(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """A reader who has set the browser's own text size to 200 %."""
    profile = tmp_path_factory.mktemp("profile")
    (profile / "Default").mkdir()
    wishes = {"webkit": {"webprefs": {"default_font_size": 32, "default_fixed_font_size": 26}}}
    (profile / "Default/Preferences").write_text(json.dumps(wishes), encoding="utf-8")
    context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium(), args=QUIET)
    yield context
    context.close()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site while a test looks at it, and give its address."""
    handler = functools.partial(_Silent, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(sample: Path) -> Iterator[str]:
    with served(sample) as given:
        yield given


class Visit:
    """A page as a reader meets it, and what went on behind it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.left: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.left.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def search(self) -> None:
        """Open the search with the keyboard, and look for something."""
        self.page.locator(".hv-search-open").focus()
        self.page.keyboard.press("Enter")
        self.page.keyboard.type("nøglen")
        self.page.locator("a.hv-hit").first.wait_for()


@contextmanager
def visiting(window: Window, address: str) -> Iterator[Visit]:
    """Open a page for a test; afterwards, see that nothing left the server and nothing failed."""
    made = Visit(window.context.new_page(), address)
    try:
        yield made
    finally:
        window.forget(address.rstrip("/"))
    assert made.left == []
    assert made.errors == []


@pytest.fixture
def visit(window: Window, address: str) -> Iterator[Visit]:
    with visiting(window, address) as made:
        yield made


def faults_of(page: Page, preload: bool = True, within: str = "html") -> list[str]:
    """Return what axe finds in a part of a page. Without `preload` it does not fetch the style sheets once more: a file
    may not fetch a file."""
    found = violations(page, {"preload": preload}, within)
    return [f"{fault['id']} {node['target']}: {node['failureSummary']}" for fault in found for node in fault["nodes"]]


def too_wide(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
